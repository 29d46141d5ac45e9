import { Field, InputType, Int } from '@nestjs/graphql';
import { PartialDateScalar } from '../../platform/graphql/scalars.js';
import { RecognitionLevel } from '../sectors/recognition-level.js';
import { SubjectKind } from '../sectors/subject-kind.js';
import { ActInput } from '../units/unit-event.graphql.js';
import { CriterionKind, Scoring, SourceMark, Stated, ZeroOf } from './rules/version-content.js';
import {
  ChecklistRuleInput,
  CriteriaGradeInput,
  GradeCapInput,
  GradeKnockOutInput,
  GradeQuotaInput,
  PointAdjustmentInput,
  TieBreakInput,
} from './version-rules.inputs.js';

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
