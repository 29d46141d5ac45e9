import { connect as connectTo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { Log, type Fields } from '../../src/platform/logging/log.js';
import { describeFault } from '../../src/platform/logging/fault.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

class Diary extends Log {
  readonly lines: Fields[] = [];
  override info = (message: string, fields: Fields = {}): void => void this.lines.push({ message, ...fields });
  override warn = this.info;
  override error = this.info;
}

const diary = new Diary('silent');
let registry: TestRegistry;
beforeAll(async () => (registry = await openTestRegistry({ log: diary })));
afterAll(() => registry.close());
beforeEach(() => void diary.lines.splice(0));

const SECRET = 'Nguyễn Văn Bí Mật 0905123456';

it('a request is one line: caller, operation, cost and duration, and never its content', async () => {
  await registry.as.reader.ask('query Find($t: String) { units(first: 7, filter: { text: $t }) { nodes { name } } }', { t: SECRET });
  expect(diary.lines).toEqual([
    {
      message: 'request',
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      actor: expect.stringMatching(/^[0-9a-f-]{36}$/),
      operation: 'query',
      name: 'Find',
      cost: 7,
      waited: expect.any(Number),
      ms: expect.any(Number),
    },
  ]);
});

it('a refusal is one line, too, with its code and nothing of its content', async () => {
  await registry.as.administrator.ask('mutation Add($i: AddThemeInput!) { addTheme(input: $i) { userErrors { code } } }', {
    i: { name: 7, other: SECRET },
  });
  await registry.as.nobody.ask(`{ units(filter: { text: "${SECRET}" }) { totalCount } }`);
  await registry.as.nobody.ask('{ me { name } }', {}, { authorization: `Bearer ${SECRET.replaceAll(/[^a-z]/gi, '')}` });
  await fetch(`${registry.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: `{"query": "${SECRET}` });
  await fetch(`${registry.url}/${encodeURIComponent(SECRET)}`);
  expect(diary.lines.map(({ codes }) => codes)).toEqual([
    ['BAD_USER_INPUT'],
    ['UNAUTHENTICATED'],
    ['TOKEN_INVALID'],
    ['BODY_MALFORMED'],
    ['PATH_UNKNOWN'],
  ]);
  expect(JSON.stringify(diary.lines)).not.toMatch(/Bí Mật|0905|nVnBMt|Nguy/);
});

it('the name of an operation is chosen by the client and so truncated', async () => {
  await registry.as.nobody.get(`query ${'x'.repeat(200)} { me { name } }`);
  expect(diary.lines[0]!.name).toBe('x'.repeat(80));
});

it('a fault is logged with the database’s message, but without the value in it', async () => {
  const fault = await registry.registry.source.query('select $1::uuid', [SECRET]).catch((error: unknown) => error);
  expect(describeFault(fault)).toMatch(/invalid input syntax for type uuid/);
  expect(describeFault(fault)).not.toContain('Bí Mật');
});

it('a body that its client cuts off is no fault of the server', async () => {
  const { hostname, port } = new URL(registry.url);
  const socket = connectTo(Number(port), hostname);
  socket.write('POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"query":');
  await new Promise(done => setTimeout(done, 200));
  socket.destroy();
  await new Promise(done => setTimeout(done, 300));
  expect(diary.lines.filter(({ level }) => level === 'error')).toEqual([]);
  expect(diary.lines.filter(({ message }) => message === 'request failed')).toEqual([]);
});
