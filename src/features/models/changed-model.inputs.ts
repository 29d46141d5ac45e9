import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsWords } from '../../platform/graphql/input-rules.js';
import { idOf } from '../../platform/graphql/node.js';
import type { Id } from '../../shared/ids.js';

/** A model as whoever changes it has seen it. */
export interface SeenModel {
  readonly id: Id;
  readonly expectedVersion: number;
}

@InputType()
export class ChangedModelInput {
  @Field(() => ID)
  id: string;

  @Field(() => Int, { description: 'The version you have seen.' })
  expectedVersion: number;
}

@InputType()
export class TrashModelInput extends ChangedModelInput {
  @Field(() => String, { description: 'Lý do.' })
  @IsWords(1_000)
  reason: string;
}

@InputType()
export class MergeModelInput extends TrashModelInput {
  @Field(() => ID, { description: 'The model that stays.' })
  intoId: string;
}

export const seenModel = ({ id, expectedVersion }: ChangedModelInput): SeenModel => ({
  id: idOf('EmulationModel', id, 'id'),
  expectedVersion,
});
