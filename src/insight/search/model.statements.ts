import { and, or, sql, type Sql } from '../../platform/database/sql.js';
import { modelView } from '../../features/models/model.view.js';
import { amongKeys, listConditions } from '../../platform/views/list-conditions.js';
import type { Bind, Expression } from '../../platform/views/view.js';
import { Values, type PlaceInOrder, type Search, type SeenModels } from './search.context.js';
import { Match } from './search.match.js';
import { behindSql } from './search.order.js';
import type { Part } from './search.terms.js';

const list = modelView.list!;

/** A model found: its place in the order and what may have matched. */
export type ModelRow = [id: string, rank: number, spelled: string, title: string, place: string | null];
const COLUMNS = sql`h.id, h.rank, h.spelled, h.title, h.place`;
const ORDER = sql`h.rank, h.spelled collate vi_natural, h.id`;

/** The rows of the models' own list, as far as the search's filter goes. */
function listed({ filter, seen }: Search, row: Sql, day: Sql, values: Values): { rows: Sql; conditions: Sql } {
  const { unitId, subjectKind, sectorId, state } = filter;
  const asked: Readonly<Record<string, unknown>> = { unitId, subjectKind, sectorId, state };
  const bindFor =
    (name: string): Bind =>
    make =>
      values.bind(make ? make(asked[name] as never, () => Promise.resolve([])) : asked[name]);
  // Every filter of a search names what all may know.
  const conditions = listConditions(list, asked, { row, day }, { bindFor, isVisible: () => sql`true`, scope: undefined });
  if (seen) conditions.push(seenModel(seen, row, day, values));
  return { rows: list.rows(row, day), conditions: and(conditions) };
}

/** Whether a model is seen: of few units, each way found by its own index; else asked of each model that is met. */
export function seenModel({ units, few }: SeenModels, row: Sql, day: Sql, values: Values): Sql {
  const { scope } = modelView;
  if (scope.kind === 'open') return sql`true`;
  const table = sql`(select unnest(${values.bind(units)}::uuid[]) as id)`;
  if (few) return amongKeys(list, { row, day }, { table, paths: comparison => scope.paths(sql`k`, comparison) });
  return or(scope.paths(row, sql`in ${table}`));
}

/** Models looked up by the index that holds the part, wherever they stand in the order; with what they are counted by, where that is wanted. */
export function lookedUp(search: Search, values: Values, part: Part, counted = false): Sql {
  const day = sql`${values.bind(search.day)}::date`;
  const match = new Match(search, values);
  const { rows, conditions } = listed(search, sql`m`, day, values);
  const { filter, breadth, limits, terms, seen } = search;
  // Reading one title after the other is quicker where nearly all hold the words, or where a unit's models are fewer than those that do.
  const plain = breadth[part] > (filter.unitId || seen?.few ? limits.few : limits.many);
  const holds = plain ? match.plain(sql`m`, part) : match.indexed(sql`m`, part);
  const rank = match.rank(sql`m`, sql`' ' || m.spelled || ' '`);
  const code = terms.code === undefined ? undefined : sql`m.code = ${values.bind(terms.code)}`;
  return sql`(select m.id, m.spelled, m.title, m.place, ${code ? sql`case when ${code} then 0 else ${rank} end` : sql`${rank}`} as rank
      ${counted ? sql`, m.unit_id, m.subject_kind, m.sector_id, ${stateOf(sql`m`, day)} as state` : sql``}
      from ${rows} where ${code ? sql`(${holds} or ${code})` : holds} and ${conditions})`;
}

const stateOf: Expression = (row, day) => {
  const { state } = modelView.fields;
  return state?.kind === 'value' ? state.columns[0]!(row, day) : sql`null`;
};

export async function readLookedUp(
  search: Search,
  part: Part,
  { behind, limit, ranks: [from, to] }: { behind: PlaceInOrder | undefined; limit: number; ranks: readonly [from: number, to: number] },
): Promise<ModelRow[]> {
  const values = new Values();
  const text = `select ${COLUMNS} from (select * from ${lookedUp(search, values, part)} f where rank between ${from} and ${to}) h ${behindSql(sql`h`, behind, values)} order by ${ORDER} limit ${limit}`;
  return (await search.ask(text, values.list)) as ModelRow[];
}

