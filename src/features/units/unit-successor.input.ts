import { Field, ID, InputType } from '@nestjs/graphql';

export const UNIT_REF = 'A unit’s identifier, or `#mark` of a unit that this event establishes.';

@InputType({ description: 'A unit that takes over another, whole or in part (đơn vị kế thừa).' })
export class SuccessorInput {
  @Field(() => ID, { description: `The unit that takes over (đơn vị kế thừa). ${UNIT_REF}` })
  unitId: string;

  @Field(() => Boolean, { description: 'True: it takes over the whole unit; false: a part of it (toàn bộ hay một phần).' })
  whole: boolean;
}
