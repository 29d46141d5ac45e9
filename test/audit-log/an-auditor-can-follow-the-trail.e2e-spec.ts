import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AuditSealer } from '../../src/platform/audit/audit-sealer.js';
import { AuditVerifier } from '../../src/platform/audit/audit-verifier.js';
import { Database } from '../../src/platform/database/database.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

const VERIFY = `query ($keptHead: String) { auditVerification(keptHead: $keptHead) { whole sealed unsealed head keptAt fault faultAt faultyEntryId } }`;

let registry: TestRegistry;
let [commune, board, model] = ['', '', ''];
const units = givenUnits(() => registry);
const models = givenModels(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  commune = await units.establish({ name: 'A' });
  board = await units.establish({ name: 'Ban xã', kind: 'PARTY_BOARD', line: 'PARTY', territoryId: commune });
  await models.authority(commune, board);
  model = await models.draft(commune, { title: 'Mô hình A', jointOwnerIds: [board] });
});
afterAll(() => registry.close());

it('an entry names its object, and each id in it is one that `node` takes', async () => {
  const { auditEntries } = await registry.as.auditor.get(
    `{ auditEntries(filter: { action: ["model.drafted", "receivingAuthority.set"] }) { nodes { action objectId objectName changes { field after } } } }`,
  );
  const drafted = auditEntries.nodes.find((entry: any) => entry.action === 'model.drafted');
  expect(drafted).toMatchObject({ objectId: model, objectName: 'Mô hình A' });
  const ids = auditEntries.nodes.flatMap(({ changes }: any) =>
    changes.filter(({ field, after }: any) => /Ids?$/.test(field) && after !== null && after !== '[]').map(({ after }: any) => after),
  );
  expect(ids).toContain(commune);
  for (const id of ids.flatMap((text: string) => (text.startsWith('[') ? (JSON.parse(text) as string[]) : [text]))) {
    const { node } = await registry.as.auditor.get(`query ($id: ID!) { node(id: $id) { id } }`, { id });
    expect([id, node]).toEqual([id, { id }]);
  }
});

it('an applied event lists its effects in the words of its preview', async () => {
  const input = { effective: '2026-07-01', changes: [{ rename: { unitId: commune, name: 'B' } }] };
  const { previewUnitEvent } = await registry.as.administrator.get(
    `query ($input: UnitEventInput!) { previewUnitEvent(input: $input) { effects { kind unit before after } } }`,
    { input },
  );
  const { unitEvent } = await units.apply(input);
  const shown = await registry.as.auditor.get(`query ($id: ID!) { unitEvent(id: $id) { effects { kind unit before after } } }`, {
    id: unitEvent!.id,
  });
  expect(shown.unitEvent.effects).toEqual(previewUnitEvent.effects);
  expect(shown.unitEvent.effects).toEqual([{ kind: 'RENAMED', unit: 'Xã A', before: 'A', after: 'B' }]);
});

describe('the trail is verified by the API', () => {
  const verify = async (keptHead?: string): Promise<any> => (await registry.as.auditor.get(VERIFY, { keptHead })).auditVerification;

  it('by an auditor or an administrator, for as many points as it is work', async () => {
    await registry.registry.app.get(AuditSealer).sealAll();
    const { data, extensions } = (await registry.as.auditor.ask(VERIFY)) as any;
    expect(data.auditVerification).toMatchObject({ whole: true, unsealed: 0, keptAt: null, fault: null });
    expect(extensions.cost.rows).toBe(5_000);
    for (const role of ['boardStaff', 'leader', 'reader'] as const)
      expect((await registry.as[role].ask(VERIFY)).errors![0]!.extensions.code).toBe('FORBIDDEN');
    const { sealed, head } = await verify();
    expect(await verify(head)).toMatchObject({ whole: true, keptAt: sealed });
    expect(await verify('0'.repeat(64))).toMatchObject({ whole: false, keptAt: null, fault: null });
  });

  it('one at a time', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => registry.as.auditor.ask(VERIFY)));
    const codes = answers.map(({ errors }) => errors?.[0]!.extensions.code ?? 'DONE');
    expect(codes).toContain('DONE');
    expect(codes).toContain('AUDIT_VERIFICATION_UNDER_WAY');
  });

  it('and one that failed does not keep the next one from its turn', async () => {
    const verifier = registry.registry.app.get(AuditVerifier);
    const verified = jest.spyOn(verifier, 'verify').mockRejectedValueOnce(new Error('The database was lost.'));
    expect((await registry.as.auditor.ask(VERIFY)).errors).toHaveLength(1);
    expect(await verify()).toMatchObject({ whole: true });
    verified.mockRestore();
  });

  it('and it says which entry was altered', async () => {
    const db = registry.registry.app.get(Database);
    await db.rows(`alter table audit_entry disable trigger user`);
    const [altered] = await db.rows<{ id: string }>(`update audit_entry set reason = 'khác' where action = 'model.drafted' returning id`);
    expect(altered).toBeDefined();
    expect(await verify()).toMatchObject({
      whole: false,
      fault: 'ALTERED',
      faultAt: expect.any(Number),
      faultyEntryId: expect.any(String),
    });
  });
});
