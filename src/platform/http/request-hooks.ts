import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Shutdown } from '../health/shutdown.js';
import { DocumentChecker } from '../graphql/document-outline.js';
import { REFUSED_POINTS, RateLimiter } from '../limits/rate-limiter.js';
import { TrustedDocuments, type Asked } from '../views/trusted-documents.js';
import { ASSETS } from '../web/web.routes.js';
import { PlatformErrors } from '../errors/platform.errors.js';
import { HttpRefusal } from './http-errors.filter.js';
import { Admission } from './admission.js';
import { sessionSecretIn } from '../access/session-cookie.js';
import { clientOf, networkOf } from './client.js';
import type { HttpRequest } from './request-id.js';
import { setSecurityHeaders } from './security-headers.js';
import { sendOverloaded, type RawReply } from './overload-reply.js';
import { OneAnswerAtATime } from './one-answer-at-a-time.js';

type Routed = Pick<HttpRequest, 'routeOptions'>;

/** Compares the matched route and not the path as the client wrote it: `/%67raphql` reaches `/graphql`, too. */
const matchesRoute = ({ routeOptions }: Routed, ...routes: readonly string[]): boolean =>
  routes.some(route => routeOptions.url?.startsWith(route));

const isGraphql = (request: Routed): boolean => matchesRoute(request, '/graphql');
/**
 * Never refused while the server is overloaded: health checks and metrics, which then matter most, and the files of the web client, which cost
 * nothing and without which people see no sentence about it.
 */
const isAlwaysAnswered = (request: Routed): boolean => matchesRoute(request, '/health', '/metrics', ASSETS);

/** The hooks in front of every route, in the order in which they run. `HttpErrors` turns what they throw into answers. */
export function addRequestHooks(app: NestFastifyApplication): void {
  const http = app.getHttpAdapter().getInstance();
  const [admission, trusted, shutdown, limiter] = [app.get(Admission), app.get(TrustedDocuments), app.get(Shutdown), app.get(RateLimiter)];
  const documents = new DocumentChecker();
  const slots = new WeakMap<object, () => void>();
  const connections = new OneAnswerAtATime();

  const refuseWhenFull = (request: HttpRequest, reply: RawReply): boolean => {
    if (!admission.isFull || isAlwaysAnswered(request)) return false;
    admission.countRefusal();
    sendOverloaded(request, reply, shutdown.begun);
    return true;
  };

  http.addHook('onRequest', (request, reply, next) => {
    if (refuseWhenFull(request as unknown as HttpRequest, reply)) return;
    setSecurityHeaders(reply.raw);
    // While the process stops, a client with a kept connection must send its next request to another process.
    if (shutdown.begun) reply.header('connection', 'close');
    // Addresses are kept in logs and histories, so none holds a query.
    if (isGraphql(request) && request.method !== 'POST') {
      reply.header('allow', 'POST');
      return next(new HttpRefusal(PlatformErrors.PATH_UNKNOWN(), 405));
    }
    next();
  });

  // The slot is taken once the body has arrived: a slow sender must not hold one.
  http.addHook('preHandler', async (request, reply) => {
    if (!isGraphql(request)) return;
    if (!(await connections.turn(request.raw.socket, reply.raw))) {
      reply.hijack();
      return;
    }
    // Checked again after the body has arrived: many requests can pass the first check before one of them is queued.
    if (refuseWhenFull(request as unknown as HttpRequest, reply)) return;
    const operation = (request.body ?? {}) as Asked;
    try {
      trusted.admit(operation);
      documents.check(operation.query);
    } catch (refusal) {
      // The caller is not identified yet, so the points are charged to the address.
      limiter.chargeAddressOrRefuse(clientOf(request as unknown as HttpRequest), REFUSED_POINTS);
      throw refusal;
    }
    const holder = holderOf(request as unknown as HttpRequest);
    await admission.acquire(holder);
    const release = once(() => admission.release(holder));
    slots.set(request, release);
    if (reply.raw.closed) release();
    else reply.raw.on('close', release);
  });

  // The slot is released when the answer is ready to be sent. If it were held until the client has read the answer, two connections that send requests
  // and read nothing could hold every slot. What such a connection has sent waits for its turn (`OneAnswerAtATime`).
  http.addHook('onSend', (request, _reply, payload, next) => {
    slots.get(request)?.();
    // As bytes: otherwise the length of a text is counted, and then the text is read once more to be sent.
    next(null, typeof payload === 'string' ? Buffer.from(payload) : payload);
  });
}

/** Who is known to send the request before anybody is identified: a token, a session, or an address. */
const holderOf = (request: HttpRequest): string =>
  request.headers.authorization ?? sessionSecretIn(request.headers.cookie) ?? networkOf(clientOf(request).address);

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (!done) work();
    done = true;
  };
}
