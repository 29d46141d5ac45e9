import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { IsWords } from '../../../platform/graphql/input-rules.js';
import { ChangedModelInput } from '../changed-model.inputs.js';
import { ModelAttachmentKind } from './model-attachment.graphql.js';

@InputType({ description: 'Hangs a file on the model that it was uploaded for.' })
export class AttachModelFileInput extends ChangedModelInput {
  @Field(() => ID, { description: 'As the upload answered it.' })
  fileId: string;

  @Field(() => ModelAttachmentKind)
  kind: ModelAttachmentKind;

  @Field(() => String, { nullable: true, description: 'Ghi chú.' })
  @IsOptional()
  @IsWords(1_000)
  note?: string | null;
}

@InputType({ description: 'Takes a file off a model. For seven days it can be attached again; then it is erased.' })
export class DetachModelFileInput extends ChangedModelInput {
  @Field(() => ID)
  fileId: string;

  @Field(() => String, { description: 'Lý do.' })
  @IsWords(1_000)
  reason: string;
}
