import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsWords } from '../graphql/input-rules.js';
import { DateTimeScalar } from '../graphql/scalars.js';

@ObjectType({ description: 'One field of a change, before and after (giá trị trước và sau).' })
export class FieldChange {
  @Field(() => String)
  field: string;

  @Field(() => String, { nullable: true })
  before: string | null;

  @Field(() => String, { nullable: true })
  after: string | null;
}

@ObjectType({ description: 'A change of an object with who, when and why (lịch sử thay đổi).' })
export class ObjectChange {
  @Field(() => ID, { description: 'For `changeId`, where the state after this change can be restored.' })
  id: string;

  @Field(() => DateTimeScalar)
  at: Date;

  @Field(() => String, { description: 'Người thực hiện.' })
  actor: string;

  @Field(() => String, {
    nullable: true,
    description: 'For whom, by a right handed on (thay mặt, theo uỷ quyền); null: by one’s own right.',
  })
  onBehalfOf: string | null;

  @Field(() => String, { description: 'What was done: `model.edited`.' })
  action: string;

  @Field(() => String, { nullable: true, description: 'Lý do.' })
  reason: string | null;

  @Field(() => [FieldChange], { description: 'What changed, field by field; of a new object, what it began with.' })
  changes: FieldChange[];
}

@InputType({
  description:
    'Brings back what an object said right after one of its changes (khôi phục phiên bản cũ), as a new change under the rules of today.',
})
export class RestoreVersionInput {
  @Field(() => ID)
  id: string;

  @Field(() => ID, { description: 'The change of its `history` after which it said what it shall say again.' })
  changeId: string;

  @Field(() => Int, { description: 'The version you have seen.' })
  expectedVersion: number;

  @Field(() => String, { description: 'Lý do.' })
  @IsWords(1_000)
  reason: string;
}
