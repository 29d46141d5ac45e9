import { and, or, sql, type Sql } from '../../platform/database/sql.js';
import { villageText } from '../../features/units/village.view.js';
import { modelView } from '../../features/models/model.view.js';
import { amongKeys, listConditions } from '../../platform/views/list-conditions.js';
import type { Bind, Expression } from '../../platform/views/view.js';
import type { SortPosition, SearchRequest, ModelVisibility } from './search.context.js';
import { StatementValues } from '../statement-values.js';
import { Match } from './search.match.js';
import { afterPosition } from './search.order.js';
import type { MatchLevel } from './search.query.js';

const list = modelView.list!;

/** A found model: its position in the order, and the texts that may have matched. */
export type ModelRow = [id: string, rank: number, spelled: string, title: string, place: string | null];
const COLUMNS = sql`h.id, h.rank, h.spelled, h.title, h.place`;
const ORDER = sql`h.rank, h.spelled collate vi_natural, h.id`;

/** The rows of the view's list of models, with the conditions of the search's filter and of the caller's visibility. */
function listRows({ filter, visibility }: SearchRequest, row: Sql, day: Sql, values: StatementValues): { rows: Sql; conditions: Sql } {
  const { unitId, subjectKind, sectorId, state } = filter;
  const filterValues: Readonly<Record<string, unknown>> = { unitId, subjectKind, sectorId, state };
  const bindFor =
    (name: string): Bind =>
    make =>
      values.bind(make ? make(filterValues[name] as never, () => Promise.resolve([])) : filterValues[name]);
  // The ids in a search's filter (units, sectors) are visible to everybody.
  const conditions = listConditions(list, filterValues, { row, day }, { bindFor, isVisible: () => sql`true`, scope: undefined });
  if (visibility) conditions.push(visibleModel(visibility, row, day, values));
  return { rows: list.rows(row, day), conditions: and(conditions) };
}

/** The condition that a model is visible to the caller. For few units the visible models are looked up by index; else each model is tested. */
export function visibleModel({ units, few, paths }: ModelVisibility, row: Sql, day: Sql, values: StatementValues): Sql {
  const table = sql`(select unnest(${values.bind(units)}::uuid[]) as id)`;
  if (few) return amongKeys(list, { row, day }, { table, paths: comparison => paths(sql`k`, comparison) });
  return or(paths(row, sql`in ${table}`));
}

/** All models that match at this level, looked up by the text index, with their rank. @param withFacets adds the columns for facets. */
export function lookupRows(search: SearchRequest, values: StatementValues, level: MatchLevel, withFacets = false): Sql {
  const day = sql`${values.bind(search.day)}::date`;
  const match = new Match(search, values);
  const { rows, conditions } = listRows(search, sql`m`, day, values);
  const { filter, estimates, limits, query, visibility } = search;
  // A scan is faster where nearly all titles match, or where the unit of the filter has fewer models than there are matches.
  const byScan = estimates[level] > (filter.unitId || visibility?.few ? limits.lookupLimit : limits.indexLimit);
  const matches = byScan ? match.plain(sql`m`, level) : match.indexed(sql`m`, level);
  const rank = match.rank(sql`m`, sql`' ' || m.spelled || ' '`);
  const code = query.code === undefined ? undefined : sql`m.code = ${values.bind(query.code)}`;
  return sql`(select m.id, m.spelled, m.title, ${placeOf(sql`m`)} as place, ${code ? sql`case when ${code} then 0 else ${rank} end` : sql`${rank}`} as rank
      ${withFacets ? sql`, m.unit_id, m.subject_kind, m.sector_id, ${stateOf(sql`m`, day)} as state` : sql``}
      from ${rows} where ${code ? sql`(${matches} or ${code})` : matches} and ${conditions})`;
}

/** Where a model takes place: its village, and the place as text. */
const placeOf = (row: Sql): Sql => sql`nullif(concat_ws(', ', ${villageText(row)}, ${row}.place), '')`;

const stateOf: Expression = (row, day) => {
  const { state } = modelView.fields;
  return state?.kind === 'value' ? state.columns[0]!(row, day) : sql`null`;
};

