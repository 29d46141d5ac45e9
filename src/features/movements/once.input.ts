import { InputType } from '@nestjs/graphql';
import { IdempotencyKey } from '../../platform/graphql/idempotency-key.field.js';

/** For commands that must not happen twice. */
@InputType({ isAbstract: true })
export abstract class OnceInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;
}
