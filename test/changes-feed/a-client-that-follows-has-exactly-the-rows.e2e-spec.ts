import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RegistryClient } from '../../clients/typescript/src/client.js';
import { Copy, type Kept } from '../../clients/typescript/src/sync.js';
import { AuditSealer } from '../../src/platform/audit/audit-sealer.js';
import { Database } from '../../src/platform/database/database.js';
import { toGlobalId } from '../../src/shared/ids.js';
import { Random } from '../support/random.js';
import { TODAY } from '../support/random-names.js';
import { fillAtRandom } from '../support/random-registry.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { MemoryStore } from './memory.store.js';

/** Each followed type with its table and fields of its own. */
const TYPES = {
  Unit: ['unit', 'version name validFrom validTo inForce parent { id } successors { unit { id } whole }'],
  UnitEvent: ['unit_event', 'version state'],
  Theme: ['theme', 'version name'],
  Sector: ['sector', 'version name validTo'],
  Movement: ['movement', 'version name note formerNames { name } requiredItems { items }'],
  RegistrationRound: [
    'registration_round',
    'version name closesOn movement { id } targets(first: 9) { totalCount } extensions(first: 9) { totalCount }',
  ],
  ReceivingAuthority: ['receiving_authority', 'version basis validTo receiver { id }'],
  Decision: ['decision', 'version number abstract issuer { id } scans { name }'],
  Person: ['person', 'version name achievement allPosts { title validTo unit { id } }'],
  EmulationModel: [
    'emulation_model',
    'version title state running trashed holder { id } themes { id } person { id } attachments { file { name } } facts { kind }',
  ],
  Registration: ['registration', 'state latest round { id } holder { id } steps { action to at }'],
  Council: ['council', 'version name allMembers { id version } allRules { id version } sessions(first: 9) { nodes { id version } }'],
  CriteriaSet: ['criteria_set', 'version name versions { id version }'],
  AppraisalRound: ['appraisal_round', 'name state reopenReason revision'],
  Evaluation: ['evaluation', 'version final rank grade leftOn decidedBy judges { person { id } }'],
} as const;
type Type = keyof typeof TYPES;
const FIELDS = Object.fromEntries(Object.entries(TYPES).map(([type, [, fields]]) => [type, fields]));

let registry: TestRegistry;
beforeAll(async () => (registry = await openTestRegistry()));
afterAll(() => registry.close());

const ADD = `mutation ($input: AddThemeInput!) { addTheme(input: $input) { theme { id } userErrors { code } } }`;
const RENAME = `mutation ($input: CorrectThemeInput!) { correctTheme(input: $input) { theme { id } userErrors { code } } }`;
const REMOVE = `mutation ($input: RemoveRecordInput!) { removeTheme(input: $input) { removedId userErrors { code } } }`;

const clientOf = (token: string, url = registry.url): RegistryClient =>
  new RegistryClient({ url, token, retries: 30, wait: () => new Promise(go => void setTimeout(go, 20)) });
const seal = (): Promise<number> => registry.registry.app.get(AuditSealer).sealAll();

