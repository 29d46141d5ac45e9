import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '../../src/platform/access/actor.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { connect } from '../support/test-server.js';

let registry: TestRegistry;
let commune: string;
const units = givenUnits(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry({ retention: { months: 24, reason: 'Quy chế nội bộ (minh họa)' } });
  commune = await units.establish({ name: 'Xã có danh bạ' });
});
afterAll(() => registry.close());

const SECRETS = { birthDate: '1980-05', idNumber: '049080000001', phone: '0905 000 001', address: 'Thôn 1', partyMember: 'Đảng viên' };

const run = async (name: string, type: string, input: Record<string, unknown>, fields: string): Promise<any> =>
  (
    await registry.as.everyRole.get(`mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { code field } } }`, {
      input,
    })
  )[name];
const record = async (name: string): Promise<string> =>
  (
    await run(
      'recordPerson',
      'RecordPersonInput',
      { name, post: { unitId: commune, title: 'Bí thư chi bộ', validFrom: '2020-01-01' } },
      'person { id }',
    )
  ).person.id;
const keep = (id: string, expectedVersion: number, values: Record<string, unknown>): Promise<any> =>
  run('keepPersonalData', 'KeepPersonalDataInput', { id, expectedVersion, reason: 'Hồ sơ khen thưởng', ...values }, 'person { version }');
const reveal = (id: string, fields: string[], purpose = 'Lập hồ sơ khen thưởng'): Promise<any> =>
  run('revealPersonalData', 'RevealPersonalDataInput', { id, fields, purpose }, 'values { field held value }');
const trail = async (): Promise<any[]> =>
  (
    await registry.as.everyRole.get(
      `{ auditEntries(filter: { objectType: "PersonalData" }, orderBy: AT, first: 100) { nodes { actor action reason unit { name } changes { field before after } } } }`,
    )
  ).auditEntries.nodes;

/** All rows of the database as text, except those of `personal_data`. */
async function everythingElse(): Promise<string> {
  const client = await connect(registry.database.where);
  try {
    const { rows } = await client.query(
      `select tablename as name from pg_tables where schemaname in ('public', 'graphile_worker') and tablename <> 'personal_data'`,
    );
    const texts = await Promise.all(
      rows.map(async ({ name }) => {
        const schema = (await client.query(`select schemaname as s from pg_tables where tablename = $1`, [name])).rows[0].s;
        return JSON.stringify((await client.query(`select t::text from ${schema}."${name}" t`)).rows);
      }),
    );
    return texts.join('\n');
  } finally {
    await client.end();
  }
}

