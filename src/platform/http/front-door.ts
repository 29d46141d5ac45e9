import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Shutdown } from '../health/shutdown.js';
import { TrustedDocuments } from '../views/trusted-documents.js';
import { Admission } from './admission.js';
import { secure } from './security-headers.js';

const API = '/graphql';
const isApi = (url: string): boolean => url.startsWith(API);

/** What stands before every route, in the order in which a request meets it. Refusals become answers in `HttpErrors`. */
export function openFrontDoor(app: NestFastifyApplication): void {
  const http = app.getHttpAdapter().getInstance();
  const [admission, trusted, shutdown] = [app.get(Admission), app.get(TrustedDocuments), app.get(Shutdown)];

  http.addHook('onRequest', (request, reply, next) => {
    secure(request.raw, reply.raw);
    // Whoever keeps a connection learns with this answer that the next request goes elsewhere.
    if (shutdown.begun) reply.header('connection', 'close');
    if (isApi(request.url) && admission.isFull) next(admission.refusal());
    else next();
  });

  // A turn is taken when the body is there: a slow sender must not hold one.
  http.addHook('preHandler', async (request, reply) => {
    if (!isApi(request.url)) return;
    trusted.admit((request.method === 'POST' ? request.body : request.query) ?? {});
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