/** All objects of a type, by the rows of its table. */
async function rowsOf(type: Type): Promise<Record<string, Kept>> {
  const [table, fields] = TYPES[type];
  const rows = await registry.registry.app.get(Database).rows<{ id: string }>(`select id from ${table} order by id`);
  const ids = rows.map(({ id }) => toGlobalId(type, id));
  const shown: Kept[] = [];
  for (let i = 0; i < ids.length; i += 100) {
    const { nodes } = await registry.as.everyRole.get(`query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type} { id ${fields} } } }`, {
      ids: ids.slice(i, i + 100),
    });
    shown.push(...nodes.filter((node: Kept | null) => node !== null));
  }
  return Object.fromEntries(shown.map(node => [node.id, node] as const).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

async function expectSame(store: MemoryStore): Promise<void> {
  const [copied, real] = [new Map<Type, unknown>(), new Map<Type, unknown>()];
  for (const type of Object.keys(TYPES) as Type[]) {
    copied.set(type, store.of(type));
    real.set(type, await rowsOf(type));
  }
  expect(Object.fromEntries(copied)).toEqual(Object.fromEntries(real));
}

it('whatever commands did, in whatever order, a copy that follows them equals the registry', async () => {
  const store = new MemoryStore();
  const copy = new Copy(clientOf(registry.tokens.everyRole), store, FIELDS);
  let commands = 0;
  const send = async (name: string, type: string, input: Record<string, unknown>, fields: string): Promise<any> => {
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { code } } }`;
    const { data } = await registry.as.everyRole.ask<any>(document, { input });
    // The copy is brought up to date in the middle of things, too.
    if (++commands % 40 === 0) {
      await seal();
      await copy.catchUp();
    }
    return data?.[name].userErrors.length === 0 ? data[name] : undefined;
  };
  await fillAtRandom(registry, new Random(11), { command: send });
  await seal();
  await copy.catchUp();
  await expectSame(store);
  const fresh = new MemoryStore();
  await new Copy(clientOf(registry.tokens.everyRole), fresh, FIELDS).catchUp();
  await expectSame(fresh);
  expect(await copy.catchUp()).toBe(0);
}, 300_000);

describe('eight write, three follow and are killed again and again', () => {
  it('no change is missed, and none is applied twice', async () => {
    const other = await openTestRegistry({ beside: registry.database });
    other.setClock(`${TODAY}T03:00:00Z`);
    try {
      const stores = [0, 1, 2].map(place => {
        const fate = new Random(place);
        return new MemoryStore(() => fate.chance(0.3));
      });
      const work = { done: false };
      const reader = async (store: MemoryStore, place: number): Promise<void> => {
        while (!work.done) {
          // Each life is a new client, at one process of the registry or the other.
          const url = [registry, other][place++ % 2]!.url;
          await new Copy(clientOf(registry.tokens.everyRole, url), store, FIELDS).catchUp().catch((error: unknown) => {
            if (!String(error).includes('Killed')) throw error;
          });
        }
      };
      const writer = async (n: number): Promise<void> => {
        const asker = n % 2 === 0 ? registry.as.everyRole : other.as.everyRole;
        for (let i = 0; i < 12; i++) {
          const { addTheme } = await asker.get(ADD, { input: { name: `Chuyên đề ${n}.${i}` } });
          const { id } = addTheme.theme;
          if (i % 3 === 1) await asker.get(RENAME, { input: { id, name: `Đổi tên ${n}.${i}`, expectedVersion: 1, reason: 'Kiểm thử' } });
          if (i % 3 === 2) await asker.get(REMOVE, { input: { id, expectedVersion: 1, reason: 'Kiểm thử' } });
        }
      };
      const readers = stores.map(reader);
      await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map(writer));
      await seal();
      work.done = true;
      await Promise.all(readers);
      for (const store of stores) {
        for (let left = 20; ; left--) {
          const done = await new Copy(clientOf(registry.tokens.everyRole), store, FIELDS).catchUp().then(
            () => true,
            () => false,
          );
          if (done) break;
          expect(left).toBeGreaterThan(0);
        }
        await expectSame(store);
      }
    } finally {
      await other.close();
    }
  }, 120_000);

  it('one who only reads on meets every entry once, however long the pages are', async () => {
    const page = `query ($after: String, $first: Int) {
      changes(after: $after, types: ["Theme"], first: $first) { changes { kind id version } cursor hasMore } }`;
    const read = async (first: number): Promise<string[]> => {
      const met: string[] = [];
      for (let after: string | null = null, more = true; more;) {
        const { changes }: any = await registry.as.reader.get(page, { after, first });
        met.push(...changes.changes.map((one: { id: string; kind: string; version: number }) => `${one.id} ${one.kind} ${one.version}`));
        [after, more] = [changes.cursor, changes.hasMore];
      }
      return met;
    };
    const met = await read(1);
    // A theme is also reported with the models that have it; within one page only once.
    expect(new Set(met)).toEqual(new Set(await read(100)));
    const ids = new Set(met.map(one => one.split(' ')[0]));
    const entries = await registry.registry.app
      .get(Database)
      .rows<{ id: string }>(`select distinct object_id as id from audit_entry where object_type = 'Theme'`);
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.filter(({ id }) => !ids.has(toGlobalId('Theme', id)))).toEqual([]);
  });
});
