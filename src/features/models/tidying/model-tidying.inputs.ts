import { Field, ID, InputType } from '@nestjs/graphql';
import { IsWords } from '../../../platform/graphql/input-rules.js';
import { ChangedModelInput } from '../changed-model.inputs.js';

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
