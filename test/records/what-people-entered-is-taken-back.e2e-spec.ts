import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { movementRecords } from '../../src/features/movements/movement.records.js';
import { personRecords } from '../../src/features/people/person.records.js';
import { themeRecords } from '../../src/features/sectors/theme.records.js';
import { RecordKinds } from '../../src/platform/records/record-kinds.js';
import type { RecordKind, RestingKind } from '../../src/platform/records/record-kind.js';
import { toGlobalId } from '../../src/shared/ids.js';
import { rowId } from '../movements/given-movements.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { connect } from '../support/test-server.js';
import { givenRecords, type GivenRecords } from './given-records.js';
import { COMMANDS, REFERENCES } from './record-table.js';

const TYPES = Object.keys(COMMANDS);
const MERGING = TYPES.filter(type => COMMANDS[type]!.merge);
const cases = TYPES.flatMap(type => REFERENCES[type]!.map(reference => [type, reference] as const));

let registry: TestRegistry;
let db: pg.Client;
let given: GivenRecords;
let kinds: RecordKinds;
beforeAll(async () => {
  registry = await openTestRegistry({ retention: { months: 60, reason: 'minh họa' } });
  db = await connect(registry.database.where);
  given = await givenRecords(() => registry, db);
  kinds = registry.registry.app.get(RecordKinds);
}, 120_000);
afterAll(async () => {
  await db.end();
  await registry.close();
});

const isPart = (type: string, reference: string): boolean => (reference.split('.')[0] as string) in (kinds.of(type).parts ?? {});
const versionOf = async (type: string, id: string): Promise<number> =>
  (await registry.as.everyRole.get(`query ($id: ID!) { node(id: $id) { ... on ${type} { version } } }`, { id })).node.version;
const nodeOf = async (id: string): Promise<{ id: string } | null> =>
  (await registry.as.everyRole.get('query ($id: ID!) { node(id: $id) { id } }', { id })).node;

interface Done {
  readonly userErrors: { code: string; message: string; field: string[] }[];
  readonly [field: string]: any;
}

async function remove(type: string, id: string, more: object = {}): Promise<Done> {
  const { remove: name } = COMMANDS[type]!;
  const input = { id, expectedVersion: await versionOf(type, id), reason: 'Nhập nhầm', ...more };
  const document = `mutation ($input: RemoveRecordInput!) { ${name}(input: $input) { removedId userErrors { code message field } } }`;
  return (await registry.as.everyRole.get(document, { input }))[name];
}

async function merge(type: string, id: string, intoId: string, more: object = {}): Promise<Done> {
  const { merge: name, field } = COMMANDS[type]!;
  const input = { id, intoId, expectedVersion: await versionOf(type, id), reason: 'Nhập hai lần', ...more };
  const document = `mutation ($input: MergeRecordInput!) { ${name}(input: $input) { ${field} { id version } userErrors { code message field } } }`;
  return (await registry.as.everyRole.get(document, { input }))[name!];
}

/** The entries of the trail about the record, the latest first. */
const trailOf = async (type: string, id: string): Promise<any[]> =>
  (
    await db.query(
      `select action, reason, before, after from audit_entry where object_type = $1 and object_id = $2 order by at desc, id desc`,
      [type, rowId(id)],
    )
  ).rows;

const rowsOn = async (reference: string, id: string): Promise<number> => {
  const [table, column] = reference.split('.');
  return (await db.query(`select count(*)::int as n from ${table} where ${column} = $1`, [rowId(id)])).rows[0].n;
};
const allRows = async (reference: string): Promise<number> =>
  (await db.query(`select count(*)::int as n from ${reference.split('.')[0]}`)).rows[0].n;

