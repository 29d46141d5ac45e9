import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { IdempotencyKey } from '../../../platform/graphql/idempotency-key.field.js';
import { IsCode, IsWords } from '../../../platform/graphql/input-rules.js';
import { MutationPayload } from '../../../platform/graphql/mutation.js';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { describe } from '../../../shared/terms.js';
import { Decision } from '../../decisions/decision.graphql.js';
import { RecognitionLevel } from '../../sectors/recognition-level.js';
import { SubjectKind } from '../../sectors/subject-kind.js';
import { Commendation } from '../commendation.graphql.js';
import { commendationTerms } from '../commendation.terms.js';
import { CommendationForm } from '../forms/forms.js';

const MOST_RECIPIENTS = 100_000;
const OF_WHOM = 'Omitted or null: not said';

@InputType({ isAbstract: true })
abstract class NamedRecipientInput {
  @Field(() => ID, { nullable: true, description: `The person of the directory (người). ${OF_WHOM}.` })
  personId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The unit that is commended, or that of the recipient (đơn vị). Omitted or null: that of the person or the model.',
  })
  unitId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Name as the decision prints it; of a household, that of its head (tên). Omitted or null: that of the person, or of the unit.',
  })
  @IsOptional()
  @IsWords(300)
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Post as the decision prints it (chức vụ). Omitted or null: that of the person on the day, if any.',
  })
  @IsOptional()
  @IsWords(300)
  post?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Unit as the decision prints it (tên đơn vị). Omitted or null: as it was called on the day.',
  })
  @IsOptional()
  @IsWords(500)
  unitName?: string | null;
}

@InputType({ description: 'One name of a list (bổ sung tên).' })
export class NamedInput extends NamedRecipientInput {}

@InputType({ description: 'One line of a decision: a form for a recipient, or for so many who are not named yet (đối tượng được khen).' })
export class CommendedInput extends NamedRecipientInput {
  @Field(() => CommendationForm, { description: 'Form or title (hình thức, danh hiệu).' })
  form: CommendationForm;

  @Field(() => SubjectKind, { description: 'Collective, person or household (tập thể, cá nhân, hộ gia đình).' })
  kind: SubjectKind;

  @Field(() => ID, { nullable: true, description: 'The model for which it is given (mô hình). Omitted or null: none.' })
  modelId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The result of a closed round on which it rests (kết quả thẩm định). Omitted or null: none.',
  })
  evaluationId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Of a list without names: how many (số lượng). Omitted or null: the line names its recipient.',
  })
  @IsOptional()
  @Min(1)
  @Max(MOST_RECIPIENTS)
  count?: number | null;

  @Field(() => String, { description: 'Achievement, as the decision words it (thành tích).' })
  @IsWords(2_000)
  reason: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day of the achievement (từ ngày). Omitted or null: not known.' })
  periodFrom?: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day of the achievement (đến ngày). Omitted or null: not known.' })
  periodTo?: LocalDate | null;
}

@InputType({ description: 'A decision that is not in the registry yet (quyết định khen thưởng mới).' })
export class GrantingDecisionInput {
  @Field(() => String, { description: 'Number and symbol exactly as on the paper (số, ký hiệu).' })
  @IsCode(100)
  number: string;

  @Field(() => LocalDateScalar, { description: 'Day of issue, not in the future (ngày ban hành).' })
  issuedOn: LocalDate;

  @Field(() => ID, { description: 'The issuing unit, in force on that day (cơ quan ban hành).' })
  issuerId: string;

  @Field(() => String, {
    nullable: true,
    description: 'Name and post of the signer, as they were (người ký, chức vụ). Omitted or null: not known.',
  })
  @IsOptional()
  @IsWords(300)
  signer?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The post that the signer held then (chức vụ khi ký). Omitted or null: not known, or given with the name.',
  })
  @IsOptional()
  @IsWords(300)
  signerPost?: string | null;

  @Field(() => String, { nullable: true, description: 'Summary, as the document itself gives it (trích yếu). Omitted or null: not known.' })
  @IsOptional()
  @IsWords(2_000)
  abstract?: string | null;
}

@InputType({ description: 'Input of `grantCommendations` (tặng khen thưởng). Either `decisionId` or `decision` is given.' })
export class GrantCommendationsInput {
  @Field(() => ID, { nullable: true, description: 'A decision of the registry (quyết định). Omitted or null: `decision` is a new one.' })
  decisionId?: string | null;

  @Field(() => GrantingDecisionInput, {
    nullable: true,
    description: 'A new decision (quyết định mới). Omitted or null: `decisionId` names one.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => GrantingDecisionInput)
  decision?: GrantingDecisionInput | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'When the dossier was received for appraisal (ngày nhận hồ sơ). Required of a decision from 1/10/2026 on. Omitted or null: not known.',
  })
  receivedOn?: LocalDate | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why the newer law is more favourable, where a person who has seen both decided so (lý do áp dụng quy định có lợi hơn). Omitted or null: the law by its dates.',
  })
  @IsOptional()
  @IsWords(1_000)
  newerLawReason?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When it was handed over (ngày trao). Omitted or null: not known.' })
  presentedOn?: LocalDate | null;

  @Field(() => [CommendedInput], { description: 'The lines of the decision (danh sách).' })
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => CommendedInput)
  recipients: CommendedInput[];

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Input of `draftCommendations` (dự thảo danh sách khen thưởng). It takes the place of what was drafted before.' })
export class DraftCommendationsInput {
  @Field(() => ID, { description: 'The draft of the decision (dự thảo quyết định).' })
  decisionId: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'When the dossier was received for appraisal (ngày nhận hồ sơ). Omitted or null: not known.',
  })
  receivedOn?: LocalDate | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the newer law is more favourable (lý do áp dụng quy định có lợi hơn). Omitted or null: the law by its dates.',
  })
  @IsOptional()
  @IsWords(1_000)
  newerLawReason?: string | null;

  @Field(() => [CommendedInput], { description: 'What it would grant (danh sách).' })
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => CommendedInput)
  recipients: CommendedInput[];
}

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

@ObjectType({ description: describe(commendationTerms.GrantedRow) })
export class GrantedRow {
  @Field(() => Commendation, { description: 'The commendation (khen thưởng).' })
  commendation: Id;
}

@ObjectType({ implements: () => MutationPayload })
export class GrantPayload extends MutationPayload {
  @Field(() => Decision, { nullable: true })
  decision?: Id | null;

  @Field(() => [GrantedRow], {
    nullable: true,
    description: 'The new commendations, in the order of the lines (các khen thưởng). Null when `userErrors` is not empty.',
  })
  rows?: GrantedRow[] | null;
}
