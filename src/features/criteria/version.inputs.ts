import { Field, InputType, Int } from '@nestjs/graphql';
import { PartialDateScalar } from '../../platform/graphql/scalars.js';
import { RecognitionLevel } from '../sectors/recognition-level.js';
import { SubjectKind } from '../sectors/subject-kind.js';
import { ActInput } from '../units/unit-event.graphql.js';
import {
  ConditionKind,
  CriterionKind,
  KnockOutKind,
  MajorityOf,
  Scoring,
  SourceMark,
  Stated,
  TieBreakKind,
  ZeroOf,
} from './rules/version-content.js';

/*
 * What a version says, as clients write it. Lengths, codes and points are checked by the one reader of versions, the same as for files:
 * `document/set-document.reader.ts`.
 */

@InputType({ description: 'A described level (mức mô tả).' })
class CriterionLevelInput {
  @Field(() => String, { description: 'Name (tên mức).' })
  name: string;

  @Field(() => String, { nullable: true, description: 'What it takes (mô tả). Omitted or null: not described.' })
  text?: string | null;

  @Field(() => String, { nullable: true, description: 'The least points (điểm thấp nhất). Omitted or null: not stated.' })
  from?: string | null;

  @Field(() => String, { nullable: true, description: 'The most points (điểm cao nhất). Omitted or null: not stated.' })
  to?: string | null;
}

@InputType({ description: 'A node of the tree; nodes are listed in reading order (tiêu chí).' })
class CriterionInput {
  @Field(() => String, { description: 'Code within the version, for example `I.2` (mã).' })
  code: string;

  @Field(() => String, { nullable: true, description: 'Code of the node above (mã cấp trên). Omitted or null: it is at the top.' })
  parentCode?: string | null;

  @Field(() => CriterionKind, { description: 'Group, criterion or item (loại).' })
  kind: CriterionKind;

  @Field(() => String, { description: 'What it says (nội dung).' })
  text: string;

  @Field(() => String, {
    nullable: true,
    description: 'The most points, with a point before decimals: `8` or `8.5` (điểm tối đa). Omitted or null: the text gives none.',
  })
  maximum?: string | null;

  @Field(() => String, { nullable: true })
  note?: string | null;

  @Field(() => [CriterionLevelInput], { defaultValue: [], description: 'Described levels (các mức mô tả).' })
  levels: CriterionLevelInput[];
}

@InputType({ description: 'An end of the points of a grade (ngưỡng).' })
class GradeBoundInput {
  @Field(() => String, { description: 'The points (số điểm).' })
  at: string;

  @Field(() => Boolean, { description: 'Whether these points themselves belong to the grade (kể cả số điểm này).' })
  inclusive: boolean;
}

@InputType({ description: 'A condition other than the points (điều kiện kèm theo).' })
class GradeConditionInput {
  @Field(() => ConditionKind, { description: 'How it is known (loại điều kiện).' })
  kind: ConditionKind;

  @Field(() => String, { nullable: true, description: 'Code by which it is answered (mã). Omitted or null: it is counted.' })
  code?: string | null;

  @Field(() => String, { nullable: true, description: 'Its words (nội dung). Omitted or null: none.' })
  text?: string | null;
}

@InputType({ description: 'A grade; grades are listed from the best (xếp loại).' })
class CriteriaGradeInput {
  @Field(() => String, { description: 'Code (mã loại).' })
  code: string;

  @Field(() => String, { description: 'Name (tên loại).' })
  name: string;

  @Field(() => GradeBoundInput, { nullable: true, description: 'Lower end (ngưỡng dưới). Omitted or null: none.' })
  lower?: GradeBoundInput | null;

  @Field(() => GradeBoundInput, { nullable: true, description: 'Upper end (ngưỡng trên). Omitted or null: none.' })
  upper?: GradeBoundInput | null;

  @Field(() => [GradeConditionInput], { defaultValue: [], description: 'Conditions other than the points (điều kiện kèm theo).' })
  conditions: GradeConditionInput[];
}

@InputType({ description: 'What leads to a grade whatever the points are (trường hợp xếp thẳng).' })
class GradeKnockOutInput {
  @Field(() => String, { description: 'Code by which it is answered (mã).' })
  code: string;

