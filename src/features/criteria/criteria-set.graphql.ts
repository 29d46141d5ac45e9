import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ObjectChange } from '../../platform/audit/object-history.graphql.js';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { registerEnum } from '../../platform/graphql/enum.js';
import { MutationPayload } from '../../platform/graphql/mutation.js';
import { Node } from '../../platform/graphql/node.js';
import { DecimalScalar, LocalDateScalar, PartialDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { describe } from '../../shared/terms.js';
import { RecognitionLevel } from '../sectors/recognition-level.js';
import { Sector } from '../sectors/sector.graphql.js';
import { SubjectKind } from '../sectors/subject-kind.js';
import { Act } from '../units/unit-event.graphql.js';
import { Unit } from '../units/unit.graphql.js';
import { criteriaTerms } from './criteria.terms.js';
import { GradedThing } from './document/set-document.js';
import { Scoring, Stated, ZeroOf } from './rules/version-content.js';
import {
  ChecklistRule,
  CriteriaGrade,
  Criterion,
  GradeCap,
  GradeKnockOut,
  GradeQuota,
  PointAdjustment,
  SourcedPart,
  TieBreak,
} from './version-parts.graphql.js';
import { VersionState } from './version.lifecycle.js';

registerEnum(GradedThing, 'GradedThing', criteriaTerms.GradedThing);
registerEnum(Scoring, 'Scoring', criteriaTerms.Scoring);
registerEnum(Stated, 'Stated', criteriaTerms.Stated);
registerEnum(ZeroOf, 'ZeroOf', criteriaTerms.ZeroOf);
registerEnum(VersionState, 'CriteriaSetVersionState', criteriaTerms.CriteriaSetVersionState);

@ObjectType({ implements: () => Node, description: describe(criteriaTerms.CriteriaSet) })
export class CriteriaSet extends Node {
  @Field(() => String, { description: 'Name (tên bộ tiêu chí).' })
  name: string;

  @Field(() => Unit, {
    nullable: true,
    description: 'The unit that issued it, as of the day (cơ quan ban hành). Null: it is no unit of this registry; the act names it.',
  })
  issuer: Unit | null;

  @Field(() => Act, {
    description: 'The act of its latest published version, or of its latest draft while none is published (văn bản ban hành).',
  })
  act: Act;

  @Field(() => GradedThing, { description: 'What it grades (đối tượng chấm).' })
  graded: GradedThing;

  @Field(() => Boolean, { description: 'Whether it is made up to show how it works; nothing under it counts (bộ minh họa).' })
  illustrative: boolean;

  @Field(() => String, { nullable: true })
  note: string | null;

  @Field(() => [CriteriaSetVersion], { description: 'Its versions, the latest first (các phiên bản).' })
  versions: CriteriaSetVersion[];

  @Field(() => Int)
  version: number;

  @Field(() => [ObjectChange])
  history: ObjectChange[];
}

@ObjectType({ implements: () => Node, description: describe(criteriaTerms.CriteriaSetVersion) })
export class CriteriaSetVersion extends Node {
  @Field(() => CriteriaSet, { description: 'The set (bộ tiêu chí).' })
  set: CriteriaSet;

  @Field(() => Int, { description: 'Number within the set, from 1 on (số thứ tự phiên bản).' })
  number: number;

  @Field(() => VersionState, { description: 'State (trạng thái).' })
  state: VersionState;

  @Field(() => Act, { description: 'The act that it is from (văn bản ban hành). An illustrative set has none.' })
  act: Act;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day on which the act was signed (ngày ký). Null: not known.' })
  signedOn: LocalDate | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'First day in force, as precise as known (ngày hiệu lực). Null: not known yet.',
  })
  validFrom: string | null;

  @Field(() => PartialDateScalar, { nullable: true, description: 'Last day in force (ngày cuối hiệu lực). Null: it continues.' })
  validTo: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'The first period that is scored by it, where the text names one (chấm từ kỳ). Null: from the day it is in force.',
  })
  scoredFrom: string | null;

  @Field(() => [SubjectKind], { description: 'For whom it is (đối tượng). Empty: the text names no kind, and it is for all.' })
  subjectKinds: SubjectKind[];

  @Field(() => Sector, { nullable: true, description: 'The sector that it is for (lĩnh vực). Null: all.' })
  sector: Sector | null;

  @Field(() => RecognitionLevel, { nullable: true, description: 'The level that it is for (cấp). Null: all.' })
  level: RecognitionLevel | null;

  @Field(() => String, {
    nullable: true,
    description: 'For whom it is, in the words of the text (phạm vi áp dụng). Null: it says no more.',
  })
  appliesTo: string | null;

  @Field(() => Scoring, { description: 'How it is scored (cách chấm).' })
  scoring: Scoring;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The maximum of all points (điểm tối đa). Null: not scored by points, or not known.',
  })
  maximum: string | null;

  @Field(() => Int, { description: 'How many decimals the points of a sheet may have (số chữ số thập phân của điểm).' })
  places: number;

  @Field(() => [Criterion], { description: 'The top of the tree, in reading order (các nhóm tiêu chí).' })
  groups: Criterion[];

  @Field(() => [Criterion], { description: 'Every node of the tree, in reading order (toàn bộ tiêu chí).' })
  criteria: Criterion[];

  @Field(() => [CriteriaGrade], { description: 'Grades, the best first (các loại).' })
  grades: CriteriaGrade[];

  @Field(() => String, {
    nullable: true,
    description: 'Why points that fit no grade are left to people (lý do để trống). Null: nothing is left open.',
  })
  gradeGap: string | null;

  @Field(() => [GradeKnockOut], { description: 'What leads to a grade whatever the points are (các trường hợp xếp thẳng).' })
  knockOuts: GradeKnockOut[];

  @Field(() => [GradeCap], { description: 'What lowers a grade (các trường hợp hạ bậc).' })
  caps: GradeCap[];

  @Field(() => PointAdjustment, { nullable: true, description: 'Bonus (điểm thưởng). Null: none.' })
  bonus: PointAdjustment | null;

  @Field(() => PointAdjustment, { nullable: true, description: 'Penalty (điểm trừ). Null: none.' })
  penalty: PointAdjustment | null;

  @Field(() => Stated, { description: 'Whether the bonus may lift the total above the maximum (điểm thưởng được vượt điểm tối đa).' })
  mayPassMaximum: Stated;

  @Field(() => Stated, { description: 'Whether bonus and penalty come before the thresholds (tính trước khi xếp loại).' })
  beforeThresholds: Stated;

  @Field(() => Int, {
    description: 'To how many decimals the total is rounded: once, half up, before the thresholds (làm tròn tổng điểm).',
  })
  rounding: number;

  @Field(() => ZeroOf, { description: 'Whose zero counts where no criterion may be scored zero (điểm 0 của).' })
  zeroOf: ZeroOf;

  @Field(() => ChecklistRule, {
    nullable: true,
    description: 'When an item of a checklist is met, and how many have to be (quy tắc đạt). Null: no checklist, or not stated.',
  })
  checklist: ChecklistRule | null;

  @Field(() => [GradeQuota], { description: 'Quotas of grades, applied once after ranking (tỷ lệ khống chế).' })
  quotas: GradeQuota[];

  @Field(() => [TieBreak], { description: 'What orders equal totals, step by step (tiêu chí phụ).' })
  tieBreaks: TieBreak[];

  @Field(() => [SourcedPart], { description: 'How well its parts are known (mức xác minh).' })
  marks: SourcedPart[];

  @Field(() => String, { nullable: true, description: 'What is missing of the text (phần còn thiếu). Null: nothing is.' })
  incompleteness: string | null;

  @Field(() => String, { nullable: true, description: 'Where it was read (nguồn). Null: it was made here.' })
  source: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Day on which it was published here (ngày ban hành trên hệ thống). Null: a draft.',
  })
  publishedOn: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'Why it was published although it is incomplete (lý do ban hành khi còn thiếu).' })
  publishReason: string | null;

  @Field(() => CriteriaSetVersion, { nullable: true, description: 'The version that followed it (phiên bản thay thế). Null: none has.' })
  supersededBy: CriteriaSetVersion | null;

  @Field(() => Int)
  version: number;

  @Field(() => [ObjectChange])
  history: ObjectChange[];
}

export const CriteriaSetConnection = ConnectionOf(CriteriaSet, 'CriteriaSet');

@ObjectType({ implements: () => MutationPayload })
export class CriteriaSetPayload extends MutationPayload {
  @Field(() => CriteriaSet, { nullable: true })
  criteriaSet?: Id | null;
}

@ObjectType({ implements: () => MutationPayload })
export class CriteriaSetVersionPayload extends MutationPayload {
  @Field(() => CriteriaSetVersion, { nullable: true })
  criteriaSetVersion?: Id | null;
}
