import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { countedAt, placedOn, reachOf, reachingTo, residualOf, restatedTo } from '../../src/features/units/unit-reach-sql.js';
import { wholeSuccessorOn } from '../../src/features/units/unit-sql.js';
import { UnitScope } from '../../src/platform/access/unit-scope.port.js';
import { Database } from '../../src/platform/database/database.js';
import { sql, type Sql } from '../../src/platform/database/sql.js';
import { contains, type LocalDate } from '../../src/shared/dates.js';
import { TODAY } from '../support/random-names.js';
import { RandomUnits } from '../support/random-units.js';
import { Random } from '../support/random.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { connect } from '../support/test-server.js';
import { NaiveReach } from '../views/oracle.reach.js';
import { loadRows, type Rows } from '../views/oracle.rows.js';
import type { UnitRow } from '../views/oracle.unit-rows.js';

/** Small countries beside each other, each with a random history of units founded, merged, divided, moved and ended; some of it corrected or undone. */
const COUNTRIES = 6;
const CHANGES = 30;
const CORRECTIONS = 6;
/** Days of the histories, one before and one after all of them. */
const ASKED: readonly LocalDate[] = ['1900-01-01', '2012-03-02', '2020-01-01', '2025-01-01', TODAY, '2100-01-01'];

let registry: TestRegistry;
let client: pg.Client;
let rows: Rows;
let naive: NaiveReach;
let corrections: number;

beforeAll(async () => {
  registry = await openTestRegistry();
  registry.setClock(`${TODAY}T01:00:00Z`);
  for (let seed = 1; seed <= COUNTRIES; seed++) {
    const country = new RandomUnits(registry.registry.app, new Random(seed));
    await country.establishAll();
    await country.change(CHANGES);
    await country.correctSome(CORRECTIONS);
    if (seed % 3 === 0) await country.undoSome();
  }
  client = await connect(registry.database.where);
  rows = await loadRows(client);
  const counted = await client.query<{ n: number }>(
    `select count(*)::int as n from unit_event where summary ? 'SUCCESSION_CORRECTED' and state = 'APPLIED'`,
  );
  corrections = counted.rows[0]!.n;
  naive = NaiveReach.over(rows);
}, 120_000);
afterAll(async () => {
  await client.end();
  await registry.close();
});

/** What a question about units in SQL answers for every unit on the day. */
async function answersOf(question: (unit: Sql, day: Sql) => Sql, day: LocalDate): Promise<Map<string, string[]>> {
  const { rows: found } = await client.query<{ id: string; answer: string[] }>(
    `select u.id, array(select a::text from ${question(sql`u.id`, sql`$1::date`)} a order by 1) as answer from unit u`,
    [day],
  );
  return new Map(found.map(({ id, answer }) => [id, answer]));
}
const ids = (found: Iterable<string>): string[] => [...found].map(id => `(${id})`).toSorted();

