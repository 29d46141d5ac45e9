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
import { SubjectKind } from '../../sectors/subject-kind.js';
import { Commendation } from '../commendation.graphql.js';
import { commendationTerms } from '../commendation.terms.js';
import { CommendationForm } from '../forms/forms.js';
import { MOST_RECIPIENTS, NamedRecipientInput } from './recipient.inputs.js';

@InputType({
  description: 'One line of a decision: a form for a recipient, or for a number of recipients who are not named yet (đối tượng được khen).',
})
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
