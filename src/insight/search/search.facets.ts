import { literal, sql, unionAll, type Sql } from '../../platform/database/sql.js';
import { MODEL_STATE_NAMES, SUBJECT_KIND_NAMES } from '../../features/models/model.names.js';
import { fullName, type UnitKind } from '../../features/units/unit-kinds.js';
import { reachOf } from '../../features/units/unit-reach-sql.js';
import { unitOn } from '../../features/units/unit-sql.js';
import { idOf } from '../../platform/graphql/node.js';
import { toGlobalId } from '../../shared/ids.js';
import { capitalised, type Bilingual, type Language } from '../../shared/language.js';
import { namesOf } from '../../shared/terms.js';
import type { SearchRequest, Source } from './search.context.js';
import { StatementValues } from '../statement-values.js';
import type { SearchFacet, SearchFacetValue } from './search.graphql.js';
import { searchTerms } from './search-result.terms.js';

/** One facet. `select` returns rows (value, name, kind, count) from the common table expression `hit`. */
interface Facet {
  readonly select: (day: Sql) => Sql;
  readonly value: (value: string) => string;
  readonly label: (value: string, language: Language, name: string | null, kind: string | null) => string;
}

const SEARCH_TYPE_NAMES = namesOf(searchTerms.SearchType, { UNIT: 'unit', MODEL: 'model' });

const byColumn = (column: Sql, words: Readonly<Record<string, Bilingual>>): Facet => ({
  select: () => sql`select ${column}, null, null, count(*)::int from hit where ${column} is not null group by ${column}`,
  value: value => value,
  label: (value, language) => capitalised(words[value]?.[language] ?? value),
});

export const FACETS: Readonly<Record<string, Facet>> = {
  type: byColumn(sql`type`, SEARCH_TYPE_NAMES),
  subjectKind: byColumn(sql`subject_kind`, SUBJECT_KIND_NAMES),
  state: byColumn(sql`state`, MODEL_STATE_NAMES),
  sector: {
    select: () => sql`select r.id::text, r.name, null, count(*)::int from hit join sector r on r.id = hit.sector_id group by r.id`,
    value: id => toGlobalId('Sector', id),
    label: (_value, _language, name) => name!,
  },
  unit: {
    select: day => sql`select u.id::text, u.name, u.kind, c.n
      from (select within.unit, count(distinct (owner.type, owner.id))::int as n
              from owner join within on within.member = owner.unit group by within.unit) c
     cross join lateral ${unitOn(sql`u`, sql`c.unit`, day)}`,
    value: id => toGlobalId('Unit', id),
    label: (_value, _language, name, kind) => fullName(kind as UnitKind, name!),
  },
};

/** The selected facets, counted by one statement over the same hits. */
export async function facetsOf(
  search: SearchRequest,
  sources: readonly Source[],
  wanted: readonly string[],
  language: Language,
): Promise<Record<string, SearchFacet>> {
  // A filter can exclude every type: `types: []`, or units by a state that only models have.
  if (sources.length === 0) return Object.fromEntries(wanted.map(name => [name, { values: [], complete: true }]));
  const values = new StatementValues();
  const day = sql`${values.bind(search.day)}::date`;
  const max = search.limits.facetLimit;
  const hits = sources.map(
    ({ name, facetRows }) => sql`(select ${literal(name)} as type, f.* from (${facetRows(search, values, max + 1)}) f)`,
  );
  const parts = wanted.map(name => sql`select ${literal(name)}, f.* from (${FACETS[name]!.select(day)}) f`);
  const rows = await values.run(
    search.runQuery,
    `with recursive hit as materialized (${unionAll(hits)}), ${wanted.includes('unit') ? unitsOfHits(search, values, day) : sql`none as (select)`}
     select null, type, null, null, count(*)::int from hit group by type union all ${unionAll(parts)}`,
  );
  const complete = rows.every(([facet, , , , count]) => facet !== null || (count as number) <= max);
  return Object.fromEntries(
    wanted.map(name => [
      name,
      {
        values: valuesOf(
          FACETS[name]!,
          rows.filter(([facet]) => facet === name),
          language,
        ),
        complete,
      },
    ]),
  );
}

function valuesOf({ value, label }: Facet, rows: readonly unknown[][], language: Language): SearchFacetValue[] {
  return (rows as [string, string, string | null, string | null, number][])
    .map(([, raw, name, kind, count]) => ({ value: value(raw), label: label(raw, language, name, kind), count }))
    .toSorted((a, b) => b.count - a.count || a.label.localeCompare(b.label, language));
}

/**
 * Common table expressions: the units that carry the hits, and the units of the facet with all that each of them reaches. The filter `unitId` asks for
 * the same reach, so each count is the number of hits of a search within that unit.
 */
function unitsOfHits({ filter }: SearchRequest, values: StatementValues, day: Sql): Sql {
  const { unitId } = filter;
  const above = unitId ? sql`${values.bind(idOf('Unit', unitId, 'filter', 'unitId'))}::uuid` : undefined;
  const counted = above
    ? sql`(s.parent_id = ${above} or s.territory_id = ${above})
        and s.validity @> least(${day}, (select upper(u.validity) - 1 from unit u where u.id = ${above}))`
    : sql`s.validity @> ${day} and s.parent_id is null and s.territory_id is null`;
  return sql`owner as (
      select type, id, unit_id as unit from hit
      union select hit.type, hit.id, j.unit_id from hit join emulation_model_joint_owner j on hit.type = 'MODEL' and j.model_id = hit.id),
    top as (select s.unit_id as id from unit_span s where ${counted}),
    within (unit, member) as (select top.id, member.id from top cross join lateral ${reachOf(sql`top.id`, day)} member)`;
}
