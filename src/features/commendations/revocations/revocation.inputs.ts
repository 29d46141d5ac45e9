import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { registerEnum } from '../../../platform/graphql/enum.js';
import { IsWords } from '../../../platform/graphql/input-rules.js';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import type { LocalDate } from '../../../shared/dates.js';
import { commendationTerms } from '../commendation.terms.js';
import { RevocationGround } from '../../decisions/decision-states.js';
import { Recoverable } from './grounds.js';

registerEnum(Recoverable, 'Recoverable', commendationTerms.Recoverable);

@InputType({ description: 'Input of `revokeCommendation` (thu hồi khen thưởng).' })
export class RevokeCommendationInput {
  @Field(() => ID, { description: 'The commendation (khen thưởng). The names of a list are revoked with it.' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => LocalDateScalar, { description: 'The day of the revocation (ngày thu hồi).' })
  on: LocalDate;

  @Field(() => RevocationGround, { description: 'Ground in the law (căn cứ).' })
  ground: RevocationGround;

  @Field(() => ID, {
    nullable: true,
    description: 'The decision that revokes it (quyết định thu hồi). Omitted or null: none in the registry.',
  })
  decisionId?: string | null;

  @Field(() => String, { description: 'What happened (lý do).' })
  @IsWords(1_000)
  reason: string;
}

@InputType({ description: 'Input of `markRecovered` (ghi đã thu hồi).' })
export class MarkRecoveredInput {
  @Field(() => ID, { description: 'The revoked commendation (khen thưởng đã thu hồi).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => Recoverable, { description: 'What was recovered (thứ đã thu hồi).' })
  what: Recoverable;

  @Field(() => LocalDateScalar, { description: 'The day on which it was recovered (ngày).' })
  on: LocalDate;
}
