import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsWords } from '../graphql/input-rules.js';
import { MutationPayload } from '../graphql/mutation.js';
import { idOf } from '../graphql/node.js';
import type { SeenRecord } from './records.service.js';

@InputType({
  description: 'Input of the commands that remove a record entered by mistake (gỡ bỏ bản ghi nhập nhầm), while nothing rests on it.',
})
export class RemoveRecordInput {
  @Field(() => ID, { description: 'The record (bản ghi).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => String)
  @IsWords(1_000)
  reason: string;
}

@InputType({
  description:
    'Input of the commands that merge two records of the same thing (gộp bản ghi trùng). Everything that rested on the first then rests on the second, and the id of the first leads to the second.',
})
export class MergeRecordInput extends RemoveRecordInput {
  @Field(() => ID, { description: 'The record that is kept (bản ghi được giữ lại).' })
  intoId: string;
}

@ObjectType({ implements: () => MutationPayload, description: 'Result of the commands that remove a record (kết quả gỡ bỏ).' })
export class RemovedRecordPayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: 'The record that was removed (bản ghi đã gỡ bỏ). Null when `userErrors` is not empty.' })
  removedId?: string | null;
}

/** The record of an input. */
export const seenRecord = (type: string, { id, expectedVersion, reason }: RemoveRecordInput): SeenRecord => ({
  type,
  id: idOf(type, id, 'id'),
  expectedVersion,
  reason,
});
