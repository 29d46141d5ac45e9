import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Shutdown } from '../health/shutdown.js';
import { DocumentChecker } from '../graphql/document-outline.js';
import { REFUSED_POINTS, RateLimiter } from '../limits/rate-limiter.js';
import { TrustedDocuments, type Asked } from '../views/trusted-documents.js';
import { Admission } from './admission.js';
import { clientOf } from './client.js';
import type { HttpRequest } from './request-id.js';
import { setSecurityHeaders } from './security-headers.js';
import { sendOverloaded, type RawReply } from './overload-reply.js';

type Routed = Pick<HttpRequest, 'routeOptions'>;

/** Asked of the route, never of the path as written: `/%67raphql` leads there, too. */
const matchesRoute = ({ routeOptions }: Routed, ...routes: readonly string[]): boolean =>
  routes.some(route => routeOptions.url?.startsWith(route));

const isGraphql = (request: Routed): boolean => matchesRoute(request, '/graphql');
/** Whoever watches the server must be answered above all while it is overloaded. */
const isMonitoring = (request: Routed): boolean => matchesRoute(request, '/health', '/metrics');

/** What stands before every route, in the order in which a request meets it. Refusals become answers in `HttpErrors`. */
export function addRequestHooks(app: NestFastifyApplication): void {
  const http = app.getHttpAdapter().getInstance();
  const [admission, trusted, shutdown, limiter] = [app.get(Admission), app.get(TrustedDocuments), app.get(Shutdown), app.get(RateLimiter)];
  const documents = new DocumentChecker();

  const refuseWhenFull = (request: HttpRequest, reply: RawReply): boolean => {
    if (!admission.isFull || isMonitoring(request)) return false;
    admission.countRefusal();
    sendOverloaded(request, reply, shutdown.begun);
    return true;
  };

  http.addHook('onRequest', (request, reply, next) => {
    if (refuseWhenFull(request as unknown as HttpRequest, reply)) return;
    setSecurityHeaders(reply.raw);
    // Whoever keeps a connection learns with this answer that the next request goes elsewhere.
    if (shutdown.begun) reply.header('connection', 'close');
    next();
  });

  // A turn is taken when the body is there: a slow sender must not hold one.
  http.addHook('preHandler', async (request, reply) => {
    // Of a flood, hundreds come before the first of them has waited.
    if (!isGraphql(request) || refuseWhenFull(request as unknown as HttpRequest, reply)) return;
    const operation = ((request.method === 'POST' ? request.body : request.query) ?? {}) as Asked;
    try {
      trusted.admit(operation);
      documents.check(operation.query);
    } catch (refusal) {
      // Nobody has been looked up yet, so it is the address that pays.
      limiter.chargeAddressOrRefuse(clientOf(request as unknown as HttpRequest), REFUSED_POINTS);
      throw refusal;
    }
    await admission.acquire();
    const release = once(() => admission.release());
    if (reply.raw.closed) release();
    else reply.raw.on('finish', release).on('close', release);
  });
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (!done) work();
    done = true;
  };
}