export async function readByLookup(
  search: SearchRequest,
  level: MatchLevel,
  { after, limit, ranks: [from, to] }: { after: SortPosition | undefined; limit: number; ranks: readonly [from: number, to: number] },
): Promise<ModelRow[]> {
  const values = new StatementValues();
  const text = `select ${COLUMNS} from (select * from ${lookupRows(search, values, level)} f where rank between ${from} and ${to}) h ${afterPosition(sql`h`, after, values)} order by ${ORDER} limit ${limit}`;
  return (await values.run(search.runQuery, text)) as ModelRow[];
}

/**
 * All spellings of the phrases with diacritics (without tones) with which some title begins, for example “dân vận” and “đan van” for “dan van”. Found
 * letter by letter in the index. Titles that begin with one spelling are adjacent in the order of names.
 */
export async function spellingsOf({ runQuery, query }: SearchRequest): Promise<string[]> {
  const rows = await runQuery(
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
    [query.readings.map(words => words.join(' '))],
  );
  return rows.map(([spelling]) => spelling as string);
}

/** Sorts after every letter. */
const LAST = sql`U&'\\FFFF'`;

/** Models of one rank whose title is one of the spellings (`named`) or begins with it, in the order of names. */
export async function readByPrefix(
  search: SearchRequest,
  spellings: readonly string[],
  { after, limit, rank, named }: { after: SortPosition | undefined; limit: number; rank: number; named: boolean },
): Promise<ModelRow[]> {
  const values = new StatementValues();
  const [from, to] = named ? [sql`s`, sql`s || ' '`] : [sql`s || ' '`, sql`s || ' ' || ${LAST}`];
  const range = sql`e.spelled collate vi_natural >= ${from} and e.spelled collate vi_natural < ${to}`;
  return readInNameOrder(
    search,
    values,
    { after, limit, rank },
    namesIn => sql`unnest(${values.bind(spellings)}::text[]) s cross join lateral ${namesIn(range)}`,
  );
}

/** Models of one rank, found by scanning names in their order. At most `scanLimit` names are read, so the result may be incomplete. */
export async function readByScan(
  search: SearchRequest,
  level: MatchLevel,
  { after, limit, rank }: { after: SortPosition | undefined; limit: number; rank: number },
): Promise<ModelRow[]> {
  const values = new StatementValues();
  const holds = new Match(search, values).plain(sql`e`, level);
  return readInNameOrder(search, values, { after, limit, rank }, namesIn => namesIn(sql`true`, search.limits.scanLimit, holds));
}

type NamesInRange = (range: Sql, max?: number, holds?: Sql) => Sql;

/** Reads names from the index only, until one matches; then tests whether the list contains its model. */
async function readInNameOrder(
  search: SearchRequest,
  values: StatementValues,
  { after, limit, rank }: { after: SortPosition | undefined; limit: number; rank: number },
  from: (names: NamesInRange) => Sql,
): Promise<ModelRow[]> {
  const day = sql`${values.bind(search.day)}::date`;
  const match = new Match(search, values);
  const { rows, conditions } = listRows(search, sql`m`, day, values);
  const afterCondition =
    after?.rank === rank
      ? sql`(e.spelled collate vi_natural, e.id) > (${values.bind(after.spelled)}, ${values.bind(after.id)}::uuid)`
      : sql`true`;
  const names: NamesInRange = (range, max, holds = sql`true`) => sql`(
    select e.id, e.spelled from (
      select e.id, e.spelled, e.words from emulation_model e where ${range} and ${afterCondition}
       order by e.spelled collate vi_natural, e.id ${max === undefined ? sql`` : sql`limit ${max}`}) e
     where ${holds} and ${match.rank(sql`e`, sql`' ' || e.spelled || ' '`)} = ${values.bind(rank)}
       and exists (select from ${rows} where m.id = e.id and ${conditions})
     order by e.spelled collate vi_natural, e.id limit ${limit}) e`;
  const text = `select e.id, ${rank}, e.spelled, m.title, ${placeOf(sql`m`)} as place from ${from(names)} join emulation_model m on m.id = e.id
    order by e.spelled collate vi_natural, e.id limit ${limit}`;
  return (await values.run(search.runQuery, text)) as ModelRow[];
}
