import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { RecordKinds } from '../../src/platform/records/record-kinds.js';
import { rowId } from '../movements/given-movements.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { connect } from '../support/test-server.js';
import { givenRecords, type GivenRecords } from './given-records.js';

let registry: TestRegistry;
let db: pg.Client;
let given: GivenRecords;
let kinds: RecordKinds;
beforeAll(async () => {
  registry = await openTestRegistry();
  db = await connect(registry.database.where);
  given = await givenRecords(() => registry, db);
  kinds = registry.registry.app.get(RecordKinds);
}, 120_000);
afterAll(async () => {
  await db.end();
  await registry.close();
});

const versionOf = async (type: string, id: string): Promise<number> =>
  (await registry.as.everyRole.get(`query ($id: ID!) { node(id: $id) { ... on ${type} { version } } }`, { id })).node.version;
const trailOf = async (type: string, id: string): Promise<any[]> =>
  (
    await db.query(`select action, reason from audit_entry where object_type = $1 and object_id = $2 order by at desc, id desc`, [
      type,
      rowId(id),
    ])
  ).rows;

/** The correction of each kind, with a field that is corrected. A target is corrected by `assignTarget`, whose `basis` is the reason. */
const CORRECTIONS: Readonly<Record<string, { readonly correct: string; readonly change: object }>> = {
  Movement: { correct: 'correctMovement', change: { note: 'Đã sửa' } },
  RegistrationRound: { correct: 'correctRegistrationRound', change: { opensOn: '2020-02-01' } },
  ReceivingAuthority: { correct: 'correctReceivingAuthority', change: { level: 'PROVINCE', validFrom: null } },
  Theme: { correct: 'correctTheme', change: { name: 'Chuyên đề đã sửa' } },
  Decision: { correct: 'correctDecision', change: { abstract: 'Đã sửa' } },
  Council: { correct: 'correctCouncil', change: { note: 'Đã sửa' } },
  CouncilMember: { correct: 'correctCouncilMember', change: { role: 'DEPUTY' } },
  CouncilRule: { correct: 'correctCouncilRule', change: { basis: 'Đã sửa', validTo: '2027-01-01' } },
  CouncilSession: { correct: 'correctCouncilSession', change: { minutesText: 'Đã sửa' } },
  Identity: { correct: 'correctIdentity', change: { note: 'Đã sửa' } },
  Figure: { correct: 'correctFigure', change: { note: 'Đã sửa' } },
  FigureTarget: { correct: 'correctFigureTarget', change: { basis: 'Đã sửa' } },
  Review: { correct: 'correctReview', change: { note: 'Đã sửa' } },
  Commendation: { correct: 'correctCommendation', change: { presentedOn: '2025-02-03' } },
  Replication: { correct: 'correctReplication', change: { kept: 'Đã sửa' } },
  ReplicationPlan: { correct: 'correctReplicationPlan', change: { basis: 'Đã sửa' } },
  Inspection: { correct: 'correctInspection', change: { findings: 'Đã sửa' } },
  Person: { correct: 'correctPerson', change: { achievement: 'Đã sửa' } },
};

describe.each(Object.entries(CORRECTIONS))('a %s that was entered wrongly', (type, { correct, change }) => {
  const run = async (input: object): Promise<{ readonly codes: string[]; readonly errors: string[] }> => {
    const inputType = `${correct[0]!.toUpperCase()}${correct.slice(1)}Input`;
    const { data, errors } = await registry.as.everyRole.ask(
      `mutation ($input: ${inputType}!) { ${correct}(input: $input) { userErrors { code } } }`,
      { input },
    );
    const codes = (data?.[correct]?.userErrors ?? []).map(({ code }: { code: string }) => code);
    return { codes, errors: (errors ?? []).map(({ extensions }) => extensions.code) };
  };
  const DONE = { codes: [], errors: [] };

  it('is corrected with a reason by who has seen its present version', async () => {
    const id = await given.make[type]!();
    const expectedVersion = await versionOf(type, id);
    expect(await run({ id, expectedVersion, ...change })).toEqual({ codes: [], errors: ['BAD_USER_INPUT'] });
    expect(await run({ id, expectedVersion, reason: ' ', ...change })).toEqual({ codes: ['INPUT_INVALID'], errors: [] });
    expect(await run({ id, expectedVersion: 9, reason: 'Ghi sai', ...change })).toEqual({ codes: ['STALE_VERSION'], errors: [] });
    expect(await versionOf(type, id)).toBe(expectedVersion);
    expect(await run({ id, expectedVersion, reason: 'Ghi sai', ...change })).toEqual(DONE);
    expect(await versionOf(type, id)).toBe(expectedVersion + 1);
    expect((await trailOf(type, id))[0]).toMatchObject({ action: `${kinds.of(type).trail}.corrected`, reason: 'Ghi sai' });
  });

  it('keeps its version and its history where the correction changes nothing', async () => {
    const id = await given.make[type]!();
    // No two themes have one name.
    const unique = type === 'Theme' ? { name: `Chuyên đề ${id}` } : change;
    const expectedVersion = await versionOf(type, id);
    expect(await run({ id, expectedVersion, reason: 'Ghi sai', ...unique })).toEqual(DONE);
    const { length } = await trailOf(type, id);
    expect(await run({ id, expectedVersion: expectedVersion + 1, reason: 'Ghi sai', ...unique })).toEqual(DONE);
    expect(await versionOf(type, id)).toBe(expectedVersion + 1);
    expect(await trailOf(type, id)).toHaveLength(length);
  });

  it('is not corrected under the id of a merged record', async () => {
    if (!kinds.of(type).merging) return;
    const [doubled, kept] = [await given.make[type]!(), await given.make[type]!()];
    const input = { id: doubled, intoId: kept, expectedVersion: 1, reason: 'Nhập hai lần' };
    const merge = `merge${type}`;
    const merged = await registry.as.everyRole.get(
      `mutation ($input: MergeRecordInput!) { ${merge}(input: $input) { userErrors { code } } }`,
      { input },
    );
    expect(merged[merge].userErrors).toEqual([]);
    expect(await run({ id: doubled, expectedVersion: 1, reason: 'Ghi sai', ...change })).toEqual({ codes: ['RECORD_MERGED'], errors: [] });
  });
});

it('every kind is corrected, a target by assigning it anew, an answer by answering anew, and a remark by another one', () => {
  expect([...Object.keys(CORRECTIONS), 'AssignedTarget', 'FigureRemark', 'StillAliveAnswer'].toSorted()).toEqual(
    kinds.all.map(({ type }) => type).toSorted(),
  );
});
