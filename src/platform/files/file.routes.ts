import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { fromGlobalId, toGlobalId } from '../../shared/ids.js';
import type { Actor } from '../access/actor.js';
import { Authentication } from '../access/authenticator.port.js';
import { Rights } from '../access/rights.js';
import { DomainError } from '../errors/domain-error.js';
import { PlatformErrors } from '../errors/platform.errors.js';
import { translateSystemError } from '../errors/system-errors.js';
import { HTTP_STATUS } from '../graphql/error-format.js';
import { clientOf } from '../http/client.js';
import { HttpRefusal } from '../http/http-errors.filter.js';
import type { HttpReply, HttpRequest } from '../http/request-id.js';
import { RouteAdmission } from '../http/route-admission.js';
import { identifyCaller } from '../http/caller.js';
import { Log } from '../logging/log.js';
import { FileErrors } from './file.errors.js';
import { Files, type ReadableFile } from './files.service.js';
import { headersOf, rangeOf } from './file.headers.js';
import { Uploads } from './uploads.service.js';

/** HTTP statuses that are more precise than that of the error's category. */
const STATUS_OF_CODE: Readonly<Record<string, number>> = {
  FILE_TOO_LARGE: 413,
  UPLOADS_TOO_MANY: 429,
  FILE_RANGE_WRONG: 416,
  UPLOAD_TICKET_EXPIRED: 410,
  FILE_REFUSED: 410,
};
/** Points of an upload or a download: as much as a page of a hundred rows (see `RateLimiter`). */
const FILE_POINTS = 100;
/** How long the rest of a refused upload is read and discarded, so that the client gets to read the answer. */
const DISCARD_TIMEOUT_MS = 30_000;

type FastifyServer = ReturnType<ReturnType<NestFastifyApplication['getHttpAdapter']>['getInstance']>;
interface FileReply extends HttpReply {
  readonly raw: { writeContinue(): void };
  code(status: number): FileReply;
  headers(values: Record<string, string>): FileReply;
  send(body?: object): unknown;
}
interface FileRequest extends HttpRequest {
  readonly raw: IncomingMessage;
  readonly method: string;
}

/** `PUT /uploads/:ticket` and `GET /files/:id`: plain HTTP, because bytes are not JSON and must not be held in memory. */
@Injectable()
export class FileRoutes {
  constructor(
    private readonly uploads: Uploads,
    private readonly files: Files,
    private readonly authentication: Authentication,
    private readonly rights: Rights,
    private readonly admission: RouteAdmission,
    private readonly log: Log,
  ) {}

  /** To be called before the server listens. The routes have a Fastify scope of their own, where bodies are streams; elsewhere they are JSON. */
  mount(http: FastifyServer): void {
    // `Expect: 100-continue` (curl sends it for large files) is answered only after the ticket and the length are checked.
    http.server.on('checkContinue', (request, response) => {
      if (!request.url?.startsWith('/uploads/')) response.writeContinue();
      http.server.emit('request', request, response);
    });
    http.register(async scope => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', (_request, body, done) => done(null, body));
      scope.put<{ Params: { ticket: string } }>('/uploads/:ticket', (request, reply) =>
        this.upload(request as unknown as FileRequest, reply, request.params.ticket),
      );
      scope.route<{ Params: { id: string } }>({
        method: ['GET', 'HEAD'],
        url: '/files/:id',
        handler: (request, reply) => this.download(request as unknown as FileRequest, reply, request.params.id),
      });
    });
  }

  private async upload(request: FileRequest, reply: FileReply, secret: string): Promise<unknown> {
    const started = performance.now();
    const client = clientOf(request);
    try {
      const { ticket, uploader } = await this.admission.run(() => this.admission.identify(client, () => this.uploads.findTicket(secret)));
      await this.admission.charge(uploader, client, FILE_POINTS);
      const uploaded = await this.uploads.receive(ticket, () => bodyOf(request, reply), lengthOf(request), request.id);
      const { id, ...details } = uploaded;
      const { size, state } = details;
      this.log.info('upload', { requestId: request.id, file: id, size, state, ms: Math.round(performance.now() - started) });
      return reply.code(201).send({ id: toGlobalId('File', id), ...details });
    } catch (error) {
      discardRest(request.raw);
      throw refusalOf(error);
    }
  }

  /** Returns the reply, whose body is still being sent: otherwise Fastify would consider the request unanswered. */
  private async download(request: FileRequest, reply: FileReply, globalId: string): Promise<unknown> {
    try {
      const { actor, file } = await this.admission.run(() => this.readable(request, reply, globalId));
      const range = rangeOf(request.headers.range, request.headers['if-range'], file.size);
      const length = range ? range.end - range.start + 1 : file.size;
      const headers = {
        ...headersOf(file),
        'content-length': String(length),
        ...(range && { 'content-range': `bytes ${range.start}-${range.end}/${file.size}` }),
      };
      const bytes = request.method === 'HEAD' ? undefined : await this.files.open(file, range);
      this.log.info('download', { requestId: request.id, file: file.id, actor: actor.id, size: length });
      return reply
        .code(range ? 206 : 200)
        .headers(headers)
        .send(bytes);
    } catch (error) {
      throw refusalOf(error);
    }
  }

  private async readable(request: FileRequest, reply: FileReply, globalId: string): Promise<{ actor: Actor; file: ReadableFile }> {
    const client = clientOf(request);
    const actor = await this.admission.identify(client, () => this.readerOf(request, reply));
    await this.admission.charge(actor, client, FILE_POINTS);
    const found = fromGlobalId(globalId);
    if (found?.type !== 'File') throw FileErrors.FILE_NOT_FOUND();
    return { actor, file: await this.files.readable(actor, found.id) };
  }

  private async readerOf(request: FileRequest, reply: FileReply): Promise<Actor> {
    const { actor, refused, sessionEnded } = await identifyCaller(request, reply, this.authentication);
    if (!actor) throw refused ?? sessionEnded ?? PlatformErrors.UNAUTHENTICATED();
    if (!this.rights.may(actor, 'registry.read')) throw this.rights.forbidden('registry.read');
    return actor;
  }
}

/** The body. Sends `100 Continue` first if the client waits for it. */
function bodyOf({ raw }: FileRequest, reply: FileReply): Readable {
  if (raw.headers.expect !== undefined) reply.raw.writeContinue();
  return raw;
}

function lengthOf({ headers }: FileRequest): number | undefined {
  const stated = headers['content-length'];
  return stated === undefined ? undefined : Number(stated);
}

/** Reads and discards the rest of the body: a client whose upload is cut off may never read the answer. */
function discardRest(body: IncomingMessage): void {
  if (body.complete || body.destroyed) return;
  body.on('error', () => undefined).resume();
  const timer = setTimeout(() => body.socket.destroy(), DISCARD_TIMEOUT_MS).unref();
  body.on('close', () => clearTimeout(timer));
}

function refusalOf(thrown: unknown): unknown {
  const error = translateSystemError(thrown);
  if (!(error instanceof DomainError)) return error;
  return new HttpRefusal(error, STATUS_OF_CODE[error.code] ?? (error.category === 'conflict' ? 409 : (HTTP_STATUS[error.category] ?? 500)));
}
