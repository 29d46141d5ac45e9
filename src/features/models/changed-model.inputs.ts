import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsWords } from '../../platform/graphql/input-rules.js';
import { idOf } from '../../platform/graphql/node.js';
import type { Id } from '../../shared/ids.js';

/** A model and the version that the client has read. */
export interface SeenModel {
  readonly id: Id;
  readonly expectedVersion: number;
}

@InputType({ description: 'A model and its version, to restore it or to undo its merge (mô hình cần thay đổi).' })
export class ChangedModelInput {
  @Field(() => ID, { description: 'The model (mô hình).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;
}

@InputType()
export class TrashModelInput extends ChangedModelInput {
  @Field(() => String)
  @IsWords(1_000)
  reason: string;
}

@InputType()
export class MergeModelInput extends TrashModelInput {
  @Field(() => ID, { description: 'The model that remains (mô hình được giữ lại).' })
  intoId: string;
}

export const seenModel = ({ id, expectedVersion }: ChangedModelInput): SeenModel => ({
  id: idOf('EmulationModel', id, 'id'),
  expectedVersion,
});
