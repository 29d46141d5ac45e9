import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RegistryClient } from '../../clients/typescript/src/client.js';
import { BrokenDownload, downloadWhole } from '../../clients/typescript/src/download.js';
import { givenExports } from '../exports/given-exports.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
let client: RegistryClient;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);
const exports = givenExports(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  client = new RegistryClient({ url: registry.url, token: registry.tokens.reader });
  const commune = await units.establish({ name: 'Xã A' });
  for (let i = 0; i < 7; i++) await models.draft(commune, { title: `Mô hình ${i}` });
});
afterAll(() => registry.close());

describe('a download', () => {
  let whole: string;
  let url: string;
  /** What happens to each answer on its way: how many bytes of it arrive, and as what. */
  let fates: { bytes?: number; change?: (bytes: Buffer) => Buffer; headers?: Record<string, string> }[];
  let asked: (string | undefined)[];
  let way: Server;
  let through: RegistryClient;

  beforeAll(async () => {
    const { export: requested } = await exports.request(registry.as.reader, { question: '{ models { nodes { id title } } }' });
    ({ url } = await exports.written(registry.as.reader, requested.id));
    whole = await (await client.download(url)).text();
    way = createServer((request, response) => {
      void (async () => {
        asked.push(request.headers.range);
        const { bytes: most, change = (all: Buffer) => all, headers = {} } = fates.shift() ?? {};
        const answer = await client.download(url, Number(/=(\d+)-/.exec(request.headers.range ?? '=0-')![1]));
        const bytes = change(Buffer.from(await answer.arrayBuffer()));
        response.writeHead(answer.status, { ...Object.fromEntries(answer.headers), 'content-length': String(bytes.length), ...headers });
        if (most === undefined) return void response.end(bytes);
        response.write(bytes.subarray(0, most), () => setImmediate(() => response.destroy()));
      })();
    });
    await new Promise<void>(done => way.listen(0, '127.0.0.1', done));
    through = new RegistryClient({
      url: `http://127.0.0.1:${(way.address() as AddressInfo).port}`,
      token: 'x',
      wait: () => Promise.resolve(),
    });
  });
  afterAll(() => void way.close());

  const load = async (...given: typeof fates): Promise<{ text: string; done: unknown }> => {
    [fates, asked] = [given, []];
    const parts: Uint8Array[] = [];
    const done = await downloadWhole(through, url, bytes => void parts.push(bytes)).catch((error: unknown) => error);
    return { text: Buffer.concat(parts).toString(), done };
  };

  it('that breaks again and again is whole in the end', async () => {
    const { text, done } = await load({ bytes: 50 }, { bytes: 1 }, { bytes: 0 }, {});
    expect(text).toBe(whole);
    expect(done).toEqual({
      size: Buffer.byteLength(whole),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      rows: whole.trimEnd().split('\n').length - 1,
    });
    expect(asked).toEqual([undefined, 'bytes=50-', 'bytes=51-', 'bytes=51-']);
  });

  it('that always ends early is never taken for a whole one', async () => {
    const { done } = await load(...Array.from({ length: 30 }, () => ({ bytes: 1 })));
    expect(done).toBeInstanceOf(BrokenDownload);
    expect(asked).toHaveLength(21);
  });

  it('of which a byte was changed, or the end left out with a length that fits, is refused', async () => {
    const changed = (bytes: Buffer): Buffer => Buffer.concat([bytes.subarray(0, 10), Buffer.from('x'), bytes.subarray(11)]);
    expect((await load({ change: changed })).done).toBeInstanceOf(BrokenDownload);
    expect((await load({ change: bytes => bytes.subarray(0, -20) })).done).toBeInstanceOf(BrokenDownload);
  });

  it('that becomes another file in the middle is refused', async () => {
    const headers = { 'repr-digest': 'sha-256=:AAAA:' };
    expect((await load({ bytes: 50 }, { headers })).done).toMatchObject({ message: expect.stringContaining('another one') });
  });
});
