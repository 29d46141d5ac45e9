import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ExportJobs } from '../../src/insight/exports/exports.jobs.js';
import { ApiTokensService } from '../../src/features/accounts/tokens/api-tokens.service.js';
import { systemActor } from '../../src/platform/access/actor.js';
import { Database } from '../../src/platform/database/database.js';
import { JobWorker } from '../../src/platform/jobs/job-worker.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import { Log } from '../../src/platform/logging/log.js';
import { fromGlobalId } from '../../src/shared/ids.js';
import { until } from '../jobs/log.lines.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { askerWith, openTestRegistry, type Asker, type TestRegistry } from '../support/test-registry.js';
import { givenExports } from './given-exports.js';

let registry: TestRegistry;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);
const exports = givenExports(() => registry);
let communeA: string;
let communeB: string;
const MODELS =
  'query ($unitId: ID) { models(filter: { unitId: $unitId }, orderBy: TITLE) { nodes { id title unit { name } themes { name } } } }';

beforeAll(async () => {
  registry = await openTestRegistry();
  const province = await units.establish({ name: 'Tỉnh P', kind: 'TINH' });
  communeA = await units.establish({ name: 'Xã A', parentId: province });
  communeB = await units.establish({ name: 'Xã B', parentId: province });
  for (let i = 0; i < 12; i++) await models.draft(communeA, { title: `Mô hình A${String(i).padStart(2, '0')}` });
  await models.draft(communeB, { title: '=HYPERLINK("http://x")' });
});
afterAll(() => registry.close());

const newReader = (unitId?: string): Promise<Asker> =>
  askerWith(registry, 'exporter', { role: 'reportingClient', unitId: unitId === undefined ? null : fromGlobalId(unitId)!.id });

async function exported(asker: Asker, input: Record<string, unknown>): Promise<any> {
  const { export: requested, userErrors } = await exports.request(asker, input);
  expect(userErrors).toEqual([]);
  expect(requested).toMatchObject({ state: 'WAITING', url: null });
  return exports.written(asker, requested.id);
}

describe('an export', () => {
  it('has every row of the list, and its last line says how many', async () => {
    const reader = await newReader();
    const done = await exported(reader, { question: MODELS });
    const { text, headers, sha256 } = await exports.download(done.url);
    const lines = text
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line));
    const { models: list } = await reader.get(MODELS.replace('orderBy: TITLE', 'orderBy: TITLE, first: 100'));
    expect(lines).toEqual([...list.nodes, { rows: 13 }]);
    expect(done).toMatchObject({ state: 'READY', rowCount: 13, size: String(Buffer.byteLength(text)), sha256, failure: null });
    expect(headers.get('content-length')).toBe(done.size);
    expect(headers.get('x-row-count')).toBe('13');
    expect(headers.get('repr-digest')).toBe(`sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`);
  });

  it('as a table has the columns that were selected, and no cell that runs as a formula', async () => {
    const done = await exported(await newReader(), { question: MODELS, variables: JSON.stringify({ unitId: communeB }), format: 'CSV' });
    const id = (await registry.as.reader.get(MODELS, { unitId: communeB })).models.nodes[0].id;
    expect((await exports.download(done.url)).text).toBe(
      `\ufeffid,title,unit.name,themes\r\n${id},"'=HYPERLINK(""http://x"")",Xã B,\r\n#rows,1\r\n`,
    );
  });

  it('is sent from any byte on, so that a broken download goes on', async () => {
    const { url } = await exported(await newReader(), { question: MODELS });
    const whole = (await exports.download(url)).text;
    const rest = await exports.download(url, { range: 'bytes=100-' });
    expect(rest.status).toBe(206);
    expect(Buffer.from(whole).subarray(100).toString()).toBe(rest.text);
    expect(rest.headers.get('content-range')).toBe(`bytes 100-${Buffer.byteLength(whole) - 1}/${Buffer.byteLength(whole)}`);
  });

  it('of many pages has each row once', async () => {
    const { app } = registry.registry;
    const columns = await app
      .get(Database)
      .rows<{ name: string }>(
        `select column_name as name from information_schema.columns where table_name = 'theme' and is_generated = 'NEVER' and column_default is null`,
      );
    expect(columns.map(({ name }) => name).toSorted()).toEqual(['id', 'name']);
    await app
      .get(Database)
      .rows(`insert into theme (id, name) select gen_random_uuid(), 'Chuyên đề ' || n from generate_series(1, 2500) n`);
    const done = await exported(await newReader(), { question: '{ themes { nodes { name } } }' });
    const lines = (await exports.download(done.url)).text.trimEnd().split('\n');
    expect(lines.at(-1)).toBe('{"rows":2500}');
    expect(new Set(lines).size).toBe(2501);
  });

  it('shows one moment, whatever is written meanwhile', async () => {
    const reader = await newReader();
    const { export: requested } = await exports.request(reader, { question: '{ models(orderBy: TITLE) { nodes { title } } }' });
    const writing = exports.written(reader, requested.id);
    await models.draft(communeB, { title: 'Mô hình đến sau' });
    const { text } = await exports.download((await writing).url);
    const lines = text
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(lines.at(-1)).toEqual({ rows: lines.length - 1 });
    expect([13, 14]).toContain(lines.length - 1);
  });
});

