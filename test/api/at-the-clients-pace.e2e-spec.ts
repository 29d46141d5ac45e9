import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { givenFiles } from '../files/given-files.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

/** Nothing that others need is held for as long as a client likes: slots, uploads, guards that trust what is announced. */
let registry: TestRegistry;
beforeAll(async () => (registry = await openTestRegistry()));
afterAll(() => registry.close());

const open = async (): Promise<Socket> => {
  const socket = connect(Number(new URL(registry.url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
};

interface Metered {
  readonly extensions: { readonly rateLimit: { readonly remaining: number } };
}

/** One request of HTTP/1.1; without a length the body is sent in chunks. */
function request(body: string, chunked = false, token = registry.tokens.reader): string {
  const length = chunked ? 'transfer-encoding: chunked' : `content-length: ${Buffer.byteLength(body)}`;
  const sent = chunked ? `${Buffer.byteLength(body).toString(16)}\r\n${body}\r\n0\r\n\r\n` : body;
  return `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nauthorization: Bearer ${token}\r\n${length}\r\n\r\n${sent}`;
}

describe('a client that sends requests and reads no answer', () => {
  it('holds no slot: everybody else is answered', async () => {
    const large = request(JSON.stringify({ query: getIntrospectionQuery() }));
    const silent = await Promise.all([open(), open(), open()]);
    for (const socket of silent) socket.pause().write(large.repeat(20));
    // Each connection has more to read than fits between the two: without an end, it would hold its slots.
    await delay(1_500);
    for (let i = 0; i < 20; i++) expect((await registry.as.reader.ask('{ sectors { totalCount } }')).status).toBe(200);
    for (const socket of silent) socket.destroy();
  });

  it('leaves no more answers in memory than its connection takes', async () => {
    const { ask, token } = await registry.newcomer();
    const remaining = async (): Promise<number> => ((await ask('{ __typename }')) as unknown as Metered).extensions.rateLimit.remaining;
    const large = request(
      JSON.stringify({
        query:
          '{__schema{types{...T fields{...F type{...T} args{...A}}}}} fragment T on __Type{name description kind} fragment F on __Field{name description} fragment A on __InputValue{name description}',
      }),
      false,
      token,
    );
    const sent = 200;
    const start = await remaining();
    const silent = await open();
    silent.pause().write(large.repeat(sent));
    // Each look costs one point: the connection has come to rest once nothing else is charged.
    let [now, charged] = [start, 0];
    do {
      await delay(500);
      const seen = now;
      now = await remaining();
      charged = seen - now;
    } while (charged > 1);
    expect(start - now).toBeLessThan(sent / 2);
    silent.destroy();
  });
});

describe('a guard', () => {
  it.each([
    ['announced', false],
    ['sent in chunks, without a length', true],
  ])('measures what came: four thousand unknown names, %s, are too many', async (_, chunked) => {
    const names = Object.fromEntries(Array.from({ length: 4_000 }, (_name, i) => [`n${i}`, 1]));
    const body = JSON.stringify({ query: 'query ($f: ModelFilter) { models(filter: $f) { totalCount } }', variables: { f: names } });
    const socket = await open();
    socket.setEncoding('utf8').write(request(body, chunked));
    let answer = '';
    socket.on('data', (text: string) => (answer += text));
    while (!answer.includes('"errors"')) await once(socket, 'data');
    socket.destroy();
    expect(answer).toContain('QUERY_TOO_LARGE');
  });
});

describe('uploads of one account', () => {
  it('that come slowly leave room for all others', async () => {
    const files = givenFiles(() => registry);
    const unit = await givenUnits(() => registry).establish({ name: 'Xã tải chậm' });
    const model = await givenModels(() => registry).draft(unit);
    const slow: Socket[] = [];
    for (let i = 0; i < 4; i++) {
      const socket = await open();
      socket.write(
        `PUT ${await files.ticket('MODEL_ATTACHMENT', model, `${i}.pdf`)} HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n%PDF`,
      );
      slow.push(socket);
    }
    const fifth = await files.ticket('MODEL_ATTACHMENT', model, '5.pdf');
    let refused = await files.put(fifth, Buffer.from('%PDF-1.7 x'));
    // The four are under way once the server has looked up their tickets.
    for (let i = 0; refused.code !== 'UPLOADS_TOO_MANY' && i < 20; i++)
      refused = await files.put(await files.ticket('MODEL_ATTACHMENT', model, `6${i}.pdf`), Buffer.from('%PDF-1.7 x'));
    expect([refused.status, refused.code]).toEqual([429, 'UPLOADS_TOO_MANY']);
    for (const socket of slow) socket.destroy();
  });
});
