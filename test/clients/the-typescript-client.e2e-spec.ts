import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { SqliteStore } from '../../clients/typescript/examples/sqlite-store.js';
import { RegistryClient, RegistryError } from '../../clients/typescript/src/client.js';
import { graphql } from '../../clients/typescript/src/graphql.js';
import { rows } from '../../clients/typescript/src/pages.js';
import { Copy } from '../../clients/typescript/src/sync.js';
import { Admission } from '../../src/platform/http/admission.js';
import { AuditSealer } from '../../src/platform/audit/audit-sealer.js';
import { givenExports } from '../exports/given-exports.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
let client: RegistryClient;
let commune: string;
let folder: string;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);
const exports = givenExports(() => registry);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dvk-client-'));
  registry = await openTestRegistry();
  client = new RegistryClient({ url: registry.url, token: registry.tokens.reader });
  commune = await units.establish({ name: 'Xã A' });
  for (let i = 0; i < 7; i++) await models.draft(commune, { title: `Mô hình ${i}` });
});
afterAll(async () => {
  await registry.close();
  await rm(folder, { recursive: true, force: true });
});

it('reads a list page by page, with the types of the schema', async () => {
  const document = graphql(`
    query Models($after: String, $unitId: ID) {
      models(filter: { unitId: $unitId }, orderBy: TITLE, first: 3, after: $after) {
        nodes {
          title
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `);
  const titles: string[] = [];
  for await (const { title } of rows(client, document, { unitId: commune }, data => data.models)) titles.push(title);
  expect(titles).toEqual([0, 1, 2, 3, 4, 5, 6].map(i => `Mô hình ${i}`));
  await expect(client.ask('{ accounts { nodes { id } } }')).rejects.toMatchObject({
    name: 'RegistryError',
    codes: ['FORBIDDEN'],
    status: 403,
  });
});

it('keeps a SQLite file current, also when it is opened again', async () => {
  const file = join(folder, 'copy.sqlite');
  const types = { EmulationModel: 'version title trashed', Unit: 'version name' };
  const seal = (): Promise<number> => registry.registry.app.get(AuditSealer).sealAll();
  await seal();
  const first = new SqliteStore(file);
  await new Copy(client, first, types).catchUp();
  expect(first.counts()).toEqual({ EmulationModel: 7, Unit: 1 });
  first.close();
  await models.draft(commune, { title: 'Mô hình đến sau' });
  await seal();
  const again = new SqliteStore(file);
  expect(await new Copy(client, again, types).catchUp()).toBe(1);
  const { models: list } = await registry.as.reader.get('{ models(first: 100) { nodes { id version title trashed } } }');
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
  expect(again.objects('EmulationModel').toSorted(byId)).toEqual(list.nodes.toSorted(byId));
  again.close();
});

it('goes on with a download where it broke off', async () => {
  const { export: requested } = await exports.request(registry.as.reader, { question: '{ models { nodes { id title } } }' });
  const { url, size } = await exports.written(registry.as.reader, requested.id);
  const whole = await (await client.download(url)).text();
  expect(String(Buffer.byteLength(whole))).toBe(size);
  expect(await (await client.download(url, 50)).text()).toBe(Buffer.from(whole).subarray(50).toString());
});

