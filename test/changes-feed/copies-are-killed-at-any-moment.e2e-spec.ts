import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { transformFile } from '@swc/core';
import { COPIED } from '../../clients/typescript/examples/copied-types.js';
import { SqliteStore } from '../../clients/typescript/examples/sqlite-store.js';
import { RegistryClient } from '../../clients/typescript/src/client.js';
import { Copy, type Kept } from '../../clients/typescript/src/sync.js';
import { AuditSealer } from '../../src/platform/audit/audit-sealer.js';
import { Database } from '../../src/platform/database/database.js';
import { toGlobalId } from '../../src/shared/ids.js';
import { ROOT } from '../process/operator.js';
import { Program } from '../process/program.js';
import { givenUnits } from '../support/given-units.js';
import { Random } from '../support/random.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

const LIVES = 4;
const WRITERS = 8;
const READERS = 3;
const TABLES = { Unit: 'unit', Sector: 'sector', EmulationModel: 'emulation_model', Registration: 'registration', Decision: 'decision' };

let registry: TestRegistry;
let other: TestRegistry;
let folder: string;
let unitId: string;
const units = givenUnits(() => registry);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dvk-copies-'));
  registry = await openTestRegistry();
  other = await openTestRegistry({ beside: registry.database });
  unitId = await units.establish({ name: 'Xã A' });
  await compileExample();
});
afterAll(async () => {
  await other.close();
  await registry.close();
  await rm(folder, { recursive: true, force: true });
});

/** The example as JavaScript, so that a process of it starts at once. */
async function compileExample(): Promise<void> {
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  for (const file of ['examples/keep-sqlite.mts', 'examples/copied-types.ts', 'examples/sqlite-store.ts', 'src/client.ts', 'src/sync.ts']) {
    const { code } = await transformFile(join(ROOT, 'clients/typescript', file), {
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      module: { type: 'es6' },
    });
    const place = join(folder, file.replace(/ts$/, 'js'));
    await mkdir(place.slice(0, -basename(place).length), { recursive: true });
    await writeFile(place, code);
  }
}

const seal = (): Promise<number> => registry.registry.app.get(AuditSealer).sealAll();
const fileOf = (reader: number): string => join(folder, `copy-${reader}.sqlite`);
const environmentOf = (n: number): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_OPTIONS: '',
  REGISTRY_URL: [registry, other][n % 2]!.url,
  REGISTRY_TOKEN: registry.tokens.everyRole,
});

/** A process that ends by itself has failed. */
async function kill(program: Program): Promise<void> {
  if (!program.running) throw new Error(program.stderr);
  await program.kill('SIGKILL');
}

/** Writes in one life after the other. */
async function write(n: number, isOver: () => boolean): Promise<void> {
  const fate = new Random(n);
  while (!isOver()) {
    const env = { ...environmentOf(n), UNIT_ID: unitId };
    const writer = new Program(process.execPath, [join(ROOT, 'test/changes-feed/writer.process.mjs')], { env });
    await pause(fate.between(300, 1_500));
    await kill(writer);
  }
}

/** Follows in one life after the other, the program of the example; each ends some moments after it has applied something. */
async function follow(n: number): Promise<void> {
  const fate = new Random(100 + n);
  for (let life = 0; life < LIVES; life++) {
    const env = { ...environmentOf(n + life), EVERY_MS: '10' };
    const reader = new Program(process.execPath, [join(folder, 'examples/keep-sqlite.mjs'), fileOf(n)], { env });
    await reader.says(/changes/);
    await pause(fate.between(0, 400));
    await kill(reader);
  }
}

/** A command goes on when its sender has been killed: waits until none has been open for a second. */
async function commandsEnd(): Promise<void> {
  const open = `select 1 from pg_stat_activity
                 where datname = current_database() and backend_type = 'client backend' and xact_start is not null and pid <> pg_backend_pid()`;
  for (let quiet = 0; quiet < 10; await pause(100))
    quiet = (await registry.registry.app.get(Database).rows(open)).length === 0 ? quiet + 1 : 0;
}

/** The objects of a type as the registry shows them, by the rows of its table. */
async function rowsOf(type: keyof typeof TABLES): Promise<Kept[]> {
  const rows = await registry.registry.app.get(Database).rows<{ id: string }>(`select id from ${TABLES[type]}`);
  const ids = rows.map(({ id }) => toGlobalId(type, id));
  const shown: Kept[] = [];
  const document = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type} { id ${COPIED[type]} } } }`;
  for (let i = 0; i < ids.length; i += 100)
    shown.push(...(await registry.as.everyRole.get(document, { ids: ids.slice(i, i + 100) })).nodes);
  return inOrder(shown);
}

const inOrder = (objects: Kept[]): Kept[] => objects.toSorted((a, b) => (a.id < b.id ? -1 : 1));

it('eight processes write, three keep a file; all are killed again and again, and every file has exactly the registry’s rows', async () => {
  const state = { over: false };
  const sealing = (async () => {
    // On a busy machine the database may keep a turn waiting too long: the next one goes on.
    while (!state.over)
      await seal()
        .catch(() => 0)
        .then(() => pause(50));
  })();
  const writing = Promise.all(Array.from({ length: WRITERS }, (_, n) => write(n, () => state.over)));
  try {
    await Promise.all(Array.from({ length: READERS }, (_, n) => follow(n)));
  } finally {
    state.over = true;
    await Promise.all([writing, sealing]);
  }
  await commandsEnd();
  await seal();
  const real = Object.fromEntries(
    await Promise.all((Object.keys(TABLES) as (keyof typeof TABLES)[]).map(async type => [type, await rowsOf(type)] as const)),
  );
  expect(real.EmulationModel!.length).toBeGreaterThan(READERS * LIVES);
  for (let n = 0; n < READERS; n++) {
    const store = new SqliteStore(fileOf(n));
    const copy = new Copy(new RegistryClient({ url: registry.url, token: registry.tokens.everyRole }), store, COPIED);
    await copy.catchUp();
    expect(Object.fromEntries(Object.keys(TABLES).map(type => [type, inOrder(store.objects(type))]))).toEqual(real);
    expect(await copy.catchUp()).toBe(0);
    store.close();
  }
}, 180_000);
