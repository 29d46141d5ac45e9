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
import { HTTP_STATUS } from '../graphql/error-format.js';
import { clientOf } from '../http/client.js';
import { HttpRefusal } from '../http/http-errors.filter.js';
import type { HttpAnswer, HttpRequest } from '../http/request-id.js';
import { RouteDoor } from '../http/route-door.js';
import { whoAsks } from '../http/who-asks.js';
import { Log } from '../logging/log.js';
import { FileErrors } from './file.errors.js';
import { Files, type ReadableFile } from './files.service.js';
import { headersOf, rangeOf } from './file.headers.js';
import { Uploads } from './uploads.service.js';

/** Statuses that say more than an error's category does. */
const STATUS: Readonly<Record<string, number>> = {
  FILE_TOO_LARGE: 413,
  FILE_RANGE_WRONG: 416,
  UPLOAD_TICKET_EXPIRED: 410,
  FILE_REFUSED: 410,
};
/** What a file costs of its asker’s minute, up or down: as much as a page of a hundred rows. */
const FILE_POINTS = 100;
/** How long what a refused client still sends is thrown away, so that it gets to read why. */
const PATIENCE_MS = 30_000;

type Http = ReturnType<ReturnType<NestFastifyApplication['getHttpAdapter']>['getInstance']>;
interface Answer extends HttpAnswer {
  readonly raw: { writeContinue(): void };
  code(status: number): Answer;
  headers(values: Record<string, string>): Answer;
  send(body?: object): unknown;
}
interface Request extends HttpRequest {
  readonly raw: IncomingMessage;
  readonly method: string;
}

/** `PUT /uploads/:ticket` and `GET /files/:id`: plain HTTP, because bytes are neither JSON nor to be held in memory. */
@Injectable()
export class FileRoutes {
  constructor(
    private readonly uploads: Uploads,
    private readonly files: Files,
    private readonly authentication: Authentication,
    private readonly rights: Rights,
    private readonly door: RouteDoor,
    private readonly log: Log,
  ) {}

  /** Before the application starts to listen. The routes stand in a scope of their own, where bodies are streams; elsewhere they are JSON. */
  mount(http: Http): void {
    // Who asks whether to go on (curl, for large files) is told only once the ticket and the length are good.
    http.server.on('checkContinue', (request, response) => {
      if (!request.url?.startsWith('/uploads/')) response.writeContinue();
      http.server.emit('request', request, response);
    });
    http.register(async scope => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', (_request, body, done) => done(null, body));
      scope.put<{ Params: { ticket: string } }>('/uploads/:ticket', (request, reply) =>
        this.upload(request as unknown as Request, reply, request.params.ticket),
      );
      scope.route<{ Params: { id: string } }>({
        method: ['GET', 'HEAD'],
        url: '/files/:id',
        handler: (request, reply) => this.download(request as unknown as Request, reply, request.params.id),
      });
    });
  }

  private async upload(request: Request, reply: Answer, secret: string): Promise<unknown> {
    const started = performance.now();
    const client = clientOf(request);
    try {
      const { ticket, asker } = await this.door.turn(() => this.door.knowing(client, () => this.uploads.expected(secret)));
      await this.door.pay(asker, client, FILE_POINTS);
      const uploaded = await this.uploads.receive(ticket, () => bodyOf(request, reply), lengthOf(request), request.id);
      const { id, ...told } = uploaded;
      const { size, state } = told;
      this.log.info('upload', { requestId: request.id, file: id, size, state, ms: Math.round(performance.now() - started) });
      return reply.code(201).send({ id: toGlobalId('File', id), ...told });
    } catch (error) {
      throwAwayRest(request.raw);
      throw refusalOf(error);
    }
  }

  /** An answer that is only beginning to be sent must be handed on, or the server takes it for forgotten. */
  private async download(request: Request, reply: Answer, globalId: string): Promise<unknown> {
    try {
      const { actor, file } = await this.door.turn(() => this.readable(request, reply, globalId));
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

  private async readable(request: Request, reply: Answer, globalId: string): Promise<{ actor: Actor; file: ReadableFile }> {
    const client = clientOf(request);
    const actor = await this.door.knowing(client, () => this.readerOf(request, reply));
    await this.door.pay(actor, client, FILE_POINTS);
    const found = fromGlobalId(globalId);
    if (found?.type !== 'File') throw FileErrors.FILE_NOT_FOUND();
    return { actor, file: await this.files.readable(actor, found.id) };
  }

  private async readerOf(request: Request, reply: Answer): Promise<Actor> {
    const { actor, refused, lapsed } = await whoAsks(request, reply, this.authentication);
    if (!actor) throw refused ?? lapsed ?? PlatformErrors.UNAUTHENTICATED();
    if (!this.rights.may(actor, 'registry.read')) throw this.rights.forbidden('registry.read');
    return actor;
  }
}

/** The bytes, once they are wanted. */
function bodyOf({ raw }: Request, reply: Answer): Readable {
  if (raw.headers.expect !== undefined) reply.raw.writeContinue();
  return raw;
}

function lengthOf({ headers }: Request): number | undefined {
  const stated = headers['content-length'];
  return stated === undefined ? undefined : Number(stated);
}

/** What was begun to be sent is read to its end and thrown away: a client whose sending fails may never look at the answer. */
function throwAwayRest(body: IncomingMessage): void {
  if (body.complete || body.destroyed) return;
  body.on('error', () => undefined).resume();
  const timer = setTimeout(() => body.socket.destroy(), PATIENCE_MS).unref();
  body.on('close', () => clearTimeout(timer));
}

function refusalOf(error: unknown): unknown {
  if (!(error instanceof DomainError)) return error;
  return new HttpRefusal(error, STATUS[error.code] ?? (error.category === 'conflict' ? 409 : (HTTP_STATUS[error.category] ?? 500)));
}