describe('protected data', () => {
  it('are shown field by field for a purpose, the rest masked, and each read is recorded in the audit trail without a value', async () => {
    const id = await record('Cá nhân A');
    expect(await keep(id, 1, SECRETS)).toEqual({ person: { version: 2 }, userErrors: [] });
    const { values } = await reveal(id, ['PHONE']);
    expect(values).toEqual([
      { field: 'BIRTH_DATE', held: true, value: '•••' },
      { field: 'ID_NUMBER', held: true, value: '•••' },
      { field: 'PHONE', held: true, value: '0905 000 001' },
      { field: 'ADDRESS', held: true, value: '•••' },
      { field: 'PARTY_MEMBER', held: true, value: '•••' },
    ]);
    const [kept, read] = await trail();
    expect(kept).toMatchObject({ action: 'personalData.kept', unit: { name: 'Xã có danh bạ' }, reason: 'Hồ sơ khen thưởng' });
    expect(read).toMatchObject({
      actor: 'everyRole',
      action: 'personalData.read',
      reason: 'Lập hồ sơ khen thưởng',
      changes: [{ field: 'fields', before: null, after: '["PHONE"]' }],
    });
  });

  it('are only in their own table: not in the audit trail, not in idempotency keys, not in the queue', async () => {
    const id = await record('Cá nhân B');
    await keep(id, 1, { idNumber: '049080000777', phone: '0905 777 777' });
    await keep(id, 2, { phone: '0905 888 888', idNumber: null });
    await reveal(id, ['PHONE', 'ID_NUMBER']);
    const text = await everythingElse();
    expect(text).toContain('Cá nhân B');
    for (const secret of ['049080000777', '0905 777 777', '0905 888 888']) expect(text).not.toContain(secret);
  });

  it('are refused without a purpose, without the right, and not shown by any view', async () => {
    const id = await record('Cá nhân C');
    await keep(id, 1, SECRETS);
    const before = (await trail()).length;
    expect((await reveal(id, ['PHONE'], ' … ')).userErrors).toEqual([{ code: 'INPUT_INVALID', field: ['input', 'purpose'] }]);
    for (const asker of [registry.as.reader, registry.as.nobody]) {
      const { data, errors } = await asker.ask(
        `mutation ($id: ID!) { revealPersonalData(input: { id: $id, fields: [PHONE], purpose: "Thử" }) { values { value } } }`,
        { id },
      );
      expect(data ?? null).toBeNull();
      expect(errors![0]!.extensions.code).toMatch(/FORBIDDEN|UNAUTHENTICATED/);
    }
    expect((await trail()).length).toBe(before);
    const { person } = await registry.as.reader.get(
      `query ($id: ID!) { person(id: $id) { name history { action reason changes { field after } } } }`,
      { id },
    );
    expect(person.history.map((change: any) => change.action)).toEqual(['person.recorded']);
    expect(JSON.stringify(person)).not.toMatch(/0905|04908/);
  });

  it('are erased when their retention time ends, with the configured reason, and on request', async () => {
    registry.setClock('2024-01-15T00:00:00Z');
    const old = await record('Cá nhân D');
    await keep(old, 1, SECRETS);
    registry.setClock('2025-06-01T00:00:00Z');
    const young = await record('Cá nhân E');
    await keep(young, 1, SECRETS);
    const expire = registry.registry.app.get(Jobs).all.find(job => job.name === 'personalData.expire')!;
    const held = async (id: string): Promise<boolean> => (await reveal(id, ['PHONE'])).values.some((value: any) => value.held);
    registry.setClock('2026-01-14T00:00:00Z');
    await expire.run(undefined as never, { actor: systemActor('job personalData.expire') });
    expect(await held(old)).toBe(true);
    registry.setClock('2026-01-15T01:00:00Z');
    await expire.run(undefined as never, { actor: systemActor('job personalData.expire') });
    expect([await held(old), await held(young)]).toEqual([false, true]);
    expect((await trail()).find(line => line.action === 'personalData.expired')).toMatchObject({
      actor: 'job personalData.expire',
      reason: 'Quy chế nội bộ (minh họa)',
    });
    await run(
      'erasePersonalData',
      'ErasePersonalDataInput',
      { id: young, expectedVersion: 2, reason: 'Theo yêu cầu' },
      'person { version }',
    );
    expect(await held(young)).toBe(false);
    expect(
      (await run('erasePersonalData', 'ErasePersonalDataInput', { id: young, expectedVersion: 3, reason: 'Theo yêu cầu' }, 'person { id }'))
        .userErrors,
    ).toEqual([{ code: 'PERSON_HAS_NO_PERSONAL_DATA', field: ['input'] }]);
    registry.setClock(undefined);
  });

  it('of a person are printed completely, and that read is part of the print', async () => {
    const id = await record('Cá nhân G');
    await keep(id, 1, SECRETS);
    const { sections } = await run(
      'gatherPersonalData',
      'PurposeInput',
      { id, purpose: 'Theo yêu cầu của người đó' },
      'sections { title lines }',
    );
    const text = sections.flatMap((section: any) => [section.title, ...section.lines]).join('\n');
    for (const part of ['Cá nhân G', 'Bí thư chi bộ, Xã có danh bạ, từ 1/1/2020', 'Số căn cước: 049080000001', 'Xóa từ ngày'])
      expect(text).toContain(part);
    expect(text).toMatch(/personalData\.read .*Theo yêu cầu của người đó/);
  });
});

it('no protected data are recorded without a configured retention time', async () => {
  const other = await openTestRegistry();
  try {
    const { id: unitId } =
      (await other.as.everyRole.get(
        `mutation { applyUnitEvent(input: { effective: "2000-01-01", changes: [{ establish: { line: TERRITORY, kind: XA, name: "Quế Hiệp" } }] }) { userErrors { code } } }`,
      )) && (await other.as.reader.get(`{ units { nodes { id } } }`)).units.nodes[0];
    const { recordPerson } = await other.as.everyRole.get(
      `mutation ($unitId: ID!) { recordPerson(input: { name: "Cá nhân H", post: { unitId: $unitId, title: "Ủy viên" } }) { person { id } } }`,
      { unitId },
    );
    const { keepPersonalData } = await other.as.everyRole.get(
      `mutation ($id: ID!) { keepPersonalData(input: { id: $id, expectedVersion: 1, phone: "1", reason: "Thử" }) { userErrors { code } } }`,
      { id: recordPerson.person.id },
    );
    expect(keepPersonalData.userErrors).toEqual([{ code: 'PERSON_RETENTION_NOT_SET' }]);
  } finally {
    await other.close();
  }
});
