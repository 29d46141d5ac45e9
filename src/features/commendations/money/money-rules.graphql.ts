import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Max, Min } from 'class-validator';
import { registerEnum } from '../../../platform/graphql/enum.js';
import { IdempotencyKey } from '../../../platform/graphql/idempotency-key.field.js';
import { IsWords } from '../../../platform/graphql/input-rules.js';
import { MutationPayload } from '../../../platform/graphql/mutation.js';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import type { LocalDate } from '../../../shared/dates.js';
import { describe } from '../../../shared/terms.js';
import { SubjectKind } from '../../sectors/subject-kind.js';
import { commendationTerms } from '../commendation.terms.js';
import { CommendationForm, CommendationIssuer, CommendationTrack, RuleMark } from '../forms/forms.js';
import { MoneyRuleKind } from './money-rules.store.js';

registerEnum(MoneyRuleKind, 'MoneyRuleKind', commendationTerms.MoneyRuleKind);

const OTHERS = 'Null: it is no coefficient';

@ObjectType({ description: describe(commendationTerms.MoneyRule) })
export class MoneyRule {
  @Field(() => MoneyRuleKind, { description: 'What it says (loại quy định).' })
  kind: MoneyRuleKind;

  @Field(() => Int, { description: 'Đồng, or of a coefficient thousandths of the base salary (mức).' })
  value: number;

  @Field(() => CommendationTrack, { nullable: true, description: `In which track a coefficient holds (tuyến). ${OTHERS}.` })
  track: CommendationTrack | null;

  @Field(() => CommendationForm, { nullable: true, description: `For which form (hình thức). ${OTHERS}.` })
  form: CommendationForm | null;

  @Field(() => CommendationIssuer, {
    nullable: true,
    description: `By whom it is granted (người khen). ${OTHERS}, or by anyone of the track.`,
  })
  issuer: CommendationIssuer | null;

  @Field(() => SubjectKind, { nullable: true, description: `For whom (đối tượng). ${OTHERS}, or its source does not say.` })
  recipient: SubjectKind | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day (từ ngày). Null: not known.' })
  validFrom: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day (đến ngày). Null: it goes on.' })
  validTo: LocalDate | null;

  @Field(() => String, { description: 'Act (văn bản).' })
  act: string;

  @Field(() => RuleMark, { description: 'How well it is known (mức độ xác minh).' })
  mark: RuleMark;
}

@InputType({ description: 'Which rule of money is meant (quy định tiền thưởng).' })
abstract class MoneyRuleInput {
  @Field(() => MoneyRuleKind, { description: 'What it says (loại quy định).' })
  kind: MoneyRuleKind;

  @Field(() => CommendationTrack, {
    nullable: true,
    description: 'Of a coefficient: in which track (tuyến). Omitted or null: it is no coefficient.',
  })
  track?: CommendationTrack | null;

  @Field(() => CommendationForm, {
    nullable: true,
    description: 'Of a coefficient: for which form (hình thức). Omitted or null: it is no coefficient.',
  })
  form?: CommendationForm | null;

  @Field(() => CommendationIssuer, {
    nullable: true,
    description: 'Of a coefficient: granted by whom (người khen). Omitted or null: anyone of the track.',
  })
  issuer?: CommendationIssuer | null;

  @Field(() => SubjectKind, {
    nullable: true,
    description: 'Of a coefficient: for whom (đối tượng). Omitted or null: it is no coefficient.',
  })
  recipient?: SubjectKind | null;

  @Field(() => LocalDateScalar, { description: 'First day (từ ngày).' })
  validFrom: LocalDate;
}

@InputType({ description: 'Input of `recordMoneyRule` (nhập mức lương cơ sở, hệ số, quy tắc làm tròn).' })
export class RecordMoneyRuleInput extends MoneyRuleInput {
  @Field(() => Int, {
    description:
      'Đồng: the base salary, or the step to which amounts are rounded up (1: not rounded); of a coefficient thousandths of the base salary (mức).',
  })
  @Min(1)
  @Max(100_000_000)
  value: number;

  @Field(() => String, { description: 'The act: number, article, date (căn cứ).' })
  @IsWords(1_000)
  act: string;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Input of `confirmMoneyRule` (xác nhận đã đối chiếu với văn bản).' })
export class ConfirmMoneyRuleInput extends MoneyRuleInput {
  @Field(() => String, { description: 'With what it was compared (đã đối chiếu với văn bản nào).' })
  @IsWords(1_000)
  reason: string;
}

@InputType({ description: 'Input of `replaceMoneyRule` (đính chính quy định tiền thưởng). Both values are given anew.' })
export class ReplaceMoneyRuleInput extends MoneyRuleInput {
  @Field(() => Int, { description: 'Đồng, or of a coefficient thousandths of the base salary (mức).' })
  @Min(1)
  @Max(100_000_000)
  value: number;

  @Field(() => String, { description: 'The act: number, article, date (căn cứ).' })
  @IsWords(1_000)
  act: string;

  @Field(() => String, { description: 'Why it is corrected (lý do đính chính).' })
  @IsWords(1_000)
  reason: string;
}

@InputType({ description: 'Input of `removeMoneyRule` (gỡ quy định tiền thưởng nhập nhầm).' })
export class RemoveMoneyRuleInput extends MoneyRuleInput {
  @Field(() => String, { description: 'Why it is removed (lý do gỡ).' })
  @IsWords(1_000)
  reason: string;
}

@ObjectType({ implements: () => MutationPayload })
export class MoneyRulesPayload extends MutationPayload {
  @Field(() => [MoneyRule], { nullable: true, description: 'All rules of money (các quy định tiền thưởng). Null: it was refused.' })
  moneyRules?: MoneyRule[] | null;
}
