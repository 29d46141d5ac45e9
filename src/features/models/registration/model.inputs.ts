import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { IdempotencyKey } from '../../../platform/graphql/idempotency-key.field.js';
import { AreWords, IsWords } from '../../../platform/graphql/input-rules.js';
import { MutationPayload } from '../../../platform/graphql/mutation.js';
import { LocalDateScalar, PartialDateScalar } from '../../../platform/graphql/scalars.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { ModelKind, SubjectKind } from '../content/model-kinds.js';
import { EmulationModel } from '../model.graphql.js';
import { ModelState, RunningState } from '../model-states.js';

/** A text item of the form. */
function FormText(description: string): PropertyDecorator {
  return (target, key) => {
    Field(() => String, { nullable: true, description })(target, key);
    IsOptional()(target, key);
    IsWords(10_000)(target, key);
  };
}

@InputType({ description: 'The items of the registration form (phiếu đăng ký) beside name, area and time.' })
export class ModelFormInput {
  @FormText('Thực trạng, lý do.')
  situation?: string | null;

  @FormText('Mục tiêu, tiêu chí.')
  aims?: string | null;

  @FormText('Nội dung, cách thức.')
  approach?: string | null;

  @FormText('Đối tượng.')
  audience?: string | null;

  @FormText('Lực lượng: chủ trì, phối hợp, tham gia.')
  forces?: string | null;

  @FormText('Nguồn lực.')
  resources?: string | null;

  @FormText('Tiến độ, ngày đánh giá.')
  schedule?: string | null;

  @FormText('Sản phẩm, kết quả đầu ra kiểm chứng được.')
  outputs?: string | null;

  @FormText('Khả năng duy trì, nhân rộng.')
  sustainability?: string | null;
}

@InputType({ isAbstract: true })
abstract class ModelContentInput {
  @Field(() => [ID], { nullable: true, description: 'Units that carry it together with the first (đơn vị cùng thực hiện).' })
  @IsOptional()
  @ArrayMaxSize(50)
  jointOwnerIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'The theme model it stands under.' })
  parentId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Whose it is, of an individual; who speaks for it, of a household (cá nhân, đại diện hộ).',
  })
  personId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The model that it copies (nhân rộng từ mô hình): a likely duplicate that is a copy is registered so.',
  })
  copyOfId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Lĩnh vực.' })
  sectorId?: string | null;

  @Field(() => String, { nullable: true, description: 'Địa điểm.' })
  @IsOptional()
  @IsWords(300)
  place?: string | null;

  @Field(() => [String], { nullable: true, description: 'Names of themes; unknown ones are added.' })
  @IsOptional()
  @ArrayMaxSize(20)
  @AreWords(300)
  themes?: string[] | null;

  @Field(() => PartialDateScalar, { nullable: true, description: 'Its start, as known.' })
  starts?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Its planned end.' })
  endsOn?: LocalDate | null;

  @Field(() => ModelFormInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => ModelFormInput)
  form?: ModelFormInput | null;
}

@InputType({ isAbstract: true })
abstract class NewModelInput extends ModelContentInput {
  @Field(() => String)
  @IsWords(1_000)
  title: string;

  @Field(() => ID, { description: 'The unit of that time.' })
  unitId: string;

  @Field(() => ModelKind, { defaultValue: ModelKind.MODEL })
  kind: ModelKind;

  @Field(() => SubjectKind)
  subjectKind: SubjectKind;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'A past entry made from a paper. What the paper does not say is left out, never invented.' })
export class RecordPastInput extends NewModelInput {
  @Field(() => ModelState, { defaultValue: ModelState.RECEIVED, description: 'The step that the paper proves.' })
  state: ModelState;

  @Field(() => RunningState, { nullable: true, description: 'How it ran, if the paper says so.' })
  running?: RunningState | null;

  @Field(() => LocalDateScalar, { description: 'A day on which the paper shows it to exist.' })
  attestedOn: LocalDate;

  @Field(() => String, { description: 'The paper: title, number, date.' })
  @IsWords(1_000)
  source: string;
}

@InputType({ description: 'A registration begun (đăng ký mới).' })
export class DraftModelInput extends NewModelInput {
  @Field(() => RunningState, { defaultValue: RunningState.PLANNED, description: 'New (PLANNED) or running already (ACTIVE).' })
  running: RunningState;

  @Field(() => ID, { nullable: true, description: 'Đợt đăng ký.' })
  roundId?: string | null;
}

@InputType({ description: 'A change of what a model says. A field left out stays as it is.' })
export class EditModelInput extends ModelContentInput {
  @Field(() => ID)
  id: string;

  @Field(() => Int, { description: 'The version you have seen.' })
  expectedVersion: number;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsWords(1_000)
  title?: string | null;

  @Field(() => ID, { nullable: true })
  unitId?: string | null;

  @Field(() => ModelKind, { nullable: true })
  kind?: ModelKind | null;

  @Field(() => SubjectKind, { nullable: true })
  subjectKind?: SubjectKind | null;

  @Field(() => String, { nullable: true, description: 'Needed once the file has left the unit’s desk.' })
  @IsOptional()
  @IsWords(1_000)
  reason?: string | null;
}

@ObjectType({ implements: () => MutationPayload })
export class ModelPayload extends MutationPayload {
  /** The row's id: the planner shows the rest. */
  @Field(() => EmulationModel, { nullable: true })
  model?: Id | null;
}

@InputType()
export class LikelyDuplicatesInput {
  @Field(() => String)
  @IsWords(1_000)
  title: string;

  @Field(() => ID, { description: 'The unit that is about to register it.' })
  unitId: string;

  @Field(() => ID, { nullable: true, description: 'The registration itself, where it stands already.' })
  exceptId?: string | null;
}
