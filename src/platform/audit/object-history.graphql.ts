import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsWords } from '../graphql/input-rules.js';
import { DateTimeScalar } from '../graphql/scalars.js';
import { apiTerms } from '../graphql/api.terms.js';
import { describe } from '../../shared/terms.js';

@ObjectType({ description: describe(apiTerms.FieldChange) })
export class FieldChange {
  @Field(() => String, { description: 'Name of the field (trường).' })
  field: string;

  @Field(() => String, {
    nullable: true,
    description: 'The value before, as text; an identifier as `node` takes it (giá trị trước). Null: none.',
  })
  before: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The value afterwards, as text; an identifier as `node` takes it (giá trị sau). Null: none.',
  })
  after: string | null;
}

@ObjectType({ description: describe(apiTerms.ObjectChange) })
export class ObjectChange {
  @Field(() => ID, { description: 'Identifier of the change, for `changeId` where an earlier version can be restored (mã thay đổi).' })
  id: string;

  @Field(() => DateTimeScalar, { description: 'When it was made (thời điểm).' })
  at: Date;

  @Field(() => String, { description: 'Display name of the person, or name of the program, that made it (người thực hiện).' })
  actor: string;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the account whose delegated right was used (thay mặt, theo uỷ quyền). Null: the right was the actor’s own.',
  })
  onBehalfOf: string | null;

  @Field(() => String, { description: 'What was done, for example `model.edited` (thao tác).' })
  action: string;

  @Field(() => String, { nullable: true, description: 'Why it was made (lý do). Null: no reason was given.' })
  reason: string | null;

  @Field(() => [FieldChange], { description: 'The fields that changed; of a new object, its first values (nội dung thay đổi).' })
  changes: FieldChange[];
}

@InputType({
  description:
    'Input of the commands that restore an earlier version: an object, and the change to return to (khôi phục phiên bản cũ). The rules of today apply to the restored values.',
})
export class RestoreVersionInput {
  @Field(() => ID, { description: 'The object (đối tượng).' })
  id: string;

  @Field(() => ID, { description: 'The change in its `history` after which it had the values to restore (mã thay đổi).' })
  changeId: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => String)
  @IsWords(1_000)
  reason: string;
}
