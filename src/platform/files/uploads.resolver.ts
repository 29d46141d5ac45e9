import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../access/allow.js';
import { RequestContext } from '../graphql/context.js';
import { mutate } from '../graphql/mutation.js';
import { idOf } from '../graphql/node.js';
import { PlatformErrors } from '../errors/platform.errors.js';
import { FilePurposes } from './file-purposes.js';
import { RequestUploadInput, RequestUploadPayload } from './file.graphql.js';
import { UploadTickets } from './upload-tickets.service.js';

@Resolver()
export class UploadsResolver {
  constructor(
    private readonly tickets: UploadTickets,
    private readonly purposes: FilePurposes,
  ) {}

  @Mutation(() => RequestUploadPayload, {
    description:
      'Issues a ticket for uploading one file to a record that you may change (xin phiếu tải lên). The bytes are sent with `PUT` to the `url` of the ticket.',
  })
  @Allow('file.upload')
  requestUpload(
    @Args('input', { type: () => RequestUploadInput }) input: RequestUploadInput,
    @Context() context: RequestContext,
  ): Promise<RequestUploadPayload> {
    return mutate(context, RequestUploadInput, input, async () => {
      const { purpose, fileName } = input;
      const recordId = this.recordOf(input);
      const { secret, endings, ...ticket } = await this.tickets.request(context.signedIn, { purpose, fileName, recordId });
      return { ticket: { ...ticket, endings: [...endings], url: `/uploads/${secret}` } };
    });
  }

  /** @throws ID_INVALID when the purpose has a record and none is given, or the other way round. */
  private recordOf({ purpose, recordId }: RequestUploadInput): string | null {
    const { recordType } = this.purposes.of(purpose).purpose;
    if (recordType !== null) return idOf(recordType, recordId ?? '', 'recordId');
    if (recordId !== undefined && recordId !== null) throw PlatformErrors.ID_INVALID({ field: 'recordId', type: '–' }).at('recordId');
    return null;
  }
}
