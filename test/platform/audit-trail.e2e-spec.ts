import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { systemActor } from '../../src/platform/access/actor.js';
import { AuditSealer } from '../../src/platform/audit/audit-sealer.js';
import { AuditVerifier } from '../../src/platform/audit/audit-verifier.js';
import { Database } from '../../src/platform/database/database.js';
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

it('every committed entry is sealed in order, whoever waits: a long command holds nobody’s place', async () => {
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

it('the trail is only added to, and whoever alters it past that is found out at the first altered line', async () => {
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
  expect((await verify()).broken).toMatchObject({ action: 'forged' });
  await client.query(`update audit_entry set action = 'true' where action = 'forged'`);
  expect((await verify()).broken).toBeUndefined();
  await client.end();
});
