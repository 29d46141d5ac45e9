import type { Keys, Words } from './page-search.js';
import type { Bind, ListSpec, Seen, Sql } from './view.js';

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

/** Which rows of a list are seen. */
export interface ListScope {
  /** The units that lead to them, where those are few. */
  readonly keys: Keys | undefined;
  /** Whether they lead before any filter does. */
  readonly first: boolean;
  /** The same asked of a row. */
  readonly holds: Sql;
}

/** Who filters: how the values come into the statement, and what the asker sees. */
export interface Filtering {
  readonly binder: (name: string) => Bind;
  readonly seen: Seen;
  /** `undefined`: all rows are seen. */
  readonly scope: ListScope | undefined;
}

type Given = Readonly<Record<string, unknown>>;

/** @param led whether something leads to the rows already: the parent they belong to. */
export function conditionsOf(
  list: ListSpec,
  filter: Given,
  { t, day }: Place,
  { binder, seen, scope }: Filtering,
  led: boolean,
): Conditions {
  let keys = !led && scope?.first ? scope.keys : undefined;
  let sought: Words | undefined;
  const asked: Sql[] = [];
  for (const name of Object.keys(filter).filter(one => isGiven(filter, one))) {
    const condition = list.filter[name]!;
    const bind = binder(name);
    if (typeof condition === 'function') asked.push(condition(t, day, bind, seen));
    else if ('holds' in condition) {
      const words: Words = { holds: condition.holds(t, day, bind, seen), reading: () => condition.worthReading(bind) };
      // One search can lead to rows; a second is asked of them.
      if (sought) asked.push(words.holds);
      else sought = words;
    } else {
      const table = condition.keys(day, bind);
      const given: Keys = { table, ways: (is, leads) => condition.ways(t, is, leads) };
      if (led || keys) asked.push(within(given));
      else keys = given;
    }
  }
  if (!led) keys ??= scope?.keys;
  if (scope && (keys === undefined || keys !== scope.keys)) asked.push(scope.holds);
  if (sought && (led || keys)) asked.push(sought.holds);
  return { keys, sought: led || keys ? undefined : sought, asked, standing: standingOf(list, filter, { t, day }) };
}

const within = ({ table, ways }: Keys): Sql => `(${ways(`in ${table}`).join(' or ')})`;

/** The same as plain conditions, for whoever reads the rows in an order of its own. */
export function listConditions(list: ListSpec, filter: Given, place: Place, { binder, seen, scope }: Filtering): Sql[] {
  const asked = Object.keys(filter)
    .filter(name => isGiven(filter, name))
    .map(name => {
      const condition = list.filter[name]!;
      const [{ t, day }, bind] = [place, binder(name)];
      if (typeof condition === 'function') return condition(t, day, bind, seen);
      if ('holds' in condition) return condition.holds(t, day, bind, seen);
      return amongKeys(list, place, { table: condition.keys(day, bind), ways: is => condition.ways('k', is) });
    });
  return [...asked, ...(scope ? [scope.holds] : []), ...standingOf(list, filter, place)];
}

/** The rows that belong to one of the keys, each way found by its own index. @param keys of rows named `k`. */
export function amongKeys(list: ListSpec, { t, day }: Place, { table, ways }: Keys): Sql {
  const found = ways('in (select id from key)').map(way => `select k.id from ${list.rows('k', day)} where ${way}`);
  return `${t}.id in (with key (id) as materialized (select id from ${table} keys) ${found.join(' union all ')})`;
}

const standingOf = ({ otherwise = {} }: ListSpec, filter: Given, { t, day }: Place): Sql[] =>
  Object.entries(otherwise).flatMap(([name, holds]) => (isGiven(filter, name) ? [] : [holds(t, day)]));

const isGiven = (filter: Given, name: string): boolean => filter[name] !== null && filter[name] !== undefined;