describe('a registry that refuses for now', () => {
  it('over the limit of points is asked again after the time that it names', async () => {
    const strict = await openTestRegistry({ api: { pointsPerMinute: 1_000 } });
    try {
      const waits: number[] = [];
      // Instead of waiting, the clock goes on.
      const clock = jest.spyOn(Date, 'now');
      let ahead = 0;
      const wait = (ms: number): Promise<void> => {
        waits.push(ms);
        ahead += ms;
        clock.mockImplementation(() => Math.floor(performance.timeOrigin + performance.now()) + ahead);
        return Promise.resolve();
      };
      const patient = new RegistryClient({ url: strict.url, token: (await strict.newcomer()).token, wait });
      const answers = [];
      for (let i = 0; i < 12; i++) answers.push(await patient.ask<any>('{ units(first: 100) { nodes { name } } }'));
      expect(answers.every(({ units: { nodes } }) => Array.isArray(nodes))).toBe(true);
      expect(waits.length).toBeGreaterThan(0);
      expect(waits.every(ms => ms >= 1_000 && ms <= 60_000)).toBe(true);
    } finally {
      jest.restoreAllMocks();
      await strict.close();
    }
  });

  it('because its queue is full is asked again, a command as well, which is carried out once', async () => {
    const admission = registry.registry.app.get(Admission);
    const turns: Promise<unknown>[] = [];
    while (!admission.isFull)
      turns.push(
        admission.acquire().then(
          () => 'admitted',
          () => 'refused',
        ),
      );
    const waits: number[] = [];
    const wait = async (ms: number): Promise<void> => {
      waits.push(ms);
      for (const turn of turns.splice(0)) if ((await turn) === 'admitted') admission.release();
    };
    const patient = new RegistryClient({ url: registry.url, token: registry.tokens.everyRole, wait });
    const { addTheme } = await patient.ask<any>(
      'mutation { addTheme(input: { name: "Sau khi quá tải" }) { theme { id } userErrors { code } } }',
    );
    expect([waits.length, waits[0]! >= 1_000, addTheme.userErrors]).toEqual([1, true, []]);
    const { themes } = await registry.as.reader.get('{ themes(first: 100) { nodes { name } } }');
    expect(themes.nodes.filter(({ name }: { name: string }) => name === 'Sau khi quá tải')).toHaveLength(1);
  });
});

describe('a registry that is busy', () => {
  let busy: Server;
  let answers: { status: number; retryAfter?: string }[];
  let asked: number;
  let waits: number[];
  let impatient: RegistryClient;

  beforeAll(async () => {
    busy = createServer((request, response) => {
      request.resume().on('end', () => {
        asked++;
        const next = answers.shift();
        if (next?.status === 0) return void response.destroy();
        response.writeHead(next?.status ?? 200, {
          'content-type': 'application/json',
          ...(next?.retryAfter && { 'retry-after': next.retryAfter }),
        });
        response.end(JSON.stringify(next ? { errors: [{ message: 'busy', extensions: { code: 'OVERLOADED' } }] } : { data: { me: null } }));
      });
    });
    await new Promise<void>(done => busy.listen(0, '127.0.0.1', done));
    const url = `http://127.0.0.1:${(busy.address() as AddressInfo).port}`;
    impatient = new RegistryClient({ url, token: 'x', retries: 4, wait: ms => Promise.resolve(void waits.push(ms)) });
  });
  afterAll(() => void busy.close());

  const ask = async (document: string, ...given: typeof answers): Promise<unknown> => {
    [answers, asked, waits] = [given, 0, []];
    return impatient.ask(document).catch((error: unknown) => error);
  };

  it('is asked again after the time that it names, or after pauses that double', async () => {
    expect(await ask('{ me { name } }', { status: 503, retryAfter: '2' }, { status: 429, retryAfter: '7' })).toEqual({ me: null });
    expect([asked, waits]).toEqual([3, [2_000, 7_000]]);
    expect(await ask('{ me { name } }', { status: 503 }, { status: 0 }, { status: 503 })).toEqual({ me: null });
    expect([asked, waits]).toEqual([4, [500, 1_000, 2_000]]);
  });

  it('is not asked for ever, and a command whose answer was lost is not repeated', async () => {
    const always = Array.from({ length: 9 }, () => ({ status: 503, retryAfter: '1' }));
    expect(await ask('{ me { name } }', ...always)).toBeInstanceOf(RegistryError);
    expect(asked).toBe(5);
    const command = 'mutation { signOut { userErrors { code } } }';
    expect(await ask(command, { status: 0 })).toMatchObject({ message: 'fetch failed' });
    expect(asked).toBe(1);
    expect(await ask(command, { status: 503, retryAfter: '1' })).toEqual({ me: null });
    expect(asked).toBe(2);
  });
});