it('is written by a job once it is requested', async () => {
  const { app } = registry.registry;
  const worker = new JobWorker(app.get(Jobs), new Log('silent'), registry.database.where);
  try {
    const reader = await newReader();
    const { export: requested } = await exports.request(reader, { question: MODELS });
    worker.onApplicationBootstrap();
    await until(async () => (await reader.get('{ myExports { id state } }')).myExports[0].state === 'READY');
    const { myExports } = await reader.get('{ myExports { id url } }');
    expect(myExports[0].id).toBe(requested.id);
    expect((await exports.download(myExports[0].url)).status).toBe(200);
  } finally {
    await worker.beforeApplicationShutdown();
  }
});

describe('who exports', () => {
  it('gets what they see and nothing else, by the rights of the moment it is written', async () => {
    const inB = await newReader(communeB);
    const done = await exported(inB, { question: '{ models { nodes { unit { name } } } }' });
    const { text } = await exports.download(done.url);
    expect(new Set(text.trimEnd().split('\n').slice(0, -1))).toEqual(new Set(['{"unit":{"name":"Xã B"}}']));
    expect((await (await newReader()).get('{ myExports { id } }')).myExports).toEqual([]);
  });

  it('whose token is revoked can neither have it written nor download it', async () => {
    const reader = await newReader();
    const first = await exported(reader, { question: MODELS });
    const { export: second } = await exports.request(reader, { question: MODELS });
    const [{ id }] = (await registry.registry.app.get(Database).rows(`select id from api_token order by id desc limit 1`)) as [
      { id: string },
    ];
    await registry.registry.app.get(ApiTokensService).revokeToken(systemActor('test'), { id, reason: 'Kiểm thử' });
    await exports.written(reader, second.id).catch(() => undefined);
    const rows = await registry.registry.app
      .get(Database)
      .rows(`select state from list_export where id = $1`, [fromGlobalId(second.id)!.id]);
    expect(rows).toEqual([{ state: 'FAILED' }]);
    expect((await exports.download(first.url)).status).toBe(404);
  });

  it('has at most three that are not written', async () => {
    const reader = await newReader();
    for (let i = 0; i < 3; i++) expect((await exports.request(reader, { question: MODELS })).userErrors).toEqual([]);
    const { errors } = await reader.ask(`mutation ($input: RequestExportInput!) { requestExport(input: $input) { userErrors { code } } }`, {
      input: { question: MODELS },
    });
    expect(errors![0]!.extensions.code).toBe('EXPORTS_TOO_MANY');
  });

  it('that is larger than the room which is left fails with a sentence, and leaves no file', async () => {
    const small = await openTestRegistry({ files: { maxExportBytes: 4 * 3_000 } });
    try {
      const given = givenExports(() => small);
      await small.registry.app
        .get(Database)
        .rows(`insert into theme (id, name) select gen_random_uuid(), 'Chuyên đề ' || n from generate_series(1, 60) n`);
      const question = '{ themes { nodes { name } } }';
      const write = async (): Promise<any> =>
        given.written(small.as.reader, (await given.request(small.as.reader, { question })).export.id);
      expect(await write()).toMatchObject({ state: 'READY', rowCount: 60 });
      expect(await write()).toMatchObject({
        state: 'FAILED',
        url: null,
        failure: expect.stringContaining('lớn hơn chỗ còn lại cho bạn (0 MB)'),
      });
      expect(await small.registry.app.get(Database).rows(`select count(*)::int as n from list_export where state = 'READY'`)).toEqual([
        { n: 1 },
      ]);
    } finally {
      await small.close();
    }
  });

  it('shares the room with those that are written at the same time', async () => {
    const small = await openTestRegistry({ files: { maxExportBytes: 12_000 } });
    try {
      const [given, db] = [givenExports(() => small), small.registry.app.get(Database)];
      await db.rows(`insert into theme (id, name) select gen_random_uuid(), 'Chuyên đề ' || n from generate_series(1, 60) n`);
      const askers: Asker[] = [];
      for (let i = 0; i < 8; i++) askers.push(await askerWith(small, `exporter ${i}`, { role: 'reportingClient' }));
      const written = await Promise.all(
        askers.map(async asker =>
          given.written(asker, (await given.request(asker, { question: '{ themes { nodes { name } } }' })).export.id),
        ),
      );
      const states = written.map(({ state }) => state);
      expect(new Set(states)).toEqual(new Set(['READY', 'FAILED']));
      const [kept] = await db.rows(`select sum(size)::int as bytes, sum(claimed)::int as claimed from list_export`);
      expect(kept).toEqual({ bytes: expect.any(Number), claimed: 0 });
      expect((kept as { bytes: number }).bytes).toBeLessThanOrEqual(12_000);
    } finally {
      await small.close();
    }
  });

  it('finds the file erased after a day', async () => {
    const reader = await newReader();
    const { id, url } = await exported(reader, { question: MODELS });
    registry.setClock(new Date(Date.now() + 25 * 3_600_000).toISOString());
    expect((await exports.download(url)).status).toBe(404);
    await registry.registry.app.get(ExportJobs).tidy();
    const { myExports } = await reader.get('{ myExports { id state url } }');
    expect(myExports.find((each: { id: string }) => each.id === id)).toEqual({ id, state: 'EXPIRED', url: null });
    registry.setClock(undefined);
  });
});

