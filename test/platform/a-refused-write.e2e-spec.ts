import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '../../src/platform/access/actor.js';
import { Database } from '../../src/platform/database/database.js';
import type { Tx } from '../../src/platform/database/tx.js';
import { ThemeEntity } from '../../src/features/sectors/theme.entity.js';
import { newId } from '../../src/shared/ids.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
let db: Database;
beforeAll(async () => {
  registry = await openTestRegistry();
  db = registry.registry.app.get(Database);
});
afterAll(() => registry.close());

const ACTOR = systemActor('test');
const line = { action: 'theme.added', object: { type: 'Theme', id: null } } as const;
const insert = (tx: Tx, name: string): Promise<void> => tx.write(`insert into theme (id, name) values ($1, $2)`, [newId(), name]);
const themes = (): Promise<unknown[]> => db.rows(`select name from theme`);

it.each([
  ['at the next read', (tx: Tx) => tx.query(`select 1`)],
  ['at the commit', (tx: Tx) => tx.audit(line)],
  ['at the next write of many', async (tx: Tx) => void (await Promise.all(Array.from({ length: 60 }, () => tx.audit(line))))],
])('a write that is not waited for and is refused is reported as what it is %s, and nothing is kept', async (_, next) => {
  const command = db.tx(ACTOR, async tx => {
    await insert(tx, 'Chuyên đề');
    await insert(tx, 'chuyên đề');
    await next(tx);
    await tx.audit(line);
  });
  await expect(command).rejects.toMatchObject({ code: 'THEME_TAKEN' });
  expect(await themes()).toEqual([]);
  expect(await db.rows(`select from audit_entry where action = 'theme.added'`)).toEqual([]);
});

it('an error that a command swallows does not count as done', async () => {
  const command = db.tx(ACTOR, async tx => {
    await insert(tx, 'Chuyên đề');
    await tx.query(`select 1 / 0`).catch(() => undefined);
    return tx.unchanged(null);
  });
  await expect(command).rejects.toThrow('rolled the transaction back');
  expect(await themes()).toEqual([]);
});

it('what a command leaves behind cannot use its connection after the end', async () => {
  let late: (() => Promise<unknown>) | undefined;
  await db.tx(ACTOR, async tx => {
    late = () => tx.query(`select 1`);
    return tx.unchanged(null);
  });
  await expect(late!()).rejects.toThrow('has ended');
});

it('a refused write is reported as what it is, too, where the next statement is one of TypeORM', async () => {
  const command = db.tx(ACTOR, async tx => {
    await insert(tx, 'Chuyên đề');
    await insert(tx, 'chuyên đề');
    await tx.manager.update(ThemeEntity, { id: newId() }, { name: 'Khác' });
    await tx.audit(line);
  });
  await expect(command).rejects.toMatchObject({ code: 'THEME_TAKEN' });
});

it.each([
  ['was refused', (): Promise<never> => Promise.reject(new Error('The other branch was refused.'))],
  ['is done', () => Promise.resolve()],
])('a branch that a command left behind writes nothing through TypeORM, either, when the command %s', async (_, end) => {
  let left: Promise<unknown> | undefined;
  const command = db.tx(ACTOR, async tx => {
    left = tx.query(`select 1`).then(() => tx.manager.insert(ThemeEntity, { id: newId(), name: 'Bỏ dở' }));
    left.catch(() => undefined);
    await end();
    return tx.unchanged(null);
  });
  await command.catch(() => undefined);
  await expect(left).rejects.toThrow('has ended');
  expect(await themes()).toEqual([]);
});

describe('rows that are inserted in one go', () => {
  const row = (name: string): Partial<ThemeEntity> => ({ id: newId(), name });
  afterEach(() => db.writeUnaudited(`delete from theme`, []));

  it('are there for whatever comes next', async () => {
    const seen = await db.tx(ACTOR, async tx => {
      const one = row('Một');
      await tx.insert(ThemeEntity, one);
      await tx.manager.update(ThemeEntity, { id: one.id! }, { name: 'Hai' });
      await tx.insert(ThemeEntity, row('Ba'));
      await tx.audit(line);
      return tx.query<{ name: string }>(`select name from theme order by name`);
    });
    expect(seen.map(({ name }) => name)).toEqual(['Ba', 'Hai']);
  });

  it('are refused as what they are, and nothing is kept', async () => {
    const command = db.tx(ACTOR, async tx => {
      await tx.insert(ThemeEntity, row('Chuyên đề'));
      await tx.insert(ThemeEntity, row('chuyên đề'));
      await tx.audit(line);
    });
    await expect(command).rejects.toMatchObject({ code: 'THEME_TAKEN' });
    expect(await themes()).toEqual([]);
  });

  it('keep the order of the entries of the trail', async () => {
    await db.tx(ACTOR, async tx => {
      for (const reason of ['1', '2', '3']) await tx.audit({ ...line, action: 'theme.renamed', reason });
    });
    const entries = await db.rows<{ reason: string }>(
      `select e.reason from audit_entry e left join audit_pending p on p.entry_id = e.id left join audit_seal s on s.entry_id = e.id
        where e.action = 'theme.renamed' order by s.position, p.ordinal`,
    );
    expect(entries.map(({ reason }) => reason)).toEqual(['1', '2', '3']);
  });
});
