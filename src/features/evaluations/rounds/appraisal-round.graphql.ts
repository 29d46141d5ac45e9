import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { ObjectChange } from '../../../platform/audit/object-history.graphql.js';
import { ConnectionOf, PageArgs } from '../../../platform/graphql/connection.js';
import { registerEnum } from '../../../platform/graphql/enum.js';
import { IsWords } from '../../../platform/graphql/input-rules.js';
import { MutationPayload } from '../../../platform/graphql/mutation.js';
import { Node } from '../../../platform/graphql/node.js';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { describe } from '../../../shared/terms.js';
import { CouncilSession } from '../../councils/council-session.graphql.js';
import { Council } from '../../councils/council.graphql.js';
import { CriteriaSetVersion } from '../../criteria/criteria-set.graphql.js';
import { Aggregation } from '../../criteria/rules/aggregation.js';
import { RecognitionLevel } from '../../sectors/recognition-level.js';
import { Unit } from '../../units/unit.graphql.js';
import { AbsentRule, AppraisedThing, FeedbackPart } from '../evaluation.kinds.js';
import { evaluationTerms } from '../evaluation.terms.js';
import { RoundState } from './appraisal-round.lifecycle.js';

registerEnum(RoundState, 'AppraisalRoundState', evaluationTerms.AppraisalRoundState);
registerEnum(AppraisedThing, 'AppraisedThing', evaluationTerms.AppraisedThing);
registerEnum(AbsentRule, 'AbsentRule', evaluationTerms.AbsentRule);
registerEnum(FeedbackPart, 'FeedbackPart', evaluationTerms.FeedbackPart);

export const AppraisalRoundOrder = { OPENED_ON_DESC: 'OPENED_ON_DESC', OPENED_ON: 'OPENED_ON', NAME: 'NAME' } as const;
export type AppraisalRoundOrder = keyof typeof AppraisalRoundOrder;
registerEnum(AppraisalRoundOrder, 'AppraisalRoundOrder', evaluationTerms.AppraisalRoundOrder);

@ObjectType({ description: describe(evaluationTerms.AppraisalProgress) })
export class AppraisalProgress {
  @Field(() => Int, { description: 'Entries that have not left (số trường hợp).' })
  entries: number;

  @Field(() => Int, { description: 'Entries that have left (đã rời đợt).' })
  left: number;

  @Field(() => Int, { description: 'Entries with a submitted self-assessment (đã tự chấm).' })
  selfAssessed: number;

  @Field(() => Int, { description: 'Sheets that were assigned (số phiếu được phân công).' })
  assigned: number;

  @Field(() => Int, { description: 'Of these, submitted (đã nộp).' })
  submitted: number;

  @Field(() => Int, { description: 'Of these, abstained (không chấm).' })
  abstained: number;

  @Field(() => Int, { description: 'Entries about which people have to decide (cần quyết định).' })
  undecided: number;
}

@ObjectType({ implements: () => Node, description: describe(evaluationTerms.AppraisalRound) })
export class AppraisalRound extends Node {
  @Field(() => String, { description: 'Name (tên đợt).' })
  name: string;

  @Field(() => RoundState, { description: 'State on the day (trạng thái).' })
  state: RoundState;

  @Field(() => Boolean, { description: 'Whether it is made up and counts for nothing (minh họa).' })
  illustrative: boolean;

  @Field(() => Boolean, {
    description: 'Whether those who score do not see whose the entries are while it is open (chấm kín danh).',
  })
  blind: boolean;

  @Field(() => Unit, { description: 'The unit that runs it (cơ quan tổ chức).' })
  unit: Unit;

  @Field(() => CriteriaSetVersion, { description: 'The version of the criteria set by which it scores (phiên bản bộ tiêu chí).' })
  version: CriteriaSetVersion;

  @Field(() => Council, { nullable: true, description: 'The council whose members score (hội đồng). Null: none.' })
  council: Council | null;

