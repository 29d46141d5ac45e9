import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { validate } from 'graphql';
import { webClientAt, WEB_FOLDER, type WebClient } from '../../src/platform/web/web-client.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { buildClient } from './chromium.js';

let registry: TestRegistry;
let client: WebClient;
const HTML = { accept: 'text/html,*/*' };
const get = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> =>
  fetch(`${registry.url}${path}`, { method, headers });

beforeAll(async () => {
  buildClient();
  client = webClientAt(WEB_FOLDER)!;
  registry = await openTestRegistry({ api: { trustedOnly: true } });
});
afterAll(() => registry.close());

describe('the page', () => {
  it('is at / and at the addresses of its views, and nowhere else', async () => {
    for (const path of ['/', '/mo-hinh', '/mo-hinh/abc', '/toi'])
      expect([path, (await get(path, HTML)).headers.get('content-type')]).toEqual([path, 'text/html; charset=utf-8']);
    expect((await get('/khong-co', HTML)).status).toBe(404);
  });

  it('is not what programs get: a text at /, and no path below', async () => {
    expect(await (await get('/')).text()).toContain('POST /graphql');
    expect((await get('/mo-hinh')).status).toBe(404);
  });

  it('is read and nothing else', async () => {
    expect(await (await get('/', HTML, 'HEAD')).text()).toBe('');
    for (const method of ['POST', 'PUT', 'DELETE']) expect((await get('/mo-hinh', HTML, method)).status).toBe(404);
  });

  it('runs scripts of its own files only, and styles with the nonce of this answer', async () => {
    const answers = await Promise.all([get('/', HTML), get('/', HTML)]);
    const policies = answers.map(({ headers }) => headers.get('content-security-policy')!);
    expect(policies[0]).not.toBe(policies[1]);
    for (const policy of policies) {
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
    }
    const page = await answers[0]!.text();
    expect(page).toContain(/nonce-([^']+)/.exec(policies[0]!)![1]!);
    expect(page).not.toMatch(/<script(?![^>]* src="\/assets\/)/);
    expect(page).not.toMatch(/(?:src|href)="(?!\/assets\/)/);
  });

  it('says without JavaScript what this is, and where the API is', async () => {
    const [, plain] = /<noscript>([\s\S]*)<\/noscript>/.exec(await (await get('/', HTML)).text())!;
    expect(plain).toContain('Sổ đăng ký mô hình “Dân vận khéo”');
    expect(plain).toContain('/graphql');
  });
});

describe('the files', () => {
  it('are kept by browsers for ever, because their names change with them', async () => {
    const script = [...client.files.keys()].find(name => name.endsWith('.js'))!;
    const answer = await get(`/assets/${script}`);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await answer.text()).toBe(client.files.get(script)!.bytes.toString());
  });

  it('are sent compressed to those who read that', async () => {
    const script = [...client.files.keys()].find(name => name.endsWith('.js'))!;
    for (const encoding of ['br', 'gzip']) {
      const answer = await get(`/assets/${script}`, { 'accept-encoding': encoding });
      expect(answer.headers.get('content-encoding')).toBe(encoding);
      expect(await answer.text()).toBe(client.files.get(script)!.bytes.toString());
    }
  });

  it('are those of the build: no other path leads to a file', async () => {
    for (const path of ['/assets/none.js', '/assets/..%2findex.html', '/assets/..%2f..%2fpackage.json', '/assets/documents.json'])
      expect([path, (await get(path)).status]).toEqual([path, 404]);
  });

  it('of the first load are at most 200 KB', async () => {
    const { firstLoad } = (await import('../../web/scripts/first-load.mjs' as string)) as { firstLoad(folder: string): { total: number } };
    expect(firstLoad(WEB_FOLDER).total).toBeLessThanOrEqual(200 * 1024);
  });
});

describe('the documents of the client', () => {
  it('fit the schema that is served', () => {
    const { schema } = registry.registry.app.get(GraphQLSchemaHost);
    expect(client.documents.length).toBeGreaterThan(40);
    expect(
      client.documents.flatMap(({ name, document }) => validate(schema, document).map(({ message }) => `${name}: ${message}`)),
    ).toEqual([]);
  });

  it('are answered by their id also where no others are', async () => {
    const { body } = client.documents.find(({ name }) => name === 'Me')!;
    const ask = async (payload: object): Promise<any> => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${registry.tokens.reader}` };
      return (await fetch(`${registry.url}/graphql`, { method: 'POST', headers, body: JSON.stringify(payload) })).json();
    };
    const id = createHash('sha256').update(body).digest('hex');
    expect(await ask({ documentId: `sha256:${id}` })).toMatchObject({ data: { me: { roles: ['REPORTING_CLIENT'] } } });
    expect(await ask({ query: '{ me { name } }' })).toMatchObject({ errors: [{ extensions: { code: 'DOCUMENT_NOT_TRUSTED' } }] });
  });
});
