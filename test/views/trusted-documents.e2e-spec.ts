import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registryOn, type Registry } from '../../src/app/registry.js';
import { OPEN_API } from '../../src/platform/config/settings.js';
import { StartupError } from '../../src/platform/errors/startup-error.js';
import { Log } from '../../src/platform/logging/log.js';
import { testDatabase, type TestDatabase } from '../support/test-server.js';
import { HttpDoor } from './http.door.js';

const TRUSTED = `query Sectors($first: Int! = 2, $asOf: LocalDate) { sectors(first: $first, asOf: $asOf) { nodes { code name } } }`;

let database: TestDatabase;
let folder: string;
let registry: Registry | undefined;
beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'dvk-trusted-'));
});
afterEach(async () => {
  await registry?.close();
  registry = undefined;
  await rm(folder, { recursive: true, force: true });
  folder = await mkdtemp(join(tmpdir(), 'dvk-trusted-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await database.drop();
});

const open = async (trustedDocuments: string = folder): Promise<Registry> =>
  (registry = await registryOn(database.where, { log: new Log('silent'), api: { ...OPEN_API, trustedDocuments } }));

/** How many statements of views a connection holds; the count of points has one of its own. */
async function names({ pool }: Registry): Promise<number> {
  const clients = await Promise.all(Array.from({ length: pool.counts.total }, () => pool.connect()));
  const counts = await Promise.all(
    clients.map(client =>
      client.query<{ n: number }>(`select count(*)::int as n from pg_prepared_statements where name not like 'rate_limit:%'`),
    ),
  );
  for (const client of clients) client.release();
  return Math.max(...counts.map(({ rows }) => rows[0]!.n));
}

describe('a trusted document', () => {
  it('is prepared when it is first asked for, whatever its spacing; any other waits until it has been asked for often', async () => {
    await writeFile(join(folder, 'sectors.graphql'), TRUSTED);
    await writeFile(join(folder, 'notes.txt'), 'not a document at all {');
    const { app } = await open();
    const door = await HttpDoor.open(app);
    const ask = (query: string): Promise<string | undefined> =>
      door.ask({ query, variables: {}, operationName: undefined }).then(told => told.written);
    expect(await ask('{ sectors(first: 1) { nodes { code } } }')).toBe('{"sectors":{"nodes":[{"code":"ECONOMY"}]}}');
    expect(await names(registry!)).toBe(0);
    expect(await ask(TRUSTED.replaceAll(' { ', '\n{\n  '))).toContain('"code":"CULTURE_SOCIETY"');
    expect(await names(registry!)).toBe(1);
  });

  it('has a plan for each way in which its variables are given', async () => {
    await writeFile(join(folder, 'sectors.graphql'), TRUSTED);
    const { app } = await open();
    const door = await HttpDoor.open(app);
    for (const [variables, length] of [
      [{}, 2],
      [{ first: 3 }, 3],
      [{ first: 1, asOf: '2020-01-01' }, 1],
      [{ asOf: null }, 2],
      [{}, 2],
    ] as const) {
      const { answered, written } = await door.ask({ query: TRUSTED, variables, operationName: undefined });
      expect(written).toBeDefined();
      expect(answered.data.sectors.nodes).toHaveLength(length);
    }
  });
});

describe('a folder of trusted documents stops the start, with a sentence that names what is wrong', () => {
  const refusal = async (start: Promise<unknown>): Promise<string> => {
    const error = await start.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(StartupError);
    return (error as StartupError).message;
  };

  it.each([
    ['a file that is no document', 'query {', 'Syntax Error'],
    ['a file that asks for what there is not', '{ units { nodes { nme } } }', 'nme'],
    ['an empty file', '', 'Syntax Error'],
  ])('%s', async (_, content, reason) => {
    await writeFile(join(folder, 'fine.graphql'), TRUSTED);
    await writeFile(join(folder, 'wrong.graphql'), content);
    const sentence = await refusal(open());
    expect(sentence).toContain('wrong.graphql');
    expect(sentence).toContain(reason);
    expect(sentence).not.toContain('fine.graphql');
  });

  it('a folder that is not there', async () => {
    expect(await refusal(open(join(folder, 'nowhere')))).toContain('nowhere');
  });
});