describe('the kinds of records', () => {
  it('are all tried here, with every column of the registry that refers to one', () => {
    expect(kinds.all.map(({ type }) => type).toSorted()).toEqual(TYPES.toSorted());
    for (const { type, table, merging } of kinds.all) {
      expect([
        type,
        kinds
          .referencesTo(table)
          .map(key => `${key.table}.${key.column}`)
          .toSorted(),
      ]).toEqual([type, [...REFERENCES[type]!].toSorted()]);
      expect([type, merging !== undefined]).toEqual([type, MERGING.includes(type)]);
    }
  });

  it('name what can rest on each: no table is without a word', () => {
    for (const { table, parts = {} } of kinds.all)
      for (const key of kinds.referencesTo(table)) if (!(key.table in parts)) expect(kinds.countedAs(key.table).type).toBeTruthy();
  });

  it('show the kept record under the id of the merged one wherever records can be merged', () => {
    for (const { type, seenBy, merging } of kinds.all) expect([type, seenBy.merges]).toEqual([type, merging !== undefined]);
  });

  it('are declared once in their chapters', () => {
    const declared: readonly (RecordKind | RestingKind)[] = [...movementRecords, themeRecords, ...personRecords];
    expect(new Set(declared.map(({ type }) => type)).size).toBe(declared.length);
  });
});

describe.each(TYPES)('a %s that was entered by mistake', type => {
  it('is removed while nothing rests on it, and the trail keeps all of it and why', async () => {
    const id = await given.make[type]!();
    expect(await remove(type, id)).toEqual({ removedId: id, userErrors: [] });
    expect(await nodeOf(id)).toBeNull();
    const [entry] = await trailOf(type, id);
    const { trail, table } = kinds.of(type);
    expect(entry).toMatchObject({ action: `${trail}.removed`, reason: 'Nhập nhầm', before: { id: rowId(id), version: 1 } });
    const stored = kinds.entityOf(table).columns.filter(({ generatedType }) => generatedType === undefined);
    expect(Object.keys(entry.before).toSorted()).toEqual(stored.map(({ propertyName }) => propertyName).toSorted());
  });

  it('is removed by somebody who has seen its present version, with a reason, and once', async () => {
    const id = await given.make[type]!();
    expect((await remove(type, id, { expectedVersion: 7 })).userErrors).toMatchObject([{ code: 'STALE_VERSION' }]);
    expect((await remove(type, id, { reason: ' ' })).userErrors).toMatchObject([{ code: 'INPUT_INVALID', field: ['input', 'reason'] }]);
    const version = await versionOf(type, id);
    expect((await remove(type, id)).userErrors).toEqual([]);
    const { remove: name } = COMMANDS[type]!;
    const { errors } = await registry.as.everyRole.ask(
      `mutation ($input: RemoveRecordInput!) { ${name}(input: $input) { userErrors { code } } }`,
      { input: { id, expectedVersion: version, reason: 'Nhập nhầm' } },
    );
    expect(errors![0]!.extensions.code).toMatch(/_NOT_FOUND$/);
  });
});

it.each(cases)('a %s on which rows of %s rest stays, and the refusal names them; its own parts go with it', async (type, reference) => {
  const id = await given.make[type]!();
  await given.rest[reference]!(rowId(id));
  const done = await remove(type, id);
  if (isPart(type, reference)) {
    expect(done.userErrors).toEqual([]);
    expect(await rowsOn(reference, id)).toBe(0);
    const [{ before }] = await trailOf(type, id);
    expect(before[reference.split('.')[0]!]).toHaveLength(1);
    return;
  }
  expect(done).toMatchObject({ removedId: null, userErrors: [{ code: 'RECORD_IN_USE' }] });
  expect(done.userErrors[0]!.message).toMatch(/còn dựa vào đó: 1 \p{L}+/u);
  expect(await nodeOf(id)).not.toBeNull();
  expect(await rowsOn(reference, id)).toBe(1);
});