  @Field(() => KnockOutKind, { description: 'How it is known (loại trường hợp).' })
  kind: KnockOutKind;

  @Field(() => String, { description: 'Its words (nội dung).' })
  text: string;

  @Field(() => String, { description: 'Code of the grade that it leads to (mã loại bị xếp).' })
  gradeCode: string;
}

@InputType({ description: 'What lowers a grade (hạ bậc xếp loại).' })
class GradeCapInput {
  @Field(() => String, { description: 'Code by which it is answered (mã).' })
  code: string;

  @Field(() => String, { description: 'Its words (nội dung).' })
  text: string;

  @Field(() => String, { description: 'Code of the best grade that is left (mã loại cao nhất còn được xếp).' })
  gradeCode: string;
}

@InputType({ description: 'Bonus or penalty (điểm thưởng, điểm trừ).' })
class PointAdjustmentInput {
  @Field(() => String, { description: 'The most points (điểm tối đa).' })
  maximum: string;

  @Field(() => String, { description: 'For what (căn cứ).' })
  basis: string;
}

@InputType({ description: 'When an item is met, and how many have to be (quy tắc đạt).' })
class ChecklistRuleInput {
  @Field(() => String, { description: 'The share of members as a fraction, for example `1/2` (tỷ lệ).' })
  share: string;

  @Field(() => Boolean, { description: 'More than the share; otherwise the share is enough (quá tỷ lệ).' })
  moreThan: boolean;

  @Field(() => MajorityOf, { description: 'Of whom the share is taken (tính trên).' })
  of: MajorityOf;

  @Field(() => Int, { nullable: true, description: 'How many items have to be met (số mục phải đạt). Omitted or null: all.' })
  atLeast?: number | null;
}

@InputType({ description: 'A quota of a grade (tỷ lệ khống chế).' })
class GradeQuotaInput {
  @Field(() => String, { description: 'Code of the grade that is limited (mã loại bị khống chế).' })
  gradeCode: string;

  @Field(() => String, { description: 'Code of the grade whose number is the base (mã loại làm gốc).' })
  baseGradeCode: string;

  @Field(() => String, { description: 'Percent of the base (tỷ lệ phần trăm).' })
  percent: string;

  @Field(() => String, {
    nullable: true,
    description: 'Percent for outstanding organisations (tỷ lệ cho tổ chức tiêu biểu). Omitted or null: the same.',
  })
  raisedPercent?: string | null;

  @Field(() => Int, { defaultValue: 0, description: 'So many may have it in any case (số tối thiểu).' })
  floor: number;
}

@InputType({ description: 'A step that orders equal totals (tiêu chí phụ).' })
class TieBreakInput {
  @Field(() => TieBreakKind, { description: 'What decides (cách phân định).' })
  kind: TieBreakKind;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the criterion whose points decide (mã tiêu chí). Omitted or null: none does.',
  })
  code?: string | null;

  @Field(() => String, { nullable: true, description: 'Its words (nội dung). Omitted or null: none.' })
  text?: string | null;
}

@InputType({ description: 'How well a part is known (mức xác minh).' })
class SourcedPartInput {
  @Field(() => String, { description: 'The field that it is about (phần nào).' })
  about: string;

  @Field(() => SourceMark, { description: 'How well it is known (mức xác minh).' })
  mark: SourceMark;

  @Field(() => String, { nullable: true })
  note?: string | null;
}

@InputType({ description: 'What a version of a criteria set says (nội dung phiên bản). What is not known is omitted, never invented.' })
export class CriteriaSetVersionInput {
  @Field(() => ActInput, { nullable: true, description: 'The act that it is from (văn bản ban hành). Omitted or null: not known.' })
  act?: ActInput | null;

  @Field(() => PartialDateScalar, { nullable: true, description: 'First day in force, as precise as known (ngày hiệu lực).' })
  validFrom?: string | null;

  @Field(() => PartialDateScalar, { nullable: true, description: 'Last day in force (ngày cuối hiệu lực). Omitted or null: it continues.' })
  validTo?: string | null;

