import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { IsWords } from '../../../platform/graphql/input-rules.js';
import { ChangedModelInput } from '../changed-model.inputs.js';
import { ModelAttachmentKind } from './model-attachment.graphql.js';

@InputType({ description: 'Input of `attachModelFile` (đính kèm tệp vào mô hình).' })
export class AttachModelFileInput extends ChangedModelInput {
  @Field(() => ID, { description: 'The file, uploaded for this model; the upload returned its identifier (tệp).' })
  fileId: string;

  @Field(() => ModelAttachmentKind, { description: 'What the file is (loại tệp).' })
  kind: ModelAttachmentKind;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsWords(1_000)
  note?: string | null;
}

@InputType({
  description: 'Input of `detachModelFile` (gỡ tệp khỏi mô hình). For seven days the file can be attached again, then it is erased.',
})
export class DetachModelFileInput extends ChangedModelInput {
  @Field(() => ID, { description: 'The attached file (tệp).' })
  fileId: string;

  @Field(() => String)
  @IsWords(1_000)
  reason: string;
}
