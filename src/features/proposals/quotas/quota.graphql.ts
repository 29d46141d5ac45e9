import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { IsWords } from '../../../platform/graphql/input-rules.js';
import { MutationPayload } from '../../../platform/graphql/mutation.js';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { describe } from '../../../shared/terms.js';
import { CommendationForm, RuleMark } from '../../commendations/forms/forms.js';
import { AppraisalRound } from '../../evaluations/rounds/appraisal-round.graphql.js';
import { SubjectKind } from '../../sectors/subject-kind.js';
import { proposalTerms } from '../proposal.terms.js';

@ObjectType({ description: describe(proposalTerms.CommendationQuota) })
export class CommendationQuota {
  @Field(() => String, { description: 'The block of entries within which it counts (khối). Empty: the round has one.' })
  block: string;

  @Field(() => CommendationForm, { description: 'Form or title (hình thức).' })
  form: CommendationForm;

  @Field(() => SubjectKind, { description: 'Collective, person or household (đối tượng).' })
  kind: SubjectKind;

  @Field(() => Int, { description: 'The most that may be granted (hạn mức).' })
  most: number;

  @Field(() => Int, { description: 'How many were granted from it and are in force (đã tặng).' })
  granted: number;

  @Field(() => String, { description: 'The act or paper that says so (căn cứ).' })
  basis: string;
}

@ObjectType({ description: describe(proposalTerms.QuotaRule) })
export class QuotaRule {
  @Field(() => String, { description: 'The act (văn bản).' })
  act: string;

  @Field(() => LocalDateScalar, { description: 'Since when (có hiệu lực từ).' })
  validFrom: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day (đến hết ngày). Null: no end is known.' })
  validTo: LocalDate | null;

  @Field(() => RuleMark, { description: 'How well it is known (mức độ xác minh).' })
  mark: RuleMark;

  @Field(() => CommendationForm, { description: 'Form (hình thức).' })
  form: CommendationForm;

  @Field(() => String, { description: 'The block (khối).' })
  block: string;

  @Field(() => Int, { description: 'The most collectives (số tập thể).' })
  collectives: number;

  @Field(() => Int, { description: 'The most individuals (số cá nhân).' })
  individuals: number;
}

@ArgsType()
export class QuotaRulesArgs {
  @Field(() => LocalDateScalar, { nullable: true, description: 'The rules in force on this day (vào ngày). Omitted or null: today.' })
  on?: LocalDate | null;
}

@InputType({ description: 'A quota (hạn mức).' })
export class QuotaLineInput {
  @Field(() => String, {
    defaultValue: '',
    description: 'The block of entries, by its name in the round (khối). Empty: the round has one.',
  })
  @MaxLength(200)
  block: string;

  @Field(() => CommendationForm, { description: 'Form or title (hình thức).' })
  form: CommendationForm;

  @Field(() => SubjectKind, { description: 'Collective, person or household (đối tượng).' })
  kind: SubjectKind;

  @Field(() => Int, { description: 'The most that may be granted (hạn mức).' })
  @Min(0)
  @Max(100_000)
  most: number;

  @Field(() => String, { description: 'The act or paper that says so (căn cứ).' })
  @IsWords(1_000)
  basis: string;
}

@InputType({ description: 'Input of `setCommendationQuotas` (đặt hạn mức khen thưởng của đợt). All quotas of the round are given anew.' })
export class SetCommendationQuotasInput {
  @Field(() => ID, { description: 'The round (đợt thẩm định).' })
  roundId: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => String, {
    nullable: true,
    description: 'An act whose quotas are taken as `commendationQuotaRules` shows them (văn bản). Omitted or null: only the lines.',
  })
  @IsOptional()
  @IsWords(200)
  act?: string | null;

  @Field(() => [QuotaLineInput], { nullable: true, description: 'Quotas of the round itself (các hạn mức). Omitted or null: none.' })
  @IsOptional()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => QuotaLineInput)
  lines?: QuotaLineInput[] | null;
}

@ObjectType({ implements: () => MutationPayload })
export class CommendationQuotasPayload extends MutationPayload {
  @Field(() => AppraisalRound, { nullable: true })
  appraisalRound?: Id | null;
}
