import { Field, InputType, Int } from '@nestjs/graphql';
import { ConditionKind, KnockOutKind, MajorityOf, TieBreakKind } from './rules/version-content.js';

/* How a version grades, as clients write it; checked by the reader of versions, as `version.inputs.ts` says. */

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
export class CriteriaGradeInput {
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
export class GradeKnockOutInput {
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
export class GradeCapInput {
  @Field(() => String, { description: 'Code by which it is answered (mã).' })
  code: string;

  @Field(() => String, { description: 'Its words (nội dung).' })
  text: string;

  @Field(() => String, { description: 'Code of the best grade that is left (mã loại cao nhất còn được xếp).' })
  gradeCode: string;
}

@InputType({ description: 'Bonus or penalty (điểm thưởng, điểm trừ).' })
export class PointAdjustmentInput {
  @Field(() => String, { description: 'The most points (điểm tối đa).' })
  maximum: string;

  @Field(() => String, { description: 'For what (căn cứ).' })
  basis: string;
}

@InputType({ description: 'When an item is met, and how many have to be (quy tắc đạt).' })
export class ChecklistRuleInput {
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
export class GradeQuotaInput {
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
export class TieBreakInput {
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