  @Field(() => AppraisedThing, { description: 'What it appraises (đối tượng).' })
  graded: AppraisedThing;

  @Field(() => Int, { description: 'The year that is appraised (năm).' })
  year: number;

  @Field(() => RecognitionLevel, { nullable: true, description: 'The level (cấp). Null: not stated.' })
  level: RecognitionLevel | null;

  @Field(() => Aggregation, { description: 'How several sheets become one (cách tổng hợp).' })
  aggregation: Aggregation;

  @Field(() => AbsentRule, { description: 'What is done about a sheet that is missing (phiếu chưa nộp).' })
  missing: AbsentRule;

  @Field(() => AbsentRule, { description: 'What is done where a member abstains (người không chấm).' })
  abstained: AbsentRule;

  @Field(() => [FeedbackPart], { description: 'What a unit is shown of the scoring once it is closed (nội dung phản hồi).' })
  feedback: FeedbackPart[];

  @Field(() => LocalDateScalar, { description: 'First day (ngày mở).' })
  openedOn: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day to score, as planned (hạn chấm). Null: none was set.' })
  closesOn: LocalDate | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The number of days after closing within which results can be complained about; the round is opened again for such a complaint only (số ngày nhận khiếu nại). Null: no rule was stated.',
  })
  complaintDays: number | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on which it was closed (ngày khóa). Null: not closed by the day.' })
  closedOn: LocalDate | null;

  @Field(() => CouncilSession, { nullable: true, description: 'The session that adopted the results (phiên họp). Null: none.' })
  session: CouncilSession | null;

  @Field(() => String, { nullable: true, description: 'Why it was last opened again (lý do mở lại). Null: it was not.' })
  reopenReason: string | null;

  @Field(() => AppraisalProgress, { description: 'How far it is (tiến độ).' })
  progress: AppraisalProgress;

  @Field(() => Int, { description: 'Number of changes, which commands compare as `expectedVersion` (số lần thay đổi).' })
  revision: number;

  @Field(() => [ObjectChange])
  history: ObjectChange[];
}

export const AppraisalRoundConnection = ConnectionOf(AppraisalRound, 'AppraisalRound');

@InputType({
  description:
    'Conditions on appraisal rounds, all of which hold (điều kiện lọc đợt thẩm định). One that is omitted or null is not applied.',
})
export class AppraisalRoundFilter {
  @Field(() => String, { nullable: true, description: 'Words in the name, with or without Vietnamese marks (từ tìm kiếm).' })
  @IsOptional()
  @IsWords(200)
  text?: string | null;

  @Field(() => ID, { nullable: true, description: 'Rounds that this unit runs (cơ quan tổ chức).' })
  unitId?: string | null;

  @Field(() => RoundState, { nullable: true, description: 'Rounds in this state on the day (trạng thái).' })
  state?: RoundState | null;

  @Field(() => Int, { nullable: true, description: 'Rounds on this year (năm).' })
  year?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether they are made up (minh họa).' })
  illustrative?: boolean | null;
}

@ArgsType()
export class AppraisalRoundsArgs extends PageArgs {
  @Field(() => AppraisalRoundFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => AppraisalRoundFilter)
  filter?: AppraisalRoundFilter | null;

  @Field(() => AppraisalRoundOrder, { defaultValue: AppraisalRoundOrder.OPENED_ON_DESC })
  orderBy: AppraisalRoundOrder;

  @Field(() => LocalDateScalar, { nullable: true })
  asOf?: LocalDate | null;
}

@ArgsType()
export class AppraisalRoundArgs {
  @Field(() => ID)
  id: string;

  @Field(() => LocalDateScalar, { nullable: true })
  asOf?: LocalDate | null;
}

@ObjectType({ implements: () => MutationPayload })
export class AppraisalRoundPayload extends MutationPayload {
  @Field(() => AppraisalRound, { nullable: true })
  appraisalRound?: Id | null;
}
