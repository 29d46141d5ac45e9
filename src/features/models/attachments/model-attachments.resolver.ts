import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../platform/access/allow.js';
import { RequestContext } from '../../../platform/graphql/context.js';
import { mutate } from '../../../platform/graphql/mutation.js';
import { idOf } from '../../../platform/graphql/node.js';
import { ModelPayload, seenModel, type ChangedModelInput } from '../changed-model.inputs.js';
import { AttachModelFileInput, DetachModelFileInput } from './model-attachment.inputs.js';
import { ModelAttachments, type AttachedFile } from './model-attachments.service.js';

const attachedFile = (input: ChangedModelInput & { readonly fileId: string }): AttachedFile => ({
  ...seenModel(input),
  fileId: idOf('File', input.fileId, 'fileId'),
});

/** The files of a model. */
@Resolver()
export class ModelAttachmentsResolver {
  constructor(private readonly service: ModelAttachments) {}

  @Mutation(() => ModelPayload, { description: 'Attaches an uploaded file to a model (đính kèm tệp vào mô hình).' })
  @Allow('model.edit')
  attachModelFile(
    @Args('input', { type: () => AttachModelFileInput }) input: AttachModelFileInput,
    @Context() context: RequestContext,
  ): Promise<ModelPayload> {
    return mutate(context, AttachModelFileInput, input, async () => ({
      model: await this.service.attach(context.signedIn, attachedFile(input), input.kind, input.note ?? null),
    }));
  }

  @Mutation(() => ModelPayload, { description: 'Detaches a file from a model, with a reason (gỡ tệp khỏi mô hình).' })
  @Allow('model.edit')
  detachModelFile(
    @Args('input', { type: () => DetachModelFileInput }) input: DetachModelFileInput,
    @Context() context: RequestContext,
  ): Promise<ModelPayload> {
    return mutate(context, DetachModelFileInput, input, async () => ({
      model: await this.service.detach(context.signedIn, attachedFile(input), input.reason),
    }));
  }
}
