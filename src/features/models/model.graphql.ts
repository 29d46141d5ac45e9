import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ObjectChange } from '../../platform/audit/object-history.graphql.js';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { Node } from '../../platform/graphql/node.js';
import { Village } from '../units/village.graphql.js';
import { LocalDateScalar, PartialDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import { RegistrationRound } from '../movements/registration-round.graphql.js';
import { Person } from '../people/person.graphql.js';
import { Sector, Theme } from '../sectors/sector.graphql.js';
import { Unit } from '../units/unit.graphql.js';
import { ModelAttachment } from './attachments/model-attachment.graphql.js';
import { SubjectKind } from '../sectors/subject-kind.js';
import { ModelKind } from './content/model-kinds.js';
import { ModelState, RunningState } from './model-states.js';
import { modelTerms } from './model.terms.js';
import { describe } from '../../shared/terms.js';
import { ModelForm, ModelStep, Recognition, ModelFact } from './model-parts.graphql.js';

@ObjectType({
  implements: () => Node,
  description: describe(modelTerms.EmulationModel),
})
export class EmulationModel extends Node {
  @Field(() => String, { description: 'Code made of unit, year and number (mã mô hình). Unique and never given twice.' })
  code: string;

  @Field(() => String, { description: 'Title as of the day (tên mô hình). `renameModel` changes it from a day on.' })
  title: string;

  @Field(() => ModelKind, { description: 'Model or exemplar (mô hình hay điển hình).' })
  kind: ModelKind;

  @Field(() => SubjectKind, { description: 'Who carries it out (đối tượng).' })
  subjectKind: SubjectKind;

  @Field(() => ModelState, {
    nullable: true,
    description:
      'State of the file of the latest registration on the day (trạng thái hồ sơ). Null: the model is not attested by then, or its paper does not say.',
  })
  state: ModelState | null;

  @Field(() => RunningState, { nullable: true, description: 'How it ran on the day (tình trạng vận hành). Null: not known.' })
  running: RunningState | null;

  @Field(() => String, { nullable: true, description: 'Where it takes place (địa điểm). Null: in the whole unit, or not known.' })
  place: string | null;

  @Field(() => Village, {
    nullable: true,
    description: 'The village of its unit where it takes place (thôn, bản, tổ dân phố). Null: not in one village, or not known.',
  })
  village: Village | null;

  @Field(() => PartialDateScalar, { nullable: true, description: 'Its start, as precise as known (ngày bắt đầu). Null: not known.' })
  starts: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Its planned last day (ngày kết thúc dự kiến). Null: none is known.' })
  endsOn: LocalDate | null;

  @Field(() => PartialDateScalar, {
    description:
      'A day on which its source shows that it exists, or what the source gives of it, such as `2022` (ngày ghi nhận). Not its start, which may be unknown.',
  })
  attestedOn: string;

  @Field(() => String, { description: 'The paper from which it is known, or the registry itself (nguồn).' })
  source: string;

  @Field(() => Int)
  version: number;

  @Field(() => Boolean, { description: 'Whether it is in the trash (trong thùng rác).' })
  trashed: boolean;

  @Field(() => Unit, { description: 'The unit that registered it, as of the day, or as it was nearest to that day (đơn vị đăng ký).' })
  unit: Unit;

  @Field(() => Unit, {
    nullable: true,
    description: 'The authority that held the file of the latest registration on the day (nơi giữ hồ sơ). Null: none.',
  })
  holder: Unit | null;

  @Field(() => [Unit], { description: 'Units that carry it out together with the registering unit (đơn vị cùng thực hiện).' })
  jointOwners: Unit[];

  @Field(() => EmulationModel, { nullable: true, description: 'The theme model that it belongs to (mô hình cấp trên). Null: none.' })
  parent: EmulationModel | null;

  @Field(() => Person, {
    nullable: true,
    description:
      'The individual who carries it out, or the representative of the household (cá nhân, đại diện hộ). Null: none, or not known.',
  })
  person: Person | null;

  @Field(() => EmulationModel, {
    nullable: true,
    description: 'The model into which it was merged as a duplicate (đã gộp vào). Null: not merged.',
  })
  mergedInto: EmulationModel | null;

  @Field(() => Sector, { nullable: true, description: 'The sector (lĩnh vực). Null: not known.' })
  sector: Sector | null;

  @Field(() => [Theme], { description: 'The themes (chuyên đề).' })
  themes: Theme[];

  @Field(() => RegistrationRound, {
    nullable: true,
    description: 'The round of the latest registration by the day (đợt đăng ký). Null: none.',
  })
  round: RegistrationRound | null;

  @Field(() => ModelForm, {
    nullable: true,
    description: 'The items of the form of the latest registration by the day (nội dung phiếu đăng ký). Null: none are known.',
  })
  form: ModelForm | null;

  @Field(() => ModelStep, {
    nullable: true,
    description: 'The latest step of the file of that registration by the day (bước gần nhất). Null: none by then.',
  })
  latestStep: ModelStep | null;

  @Field(() => [ModelStep], { description: 'Every step of all registrations and of the running, in order (quá trình xử lý).' })
  steps: ModelStep[];

  @Field(() => [Recognition], { description: 'The recognitions (các lần công nhận).' })
  recognitions: Recognition[];

  @Field(() => [ModelFact], {
    description: 'Dated facts: launched, outstanding, chosen for replication, commended (ra mắt, tiêu biểu, nhân rộng, khen thưởng).',
  })
  facts: ModelFact[];

  @Field(() => [ModelAttachment], { description: 'The attached files (tệp đính kèm).' })
  attachments: ModelAttachment[];

  @Field(() => Int, { description: 'Number of models directly below it (số mô hình con).' })
  childCount: number;

  @Field(() => [ObjectChange])
  history: ObjectChange[];
}

export const EmulationModelConnection = ConnectionOf(EmulationModel, 'EmulationModel');

@ObjectType({ description: describe(modelTerms.LikelyDuplicate) })
export class LikelyDuplicate {
  /** The row's id: the planner shows the rest. */
  @Field(() => EmulationModel, { description: 'The other model (mô hình).' })
  model: string;

  @Field(() => Int, { description: 'Similarity of the titles in per cent, 0 to 100 (độ giống).' })
  likeness: number;
}
