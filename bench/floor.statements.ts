/** SQL written for exactly these questions and these data. `$2` is the day. What a line shows of the model itself is the same in all lists. */

const LAST = (lifecycle: string): string =>
  `select to_state, on_day from model_step where model_id = m.id and lifecycle = '${lifecycle}' and on_day <= $2::date order by on_day desc, id desc limit 1`;

/** The model has a copy of its present state, which is that of every day since its last step; before, the last step by the day is looked up. */
const FILE = `select m.file_state as to_state, m.state_since as on_day where m.state_since <= $2::date
  union all select l.to_state, l.on_day from (${LAST('FILE')}) l where m.state_since > $2::date`;

const COLUMNS = `m.id, m.code, m.title, f.to_state, f.on_day, s.kind, s.name, k.name,
  (select count(*)::int from emulation_model c where c.parent_id = m.id and c.attested_on <= $2::date and c.trashed_at is null and c.merged_into_id is null)`;

/** The latest result, and how many commendations, in the place of the last step and the number of children. */
const RESULT_COLUMNS = `m.id, m.code, m.title, f.to_state, v.found, s.kind, s.name, k.name,
  (select count(*)::int from commendation c where c.model_id = m.id and c.listed_on <= $2::date)`;
const RESULT = `left join lateral (select true as found, trim_scale(e.total)::text as final,
    case when e.decided_on <= $2::date then e.decided_grade else e.grade end as grade from evaluation e
   where e.model_id = m.id and e.left_on is null and e.closed_on <= $2::date order by e.closed_on desc, e.id desc limit 1) v on true`;

const JOINS = `left join lateral (${FILE}) f on true
  left join unit_span s on s.unit_id = m.unit_id and (s.validity @> $2::date) is true
  left join sector k on k.id = m.sector_id`;

const SHOWN = `m.attested_on <= $2::date and m.merged_into_id is null and m.trashed_at is null`;
const NEWEST = 'm.attested_on desc, m.id desc';

/** The unit and all below it: found in the first rows of the whole list where there are many units, else in each unit's own. */
export const ofUnit = (by: 'attested_on' | 'title', after: boolean, shows: 'steps' | 'results'): string => {
  const [key, type, direction, sign] =
    by === 'title' ? ['m.title collate vi_natural', 'text', 'asc', '>'] : ['m.attested_on', 'date', 'desc', '<'];
  const order = `${key} ${direction}, m.id ${direction}`;
  const shown = `${SHOWN} ${after ? `and (${key}, m.id) ${sign} ($3::${type}, $4::uuid)` : ''}`;
  const joint = 'm.id in (select j.model_id from emulation_model_joint_owner j where j.unit_id in (select id from tree))';
  return `with recursive tree (id) as (
      select $1::uuid
      union
      select next.id from tree cross join lateral (
        select s.unit_id as id from unit_span s where s.parent_id = tree.id and (s.validity @> $2::date) is true
        union all select s.unit_id from unit_span s where s.territory_id = tree.id and (s.validity @> $2::date) is true
        union all select c.predecessor_id from unit_succession c where c.successor_id = tree.id and c.whole and c.effective_on <= $2::date) next),
    walked (id, key) as materialized (
      select w.id, w.key from (
        select m.id, ${key} as key from (select m.* from emulation_model m where ${shown} order by ${order} limit 6000) m
         where (m.unit_id in (select id from tree) or ${joint}) order by ${order} limit 51) w
       where (select count(*) > 50 from tree)),
    found (id) as (
      select k.id from (
        select id, key from walked
        union all
        select a.id, a.key from tree cross join lateral (
          select m.id, ${key} as key from emulation_model m where m.unit_id = tree.id and ${shown} order by ${order} limit 51) a
         where (select count(*) < 51 from walked)
        union all
        select m.id, ${key} from emulation_model m where ${joint} and ${shown} and (select count(*) < 51 from walked)) k
       group by k.key, k.id order by k.key ${direction}, k.id ${direction} limit 51)
  select ${shows === 'results' ? RESULT_COLUMNS : COLUMNS}, (${key})::text${shows === 'results' ? ', v.final, v.grade' : ''}
    from found join emulation_model m on m.id = found.id ${JOINS} ${shows === 'results' ? RESULT : ''} order by ${order}`;
};

export const byText = `select ${COLUMNS}, m.attested_on::text
  from (select * from emulation_model m where m.folded like $1 and ${SHOWN} order by ${NEWEST} limit 51) m ${JOINS} order by ${NEWEST}`;

/** It is given the day alone. */
export const newest = `select ${COLUMNS}
  from (select * from emulation_model m where ${SHOWN} order by ${NEWEST} limit 50) m ${JOINS} order by ${NEWEST}`.replaceAll('$2', '$1');

export const byStates = `select ${COLUMNS}, m.attested_on::text
  from (select m.* from emulation_model m cross join lateral (${FILE}) f where f.to_state = any($1::text[]) and ${SHOWN} order by ${NEWEST} limit 51) m
  ${JOINS} order by ${NEWEST}`;

/** The round, and the first of its entries with one more. */
export const RANKING = `select r.name, e.number, e.rank, trim_scale(e.total)::text, s.kind, s.name
  from appraisal_round r
  left join lateral (select * from evaluation e where e.round_id = r.id and e.rank is not null and e.closed_on <= $2::date order by e.rank, e.id limit 51) e on true
  left join unit_span s on s.unit_id = e.unit_id and (s.validity @> $2::date) is true
 where r.id = $1::uuid order by e.rank, e.id`;

/** One statement for the model, its steps and its children: these two as JSON, which goes into the answer as it is. */
export const DETAIL = `select m.code, m.title, f.to_state, r.to_state, s.kind, s.name, k.name,
    (select coalesce(json_agg(json_build_object('lifecycle', lifecycle, 'to', to_state, 'on', on_day) order by on_day, id), '[]')::text
       from model_step where model_id = m.id and on_day <= $2::date),
    (select coalesce(json_agg(json_build_object('code', c.code, 'title', c.title)), '[]')::text from (
      select m.code, m.title from emulation_model m where m.parent_id = $1::uuid and ${SHOWN} order by m.title collate vi_natural, m.id limit 10) c)
  from emulation_model m ${JOINS} left join lateral (${LAST('RUNNING')}) r on true where m.id = $1::uuid`;
