import type { Readable } from 'node:stream';
import { dayInVietnam } from '../../shared/dates.js';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { headersOf, rangeOf } from '../../platform/files/file.headers.js';
import { Storage } from '../../platform/files/storage/storage.port.js';
import { clientOf } from '../../platform/http/client.js';
import type { HttpRequest } from '../../platform/http/request-id.js';
import { RouteAdmission } from '../../platform/http/route-admission.js';
import { Log } from '../../platform/logging/log.js';
import { FORMATS } from './export-formats.js';
import { ExportTickets } from './export-tickets.js';
import { ExportErrors } from './exports.errors.js';
import { ExportsService } from './exports.service.js';
import type { ExportRow } from './exports.store.js';

interface ExportReply {
  code(status: number): ExportReply;
  headers(values: Record<string, string>): ExportReply;
  send(body?: Readable): unknown;
}

/** Points of a download, as for files. */
const POINTS = 100;

/** `GET /exports/:ticket`: plain HTTP, because bytes are not JSON and must not be held in memory. */
@Controller('exports')
export class ExportsController {
  constructor(
    private readonly tickets: ExportTickets,
    private readonly exports: ExportsService,
    private readonly storage: Storage,
    private readonly admission: RouteAdmission,
    private readonly db: Database,
    private readonly log: Log,
  ) {}

  @Get(':ticket')
  async download(
    @Param('ticket') ticket: string,
    @Req() request: HttpRequest & { readonly method: string },
    @Res() reply: ExportReply,
  ): Promise<void> {
    const client = clientOf(request);
    const row = await this.admission.run(() => this.admission.identify(client, () => this.ready(ticket)));
    await this.admission.charge(undefined, client, POINTS);
    const size = Number(row.size);
    const range = rangeOf(request.headers.range, request.headers['if-range'], size);
    const { mediaType, ending } = FORMATS[row.format];
    const day = dayInVietnam(row.snapshotAt!);
    const headers = {
      ...headersOf({ name: `ket-xuat-${day}.${ending}`, mediaType }),
      'content-length': String(range ? range.end - range.start + 1 : size),
      etag: `"${row.sha256}"`,
      // Of the whole file, also where only a part is sent (RFC 9530).
      'repr-digest': `sha-256=:${Buffer.from(row.sha256!, 'hex').toString('base64')}:`,
      'x-row-count': String(row.rowCount),
      ...(range && { 'content-range': `bytes ${range.start}-${range.end}/${size}` }),
    };
    const bytes = request.method === 'HEAD' ? undefined : await this.bytesOf(row, range);
    this.log.info('export downloaded', { requestId: request.id, export: row.id, asker: row.askerId, size });
    reply
      .code(range ? 206 : 200)
      .headers(headers)
      .send(bytes);
  }

  /** @throws EXPORT_NOT_FOUND for one that is not ready, whose time is over, or whose asker may no longer sign in. */
  private async ready(ticket: string): Promise<ExportRow> {
    const row = await this.exports.find(this.tickets.read(ticket));
    if (row?.state !== 'READY' || row.expiresAt! < this.db.now() || !row.mayAsk) throw ExportErrors.EXPORT_NOT_FOUND();
    return row;
  }

  private async bytesOf({ id }: ExportRow, range: ReturnType<typeof rangeOf>): Promise<Readable> {
    const bytes = await this.storage.read(id, range);
    if (!bytes) throw ExportErrors.EXPORT_NOT_FOUND().because(new Error(`The bytes of the export ${id} are missing.`));
    return bytes;
  }
}
