import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Bilingual } from '../../shared/language.js';
import { PlatformErrors } from '../errors/platform.errors.js';
import { languageOf } from '../graphql/context.js';
import { HttpRefusal } from '../http/http-errors.filter.js';
import type { HttpReply, HttpRequest } from '../http/request-id.js';
import { EXPLORER_POLICY, pagePolicy } from '../http/security-headers.js';
import { WEB_CLIENT, type WebClient, type WebFile } from './web-client.js';

type FastifyServer = ReturnType<ReturnType<NestFastifyApplication['getHttpAdapter']>['getInstance']>;
interface WebReply extends HttpReply {
  code(status: number): WebReply;
  headers(values: Record<string, string>): WebReply;
  send(body?: string | Buffer): unknown;
}

export const ASSETS = '/assets/:name';
const NOT_FOUND = 404;
const NONCE_BYTES = 16;
const PAGE = { 'content-type': 'text/html; charset=utf-8', vary: 'accept' };

/**
 * The web client: its page at `/` and at the addresses of its views, and its files. Nothing of it is anybody's data, so no caller is asked for and
 * no points are charged. The files have their hash in their name and never change.
 */
@Injectable()
export class WebRoutes {
  constructor(@Inject(WEB_CLIENT) private readonly client: WebClient | undefined) {}

  /**
   * To be called before the server listens. @param welcome what `/` answers to programs, and to browsers where the client is not built.
   * @param explorable whether there is a page on which people try questions, at `/explorer`.
   */
  mount(http: FastifyServer, welcome: Bilingual, explorable: boolean): void {
    const get = (url: string, handler: (request: HttpRequest, reply: WebReply) => unknown): unknown =>
      http.route({
        method: ['GET', 'HEAD'],
        url,
        handler: (request, reply) => handler(request as unknown as HttpRequest, reply as WebReply),
      });
    get('/', (request, reply) =>
      this.client && wantsPage(request)
        ? sendPage(reply, this.client.page)
        : sendText(reply, welcome[languageOf(request.headers['accept-language'])]),
    );
    if (!this.client) return;
    const { page, files, addresses, explorer } = this.client;
    const serve = (url: string, of: WebClient['files']): unknown =>
      get(url, (request, reply) => {
        const file = of.get((request as HttpRequest & { readonly params: { readonly name: string } }).params.name);
        if (!file) throw pathUnknown();
        return sendFile(reply, file, request.headers['accept-encoding']);
      });
    serve(ASSETS, files);
    if (explorable) {
      serve(`/explorer${ASSETS}`, explorer.files);
      get('/explorer', (request, reply) => {
        if (!wantsPage(request)) throw pathUnknown();
        return reply.headers({ ...PAGE, 'content-security-policy': EXPLORER_POLICY }).send(explorer.page);
      });
    }
    for (const address of addresses) {
      for (const url of [`/${address}`, `/${address}/*`]) {
        get(url, (request, reply) => {
          if (!wantsPage(request)) throw pathUnknown();
          return sendPage(reply, page);
        });
      }
    }
  }
}

const pathUnknown = (): HttpRefusal => new HttpRefusal(PlatformErrors.PATH_UNKNOWN(), NOT_FOUND);

/** Browsers say so; programs that take anything do not mean a page. */
export const wantsPage = ({ headers }: Pick<HttpRequest, 'headers'>): boolean => headers.accept?.includes('text/html') ?? false;

function sendText(reply: WebReply, text: string): unknown {
  return reply.headers({ 'content-type': 'text/plain; charset=utf-8', vary: 'accept-language, accept' }).send(text);
}

/** Mantine writes styles into the page while it runs: the nonce allows these and no others. */
function sendPage(reply: WebReply, page: string): unknown {
  const nonce = randomBytes(NONCE_BYTES).toString('base64');
  return reply.headers({ ...PAGE, 'content-security-policy': pagePolicy(nonce) }).send(page.replaceAll('__NONCE__', nonce));
}

function sendFile(reply: WebReply, file: WebFile, accepted = ''): unknown {
  const encoding = file.br && /\bbr\b/.test(accepted) ? 'br' : file.gzip && /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
  const bytes = (encoding === 'br' ? file.br : encoding === 'gzip' ? file.gzip : undefined) ?? file.bytes;
  return reply
    .headers({
      'content-type': file.type,
      'cache-control': 'public, max-age=31536000, immutable',
      'content-length': String(bytes.length),
      vary: 'accept-encoding',
      ...(encoding && { 'content-encoding': encoding }),
    })
    .send(bytes);
}
