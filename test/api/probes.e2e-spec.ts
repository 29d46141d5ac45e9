import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

/** The probes of graphql-cop (and errors that reveal the program), against the API as it is configured for a network. */
let registry: TestRegistry;
beforeAll(async () => (registry = await openTestRegistry({ api: { explorable: false } })));
afterAll(() => registry.close());

interface Told {
  readonly status: number;
  readonly text: string;
  readonly body: any;
}

async function send(init: RequestInit, search = ''): Promise<Told> {
  const response = await fetch(`${registry.url}/graphql${search}`, init);
  const text = await response.text();
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    body = undefined;
  }
  return { status: response.status, text, body };
}

const post = (payload: unknown, headers: Record<string, string> = {}): Promise<Told> =>
  send({ method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(payload) });

const repeated = (count: number, part: (i: number) => string): string => Array.from({ length: count }, (_, i) => part(i)).join(' ');

describe('a probe finds', () => {
  it('no hundred aliases', async () => {
    const { body } = await post({ query: `query cop { ${repeated(101, i => `alias${i}:__typename`)} }` });
    expect(body).toMatchObject({ errors: [{ extensions: { code: 'QUERY_TOO_LARGE' } }] });
    expect(body.data).toBeUndefined();
  });

  it('no batch', async () => {
    const { status, body } = await post(Array.from({ length: 10 }, () => ({ query: 'query cop { __typename }' })));
    expect(status).toBe(400);
    expect(body).not.toHaveProperty('length');
  });

  it('no ten errors for ten directives', async () => {
    const { body } = await post({ query: `query cop { __typename ${'@aa'.repeat(10)} }` });
    expect(body.errors.length).toBeLessThan(10);
  });

  it('no ten directives that exist', async () => {
    const spread = `query cop { me { name ${repeated(51, () => '... @include(if: true) { name }')} } }`;
    expect((await post({ query: spread })).body.errors[0].extensions).toMatchObject({
      code: 'QUERY_TOO_LARGE',
      params: { what: 'directives' },
    });
  });

  it('no field five hundred times', async () => {
    const { body } = await post({ query: `query cop { ${repeated(500, () => '__typename')} }` });
    expect(body.errors).toHaveLength(1);
    expect(body.data).toBeUndefined();
  });

  it('no introspection, plain or circular', async () => {
    const plain = 'query cop { __schema { types { name fields { name } } } }';
    const circular =
      'query cop { __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }';
    for (const query of [plain, circular, '{ __type(name: "Unit") { name } }']) {
      const { status, body } = await post({ query });
      expect(status).toBe(400);
      expect(body.data).toBeUndefined();
    }
  });

  it('no hint of a name: of a field, an argument, a type, an enum’s value or an input’s field', async () => {
    const wrong: readonly [string, object][] = [
      ['query cop { __schema { directive } }', {}],
      ['{ unit }', {}],
      ['{ unitz(first: 1) { totalCount } }', {}],
      ['{ units(frst: 1) { totalCount } }', {}],
      ['query ($f: UnitFiltr) { units(filter: $f) { totalCount } }', {}],
      ['query ($f: UnitFilter) { units(filter: $f) { totalCount } }', { f: { kind: ['HUYENN'] } }],
      ['query ($f: UnitFilter) { units(filter: $f) { totalCount } }', { f: { txt: 'x' } }],
      ['{ units(filter: { kind: HUYENN }) { totalCount } }', {}],
    ];
    for (const [query, variables] of wrong) {
      const { status, text } = await post({ query, variables });
      expect([400, 401]).toContain(status);
      expect(text).not.toContain('Did you mean');
    }
  });

  it('no query and no mutation by GET', async () => {
    for (const query of ['query cop {__typename}', 'mutation cop {__typename}']) {
      const search = `?${new URLSearchParams({ query }).toString()}`;
      const { status, body } = await send({}, search);
      expect([status, body.data]).toEqual([405, undefined]);
    }
    for (const query of ['query+cop+%7B__typename%7D', 'mutation+cop+%7B__typename%7D']) {
      const forced = await send({ headers: { 'apollo-require-preflight': '1' } }, `?query=${query}`);
      expect([forced.status, forced.body.data]).toEqual([405, undefined]);
    }
  });

  it('no form, no plain text and no multipart: they could be sent from any page', async () => {
    const query = 'query cop { __typename }';
    const form = new FormData();
    form.append('operations', JSON.stringify({ query }));
    form.append('map', '{}');
    const bodies: readonly (readonly [NonNullable<RequestInit['body']>, Record<string, string>])[] = [
      [new URLSearchParams({ query }), {}],
      [JSON.stringify({ query }), { 'content-type': 'text/plain' }],
      [form, {}],
      [form, { 'apollo-require-preflight': '1' }],
    ];
    for (const [body, headers] of bodies) {
      const told = await send({ method: 'POST', headers, body });
      expect([400, 415]).toContain(told.status);
      expect(told.body.data).toBeUndefined();
    }
  });

  it('no page to explore from', async () => {
    for (const path of ['/graphql', '/graphiql', '/playground', '/console', '/']) {
      const response = await fetch(`${registry.url}${path}`, { headers: { accept: 'text/html' } });
      expect(await response.text()).not.toMatch(/graphiql|playground|sandbox|<script(?![^>]* src="\/assets\/)/i);
    }
  });

  it('no trace of times', async () => {
    const { text } = await post({ query: 'query cop { __typename }' }, { 'apollo-tracing': '1', 'x-apollo-tracing': '1' });
    expect(text).not.toMatch(/tracing/i);
  });

  it('no word of the program in an error', async () => {
    for (const payload of [{ query: 'qwerty cop { abc }' }, { query: '{ node(id: "x") { id } }', variables: 7 }, { query: 7 }, 7, null]) {
      const { text, status } = await post(payload);
      expect(status).toBeLessThan(500);
      expect(text).not.toMatch(/exception|stacktrace|node_modules|\.js:\d/i);
    }
  });

  it('no persisted query of an unknown client', async () => {
    const query = 'query cop { __typename }';
    const persistedQuery = { version: 1, sha256Hash: '0'.repeat(64) };
    expect((await post({ extensions: { persistedQuery } })).body.errors[0].extensions.code).toBe('DOCUMENT_UNKNOWN');
    expect((await post({ query, extensions: { persistedQuery } })).body.data).toBeUndefined();
  });
});

describe('the headers for a browser', () => {
  it('allow it to run, load, frame and store nothing', async () => {
    for (const path of ['/', '/graphql', '/health/live', '/nothing']) {
      const { headers } = await fetch(`${registry.url}${path}`);
      expect(Object.fromEntries(headers)).toMatchObject({
        'content-security-policy': "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
        'strict-transport-security': 'max-age=31536000',
        'cache-control': 'no-store',
      });
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });
});
