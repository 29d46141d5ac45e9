import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { Costs } from '../../platform/graphql/cost.js';
import { mutate } from '../../platform/graphql/mutation.js';
import { toGlobalId } from '../../shared/ids.js';
import { ExportTickets } from './export-tickets.js';
import { Export, RequestExportInput, RequestExportPayload } from './exports.graphql.js';
import { ExportsService } from './exports.service.js';
import type { ExportRow } from './exports.store.js';

const POINTS = 20;

/** The contract of exports. */
@Resolver()
export class ExportsResolver {
  constructor(
    private readonly exports: ExportsService,
    private readonly tickets: ExportTickets,
  ) {}

  @Query(() => [Export], { description: 'Your own exports of the last 30 days, the latest first; at most 100 (các bản kết xuất của tôi).' })
  @Allow('registry.read')
  @Costs(() => POINTS)
  async myExports(@Context() context: RequestContext): Promise<Export[]> {
    return (await this.exports.of(context.signedIn)).map(row => this.shown(row));
  }

  @Mutation(() => RequestExportPayload, {
    description:
      'Has a whole list written to a file, as you see it when it is written (yêu cầu kết xuất danh sách). `myExports` says when it is ready.',
  })
  @Allow('registry.read')
  requestExport(
    @Args('input', { type: () => RequestExportInput }) input: RequestExportInput,
    @Context() context: RequestContext,
  ): Promise<RequestExportPayload> {
    return mutate(context, RequestExportInput, input, async () => {
      const { question, variables, format, idempotencyKey } = input;
      const { language } = context;
      const id = await this.exports.request(context.signedIn, { question, variables, format, language, idempotencyKey });
      const row = await this.exports.find(id);
      return { export: row ? this.shown(row) : null };
    });
  }

  private shown(row: ExportRow): Export {
    const { id, state, format, question, requestedAt, snapshotAt, rowCount, size, sha256, expiresAt, failure } = row;
    const url = state === 'READY' ? this.tickets.urlOf(id) : null;
    return {
      id: toGlobalId('Export', id),
      state,
      format,
      question,
      requestedAt,
      asOfMoment: snapshotAt,
      rowCount,
      size,
      sha256,
      url,
      expiresAt,
      failure,
    };
  }
}
