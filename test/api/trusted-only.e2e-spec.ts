import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { print, parse } from 'graphql';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

const SECTORS = `query Sectors($first: Int! = 1) {\n  sectors(first: $first) { nodes { code } }\n}`;
const FIRST = { sectors: { nodes: [{ code: 'ECONOMY' }] } };
const idOf = (body: string): string => createHash('sha256').update(body).digest('hex');

let folder: string;
let registry: TestRegistry;
let token: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dvk-trusted-'));
  await writeFile(join(folder, 'sectors.graphql'), `${SECTORS}\n`);
  registry = await openTestRegistry({ api: { trustedDocuments: folder, trustedOnly: true } });
  token = registry.tokens.reader;
});
afterAll(async () => {
  await registry.close();
  await rm(folder, { recursive: true });
});

async function post(body: unknown, search = '', method = 'POST'): Promise<{ status: number; body: any }> {
  const response = await fetch(`${registry.url}/graphql${search}`, {
    method,
    headers: { 'content-type': 'application/json', 'apollo-require-preflight': '1', authorization: `Bearer ${token}` },
    ...(method === 'POST' && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

describe('where only trusted documents are answered, a document is', () => {
  it.each([
    ['asked by its text', { query: SECTORS }],
    ['asked by its text as printed', { query: print(parse(SECTORS)) }],
    ['asked by its id', { documentId: `sha256:${idOf(SECTORS)}` }],
    ['asked by its id, as Apollo’s clients do', { extensions: { persistedQuery: { version: 1, sha256Hash: idOf(SECTORS) } } }],
  ])('%s', async (_, body) => {
    expect(await post({ ...body, variables: { first: 1 } })).toMatchObject({ status: 200, body: { data: FIRST } });
  });

  it.each([
    ['another document', { query: '{ sectors { totalCount } }' }, 'DOCUMENT_NOT_TRUSTED'],
    ['one that is no document: nothing of it is parsed', { query: '{ sectors { ttlCount' }, 'DOCUMENT_NOT_TRUSTED'],
    ['introspection', { query: '{ __schema { types { name } } }' }, 'DOCUMENT_NOT_TRUSTED'],
    ['no document', {}, 'DOCUMENT_NOT_TRUSTED'],
    ['an unknown id', { documentId: `sha256:${'0'.repeat(64)}` }, 'DOCUMENT_UNKNOWN'],
    ['another document under a good id', { query: '{ me { name } }', documentId: idOf(SECTORS) }, 'DOCUMENT_NOT_TRUSTED'],
    ['several at once', [{ query: SECTORS }], 'DOCUMENT_NOT_TRUSTED'],
  ])('refused where it is %s', async (_, body, code) => {
    const answer = await post(body);
    expect([answer.status, answer.body.errors[0].extensions.code]).toEqual([403, code]);
    expect(answer.body.errors[0].message).toMatch(/câu hỏi/);
  });

  it.each(['/%67raphql', '/graph%71l', 'ABSOLUTE'])('refused however the path is written: %s', async written => {
    const path = written === 'ABSOLUTE' ? `${registry.url}/graphql` : written;
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const answer = await new Promise<IncomingMessage>((answered, fail) =>
      request(registry.url, { method: 'POST', path, headers }, answered)
        .on('error', fail)
        .end(JSON.stringify({ query: '{ me { name } }' })),
    );
    expect([answer.statusCode, JSON.parse(await text(answer)).errors[0].extensions.code]).toEqual([403, 'DOCUMENT_NOT_TRUSTED']);
  });

  it('refused in a URL, too', async () => {
    const answer = await post(undefined, `?${new URLSearchParams({ query: '{ me { name } }' }).toString()}`, 'GET');
    expect([answer.status, answer.body.errors[0].extensions.code]).toEqual([405, 'PATH_UNKNOWN']);
  });
});
