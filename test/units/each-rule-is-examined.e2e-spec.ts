import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type pg from 'pg';
import { Doctor } from '../../src/platform/doctor/doctor.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { connect } from '../support/test-server.js';
import { RULES } from './unit-rules.table.js';
import { newWorld, rowId } from './unit-world.js';

let registry: TestRegistry;
let client: pg.Client;
beforeAll(async () => {
  registry = await openTestRegistry();
  client = await connect(registry.database.where);
});
afterAll(async () => {
  await client.end();
  await registry.close();
});

const checksThatFail = async (): Promise<string[]> => (await registry.registry.app.get(Doctor).examine()).map(({ check }) => check);

const COLUMNS = { name: 'name', kind: 'kind', code: 'code', parentId: 'parent_id', territoryId: 'territory_id', line: 'line' } as const;

/** Writes past the registry: without its triggers, and without the constraint on codes. */
async function byHand(statement: string, values: readonly unknown[], codes: 'unguarded' | 'guarded'): Promise<void> {
  await client.query(`alter table unit_span disable trigger user`);
  if (codes === 'unguarded') await client.query(`alter table unit_span drop constraint if exists unit_code_taken`);
  await client.query(statement, [...values]);
  if (codes === 'guarded')
    await client.query(`alter table unit_span drop constraint if exists unit_code_taken, add constraint unit_code_taken
      exclude using gist (code with =, validity with &&) where (code is not null) deferrable initially immediate`);
  await client.query(`alter table unit_span enable trigger user`);
}

it.each(Object.values(RULES).flatMap(({ check, scenes }) => scenes.map(scene => [check, scene.name, scene] as const)))(
  '%s reports %s, written past the registry',
  async (check, _, scene) => {
    const world = await newWorld(registry);
    const { wrong, right, happen } = await scene.stage(world);
    const [attribute] = scene.attributes as ['name'];
    const subject = await world.found({ ...wrong, [attribute]: right[attribute] });
    await happen?.(subject);
    const set = `update unit_span set ${COLUMNS[attribute]} = $2 where unit_id = $1`;
    const valueOf = (state: typeof right): unknown =>
      attribute.endsWith('Id') && state[attribute] ? rowId(state[attribute]) : state[attribute];
    expect(await checksThatFail()).toEqual([]);
    await byHand(set, [rowId(subject), valueOf(wrong)], 'unguarded');
    const found = await checksThatFail();
    await byHand(set, [rowId(subject), valueOf(right)], 'guarded');
    expect(found).toContain(check);
    expect(await checksThatFail()).toEqual([]);
  },
);

it('what a person confirmed is no finding', async () => {
  const asked = Object.values(RULES).filter(({ confirmable }) => confirmable);
  for (const scene of asked.flatMap(({ scenes }) => scenes)) {
    const world = await newWorld(registry);
    const { wrong, happen } = await scene.stage(world);
    await happen?.(undefined);
    await world.apply([{ establish: { ...wrong, mark: 'new' } }], '2000-01-01', { confirmed: ['#new'] });
  }
  expect(await checksThatFail()).toEqual([]);
});