describe('what belongs to a unit', () => {
  it('is random enough to show a difference', () => {
    const ended = rows.units.filter(({ id, to }) => to !== null && !rows.successions.some(s => s.predecessor_id === id && s.whole));
    expect(rows.successions.filter(({ whole }) => whole).length).toBeGreaterThan(10);
    expect(rows.successions.filter(({ whole }) => !whole).length).toBeGreaterThan(20);
    expect(ended.filter(({ id }) => naive.places(id, TODAY).size > 0).length).toBeGreaterThan(10);
    expect(ended.filter(({ id }) => naive.places(id, TODAY).size === 0).length).toBeGreaterThan(5);
    expect(corrections).toBeGreaterThan(10);
  });

  it.each(ASKED)('is on %s what the rule says, unit by unit', async day => {
    const answers = await answersOf(reachOf, day);
    for (const { id } of rows.units) expect([id, answers.get(id)]).toEqual([id, ids(naive.reach(id, day))]);
  });

  it.each(ASKED)('counts on %s in one unit in force, or in none', async day => {
    const answers = await answersOf((unit, on) => sql`(select ${restatedTo(unit, on)} as id)`, day);
    for (const { id } of rows.units) expect([id, answers.get(id)]).toEqual([id, [`(${naive.restated(id, day) ?? ''})`]]);
  });

  it.each(ASKED)('is on %s what the units above it or before it answer for: the inverse, unit by unit', async day => {
    const answers = await answersOf(reachingTo, day);
    for (const { id } of rows.units) expect([id, answers.get(id)]).toEqual([id, ids(naive.reaching(id, day))]);
  });

  it.each(ASKED)('counts on %s at the units that the rule says, the ended ones through ended ones alone', async day => {
    const answers = await answersOf((unit, on) => countedAt(sql`array[${unit}]`, on), day);
    for (const { id } of rows.units) expect([id, answers.get(id)]).toEqual([id, ids(naive.countedAt(new Set([id]), day))]);
  });

  it.each(ASKED)('leaves on %s the residual that the rule leaves', async day => {
    const answers = await answersOf(residualOf, day);
    for (const { id } of rows.units) {
      const expected = [...naive.residual(id, day)].map(([unit, reason]) => `(${unit},${reason})`).toSorted();
      expect([id, answers.get(id)]).toEqual([id, expected]);
    }
  });
});

describe('the units at the top and the residual', () => {
  const begun = (unit: UnitRow, day: LocalDate): boolean => unit.from === null || unit.from <= day;

  it.each(ASKED)('make up the whole on %s: each unit is in one of them, and none is in two', async day => {
    const [reached, { rows: placed }] = [
      await answersOf(reachOf, day),
      await client.query<{ id: string }>(`select id from ${placedOn(sql`$1::date`)} p`, [day]),
    ];
    const residual = new Set(rows.units.map(({ id }) => id).filter(id => !placed.some(one => one.id === id)));
    const tops = rows.units.filter(unit => contains(unit, day) && naive.above(unit.id, day).length === 0);
    for (const unit of rows.units.filter(one => begun(one, day))) {
      const under = tops.filter(top => reached.get(top.id)!.includes(`(${unit.id})`)).map(top => top.id);
      expect([unit.id, under.length > 0]).toEqual([unit.id, !residual.has(unit.id)]);
      // An organisation is under its territory and in its line: these may be different units.
      if (unit.line === 'TERRITORY') expect([unit.id, under.length]).toEqual([unit.id, residual.has(unit.id) ? 0 : 1]);
    }
  });
});

describe('a right at a unit', () => {
  it('reaches exactly what a filter by the unit finds, or by the unit that goes on as this one', async () => {
    const today = registry.registry.app.get(Database).today();
    const scope = registry.registry.app.get(UnitScope);
    const [reached, goingOn] = [
      await answersOf(reachOf, today),
      await answersOf((unit, on) => sql`(select ${wholeSuccessorOn(unit, on)} as id)`, today),
    ];
    let inForce = 0;
    for (const { id, line } of rows.units) {
      const [top] = goingOn.get(id)!;
      const expected = top === '()' ? [] : reached.get(top!.slice(1, -1))!;
      const found = (await scope.reached([{ unitId: id, line: null }])).literal.slice(1, -1);
      expect([id, ids(found === '' ? [] : found.split(','))]).toEqual([id, expected]);
      const inLine = await scope.reached([{ unitId: id, line }]);
      expect(inLine.size).toBe(expected.filter(one => rows.units.find(unit => `(${unit.id})` === one)!.line === line).length);
      if (top === `(${id})`) inForce++;
    }
    expect(inForce).toBeGreaterThan(50);
  });
});

describe('the places of units', () => {
  it('are kept by every event and every undo as they would be computed anew', async () => {
    const { rows: wrong } = await client.query(
      `(select * from unit_place except select * from unit_places_of(array(select id from unit)))
       union all (select * from unit_places_of(array(select id from unit)) except select * from unit_place)`,
    );
    expect(wrong).toEqual([]);
  });
});
