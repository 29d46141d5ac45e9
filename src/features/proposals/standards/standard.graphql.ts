import { ArgsType, Field, ObjectType } from '@nestjs/graphql';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import type { LocalDate } from '../../../shared/dates.js';
import { describe } from '../../../shared/terms.js';
import { CommendationForm } from '../../commendations/forms/forms.js';
import { proposalTerms } from '../proposal.terms.js';

@ObjectType({ description: describe(proposalTerms.StandardCondition) })
export class StandardCondition {
  @Field(() => String, { description: 'Its code, for `MetConditionInput` (mã điều kiện).' })
  code: string;

  @Field(() => String, { description: 'What must be true (điều kiện).' })
  text: string;

  @Field(() => String, {
    nullable: true,
    description: 'The condition for which it is enough, as one of several (một trong các điều kiện). Null: it is a condition of its own.',
  })
  oneOf: string | null;
}

@ObjectType({ description: describe(proposalTerms.CommendationStandard) })
export class CommendationStandard {
  @Field(() => CommendationForm, { description: 'Form or title (hình thức, danh hiệu).' })
  form: CommendationForm;

  @Field(() => String, { description: 'The act (văn bản).' })
  act: string;

  @Field(() => LocalDateScalar, { description: 'Since when (có hiệu lực từ).' })
  validFrom: LocalDate;

  @Field(() => [StandardCondition], { description: 'The conditions that can be stated (các điều kiện).' })
  conditions: readonly StandardCondition[];
}

@ArgsType()
export class StandardsArgs {
  @Field(() => LocalDateScalar, { nullable: true, description: 'The standards in force on this day (vào ngày). Omitted or null: today.' })
  on?: LocalDate | null;
}
