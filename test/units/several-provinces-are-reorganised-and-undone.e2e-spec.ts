import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type pg from 'pg';
import { givenCommendations } from '../commendations/given-commendations.js';
import { givenProposals } from '../proposals/given-proposals.js';
import { Doctor } from '../../src/platform/doctor/doctor.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { connect } from '../support/test-server.js';

let registry: TestRegistry;
let client: pg.Client;
const given = givenProposals(() => registry);
const commendations = givenCommendations(() => registry);
const { rounds } = given;
const { units } = rounds;

beforeAll(async () => {
  registry = await openTestRegistry();
  registry.setClock('2025-05-05T03:00:00Z');
  client = await connect(registry.database.where);
}, 60_000);
afterAll(async () => {
  await client.end();
  await registry.close();
});

/** What records that something was done or asked, and what follows from rows by itself, some time later; words that were typed once stay known. */
const OWN_STORY =
  /^(api_token|audit_|unit_event|idempotency_key|search_word|uncounted_|counted_|event_count|pgboss|migration|rate_|secret|session)/;

/** Every row of every table, as PostgreSQL prints it. */
async function everything(): Promise<Record<string, readonly string[]>> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by tablename`,
  );
  const found: Record<string, readonly string[]> = {};
  for (const { name } of tables.filter(table => !OWN_STORY.test(table.name))) {
    const { rows } = await client.query<{ row: string }>(`select to_jsonb(t)::text as row from "${name}" t order by 1`);
    found[name] = rows.map(({ row }) => row);
  }
  return found;
}

it('what stood in several provinces is exactly as it was once their reorganisation on one day is undone', async () => {
  const [first, second] = [await rounds.received(3), await rounds.received(3)];
  const third = await units.establish({ name: 'Tỉnh ba', kind: 'TINH' });
  const district = await units.establish({ name: 'Huyện ba', kind: 'HUYEN', parentId: third });
  const far = await units.establish({ name: 'Xã xa', parentId: district });
  for (const unitId of [...first.communes, ...second.communes, far]) {
    await commendations.grant(unitId, '2025-05-05', [
      commendations.line({ kind: 'COLLECTIVE', name: null, unitId }),
      commendations.line({ name: null, count: 2, unitId, reason: 'Hai người' }),
    ]);
    await commendations.grant(unitId, '2025-05-05', [
      commendations.line({ form: 'LAO_DONG_TIEN_TIEN', unitId, reason: 'Năm 2024', periodFrom: '2024-01-01', periodTo: '2024-12-31' }),
    ]);
  }
  const round = await given.closedRound(first.province, first.registrationIds);
  const { appraisalRound } = await registry.as.boardStaff.get(
    'query ($id: ID!) { appraisalRound(id: $id) { revision entries(first: 10) { nodes { id unit { id } model { id } } } } }',
    { id: round.id },
  );
  const quotas = {
    roundId: round.id,
    expectedVersion: appraisalRound.revision,
    lines: [{ block: '', form: 'GIAY_KHEN', kind: 'COLLECTIVE', most: 2, basis: 'Kế hoạch' }],
  };
  expect((await given.send(registry.as.boardStaff, 'setCommendationQuotas', quotas)).refused).toEqual([]);
  const [entry] = appraisalRound.entries.nodes;
  const proposed = given.line({
    kind: 'COLLECTIVE',
    name: null,
    unitId: entry.unit.id,
    modelId: entry.model.id,
    evaluationId: entry.id,
    reason: 'Kết quả của đợt',
  });
  const sent = await given.done(given.draft({ proposerId: first.communes[0], items: [proposed], roundId: round.id }));
  await given.done(given.toBody(sent, first.communes[0]!));
  await given.done(given.draft({ proposerId: second.communes[0], items: [given.line({ unitId: second.communes[0] })] }));
  const before = await everything();
  for (const table of ['emulation_model', 'commendation', 'commendation_quota', 'proposal', 'evaluation'])
    expect(before[table]).not.toEqual([]);

  registry.setClock('2025-07-02T03:00:00Z');
  const [a, b, c] = first.communes as [string, string, string];
  const [d, e, f] = second.communes as [string, string, string];
  const { unitEvent, userErrors } = await units.apply({
    effective: '2025-07-01',
    act: { number: '202/2025/QH15' },
    changes: [
      { merge: { unitIds: [a, b, d], intoId: e } },
      { split: { unitId: c, intoIds: [e, f], goesOn: false } },
      { rename: { unitId: f, name: 'Xã sau sắp xếp' } },
      { move: { unitId: far, parentId: third } },
      { dissolve: { unitId: district } },
      ...[e, f].map(unitId => ({ move: { unitId, parentId: third } })),
      { merge: { unitIds: [first.province, second.province], intoId: third } },
    ],
  });
  expect(userErrors).toEqual([]);
  expect(await commendations.list({ unitId: third }, registry.as.reader)).toHaveLength(21);

  const undone = await given.send(
    registry.as.administrator,
    'undoUnitEvent',
    { id: unitEvent!.id, expectedVersion: unitEvent!.version, reason: 'Nhầm' },
    'unitEvent { state }',
  );
  expect(undone).toMatchObject({ refused: [], unitEvent: { state: 'UNDONE' } });
  const after = await everything();
  for (const [table, rows] of Object.entries(before)) expect([table, after[table]]).toEqual([table, rows]);
  expect(await registry.registry.app.get(Doctor).examine()).toEqual([]);
});
