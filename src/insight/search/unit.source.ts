import { sql, type Sql } from '../../platform/database/sql.js';
import { reachOf } from '../../features/units/unit-reach-sql.js';
import { unitOn } from '../../features/units/unit-sql.js';
import { idOf } from '../../platform/graphql/node.js';
import type { LocalDate } from '../../shared/dates.js';
import type { SearchRequest, Source, SourceHit } from './search.context.js';
import { StatementValues } from '../statement-values.js';
import { Match } from './search.match.js';
import { afterPosition } from './search.order.js';
import { ENDED } from './search.rank.js';

/**
 * Units by every name that they have had up to the day, and by code. One hit for each unit: its best matching name; among equals the name on the day,
 * or else the latest. Units in force on the day come before ended ones of the same rank.
 */
const matchingUnits = (search: SearchRequest, values: StatementValues, day: Sql): Sql => {
  const match = new Match(search, values);
  const { unitId } = search.filter;
  const within = unitId ? sql`and s.unit_id in ${reachOf(values.bind(idOf('Unit', unitId, 'filter', 'unitId')), day)}` : sql``;
  return sql`(select distinct on (n.id) n.* from (
      select s.unit_id as id, s.spelled, s.name, s.code, s.validity, ${match.rank(sql`s`, MARKED)} + case when u.validity @> ${day} then 0 else ${ENDED} end as rank
        from unit_span s join unit u on u.id = s.unit_id
       where ${match.indexed(sql`s`, 'soFar')} and (lower_inf(s.validity) or lower(s.validity) <= ${day}) ${within}) n
     order by n.id, n.rank, (n.validity @> ${day}) desc, n.validity desc)`;
};

/** The kind of a unit is often typed with its name, so the words of all kinds count as part of the name when diacritics are compared. */
const MARKED = sql`' ' || s.spelled || ' xã phường thị trấn đặc khu quận huyện thị xã thành phố tỉnh '`;

export const unitSource: Source = {
  type: 'Unit',
  name: 'UNIT',

  async find(search, after, limit) {
    const values = new StatementValues();
    const day = sql`${values.bind(search.day)}::date`;
    const rows = await values.run(
      search.runQuery,
      `select h.id, h.rank, h.spelled, h.name, h.code, lower(h.validity), upper(h.validity) - 1, u.name, u.code
         from (select * from ${matchingUnits(search, values, day)} h ${afterPosition(sql`h`, after, values)}
                order by h.rank, h.spelled collate vi_natural, h.id limit ${limit}) h
        cross join lateral ${unitOn(sql`u`, sql`h.id`, day)}
        order by h.rank, h.spelled collate vi_natural, h.id`,
    );
    return rows.map(row => hitOf(row as UnitHitRow, search));
  },

  async count(search, max) {
    const values = new StatementValues();
    const day = sql`${values.bind(search.day)}::date`;
    const [row] = await values.run(
      search.runQuery,
      `select count(*)::int from (select from ${matchingUnits(search, values, day)} h limit ${max}) c`,
    );
    return row![0] as number;
  },

  facetRows(search, values, max) {
    const day = sql`${values.bind(search.day)}::date`;
    return sql`select h.id, h.id as unit_id, null::text as subject_kind, null::uuid as sector_id, null::text as state from ${matchingUnits(search, values, day)} h limit ${max}`;
  },
};

type UnitHitRow = [
  id: string,
  rank: number,
  spelled: string,
  name: string,
  code: string | null,
  from: LocalDate | null,
  to: LocalDate | null,
  shownName: string,
  shownCode: string | null,
];

function hitOf([id, rank, spelled, name, code, from, to, shownName, shownCode]: UnitHitRow, { query }: SearchRequest): SourceHit {
  const byCode = code !== null && query.typed.includes(code.toLowerCase());
  const same = byCode ? code === shownCode : name === shownName;
  return { id, rank, spelled, matched: `${byCode ? code : name}${same ? '' : ` (${years(from, to)})`}` };
}

/** The years of a former name: “2008–2023”, “từ 2020”, “đến 2019”; “chưa rõ năm” when both are unknown. */
function years(from: LocalDate | null, to: LocalDate | null): string {
  const [first, last] = [from?.slice(0, 4), to?.slice(0, 4)];
  if (first === undefined) return last === undefined ? 'chưa rõ năm' : `đến ${last}`;
  return last === undefined ? `từ ${first}` : `${first}–${last}`;
}
