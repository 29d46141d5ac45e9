import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ObjectChange } from '../../platform/audit/object-history.graphql.js';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { Node } from '../../platform/graphql/node.js';
import { DateTimeScalar, LocalDateScalar, PartialDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import { Decision } from '../decisions/decision.graphql.js';
import { RecognitionLevel } from '../movements/recognition-level.js';
import { RegistrationRound } from '../movements/registration-round.graphql.js';
import { Person } from '../people/person.graphql.js';
import { Sector, Theme } from '../sectors/sector.graphql.js';
import { Unit } from '../units/unit.graphql.js';
import { ModelAttachment } from './attachments/model-attachment.graphql.js';
import { ModelKind, SubjectKind } from './content/model-kinds.js';
import { ModelState, RunningState } from './model-states.js';

registerEnumType(SubjectKind, { name: 'SubjectKind', description: 'Whose model it is: tập thể, cá nhân, hộ gia đình.' });
registerEnumType(ModelKind, {
  name: 'ModelKind',
  description: 'Mô hình, or điển hình (exemplar, often a person); several places count them apart.',
});
registerEnumType(ModelState, {
  name: 'ModelState',
  description:
    'Where the file stands (trạng thái hồ sơ): nháp, đã nộp, trả lại, đã tiếp nhận, đang thẩm định, công nhận, không công nhận, rút, thu hồi.',
});
registerEnumType(RunningState, {
  name: 'RunningState',
  description: 'How the model runs (tình trạng vận hành): dự kiến, đang thực hiện, cần củng cố, đã dừng.',
});
export const ModelFactKind = { OUTSTANDING: 'OUTSTANDING', REPLICATED: 'REPLICATED', COMMENDED: 'COMMENDED' } as const;
registerEnumType(ModelFactKind, {
  name: 'ModelFactKind',
  description: 'Tiêu biểu, được nhân rộng, được khen thưởng: dated facts, not states.',
});

@ObjectType({ description: 'The items of the registration form (phiếu đăng ký) beside name, area and time. Null: not said.' })
export class ModelForm {
  @Field(() => String, { nullable: true, description: 'Thực trạng, lý do.' })
  situation: string | null;

  @Field(() => String, { nullable: true, description: 'Mục tiêu, tiêu chí.' })
  aims: string | null;

  @Field(() => String, { nullable: true, description: 'Nội dung, cách thức.' })
  approach: string | null;

  @Field(() => String, { nullable: true, description: 'Đối tượng.' })
  audience: string | null;

  @Field(() => String, { nullable: true, description: 'Lực lượng: chủ trì, phối hợp, tham gia.' })
  forces: string | null;

  @Field(() => String, { nullable: true, description: 'Nguồn lực.' })
  resources: string | null;

  @Field(() => String, { nullable: true, description: 'Tiến độ, ngày đánh giá.' })
  schedule: string | null;

  @Field(() => String, { nullable: true, description: 'Sản phẩm, kết quả đầu ra kiểm chứng được.' })
  outputs: string | null;

  @Field(() => String, { nullable: true, description: 'Khả năng duy trì, nhân rộng.' })
  sustainability: string | null;
}

@ObjectType({ description: 'One step of a model’s file or running (bước).' })
export class ModelStep {
  @Field(() => String, { description: 'FILE or RUNNING.' })
  lifecycle: string;

  @Field(() => String, { description: 'The transition: `submit`, `receive` …; `recordPast` for an entry made from a paper.' })
  action: string;

  @Field(() => String, { nullable: true })
  from: string | null;

  @Field(() => String)
  to: string;

  @Field(() => LocalDateScalar, { description: 'The day it counts from.' })
  on: LocalDate;

  @Field(() => DateTimeScalar, { description: 'When it was entered.' })
  at: Date;

  @Field(() => String)
  actor: string;

  @Field(() => String, { nullable: true })
  reason: string | null;

  @Field(() => Unit, { nullable: true, description: 'With whom the file lay after it.' })
  holder: Unit | null;

  @Field(() => Decision, { nullable: true })
  decision: Decision | null;
}

@ObjectType({ description: 'A recognition by decision, at a level (công nhận).' })
export class Recognition {
  @Field(() => RecognitionLevel)
  level: keyof typeof RecognitionLevel;

  @Field(() => LocalDateScalar)
  on: LocalDate;

  @Field(() => Decision)
  decision: Decision;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day it was revoked (thu hồi).' })
  revokedOn: LocalDate | null;
}

@ObjectType({ description: 'Outstanding, replicated or commended, with its day (tiêu biểu, nhân rộng, khen thưởng).' })
export class ModelFact {
  @Field(() => ModelFactKind)
  kind: keyof typeof ModelFactKind;

  @Field(() => LocalDateScalar)
  on: LocalDate;

  @Field(() => RecognitionLevel, { nullable: true })
  level: keyof typeof RecognitionLevel | null;

  @Field(() => Decision, { nullable: true })
  decision: Decision | null;

  @Field(() => String)
  source: string;
}

@ObjectType({
  implements: () => Node,
  description: 'A registered way of working with results (mô hình), as it stands on the day asked for.',
})
export class EmulationModel extends Node {
  @Field(() => String, { description: 'Mã: unit, year, number; unique, never given twice.' })
  code: string;

  @Field(() => String, { description: 'Tên mô hình.' })
  title: string;

  @Field(() => ModelKind, { description: 'Mô hình hay điển hình.' })
  kind: ModelKind;

  @Field(() => SubjectKind, { description: 'Đối tượng.' })
  subjectKind: SubjectKind;

  @Field(() => ModelState, {
    nullable: true,
    description: 'Where the file stood on the day (hồ sơ). Null: the model is not attested then.',
  })
  state: ModelState | null;

  @Field(() => RunningState, { nullable: true, description: 'How it ran on the day (vận hành). Null: not known.' })
  running: RunningState | null;

  @Field(() => String, { nullable: true, description: 'Where it works (địa điểm), when that is not the whole unit.' })
  place: string | null;

  @Field(() => PartialDateScalar, { nullable: true, description: 'Its start, as known (bắt đầu). Null: not known.' })
  starts: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Its planned end (kết thúc).' })
  endsOn: LocalDate | null;

  @Field(() => LocalDateScalar, {
    description: 'A day on which its source shows it to exist (ngày ghi nhận); not its start, which may not be known.',
  })
  attestedOn: LocalDate;

  @Field(() => String, { description: 'The paper it is known from, or the registry itself (nguồn).' })
  source: string;

  @Field(() => Int, { description: 'For `expectedVersion`.' })
  version: number;

  @Field(() => Boolean, { description: 'In the trash (thùng rác).' })
  trashed: boolean;

  @Field(() => Unit, { description: 'The unit it was registered by (đơn vị), as it stood on the day asked for, or nearest to it.' })
  unit: Unit;

  @Field(() => Unit, { nullable: true, description: 'The authority with which the file lies now (nơi đang giữ hồ sơ).' })
  holder: Unit | null;

  @Field(() => [Unit], { description: 'Units that carry it together with the first (đơn vị cùng thực hiện).' })
  jointOwners: Unit[];

  @Field(() => EmulationModel, { nullable: true, description: 'The theme model it stands under (mô hình cấp trên).' })
  parent: EmulationModel | null;

  @Field(() => Person, {
    nullable: true,
    description: 'Whose it is, of an individual; who speaks for it, of a household (cá nhân, đại diện hộ).',
  })
  person: Person | null;

  @Field(() => EmulationModel, { nullable: true, description: 'The model that it copies (nhân rộng từ).' })
  copyOf: EmulationModel | null;

  @Field(() => EmulationModel, { nullable: true, description: 'The model it turned out to be (đã gộp vào).' })
  mergedInto: EmulationModel | null;

  @Field(() => Sector, { nullable: true, description: 'Lĩnh vực.' })
  sector: Sector | null;

  @Field(() => [Theme], { description: 'Chuyên đề.' })
  themes: Theme[];

  @Field(() => RegistrationRound, { nullable: true, description: 'Đợt đăng ký.' })
  round: RegistrationRound | null;

  @Field(() => ModelForm, { nullable: true, description: 'Nội dung phiếu đăng ký.' })
  form: ModelForm | null;

  @Field(() => ModelStep, { nullable: true, description: 'The file’s latest step by the day (bước gần nhất).' })
  latestStep: ModelStep | null;

  @Field(() => [ModelStep], { description: 'Every step, in order (quá trình).' })
  steps: ModelStep[];

  @Field(() => [Recognition], { description: 'Công nhận.' })
  recognitions: Recognition[];

  @Field(() => [ModelFact], { description: 'Tiêu biểu, nhân rộng, khen thưởng.' })
  facts: ModelFact[];

  @Field(() => [ModelAttachment], { description: 'Tệp đính kèm.' })
  attachments: ModelAttachment[];

  @Field(() => Int, { description: 'How many models stand under it (số mô hình con).' })
  childCount: number;

  @Field(() => [ObjectChange], { description: 'Every change, field by field, the latest first (lịch sử).' })
  history: ObjectChange[];
}

export const EmulationModelConnection = ConnectionOf(EmulationModel, 'EmulationModel');

@ObjectType({ description: 'Another model that may be the same (có thể trùng). One that is copied on purpose is named in `copyOfId`.' })
export class LikelyDuplicate {
  /** The row's id: the planner shows the rest. */
  @Field(() => EmulationModel)
  model: string;

  @Field(() => Int, { description: 'How alike the titles are, in per cent (độ giống).' })
  likeness: number;
}