  @Field(() => PartialDateScalar, { nullable: true, description: 'The first period that is scored by it (chấm từ kỳ).' })
  scoredFrom?: string | null;

  @Field(() => [SubjectKind], { defaultValue: [], description: 'For whom it is (đối tượng). Empty: for all.' })
  subjectKinds: SubjectKind[];

  @Field(() => String, { nullable: true, description: 'Code of the sector that it is for (mã lĩnh vực). Omitted or null: all.' })
  sectorCode?: string | null;

  @Field(() => RecognitionLevel, { nullable: true, description: 'The level that it is for (cấp). Omitted or null: all.' })
  level?: RecognitionLevel | null;

  @Field(() => String, { nullable: true, description: 'For whom it is, in the words of the text (phạm vi áp dụng).' })
  appliesTo?: string | null;

  @Field(() => String, { nullable: true, description: 'What is missing of the text (phần còn thiếu). Omitted or null: nothing is.' })
  incompleteness?: string | null;

  @Field(() => String, { nullable: true, description: 'Where it was read (nguồn).' })
  source?: string | null;

  @Field(() => Scoring, { description: 'How it is scored (cách chấm).' })
  scoring: Scoring;

  @Field(() => String, { nullable: true, description: 'The maximum of all points (điểm tối đa).' })
  maximum?: string | null;

  @Field(() => Int, {
    defaultValue: 1,
    description: 'How many decimals the points of a sheet may have, 0 to 4 (số chữ số thập phân của điểm).',
  })
  places: number;

  @Field(() => [CriterionInput], { defaultValue: [], description: 'The tree as a list in reading order (các tiêu chí).' })
  criteria: CriterionInput[];

  @Field(() => [CriteriaGradeInput], { defaultValue: [], description: 'Grades, the best first (các loại).' })
  grades: CriteriaGradeInput[];

  @Field(() => String, { nullable: true, description: 'Why points that fit no grade are left to people (lý do để trống).' })
  gradeGap?: string | null;

  @Field(() => [GradeKnockOutInput], {
    defaultValue: [],
    description: 'What leads to a grade whatever the points are (các trường hợp xếp thẳng).',
  })
  knockOuts: GradeKnockOutInput[];

  @Field(() => [GradeCapInput], { defaultValue: [], description: 'What lowers a grade (các trường hợp hạ bậc).' })
  caps: GradeCapInput[];

  @Field(() => PointAdjustmentInput, { nullable: true, description: 'Bonus (điểm thưởng).' })
  bonus?: PointAdjustmentInput | null;

  @Field(() => PointAdjustmentInput, { nullable: true, description: 'Penalty (điểm trừ).' })
  penalty?: PointAdjustmentInput | null;

  @Field(() => Stated, {
    defaultValue: 'NOT_STATED',
    description: 'Whether the bonus may lift the total above the maximum (điểm thưởng được vượt điểm tối đa).',
  })
  mayPassMaximum: Stated;

  @Field(() => Stated, {
    defaultValue: 'NOT_STATED',
    description: 'Whether bonus and penalty come before the thresholds (tính trước khi xếp loại).',
  })
  beforeThresholds: Stated;

  @Field(() => Int, { defaultValue: 2, description: 'To how many decimals the total is rounded, 0 to 4 (làm tròn tổng điểm).' })
  rounding: number;

  @Field(() => ZeroOf, { defaultValue: 'AGGREGATE', description: 'Whose zero counts where no criterion may be scored zero (điểm 0 của).' })
  zeroOf: ZeroOf;

  @Field(() => ChecklistRuleInput, { nullable: true, description: 'When an item of a checklist is met (quy tắc đạt).' })
  checklist?: ChecklistRuleInput | null;

  @Field(() => [GradeQuotaInput], { defaultValue: [], description: 'Quotas of grades (tỷ lệ khống chế).' })
  quotas: GradeQuotaInput[];

  @Field(() => [TieBreakInput], { defaultValue: [], description: 'What orders equal totals (tiêu chí phụ).' })
  tieBreaks: TieBreakInput[];

  @Field(() => [SourcedPartInput], { defaultValue: [], description: 'How well its parts are known (mức xác minh).' })
  marks: SourcedPartInput[];
}