describe('refused', () => {
  it.each([
    ['EXPORT_QUESTION_INVALID', '{ models { nodes { nothing } } }'],
    ['EXPORT_QUESTION_INVALID', '{ models {'],
    ['EXPORT_NOT_A_LIST', '{ models(first: 5) { nodes { id } } }'],
    ['EXPORT_NOT_A_LIST', '{ models { totalCount } }'],
    ['EXPORT_NOT_A_LIST', '{ a: models { nodes { id } } b: models { nodes { id } } }'],
    ['EXPORT_NOT_A_LIST', 'mutation { signOut(input: {}) { userErrors { code } } }'],
    ['EXPORT_NOT_A_LIST', '{ me { name } }'],
    ['EXPORT_FIELD_NOT_EXPORTABLE', '{ models { nodes { actions { name } } } }'],
  ])('%s: %s', async (code, question) => {
    const { export: none, userErrors } = await exports.request(registry.as.reader, { question });
    expect(none).toBeNull();
    expect(userErrors.map((error: { code: string; field: string[] }) => [error.code, error.field])).toEqual([
      [code, ['input', 'question']],
    ]);
  });

  it('variables that do not fit', async () => {
    const refusal = async (variables: string): Promise<unknown> =>
      (await exports.request(registry.as.reader, { question: MODELS, variables })).userErrors.map((error: { code: string }) => error.code);
    expect(await refusal('[1]')).toEqual(['EXPORT_VARIABLES_INVALID']);
    expect(await refusal('{"unitId": {}}')).toEqual(['EXPORT_QUESTION_INVALID']);
  });

  it('a list for which the asker has no right, and a link that is not ours', async () => {
    const ask = (question: string, asker = registry.as.reader): Promise<any> =>
      asker.ask(`mutation ($input: RequestExportInput!) { requestExport(input: $input) { userErrors { code } } }`, { input: { question } });
    expect((await ask('{ accounts { nodes { id } } }')).errors[0].extensions.code).toBe('FORBIDDEN');
    expect((await ask(MODELS, registry.as.nobody)).errors[0].extensions.code).toBe('UNAUTHENTICATED');
    expect((await exports.download('/exports/WyJleHBvcnQudGlja2V0IixudWxsLCJ4Il0.AAAAAAAAAAAAAAAAAAAAAA')).status).toBe(404);
    const { units: page } = await registry.as.reader.get('{ units(first: 1) { pageInfo { endCursor } } }');
    expect([404, 414]).toContain((await exports.download(`/exports/${page.pageInfo.endCursor}`)).status);
  });
});
