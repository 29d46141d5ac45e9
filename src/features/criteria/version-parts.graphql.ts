import { Field, Int, ObjectType } from '@nestjs/graphql';
import { registerEnum } from '../../platform/graphql/enum.js';
import { DecimalScalar } from '../../platform/graphql/scalars.js';
import { Node } from '../../platform/graphql/node.js';
import { describe } from '../../shared/terms.js';
import { criteriaTerms } from './criteria.terms.js';
import { ConditionKind, CriterionKind, KnockOutKind, MajorityOf, SourceMark, TieBreakKind } from './rules/version-content.js';

registerEnum(CriterionKind, 'CriterionKind', criteriaTerms.CriterionKind);
registerEnum(ConditionKind, 'GradeConditionKind', criteriaTerms.GradeConditionKind);
registerEnum(KnockOutKind, 'KnockOutKind', criteriaTerms.KnockOutKind);
registerEnum(MajorityOf, 'MajorityOf', criteriaTerms.MajorityOf);
registerEnum(SourceMark, 'SourceMark', criteriaTerms.SourceMark);
registerEnum(TieBreakKind, 'TieBreakKind', criteriaTerms.TieBreakKind);

@ObjectType({ description: describe(criteriaTerms.CriterionLevel) })
export class CriterionLevel {
  @Field(() => String, { description: 'Name of the level (tên mức).' })
  name: string;

  @Field(() => String, { nullable: true, description: 'What it takes (mô tả).' })
  text: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The least points (điểm thấp nhất). Null: not stated.' })
  from: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The most points (điểm cao nhất). Null: not stated.' })
  to: string | null;
}

@ObjectType({ implements: () => Node, description: describe(criteriaTerms.Criterion) })
export class Criterion extends Node {
  @Field(() => String, { description: 'Code within the version, for example `I.2` (mã).' })
  code: string;

  @Field(() => String, { nullable: true, description: 'Code of the node above (mã cấp trên). Null: it is at the top.' })
  parentCode: string | null;

  @Field(() => CriterionKind, { description: 'Group, criterion or item (loại).' })
  kind: CriterionKind;

  @Field(() => String, { description: 'What it says (nội dung).' })
  text: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'The most points (điểm tối đa). Null: the text gives none at this level.' })
  maximum: string | null;

  @Field(() => String, { nullable: true })
  note: string | null;

  @Field(() => Int, { description: 'Depth in the tree: 1 at the top (cấp trong cây).' })
  depth: number;

  @Field(() => [CriterionLevel], { description: 'Described levels (các mức mô tả).' })
  levels: CriterionLevel[];

  @Field(() => [Criterion], { description: 'The nodes directly below it, in reading order (tiêu chí bên dưới).' })
  children: Criterion[];
}

@ObjectType({ description: describe(criteriaTerms.GradeBound) })
export class GradeBound {
  @Field(() => DecimalScalar, { description: 'The points (số điểm).' })
  at: string;

  @Field(() => Boolean, { description: 'Whether these points themselves belong to the grade (kể cả số điểm này).' })
  inclusive: boolean;
}

@ObjectType({ description: describe(criteriaTerms.GradeCondition) })
export class GradeCondition {
  @Field(() => ConditionKind, { description: 'How it is known (loại điều kiện).' })
  kind: ConditionKind;

  @Field(() => String, { nullable: true, description: 'Code by which it is answered (mã). Null: it is counted.' })
  code: string | null;

  @Field(() => String, { nullable: true, description: 'Its words (nội dung).' })
  text: string | null;
}

@ObjectType({ description: describe(criteriaTerms.CriteriaGrade) })
export class CriteriaGrade {
  @Field(() => String, { description: 'Code (mã loại).' })
  code: string;

  @Field(() => String, { description: 'Name (tên loại).' })
  name: string;

  @Field(() => GradeBound, { nullable: true, description: 'Lower end of its points (ngưỡng dưới). Null: none.' })
  lower: GradeBound | null;

  @Field(() => GradeBound, { nullable: true, description: 'Upper end of its points (ngưỡng trên). Null: none.' })
  upper: GradeBound | null;

  @Field(() => [GradeCondition], { description: 'Conditions other than the points (điều kiện kèm theo).' })
  conditions: GradeCondition[];
}

@ObjectType({ description: describe(criteriaTerms.GradeKnockOut) })
export class GradeKnockOut {
  @Field(() => String, { description: 'Code by which it is answered (mã).' })
  code: string;

  @Field(() => KnockOutKind, { description: 'How it is known (loại trường hợp).' })
  kind: KnockOutKind;

  @Field(() => String, { description: 'Its words (nội dung).' })
  text: string;

  @Field(() => String, { description: 'Code of the grade that it leads to (mã loại bị xếp).' })
  gradeCode: string;
}

@ObjectType({ description: describe(criteriaTerms.GradeCap) })
export class GradeCap {
  @Field(() => String, { description: 'Code by which it is answered (mã).' })
  code: string;

  @Field(() => String, { description: 'Its words (nội dung).' })
  text: string;

  @Field(() => String, { description: 'Code of the best grade that is left (mã loại cao nhất còn được xếp).' })
  gradeCode: string;
}

@ObjectType({ description: describe(criteriaTerms.PointAdjustment) })
export class PointAdjustment {
  @Field(() => DecimalScalar, { description: 'The most points (điểm tối đa).' })
  maximum: string;

  @Field(() => String, { description: 'For what (căn cứ).' })
  basis: string;
}

@ObjectType({ description: describe(criteriaTerms.ChecklistRule) })
export class ChecklistRule {
  @Field(() => String, { description: 'The share of members as a fraction, for example `1/2` (tỷ lệ).' })
  share: string;

  @Field(() => Boolean, { description: 'More than the share; otherwise the share is enough (quá tỷ lệ).' })
  moreThan: boolean;

  @Field(() => MajorityOf, { description: 'Of whom the share is taken (tính trên).' })
  of: MajorityOf;

  @Field(() => Int, { nullable: true, description: 'How many items have to be met (số mục phải đạt). Null: all.' })
  atLeast: number | null;
}

@ObjectType({ description: describe(criteriaTerms.GradeQuota) })
export class GradeQuota {
  @Field(() => String, { description: 'Code of the grade that is limited (mã loại bị khống chế).' })
  gradeCode: string;

  @Field(() => String, { description: 'Code of the grade whose number is the base (mã loại làm gốc).' })
  baseGradeCode: string;

  @Field(() => DecimalScalar, { description: 'Percent of the base, rounded down (tỷ lệ phần trăm).' })
  percent: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Percent for outstanding organisations (tỷ lệ cho tổ chức tiêu biểu). Null: the same.',
  })
  raisedPercent: string | null;

  @Field(() => Int, { description: 'So many may have it in any case (số tối thiểu).' })
  floor: number;
}

@ObjectType({ description: describe(criteriaTerms.TieBreak) })
export class TieBreak {
  @Field(() => TieBreakKind, { description: 'What decides (cách phân định).' })
  kind: TieBreakKind;

  @Field(() => String, { nullable: true, description: 'Code of the criterion whose points decide (mã tiêu chí).' })
  code: string | null;

  @Field(() => String, { nullable: true, description: 'Its words (nội dung).' })
  text: string | null;
}

@ObjectType({ description: describe(criteriaTerms.SourcedPart) })
export class SourcedPart {
  @Field(() => String, { description: 'The field that it is about, for example `rounding` (phần nào).' })
  about: string;

  @Field(() => SourceMark, { description: 'How well it is known (mức xác minh).' })
  mark: SourceMark;

  @Field(() => String, { nullable: true })
  note: string | null;
}
