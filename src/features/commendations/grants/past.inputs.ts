import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { ChangeInput, RefusesNull } from '../../../platform/graphql/change-input.js';
import { IdempotencyKey } from '../../../platform/graphql/idempotency-key.field.js';
import { IsWords } from '../../../platform/graphql/input-rules.js';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import type { LocalDate } from '../../../shared/dates.js';
import { RecognitionLevel } from '../../sectors/recognition-level.js';
import { SubjectKind } from '../../sectors/subject-kind.js';
import { CommendationForm } from '../forms/forms.js';
import { MOST_RECIPIENTS, NamedInput, NamedRecipientInput, OF_WHOM } from './recipient.inputs.js';

@InputType({
  description: 'Input of `recordPastCommendation` (nhập khen thưởng từ văn bản đã có). What the paper does not say is omitted or null.',
})
export class RecordPastCommendationInput extends NamedRecipientInput {
  @Field(() => CommendationForm, { nullable: true, description: `Form or title (hình thức). ${OF_WHOM}.` })
  form?: CommendationForm | null;

  @Field(() => SubjectKind, { nullable: true, description: `Collective, person or household (đối tượng). ${OF_WHOM}.` })
  kind?: SubjectKind | null;

  @Field(() => ID, { nullable: true, description: `The decision, with as much as is known of it (quyết định). ${OF_WHOM}.` })
  decisionId?: string | null;

  @Field(() => ID, { nullable: true, description: `The issuer, where the decision is not known (cơ quan khen thưởng). ${OF_WHOM}.` })
  issuerId?: string | null;

  @Field(() => RecognitionLevel, { nullable: true, description: 'Level (cấp). Omitted or null: that of the issuer, or not known.' })
  level?: RecognitionLevel | null;

  @Field(() => ID, { nullable: true, description: 'The model for which it was given (mô hình). Omitted or null: none.' })
  modelId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Of a list without names: how many (số lượng). Omitted or null: it names its recipient, or is not known.',
  })
  @IsOptional()
  @Min(1)
  @Max(MOST_RECIPIENTS)
  count?: number | null;

  @Field(() => LocalDateScalar, { nullable: true, description: `When it was handed over (ngày trao). ${OF_WHOM}.` })
  presentedOn?: LocalDate | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'A day that the paper names without saying of what (ngày). Omitted or null: none.',
  })
  on?: LocalDate | null;

  @Field(() => String, { nullable: true, description: `Achievement (thành tích). ${OF_WHOM}.` })
  @IsOptional()
  @IsWords(2_000)
  reason?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: `First day of the achievement (từ ngày). ${OF_WHOM}.` })
  periodFrom?: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: `Last day of the achievement (đến ngày). ${OF_WHOM}.` })
  periodTo?: LocalDate | null;

  @Field(() => Int, {
    nullable: true,
    description: `What each recipient was paid, in đồng, as the paper states it (tiền thưởng). ${OF_WHOM}.`,
  })
  @IsOptional()
  @Min(0)
  @Max(2_000_000_000)
  amount?: number | null;

  @Field(() => String, { description: 'The paper that says so: title, number, date (nguồn).' })
  @IsWords(1_000)
  source: string;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Input of `completeCommendation` (bổ sung tên người, tập thể được khen).' })
export class CompleteCommendationInput {
  @Field(() => ID, { description: 'The commendation whose paper gives a number without names (khen thưởng chưa có tên).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => [NamedInput], { description: 'The names, no more than are missing (danh sách tên).' })
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => NamedInput)
  recipients: NamedInput[];
}

@InputType({ description: 'A commendation, the version that the client has read, and a reason (khen thưởng, lý do).' })
export class TakeBackCommendationInput {
  @Field(() => ID, { description: 'The commendation (khen thưởng).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => String)
  @IsWords(1_000)
  reason: string;
}

@InputType({ description: 'Input of `decideTitleMoney` (quyết định mức chi cho danh hiệu).' })
export class DecideTitleMoneyInput {
  @Field(() => ID, { description: 'The title (danh hiệu).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => Int, { description: 'What is paid for it, in đồng (số tiền chi, đồng).' })
  @Min(0)
  amount: number;

  @Field(() => String, { description: 'Why so much (lý do, căn cứ).' })
  @IsWords(1_000)
  reason: string;
}

@ChangeInput({ description: 'Input of `correctCommendation` (đính chính khen thưởng).' })
export class CorrectCommendationInput {
  @Field(() => ID, { description: 'The commendation (khen thưởng).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => String, { description: 'Why the entry is corrected (lý do đính chính).' })
  @IsWords(1_000)
  reason: string;

  @Field(() => String, { nullable: true, description: 'Name as it is printed (tên trên văn bản).' })
  @RefusesNull()
  @IsWords(300)
  name?: string;

  @Field(() => String, { nullable: true, description: 'Post as it is printed (chức vụ).' })
  @IsOptional()
  @IsWords(300)
  post?: string | null;

  @Field(() => String, { nullable: true, description: 'Unit as it is printed (tên đơn vị).' })
  @IsOptional()
  @IsWords(500)
  unitName?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When it was handed over (ngày trao).' })
  presentedOn?: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'The paper that says so, of one from a paper of the past (nguồn).' })
  @RefusesNull()
  @IsWords(1_000)
  source?: string;
}
