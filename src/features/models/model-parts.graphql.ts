import { Field, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, LocalDateScalar, PartialDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import { Decision } from '../decisions/decision.graphql.js';
import { RecognitionLevel } from '../sectors/recognition-level.js';
import { Sector } from '../sectors/sector.graphql.js';
import { Unit } from '../units/unit.graphql.js';
import { SubjectKind } from '../sectors/subject-kind.js';
import { ModelKind } from './content/model-kinds.js';
import { ModelState, RunningState } from './model-states.js';
import { FORM_ITEM_TERMS } from '../movements/form-items.js';
import { modelTerms } from './model.terms.js';
import { describe } from '../../shared/terms.js';
import { registerEnum } from '../../platform/graphql/enum.js';

registerEnum(ModelKind, 'ModelKind', modelTerms.ModelKind);
registerEnum(ModelState, 'ModelState', modelTerms.ModelState);
registerEnum(RunningState, 'RunningState', modelTerms.RunningState);
export const ModelFactKind = { OUTSTANDING: 'OUTSTANDING', REPLICATED: 'REPLICATED', LAUNCHED: 'LAUNCHED' } as const;
registerEnum(ModelFactKind, 'ModelFactKind', modelTerms.ModelFactKind);

@ObjectType({ description: describe(modelTerms.ModelForm) })
export class ModelForm {
  @Field(() => String, { nullable: true, description: describe(FORM_ITEM_TERMS.situation) })
  situation: string | null;

  @Field(() => String, { nullable: true, description: describe(FORM_ITEM_TERMS.aims) })
  aims: string | null;

  @Field(() => String, { nullable: true, description: describe(FORM_ITEM_TERMS.approach) })
  approach: string | null;

  @Field(() => String, { nullable: true, description: describe(FORM_ITEM_TERMS.audience) })
  audience: string | null;

  @Field(() => String, { nullable: true, description: describe(FORM_ITEM_TERMS.forces) })
  forces: string | null;

  @Field(() => String, { nullable: true, description: describe(FORM_ITEM_TERMS.resources) })
  resources: string | null;

  @Field(() => String, { nullable: true, description: describe(FORM_ITEM_TERMS.schedule) })
  schedule: string | null;

  @Field(() => String, { nullable: true, description: describe(FORM_ITEM_TERMS.outputs) })
  outputs: string | null;

  @Field(() => String, { nullable: true, description: describe(FORM_ITEM_TERMS.sustainability) })
  sustainability: string | null;
}

@ObjectType({ description: describe(modelTerms.ModelStep) })
export class ModelStep {
  @Field(() => String, { description: '`FILE` for a step of the file, `RUNNING` for a step of the running (vòng đời).' })
  lifecycle: string;

  @Field(() => String, {
    description: 'Name of the transition, for example `submit` or `receive`; `recordPast` for a model entered from a paper (thao tác).',
  })
  action: string;

  @Field(() => String, {
    nullable: true,
    description: 'The state before, a value of `ModelState` or `RunningState` (trạng thái trước). Null: the first step.',
  })
  from: string | null;

  @Field(() => String, { description: 'The state after, a value of `ModelState` or `RunningState` (trạng thái sau).' })
  to: string;

  @Field(() => PartialDateScalar, {
    description: 'The day from which it counts, or what a paper of the past gives of it, such as `2022` (ngày thực hiện).',
  })
  on: string;

  @Field(() => DateTimeScalar, { description: 'When it was entered (lúc nhập).' })
  at: Date;

  @Field(() => String, { description: 'Name of the person or program that took it (người thực hiện).' })
  actor: string;

  @Field(() => String, { nullable: true, description: 'Why it was taken (lý do). Null: no reason was given.' })
  reason: string | null;

  @Field(() => Unit, { nullable: true, description: 'The authority that held the file after the step (nơi giữ hồ sơ). Null: none.' })
  holder: Unit | null;

  @Field(() => Decision, { nullable: true, description: 'The decision it is based on (quyết định). Null: none.' })
  decision: Decision | null;
}

@ObjectType({ description: describe(modelTerms.KeptContent) })
export class KeptContent {
  @Field(() => String, { description: 'SHA-256 of the content (mã kiểm tra nội dung). Equal contents of a model have the same digest.' })
  digest: string;

  @Field(() => DateTimeScalar, { description: 'When it was first kept (lúc lưu).' })
  keptAt: Date;

  @Field(() => String, { description: 'Title (tên mô hình).' })
  title: string;

  @Field(() => ModelKind, { description: 'Model or exemplar (mô hình hay điển hình).' })
  kind: ModelKind;

  @Field(() => SubjectKind, { description: 'Who carries it out (đối tượng).' })
  subjectKind: SubjectKind;

  @Field(() => String, { nullable: true, description: 'Where it takes place (địa điểm). Null: not said.' })
  place: string | null;

  @Field(() => PartialDateScalar, { nullable: true, description: 'Its start (ngày bắt đầu). Null: not said.' })
  starts: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Its planned last day (ngày kết thúc dự kiến). Null: not said.' })
  endsOn: LocalDate | null;

  @Field(() => Unit, { description: 'The registering unit (đơn vị đăng ký).' })
  unit: Unit;

  @Field(() => Sector, { nullable: true, description: 'The sector (lĩnh vực). Null: not said.' })
  sector: Sector | null;

  @Field(() => [String], { description: 'Names of its themes (chuyên đề).' })
  themes: string[];

  @Field(() => ModelForm, { description: 'The items of the registration form (nội dung phiếu đăng ký).' })
  form: ModelForm;
}

@ObjectType({ description: describe(modelTerms.Recognition) })
export class Recognition {
  @Field(() => RecognitionLevel, { description: 'The level (cấp công nhận).' })
  level: keyof typeof RecognitionLevel;

  @Field(() => PartialDateScalar, {
    description: 'The day from which it counts, or what a paper of the past gives of it, such as `2022` (ngày công nhận).',
  })
  on: string;

  @Field(() => Decision, {
    nullable: true,
    description: 'The decision (quyết định công nhận). Null: none is known; `source` names the paper.',
  })
  decision: Decision | null;

  @Field(() => String, { nullable: true, description: 'The paper that says so (nguồn). Null: it rests on `decision`.' })
  source: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why the level, the issuer or the class of the document differs from the rule of recognition (lý do khác quy định). Null: it does not, or no rule is known.',
  })
  deviationReason: string | null;

  @Field(() => KeptContent, {
    nullable: true,
    description:
      'The content that was approved (nội dung được công nhận); what the model says today may differ. Null: recognised before the registry kept it.',
  })
  approved: KeptContent | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which it was revoked (ngày thu hồi). Null: not revoked by the day that is shown.',
  })
  revokedOn: LocalDate | null;
}

@ObjectType({ description: describe(modelTerms.ModelFact) })
export class ModelFact {
  @Field(() => ModelFactKind, { description: 'What the fact says (loại ghi nhận).' })
  kind: keyof typeof ModelFactKind;

  @Field(() => LocalDateScalar, { description: 'The day from which it counts (ngày).' })
  on: LocalDate;

  @Field(() => RecognitionLevel, { nullable: true, description: 'The level that the document names (cấp). Null: not named.' })
  level: keyof typeof RecognitionLevel | null;

  @Field(() => Decision, { nullable: true, description: 'The decision (quyết định). Null: none is known.' })
  decision: Decision | null;

  @Field(() => String, { description: 'The document that says so (nguồn).' })
  source: string;
}
