import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { MutationPayload } from '../../platform/graphql/mutation.js';
import { idOf } from '../../platform/graphql/node.js';
import type { Id } from '../../shared/ids.js';
import { EmulationModel } from './model.graphql.js';

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

export const seenModel = ({ id, expectedVersion }: ChangedModelInput): SeenModel => ({
  id: idOf('EmulationModel', id, 'id'),
  expectedVersion,
});

@ObjectType({ implements: () => MutationPayload })
export class ModelPayload extends MutationPayload {
  /** The row's id; the planner reads the selected fields. */
  @Field(() => EmulationModel, { nullable: true })
  model?: Id | null;
}
