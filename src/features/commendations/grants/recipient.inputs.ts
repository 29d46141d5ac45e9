import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { IsWords } from '../../../platform/graphql/input-rules.js';

export const MOST_RECIPIENTS = 100_000;
export const OF_WHOM = 'Omitted or null: not said';

@InputType({ isAbstract: true })
export abstract class NamedRecipientInput {
  @Field(() => ID, { nullable: true, description: `The person of the directory (người). ${OF_WHOM}.` })
  personId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The unit that is commended, or that of the recipient (đơn vị). Omitted or null: that of the person or the model.',
  })
  unitId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Name as the decision prints it; of a household, that of its head (tên). Omitted or null: that of the person, or of the unit.',
  })
  @IsOptional()
  @IsWords(300)
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Post as the decision prints it (chức vụ). Omitted or null: that of the person on the day, if any.',
  })
  @IsOptional()
  @IsWords(300)
  post?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Unit as the decision prints it (tên đơn vị). Omitted or null: as it was called on the day.',
  })
  @IsOptional()
  @IsWords(500)
  unitName?: string | null;
}

@InputType({ description: 'One name of a list (bổ sung tên).' })
export class NamedInput extends NamedRecipientInput {}
