import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, MaxLength, ValidateNested } from 'class-validator';
import { registerEnum } from '../../platform/graphql/enum.js';
import { DecimalScalar } from '../../platform/graphql/scalars.js';
import { UserError } from '../../platform/graphql/mutation.js';
import { describe } from '../../shared/terms.js';
import { criteriaTerms } from './criteria.terms.js';
import { DifferenceKind } from './document/comparison.js';
import { Aggregation } from './rules/aggregation.js';
import { ItemMark } from './rules/sheet.js';

export const FindingSeverity = { FAULT: 'FAULT', MISSING: 'MISSING' } as const;
export type FindingSeverity = keyof typeof FindingSeverity;
registerEnum(FindingSeverity, 'FindingSeverity', criteriaTerms.FindingSeverity);
registerEnum(DifferenceKind, 'DifferenceKind', criteriaTerms.DifferenceKind);
registerEnum(Aggregation, 'Aggregation', criteriaTerms.Aggregation);
registerEnum(ItemMark, 'ItemMark', criteriaTerms.ItemMark);

@ObjectType({ description: describe(criteriaTerms.CriteriaFinding) })
export class CriteriaFinding {
  @Field(() => String, { description: 'Code of the error, for programs (mã lỗi).' })
  code: string;

  @Field(() => FindingSeverity, { description: 'Whether it prevents publishing (mức độ).' })
  severity: FindingSeverity;

  @Field(() => [String], { description: 'Where it is, from the version down (đường dẫn).' })
  path: string[];

  @Field(() => String, { description: 'What it is and what to do, in the language of the request (nội dung).' })
  message: string;
}

@ObjectType({ description: describe(criteriaTerms.CriteriaDifference) })
export class CriteriaDifference {
  @Field(() => DifferenceKind, { description: 'What happened to it (loại khác nhau).' })
  kind: DifferenceKind;

  @Field(() => String, { description: 'Which part, for example `criteria.I.2.maximum` (phần nào).' })
  path: string;

  @Field(() => String, { nullable: true, description: 'In the first version (giá trị trước). Null: it is not there, or empty.' })
  before: string | null;

  @Field(() => String, { nullable: true, description: 'In the second version (giá trị sau). Null: it is not there, or empty.' })
  after: string | null;
}

@InputType({ description: 'What a member gives to a criterion (chấm một tiêu chí): points, or a mark of a checklist.' })
export class TrialScoreInput {
  @Field(() => String, { description: 'Code of the criterion (mã tiêu chí).' })
  @MaxLength(40)
  code: string;

  @Field(() => String, { nullable: true, description: 'Points, with a point before decimals: `8` or `8.5` (điểm).' })
  points?: string | null;

  @Field(() => ItemMark, { nullable: true, description: 'Whether the item is met (đạt hay không).' })
  mark?: ItemMark | null;
}

@InputType({ description: 'A sheet to try (phiếu chấm thử).' })
export class TrialSheetInput {
  @Field(() => [TrialScoreInput], { description: 'One for each scored criterion (điểm từng tiêu chí).' })
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => TrialScoreInput)
  scores: TrialScoreInput[];
}

@InputType({ description: 'Sheets to try under a version (chấm thử).' })
export class CriteriaTrialInput {
  @Field(() => ID, { description: 'The version, which may be a draft (phiên bản).' })
  versionId: string;

  @Field(() => [TrialSheetInput], { description: 'The sheets of members (các phiếu), at most 25.' })
  @ArrayMaxSize(25)
  @ValidateNested({ each: true })
  @Type(() => TrialSheetInput)
  sheets: TrialSheetInput[];

  @Field(() => Aggregation, { defaultValue: Aggregation.MEAN, description: 'How several sheets become one (cách tổng hợp).' })
  aggregation: Aggregation;

  @Field(() => Boolean, { defaultValue: true, description: 'Whether there is a self-assessment (có tự chấm).' })
  selfAssessed: boolean;

  @Field(() => String, { defaultValue: '0', description: 'Bonus as found, before its cap (điểm thưởng).' })
  bonus: string;

  @Field(() => String, { defaultValue: '0', description: 'Penalty as found, before its cap (điểm trừ).' })
  penalty: string;

  @Field(() => [String], { defaultValue: [], description: 'Codes of knock-outs, caps and conditions that hold (mã các trường hợp có).' })
  @ArrayMaxSize(100)
  holds: string[];
}

@ObjectType({ description: describe(criteriaTerms.ScoreExplanation) })
export class ScoreExplanation {
  @Field(() => String, { description: 'All steps as one text (toàn văn).' })
  text: string;

  @Field(() => [String], { description: 'One sentence a step (từng bước).' })
  steps: string[];
}

@ObjectType({ description: describe(criteriaTerms.CriteriaTrial) })
export class CriteriaTrial {
  @Field(() => DecimalScalar, { nullable: true, description: 'The total (tổng điểm). Null: the text does not give one.' })
  total: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the grade (xếp loại). Null: there is none by the text.' })
  grade: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the grade (mã loại). Null: there is none by the text.' })
  gradeCode: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Of a checklist: whether it is passed (đạt). Null: no checklist, or not decided.' })
  passed: boolean | null;

  @Field(() => Boolean, { description: 'Whether people have to decide (cần quyết định).' })
  decide: boolean;

  @Field(() => ScoreExplanation, { description: 'How it came about (diễn giải).' })
  explanation: ScoreExplanation;

  @Field(() => [UserError], { description: 'What is wrong with the sheets; then nothing is scored (lỗi của phiếu).' })
  problems: UserError[];

  @Field(() => Int, { description: 'How many sheets were counted (số phiếu được tính).' })
  counted: number;
}
