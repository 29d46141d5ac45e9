import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Shutdown } from '../health/shutdown.js';
import { Outlines } from '../graphql/document-outline.js';
import { REFUSED_POINTS, RateLimiter } from '../limits/rate-limiter.js';
import { TrustedDocuments, type Asked } from '../views/trusted-documents.js';
import { Admission } from './admission.js';
import { clientOf } from './client.js';
import type { HttpRequest } from './request-id.js';
import { secure } from './security-headers.js';
import { turnAway, type Answer } from './turn-away.js';

type Routed = Pick<HttpRequest, 'routeOptions'>;

/** Asked of the route, never of the path as written: `/%67raphql` leads there, too. */
const isOf = ({ routeOptions }: Routed, ...routes: readonly string[]): boolean => routes.some(route => routeOptions.url?.startsWith(route));

const isApi = (request: Routed): boolean => isOf(request, '/graphql');
/** Whoever watches the server must be answered above all while it is overloaded. */
const isWatched = (request: Routed): boolean => isOf(request, '/health', '/metrics');

/** What stands before every route, in the order in which a request meets it. Refusals become answers in `HttpErrors`. */
export function openFrontDoor(app: NestFastifyApplication): void {
  const http = app.getHttpAdapter().getInstance();
  const [admission, trusted, shutdown, limiter] = [app.get(Admission), app.get(TrustedDocuments), app.get(Shutdown), app.get(RateLimiter)];
  const outlines = new Outlines();

  const isTurnedAway = (request: HttpRequest, reply: Answer): boolean => {
    if (!admission.isFull || isWatched(request)) return false;
    admission.turnAway();
    turnAway(request, reply, shutdown.begun);
    return true;
  };

  http.addHook('onRequest', (request, reply, next) => {
    if (isTurnedAway(request as unknown as HttpRequest, reply)) return;
    secure(reply.raw);
    // Whoever keeps a connection learns with this answer that the next request goes elsewhere.
    if (shutdown.begun) reply.header('connection', 'close');
    next();
  });

  // A turn is taken when the body is there: a slow sender must not hold one.
  http.addHook('preHandler', async (request, reply) => {
    // Of a flood, hundreds come before the first of them has waited.
    if (!isApi(request) || isTurnedAway(request as unknown as HttpRequest, reply)) return;
    const asked = ((request.method === 'POST' ? request.body : request.query) ?? {}) as Asked;
    try {
      trusted.admit(asked);
      outlines.check(asked.query);
    } catch (refusal) {
      // Nobody has been looked up yet, so it is the address that pays.
      limiter.payHere(clientOf(request as unknown as HttpRequest), REFUSED_POINTS);
      throw refusal;
    }
    await admission.enter();
    const leave = once(() => admission.leave());
    if (reply.raw.closed) leave();
    else reply.raw.on('finish', leave).on('close', leave);
  });
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (!done) work();
    done = true;
  };
}
