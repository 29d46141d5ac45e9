import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { ChangeInput, RefusesNull } from '../../../platform/graphql/change-input.js';
import { IdempotencyKey } from '../../../platform/graphql/idempotency-key.field.js';
import { IsWords } from '../../../platform/graphql/input-rules.js';
import { LocalDateScalar, PartialDateScalar } from '../../../platform/graphql/scalars.js';
import type { LocalDate } from '../../../shared/dates.js';
import { RecognitionLevel } from '../../sectors/recognition-level.js';
import { ChangedModelInput } from '../changed-model.inputs.js';
import { ModelState } from '../model-states.js';
import { ModelFormInput } from './model.inputs.js';

@InputType({ description: 'Input of `draftRegistration` (đăng ký lại mô hình).' })
export class DraftRegistrationInput extends ChangedModelInput {
  @Field(() => ID, { nullable: true, description: 'The round in which it is registered (đợt đăng ký). Omitted or null: none yet.' })
  roundId?: string | null;

  @Field(() => ModelFormInput, {
    nullable: true,
    description: 'Items that differ from the form of the last registration (nội dung phiếu đăng ký). Omitted or null: none differ.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => ModelFormInput)
  form?: ModelFormInput | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Input of `recordPastRegistration` (nhập lần đăng ký, công nhận từ văn bản cũ).' })
export class RecordPastRegistrationInput extends ChangedModelInput {
  @Field(() => ModelState, {
    nullable: true,
    description: 'The state of the file that the paper proves (trạng thái hồ sơ). Omitted or null: the paper does not say.',
  })
  state?: ModelState | null;

  @Field(() => PartialDateScalar, { description: 'The day of that state, or what is known of it: `2019`, `2019-10` (ngày).' })
  on: string;

  @Field(() => RecognitionLevel, {
    nullable: true,
    description: 'The level of recognition (cấp công nhận). Required for `RECOGNISED`; otherwise omitted or null.',
  })
  level?: keyof typeof RecognitionLevel | null;

  @Field(() => ID, { nullable: true, description: 'The decision (quyết định). Omitted or null: none is known.' })
  decisionId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The round (đợt đăng ký). Omitted or null: none is known.' })
  roundId?: string | null;

  @Field(() => String, { description: 'The paper: title, number, date (nguồn).' })
  @IsWords(1_000)
  source: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why the recognition differs from the rule of recognition (lý do khác quy định). Omitted or null: nothing differs.',
  })
  @IsOptional()
  @IsWords(2_000)
  deviationReason?: string | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Input of `recordModelState` (ghi trạng thái hồ sơ chưa biết).' })
export class RecordModelStateInput extends ChangedModelInput {
  @Field(() => ID, { nullable: true, description: 'The registration (lần đăng ký). Omitted or null: the latest.' })
  registrationId?: string | null;

  @Field(() => ModelState, { description: 'The state of the file (trạng thái hồ sơ).' })
  state: ModelState;

  @Field(() => PartialDateScalar, { description: 'The day of that state, or what is known of it (ngày).' })
  on: string;

  @Field(() => String, { description: 'The paper: title, number, date (nguồn).' })
  @IsWords(1_000)
  source: string;
}

@ChangeInput()
export class CorrectAttestationInput extends ChangedModelInput {
  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'A day on which the paper shows that the model exists, or what is known of it (ngày ghi nhận).',
  })
  @RefusesNull()
  attestedOn?: string;

  @Field(() => String, { nullable: true, description: 'The paper: title, number, date (nguồn).' })
  @RefusesNull()
  @IsWords(1_000)
  source?: string;

  @Field(() => String, { description: 'Why the entry is corrected (lý do đính chính).' })
  @IsWords(1_000)
  reason: string;
}

@InputType({ description: 'Input of `renameModel` (đổi tên mô hình từ một ngày).' })
export class RenameModelInput extends ChangedModelInput {
  @Field(() => String, { description: 'The new title (tên mới).' })
  @IsWords(1_000)
  title: string;

  @Field(() => LocalDateScalar, { description: 'The first day of the new title (ngày đổi tên).' })
  from: LocalDate;

  @Field(() => String, { description: 'Why it is renamed (lý do).' })
  @IsWords(1_000)
  reason: string;
}

@InputType({ description: 'Input of `undoModelRename` (hoàn tác lần đổi tên gần nhất).' })
export class UndoModelRenameInput extends ChangedModelInput {
  @Field(() => String)
  @IsWords(1_000)
  reason: string;
}
