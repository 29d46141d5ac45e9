import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../platform/access/allow.js';
import { RequestContext } from '../../../platform/graphql/context.js';
import { mutate } from '../../../platform/graphql/mutation.js';
import { idOf } from '../../../platform/graphql/node.js';
import { AttachInspectionFileInput, DetachInspectionFileInput } from './inspection-file.inputs.js';
import { InspectionFiles, type SeenInspectionFile } from './inspection-files.service.js';
import { InspectionPayload } from './inspection.graphql.js';

const seenFile = ({ id, expectedVersion, fileId }: AttachInspectionFileInput): SeenInspectionFile => ({
  id: idOf('Inspection', id, 'id'),
  expectedVersion,
  fileId: idOf('File', fileId, 'fileId'),
});

/** Attaches files to inspections and detaches them. */
@Resolver()
export class InspectionFilesResolver {
  constructor(private readonly service: InspectionFiles) {}

  @Mutation(() => InspectionPayload, { description: 'Attaches an uploaded file to an inspection (đính kèm tài liệu kiểm tra).' })
  @Allow('inspection.record')
  attachInspectionFile(
    @Args('input', { type: () => AttachInspectionFileInput }) input: AttachInspectionFileInput,
    @Context() context: RequestContext,
  ): Promise<InspectionPayload> {
    return mutate(context, AttachInspectionFileInput, input, async () => ({
      inspection: await this.service.attach(context.signedIn, seenFile(input)),
    }));
  }

  @Mutation(() => InspectionPayload, { description: 'Detaches a file from an inspection, with a reason (gỡ tài liệu kiểm tra).' })
  @Allow('inspection.record')
  detachInspectionFile(
    @Args('input', { type: () => DetachInspectionFileInput }) input: DetachInspectionFileInput,
    @Context() context: RequestContext,
  ): Promise<InspectionPayload> {
    return mutate(context, DetachInspectionFileInput, input, async () => ({
      inspection: await this.service.detach(context.signedIn, seenFile(input), input.reason),
    }));
  }
}
