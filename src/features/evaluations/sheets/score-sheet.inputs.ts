import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { IsCode, IsWords } from '../../../platform/graphql/input-rules.js';
import { ItemMark } from '../../criteria/rules/sheet.js';

@InputType({ description: 'What a sheet says of one criterion (một dòng của phiếu).' })
class SheetScoreInput {
  @Field(() => String, { description: 'Code of the criterion (mã tiêu chí).' })
  @IsCode(40)
  code: string;

  @Field(() => String, {
    nullable: true,
    description: 'Points, with a point before decimals: `8` or `8.5`, as `places` of the version allows (điểm). Omitted or null: none.',
  })
  @IsOptional()
  @MaxLength(20)
  points?: string | null;

  @Field(() => ItemMark, {
    nullable: true,
    description: 'Whether the item of a checklist is met (đạt hay không). Omitted or null: not marked.',
  })
  mark?: ItemMark | null;

  @Field(() => String, { nullable: true, description: 'Name of the described level (mức). Omitted or null: none is chosen.' })
  @IsOptional()
  @IsWords(200)
  level?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Evidence of the unit, or reasons of the member (minh chứng, nhận xét). Omitted or null: none.',
  })
  @IsOptional()
  @IsWords(2_000)
  words?: string | null;
}

@InputType({ isAbstract: true })
abstract class SeenSheetInput {
  @Field(() => ID, { description: 'The entry (trường hợp).' })
  evaluationId: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The `version` of the sheet that was read (phiên bản phiếu đã xem). Omitted or null: there is no sheet yet.',
  })
  expectedVersion?: number | null;
}

@InputType({ isAbstract: true })
abstract class SheetInput extends SeenSheetInput {
  @Field(() => [SheetScoreInput], { description: 'One line for each scored criterion; a draft may lack some (điểm từng tiêu chí).' })
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => SheetScoreInput)
  scores: SheetScoreInput[];

  @Field(() => String, { nullable: true, description: 'Words on the whole (nhận xét chung). Omitted or null: none.' })
  @IsOptional()
  @IsWords(5_000)
  remark?: string | null;
}

@InputType({ description: 'Input of `saveSelfAssessment` and `submitSelfAssessment` (phiếu tự chấm).' })
export class SelfAssessmentInput extends SheetInput {}

const PERSON = 'The person whose signed sheet board staff enter (người chấm). Omitted or null: yourself.';
const PAPER = 'The signed sheet, where it is that of another (phiếu giấy đã ký). Omitted or null: your own sheet.';

@InputType({ description: 'Input of `saveAppraisal` and `submitAppraisal` (phiếu chấm).' })
export class AppraisalInput extends SheetInput {
  @Field(() => ID, { nullable: true, description: PERSON })
  personId?: string | null;

  @Field(() => String, { nullable: true, description: PAPER })
  @IsOptional()
  @IsWords(1_000)
  paper?: string | null;
}

@InputType({ description: 'Input of `abstainAppraisal` (không chấm).' })
export class AbstainAppraisalInput extends SeenSheetInput {
  @Field(() => String, { description: 'Why (lý do).' })
  @IsWords(2_000)
  reason: string;

  @Field(() => ID, { nullable: true, description: PERSON })
  personId?: string | null;

  @Field(() => String, { nullable: true, description: PAPER })
  @IsOptional()
  @IsWords(1_000)
  paper?: string | null;
}

@InputType({ description: 'Input of `restoreAppraisalVersion` (trở lại lần lưu trước của phiếu).' })
export class RestoreAppraisalVersionInput {
  @Field(() => ID, { description: 'The sheet (phiếu chấm).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => Int, { description: 'The `number` of the revision (lần lưu).' })
  number: number;
}