/**
 * The ways to spell the phrases, tones apart, that some name begins with: found letter by letter in the index. What begins with one of
 * them stands together in the order of names.
 */
export async function spellingsOf({ ask, terms }: Search): Promise<string[]> {
  const rows = await ask(
    `with recursive found (phrase, prefix, at) as (
       select p, '', 0 from unnest($1::text[]) p
       union all
       select f.phrase, f.prefix || l.letter, f.at + 1
         from found f
        cross join lateral (select substr(f.phrase, f.at + 1, 1)) c (given)
        cross join lateral unnest(case c.given when 'a' then '{a,ă,â}' when 'd' then '{d,đ}' when 'e' then '{e,ê}' when 'o' then '{o,ô,ơ}'
          when 'u' then '{u,ư}' else array[c.given] end::text[]) l (letter)
        where f.at < length(f.phrase)
          and exists (select from emulation_model m where m.spelled collate vi_natural >= f.prefix || l.letter
                         and m.spelled collate vi_natural < f.prefix || l.letter || ${LAST}))
     select distinct prefix from found where at = length(phrase)`,
    [terms.readings.map(words => words.join(' '))],
  );
  return rows.map(([spelling]) => spelling as string);
}

/** Sorts behind every letter. */
const LAST = sql`U&'\\FFFF'`;

/** Models of one rank that are named by one of the spellings, or begin with it, met in their order. */
export async function readSpelled(
  search: Search,
  spellings: readonly string[],
  { behind, limit, rank, named }: { behind: PlaceInOrder | undefined; limit: number; rank: number; named: boolean },
): Promise<ModelRow[]> {
  const values = new Values();
  const [from, to] = named ? [sql`s`, sql`s || ' '`] : [sql`s || ' '`, sql`s || ' ' || ${LAST}`];
  const range = sql`e.spelled collate vi_natural >= ${from} and e.spelled collate vi_natural < ${to}`;
  return met(
    search,
    values,
    { behind, limit, rank },
    given => sql`unnest(${values.bind(spellings)}::text[]) s cross join lateral ${given(range)}`,
  );
}

/** Models of one rank, met by reading names in their order; a part of the order only, which may hold too few. */
export async function readWalking(
  search: Search,
  part: Part,
  { behind, limit, rank }: { behind: PlaceInOrder | undefined; limit: number; rank: number },
): Promise<ModelRow[]> {
  const values = new Values();
  const holds = new Match(search, values).plain(sql`e`, part);
  return met(search, values, { behind, limit, rank }, given => given(sql`true`, search.limits.walk, holds));
}

type Names = (range: Sql, most?: number, holds?: Sql) => Sql;

/** Reads no more than the index until a name fits; then whether the list shows it. */
async function met(
  search: Search,
  values: Values,
  { behind, limit, rank }: { behind: PlaceInOrder | undefined; limit: number; rank: number },
  from: (names: Names) => Sql,
): Promise<ModelRow[]> {
  const day = sql`${values.bind(search.day)}::date`;
  const match = new Match(search, values);
  const { rows, conditions } = listed(search, sql`m`, day, values);
  const after =
    behind?.rank === rank
      ? sql`(e.spelled collate vi_natural, e.id) > (${values.bind(behind.spelled)}, ${values.bind(behind.id)}::uuid)`
      : sql`true`;
  const names: Names = (range, most, holds = sql`true`) => sql`(
    select e.id, e.spelled from (
      select e.id, e.spelled, e.words from emulation_model e where ${range} and ${after}
       order by e.spelled collate vi_natural, e.id ${most === undefined ? sql`` : sql`limit ${most}`}) e
     where ${holds} and ${match.rank(sql`e`, sql`' ' || e.spelled || ' '`)} = ${values.bind(rank)}
       and exists (select from ${rows} where m.id = e.id and ${conditions})
     order by e.spelled collate vi_natural, e.id limit ${limit}) e`;
  const text = `select e.id, ${rank}, e.spelled, m.title, m.place from ${from(names)} join emulation_model m on m.id = e.id
    order by e.spelled collate vi_natural, e.id limit ${limit}`;
  return (await search.ask(text, values.list)) as ModelRow[];
}