describe.each(MERGING)('a %s that was entered twice', type => {
  it('is merged: everything that rested on it rests on the one that is kept, nothing is lost, and its id leads there', async () => {
    const [doubled, kept] = [await given.make[type]!(), await given.make[type]!()];
    for (const reference of REFERENCES[type]!) await given.rest[reference]!(rowId(doubled));
    // Of its own table one row goes: the doubled one.
    const others = REFERENCES[type]!.filter(reference => !reference.startsWith(`${kinds.of(type).table}.`));
    const before = await Promise.all(others.map(allRows));
    const version = await versionOf(type, kept);
    const { field } = COMMANDS[type]!;
    expect(await merge(type, doubled, kept)).toEqual({ [field!]: { id: kept, version: version + 1 }, userErrors: [] });
    expect(await Promise.all(others.map(allRows))).toEqual(before);
    for (const reference of REFERENCES[type]!) {
      expect([reference, await rowsOn(reference, doubled), await rowsOn(reference, kept)]).toEqual([reference, 0, 1]);
    }
    expect(await nodeOf(doubled)).toEqual({ id: kept });
    const { trail } = kinds.of(type);
    expect((await trailOf(type, doubled))[0]).toMatchObject({
      action: `${trail}.mergedAway`,
      after: { mergedIntoId: rowId(kept) },
      reason: 'Nhập hai lần',
    });
    const [entry] = await trailOf(type, kept);
    expect(entry).toMatchObject({ action: `${trail}.merged`, after: { mergedId: rowId(doubled), dropped: {} } });
    // A hold moves as well, and the trail does not say so: who is held is confidential.
    const told = REFERENCES[type]!.map(reference => reference.split('.')[0]!).filter(table => table !== 'commendation_hold');
    expect(new Set(Object.keys(entry.after.moved))).toEqual(new Set(told));
  });

  it('keeps what both had alike only once, and the trail keeps what was dropped', async () => {
    const [doubled, kept] = [await given.make[type]!(), await given.make[type]!()];
    const keyed = REFERENCES[type]!.filter(
      reference =>
        !/^(emulation_model|registration|recognition|model_step|decision_scan|account_person|council_member|score_sheet|appraisal_\w+|commendation|proposal|proposal_item|commendation_hold)\.|revoked_by|amended_by/.test(
          reference,
        ),
    );
    for (const reference of keyed) {
      await given.rest[reference]!(rowId(doubled), 5);
      await given.rest[reference]!(rowId(kept), 5);
    }
    expect((await merge(type, doubled, kept)).userErrors).toEqual([]);
    for (const reference of keyed) expect([reference, await rowsOn(reference, kept)]).toEqual([reference, 1]);
    expect(await nodeOf(doubled)).toEqual({ id: kept });
  });

  it('leads to the kept one also after that one was merged in its turn', async () => {
    const [first, second, third] = [await given.make[type]!(), await given.make[type]!(), await given.make[type]!()];
    expect((await merge(type, first, second)).userErrors).toEqual([]);
    expect((await merge(type, second, third)).userErrors).toEqual([]);
    expect(await nodeOf(first)).toEqual({ id: third });
  });

  it('is not merged into itself, into what does not exist, or from an old version', async () => {
    const [doubled, kept] = [await given.make[type]!(), await given.make[type]!()];
    expect((await merge(type, doubled, doubled)).userErrors).toMatchObject([{ code: 'RECORD_MERGE_ITSELF', field: ['input', 'intoId'] }]);
    expect((await merge(type, doubled, kept, { expectedVersion: 9 })).userErrors).toMatchObject([{ code: 'STALE_VERSION' }]);
    await expect(merge(type, doubled, toGlobalId(type, '018f0000-0000-7000-8000-000000000000'))).rejects.toThrow(
      /NOT_FOUND|Không tìm thấy/,
    );
    expect(await nodeOf(doubled)).toEqual({ id: doubled });
  });

  it('answers a later command by the record into which it was merged', async () => {
    const [doubled, kept] = [await given.make[type]!(), await given.make[type]!()];
    expect((await merge(type, doubled, kept)).userErrors).toEqual([]);
    expect((await remove(type, doubled)).userErrors).toMatchObject([{ code: 'RECORD_MERGED' }]);
  });
});
