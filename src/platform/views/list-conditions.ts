import type { Keys, Words } from './page-search.js';
import type { Among, Bind, ListSpec, Sql } from './view.js';

/** What a list asks of its rows by a filter. */
export interface Conditions {
  /** What leads to its rows, if anything does better than reading them in their order. */
  readonly keys: Keys | undefined;
  readonly sought: Words | undefined;
  /** What else is asked of them. */
  readonly asked: readonly Sql[];
  /** What holds where the client leaves a field of the filter out. */
  readonly standing: readonly Sql[];
}

interface Place {
  readonly t: Sql;
  readonly day: Sql;
}

type Given = Readonly<Record<string, unknown>>;

/** @param led whether something leads to the rows already: the parent they belong to. */
export function conditionsOf(list: ListSpec, filter: Given, { t, day }: Place, binder: (name: string) => Bind, led: boolean): Conditions {
  let keys: Keys | undefined;
  let sought: Words | undefined;
  const asked: Sql[] = [];
  for (const name of Object.keys(filter).filter(one => isGiven(filter, one))) {
    const condition = list.filter[name]!;
    const bind = binder(name);
    if (typeof condition === 'function') asked.push(condition(t, day, bind));
    else if ('holds' in condition) sought = { holds: condition.holds(t, day, bind), reading: () => condition.worthReading(bind) };
    else {
      const table = condition.keys(day, bind);
      if (led || keys) asked.push(`(${condition.ways(t, `in ${table}`).join(' or ')})`);
      else keys = { table, ways: is => condition.ways(t, is) };
    }
  }
  if (sought && (led || keys)) asked.push(sought.holds);
  return { keys, sought: led || keys ? undefined : sought, asked, standing: standingOf(list, filter, { t, day }) };
}

/** The same as plain conditions, for whoever reads the rows in an order of its own. */
export function listConditions(list: ListSpec, filter: Given, place: Place, binder: (name: string) => Bind): Sql[] {
  const asked = Object.keys(filter)
    .filter(name => isGiven(filter, name))
    .map(name => {
      const condition = list.filter[name]!;
      if (typeof condition === 'function') return condition(place.t, place.day, binder(name));
      return 'holds' in condition ? condition.holds(place.t, place.day, binder(name)) : amongKeys(list, condition, place, binder(name));
    });
  return [...asked, ...standingOf(list, filter, place)];
}

/** The rows that belong to one of the keys, each way found by its own index. */
function amongKeys(list: ListSpec, { keys, ways }: Among, { t, day }: Place, bind: Bind): Sql {
  const found = ways('k', 'in (select id from key)').map(way => `select k.id from ${list.rows('k', day)} where ${way}`);
  return `${t}.id in (with key (id) as materialized (select id from ${keys(day, bind)} keys) ${found.join(' union all ')})`;
}

const standingOf = ({ otherwise = {} }: ListSpec, filter: Given, { t, day }: Place): Sql[] =>
  Object.entries(otherwise).flatMap(([name, holds]) => (isGiven(filter, name) ? [] : [holds(t, day)]));

const isGiven = (filter: Given, name: string): boolean => filter[name] !== null && filter[name] !== undefined;
