import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { systemActor } from '../../src/platform/access/actor.js';
import { AuditSealer } from '../../src/platform/audit/audit-sealer.js';
import { AuditVerifier } from '../../src/platform/audit/audit-verifier.js';
import { Database } from '../../src/platform/database/database.js';
import { newId } from '../../src/shared/ids.js';
import { connect } from '../support/test-server.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
let db: Database;
beforeAll(async () => {
  registry = await openTestRegistry();
  db = registry.registry.app.get(Database);
});
afterAll(() => registry.close());

const seal = (): Promise<number> => registry.registry.app.get(AuditSealer).sealAll();
const verify = (): ReturnType<AuditVerifier['verify']> => registry.registry.app.get(AuditVerifier).verify();
const write = (action: string): Promise<void> =>
  db.tx(systemActor('test'), tx => tx.audit({ action, object: { type: 'Test', id: null }, after: { text: 'Quế Sơn', n: 1.5 } }));

it('every committed entry is sealed in order, and a long command blocks no other entry', async () => {
  let finish = (): void => undefined;
  const held = new Promise<void>(done => (finish = done));
  const long = db.tx(systemActor('test'), async tx => {
    await tx.audit({ action: 'long', object: { type: 'Test', id: null } });
    await held;
  });
  await write('short');
  await seal();
  expect((await verify()).broken).toBeUndefined();
  const actions = async (): Promise<string[]> =>
    (
      await db.rows<{ action: string }>(`select e.action from audit_seal s join audit_entry e on e.id = s.entry_id order by s.position`)
    ).map(row => row.action);
  expect(await actions()).toContain('short');
  expect(await actions()).not.toContain('long');
  finish();
  await long;
  await seal();
  expect((await actions()).at(-1)).toBe('long');
  expect(await verify()).toMatchObject({ unsealed: 0, broken: undefined });
});

it('sealers of two processes never seal an entry twice', async () => {
  await Promise.all(Array.from({ length: 30 }, (_, i) => write(`one of many ${i}`)));
  await Promise.all([seal(), seal(), seal()]);
  await seal();
  expect(await verify()).toMatchObject({ unsealed: 0, broken: undefined });
});

it('a command that fails leaves no entry, one that forgets its entry is refused', async () => {
  const before = await verify();
  await expect(
    db.tx(systemActor('test'), async tx => {
      await tx.audit({ action: 'failing', object: { type: 'Test', id: null } });
      throw new Error('on purpose');
    }),
  ).rejects.toThrow('on purpose');
  await expect(db.tx(systemActor('test'), async tx => void (await tx.query('select 1')))).rejects.toThrow('no line of the trail');
  await seal();
  expect((await verify()).sealed).toBe(before.sealed);
});

it('the trail is append-only, and a change past that is found at the first altered entry', async () => {
  await write('true');
  await write('later');
  await seal();
  const client = await connect(registry.database.where);
  await expect(client.query(`update audit_entry set action = 'forged' where action = 'true'`)).rejects.toMatchObject({
    constraint: 'audit_append_only',
  });
  await expect(client.query(`delete from audit_seal`)).rejects.toMatchObject({ constraint: 'audit_append_only' });
  await client.query(`alter table audit_entry disable trigger audit_entry_append_only`);
  await client.query(`update audit_entry set action = 'forged' where action = 'true'`);
  expect((await verify()).broken).toMatchObject({ how: 'altered', entry: { action: 'forged' } });
  await client.query(`update audit_entry set action = 'true' where action = 'forged'`);
  expect((await verify()).broken).toBeUndefined();
  await client.end();
});

it('a head kept on paper is found in the chain, and an invented one is not', async () => {
  const verifier = registry.registry.app.get(AuditVerifier);
  const [head] = await verifier.heads(db.today(), 1);
  expect(await verifier.verify(head!.hash)).toMatchObject({ kept: head!.position });
  expect((await verifier.verify('0'.repeat(64))).kept).toBeUndefined();
});

it('a trail whose end was cut off, entries and seals, is reported by the sequence of seals', async () => {
  for (const action of ['first', 'last']) await write(action);
  await seal();
  const { sealed } = await verify();
  const client = await connect(registry.database.where);
  try {
    await client.query('begin');
    await client.query('alter table audit_seal disable trigger user');
    await client.query('alter table audit_entry disable trigger user');
    const { rows } = await client.query<{ id: string }>('delete from audit_seal where position > $1 returning entry_id as id', [
      sealed - 1,
    ]);
    await client.query('delete from audit_entry where id = any($1)', [rows.map(({ id }) => id)]);
    await client.query('alter table audit_seal enable trigger user');
    await client.query('alter table audit_entry enable trigger user');
    await client.query('commit');
    expect(await verify()).toMatchObject({ sealed: sealed - 1, broken: { position: sealed, how: 'missing' } });
    // The test after this one needs a whole trail.
    await client.query(`select setval('audit_sealed_head', $1)`, [sealed - 1]);
  } finally {
    await client.end();
  }
});

it('a deleted entry, a smuggled one and a forged unit are each reported', async () => {
  await db.tx(systemActor('test'), tx => tx.audit({ action: 'of a unit', object: { type: 'Test', id: null }, unitId: newId() }));
  await write('after');
  await seal();
  const client = await connect(registry.database.where);
  try {
    // The owner of the database can do this; the chain reveals it nevertheless.
    await client.query(`alter table audit_entry disable trigger user; alter table audit_seal drop constraint audit_seal_entry_fk`);
    const { rows } = await client.query(
      `select s.position::int as position from audit_seal s join audit_entry e on e.id = s.entry_id where e.action = 'of a unit'`,
    );
    const [{ position }] = rows;
    await client.query(`create table kept as select * from audit_entry where action = 'of a unit'`);
    await client.query(`update audit_entry set unit_id = null where action = 'of a unit'`);
    expect((await verify()).broken).toMatchObject({ position, how: 'altered', entry: { action: 'of a unit' } });
    await client.query(`delete from audit_entry where action = 'of a unit'`);
    expect((await verify()).broken).toEqual({ position, how: 'missing', entry: undefined });
    await client.query(`insert into audit_entry select * from kept`);
    expect((await verify()).broken).toBeUndefined();
    await client.query(
      `insert into audit_entry (id, at, actor_kind, actor_name, action, object_type) values (gen_random_uuid(), now(), 'SYSTEM', 'x', 'smuggled', 'Test')`,
    );
    expect((await verify()).broken).toMatchObject({ how: 'smuggled', entry: { action: 'smuggled' } });
  } finally {
    await client.end();
  }
});
