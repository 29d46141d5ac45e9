import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { IdempotencyKey } from '../../../platform/graphql/idempotency-key.field.js';
import { IsWords } from '../../../platform/graphql/input-rules.js';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import type { LocalDate } from '../../../shared/dates.js';
import { Aggregation } from '../../criteria/rules/aggregation.js';
import { RecognitionLevel } from '../../sectors/recognition-level.js';
import { AbsentRule, FeedbackPart } from '../evaluation.kinds.js';

const MOST_ENTRIES = 2_000;

@InputType({ description: 'Similar units, within which quotas are counted (khối).' })
export class AppraisalBlockInput {
  @Field(() => String, { description: 'Name (tên khối).' })
  @IsWords(200)
  name: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether it was named outstanding, for which a quota is raised (khối tiêu biểu).',
  })
  outstanding: boolean;

  @Field(() => [ID], { description: 'Its units (các đơn vị trong khối).' })
  @ArrayMaxSize(MOST_ENTRIES)
  unitIds: string[];
}

@InputType({ description: 'Input of `openAppraisalRound` (mở đợt thẩm định, chấm điểm).' })
export class OpenAppraisalRoundInput {
  @Field(() => ID, { description: 'The unit that runs it (cơ quan tổ chức).' })
  unitId: string;

  @Field(() => String, { description: 'Name (tên đợt).' })
  @IsWords(300)
  name: string;

  @Field(() => ID, {
    description: 'The published version of a criteria set, which grades what is entered, for the year (phiên bản bộ tiêu chí).',
  })
  criteriaVersionId: string;

  @Field(() => ID, { nullable: true, description: 'The council whose members score (hội đồng). Omitted or null: none.' })
  councilId?: string | null;

  @Field(() => Int, { description: 'The year that is appraised (năm).' })
  @Min(1945)
  @Max(2200)
  year: number;

  @Field(() => RecognitionLevel, { nullable: true, description: 'The level (cấp). Omitted or null: not stated.' })
  level?: RecognitionLevel | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether it is made up and counts for nothing (minh họa).' })
  illustrative: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether those who score do not see whose the entries are while it is open, which is possible for registrations of models (chấm kín danh).',
  })
  blind: boolean;

  @Field(() => Aggregation, { defaultValue: Aggregation.MEAN, description: 'How several sheets become one (cách tổng hợp).' })
  aggregation: Aggregation;

  @Field(() => AbsentRule, {
    defaultValue: AbsentRule.LEAVE_OUT,
    description: 'What is done about a sheet that is missing (phiếu chưa nộp).',
  })
  missing: AbsentRule;

  @Field(() => AbsentRule, { defaultValue: AbsentRule.LEAVE_OUT, description: 'What is done where a member abstains (người không chấm).' })
  abstained: AbsentRule;

  @Field(() => [FeedbackPart], {
    defaultValue: [],
    description: 'What a unit is shown of the scoring once it is closed (nội dung phản hồi).',
  })
  @ArrayUnique()
  feedback: FeedbackPart[];

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day to score, as planned (hạn chấm). Omitted or null: none is set.' })
  closesOn?: LocalDate | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The number of days after closing within which results can be complained about; the round is opened again for such a complaint only (số ngày nhận khiếu nại). Omitted or null: no rule is stated.',
  })
  @IsOptional()
  @Min(1)
  @Max(366)
  complaintDays?: number | null;

  @Field(() => [AppraisalBlockInput], {
    defaultValue: [],
    description: 'Blocks within which quotas are counted (các khối). Omitted: the round is one.',
  })
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => AppraisalBlockInput)
  blocks: AppraisalBlockInput[];

  @Field(() => [ID], { defaultValue: [], description: 'Registrations that are received or under appraisal (các lần đăng ký).' })
  @ArrayMaxSize(MOST_ENTRIES)
  registrationIds: string[];

  @Field(() => ID, {
    nullable: true,
    description: 'All received registrations of this registration round (đợt đăng ký). Omitted or null: none but those named.',
  })
  registrationRoundId?: string | null;

  @Field(() => [ID], { defaultValue: [], description: 'Units, under a set that grades units in a year (các đơn vị).' })
  @ArrayMaxSize(MOST_ENTRIES)
  unitIds: string[];

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Input of `closeAppraisalRound` (khóa đợt, lấy kết quả).' })
export class CloseAppraisalRoundInput {
  @Field(() => ID, { description: 'The round (đợt thẩm định).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => ID, {
    nullable: true,
    description: 'The session of its council that adopted the results (phiên họp). Omitted or null: it has no council.',
  })
  sessionId?: string | null;
}

@InputType({ description: 'Input of `reopenAppraisalRound` (mở lại đợt sau khiếu nại).' })
export class ReopenAppraisalRoundInput {
  @Field(() => ID, { description: 'The round (đợt thẩm định).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => String, { description: 'The complaint and the rule by which it is opened again (lý do).' })
  @IsWords(2_000)
  reason: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The complaint for which it is opened again (khiếu nại). Omitted or null: there is none, where the round does not ask for one.',
  })
  complaintId?: string | null;
}

@InputType({ description: 'Input of `decideTie` (quyết định thứ hạng giữa các trường hợp bằng nhau).' })
export class DecideTieInput {
  @Field(() => ID, { description: 'The round (đợt thẩm định).' })
  roundId: string;

  @Field(() => [ID], { description: 'All entries that share the rank, in the order decided (các trường hợp, theo thứ tự).' })
  @ArrayMinSize(2)
  @ArrayMaxSize(200)
  @ArrayUnique()
  evaluationIds: string[];

  @Field(() => String, { description: 'Why (lý do).' })
  @IsWords(2_000)
  reason: string;
}
