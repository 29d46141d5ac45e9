import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { ChangeInput, RefusesNull } from '../../../platform/graphql/change-input.js';
import { IdempotencyKey } from '../../../platform/graphql/idempotency-key.field.js';
import { AreWords, IsWords } from '../../../platform/graphql/input-rules.js';
import { VillageInput } from '../../units/village.graphql.js';
import { LocalDateScalar, PartialDateScalar } from '../../../platform/graphql/scalars.js';
import type { LocalDate } from '../../../shared/dates.js';
import { describe } from '../../../shared/terms.js';
import { FORM_ITEM_TERMS, type FormItem } from '../../movements/form-items.js';
import { SubjectKind } from '../../sectors/subject-kind.js';
import { ModelKind } from '../content/model-kinds.js';
import { ModelState, RunningState } from '../model-states.js';

/** A text item of the form. */
function FormText(item: FormItem): PropertyDecorator {
  return (target, key) => {
    Field(() => String, { nullable: true, description: describe(FORM_ITEM_TERMS[item]) })(target, key);
    IsOptional()(target, key);
    IsWords(10_000)(target, key);
  };
}

@InputType({
  description:
    'The items of the registration form other than name, area and time (nội dung phiếu đăng ký). In a change, an item that is omitted keeps its text and null removes it; in a new model, both mean that it says nothing.',
})
export class ModelFormInput {
  @FormText('situation')
  situation?: string | null;

  @FormText('aims')
  aims?: string | null;

  @FormText('approach')
  approach?: string | null;

  @FormText('audience')
  audience?: string | null;

  @FormText('forces')
  forces?: string | null;

  @FormText('resources')
  resources?: string | null;

  @FormText('schedule')
  schedule?: string | null;

  @FormText('outputs')
  outputs?: string | null;

  @FormText('sustainability')
  sustainability?: string | null;
}

@InputType({ isAbstract: true })
abstract class ModelContentInput {
  @Field(() => [ID], { nullable: true, description: 'Units that carry it out together with the registering unit (đơn vị cùng thực hiện).' })
  @IsOptional()
  @ArrayMaxSize(50)
  jointOwnerIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'The theme model that it belongs to (mô hình cấp trên).' })
  parentId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The individual who carries it out, or the representative of the household (cá nhân, đại diện hộ).',
  })
  personId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The model that it replicates (nhân rộng từ mô hình). Give it for a likely duplicate that is a replication.',
  })
  copyOfId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The sector (lĩnh vực).' })
  sectorId?: string | null;

  @Field(() => String, { nullable: true, description: 'Where it takes place, when that is not the whole unit (địa điểm).' })
  @IsOptional()
  @IsWords(300)
  place?: string | null;

  @Field(() => VillageInput, {
    nullable: true,
    description: 'The village of the unit where it takes place (thôn, bản, tổ dân phố).',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => VillageInput)
  village?: VillageInput | null;

  @Field(() => [String], { nullable: true, description: 'Names of its themes; a theme that does not exist yet is added (chuyên đề).' })
  @IsOptional()
  @ArrayMaxSize(20)
  @AreWords(300)
  themes?: string[] | null;

  @Field(() => PartialDateScalar, { nullable: true, description: 'Its start, as precise as known (ngày bắt đầu).' })
  starts?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Its planned last day (ngày kết thúc dự kiến).' })
  endsOn?: LocalDate | null;

  @Field(() => ModelFormInput, { nullable: true, description: 'The items of the registration form (nội dung phiếu đăng ký).' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ModelFormInput)
  form?: ModelFormInput | null;
}

@InputType({ isAbstract: true })
abstract class NewModelInput extends ModelContentInput {
  @Field(() => String, { description: 'Title (tên mô hình).' })
  @IsWords(1_000)
  title: string;

  @Field(() => ID, { description: 'The registering unit, in force at that time (đơn vị đăng ký).' })
  unitId: string;

  @Field(() => ModelKind, { defaultValue: ModelKind.MODEL, description: 'Model or exemplar (mô hình hay điển hình).' })
  kind: ModelKind;

  @Field(() => SubjectKind, { description: 'Who carries it out (đối tượng).' })
  subjectKind: SubjectKind;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({
  description: 'Input of `recordPast` (nhập mô hình từ văn bản cũ). What the paper does not say is omitted or null, never invented.',
})
export class RecordPastInput extends NewModelInput {
  @Field(() => ModelState, {
    nullable: true,
    defaultValue: ModelState.RECEIVED,
    description: 'The state of the file that the paper proves (trạng thái hồ sơ). Null: the paper does not say.',
  })
  state: ModelState | null;

  @Field(() => RunningState, { nullable: true, description: 'How it ran (tình trạng vận hành). Omitted or null: the paper does not say.' })
  running?: RunningState | null;

  @Field(() => PartialDateScalar, {
    description: 'A day on which the paper shows that it exists, or what is known of it: `2022`, `2022-10` (ngày ghi nhận).',
  })
  attestedOn: string;

  @Field(() => String, { description: 'The paper: title, number, date (nguồn).' })
  @IsWords(1_000)
  source: string;
}

@InputType({
  description: 'Input of `draftModel` (tạo đăng ký mới). An optional field that is omitted or null is not known.',
})
export class DraftModelInput extends NewModelInput {
  @Field(() => RunningState, {
    defaultValue: RunningState.PLANNED,
    description: '`PLANNED` for a new model, `ACTIVE` for one that already runs (tình trạng vận hành).',
  })
  running: RunningState;

  @Field(() => ID, { nullable: true, description: 'The round in which it is registered (đợt đăng ký). Omitted or null: none yet.' })
  roundId?: string | null;
}

@ChangeInput()
export class EditModelInput extends ModelContentInput {
  @Field(() => ID, { description: 'The model (mô hình).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => String, { nullable: true, description: 'Title (tên mô hình).' })
  @RefusesNull()
  @IsWords(1_000)
  title?: string;

  @Field(() => ID, { nullable: true, description: 'The registering unit, in force at that time (đơn vị đăng ký).' })
  @RefusesNull()
  unitId?: string;

  @Field(() => ModelKind, { nullable: true, description: 'Model or exemplar (mô hình hay điển hình).' })
  @RefusesNull()
  kind?: ModelKind;

  @Field(() => SubjectKind, { nullable: true, description: 'Who carries it out (đối tượng).' })
  @RefusesNull()
  subjectKind?: SubjectKind;

  @Field(() => String, {
    nullable: true,
    description: 'Why the content is changed (lý do). Required once the unit has submitted the file. Omitted or null: none.',
  })
  @IsOptional()
  @IsWords(1_000)
  reason?: string | null;
}

@InputType({ description: 'Input of `likelyDuplicates` (tìm mô hình có thể trùng).' })
export class LikelyDuplicatesInput {
  @Field(() => String, { description: 'Title of the intended model (tên mô hình).' })
  @IsWords(1_000)
  title: string;

  @Field(() => ID, { description: 'The unit that will register it (đơn vị đăng ký).' })
  unitId: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The model itself, if it is already registered (mô hình đang xét). Omitted or null: it is new.',
  })
  exceptId?: string | null;
}
