import { InputType } from '@nestjs/graphql';
import { IdempotencyKey } from '../../platform/graphql/idempotency-key.field.js';

/** Base of inputs of commands that a client may repeat without repeating their effect. */
@InputType({ isAbstract: true })
export abstract class IdempotentInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;
}
