import { and, list, literal, sql, type Sql } from '../../../platform/database/sql.js';
import { ancestorsOfAny } from '../../movements/movement-sql.js';
import type { ModelState } from '../model-states.js';
import { REGISTERING, type WaitedStep } from './waited-steps.js';
import type { Part, Reach, Slice } from './waiting.part.js';

/** The condition of the indexes `emulation_model_waiting` (all units) and `emulation_model_waiting_at` (unit by unit). */
const WAITING = sql`m.waits_at is not null and m.merged_into_id is null and m.trashed_at is null`;

/** @param narrowed further conditions on the model `m`. */
export function waitingModels(state: ModelState, steps: readonly WaitedStep[], reach: Reach, narrowed: readonly Sql[]): Part {
  const columns = sql`'EmulationModel' as type, m.id, m.state_since as since, ${literal(steps.join())} as steps`;
  const inState = sql`from emulation_model m where ${and([sql`m.file_state = ${literal(state)}`, WAITING, ...narrowed])}`;
  const page = (slice: Slice): Sql => sql`select ${columns} ${inState}${ordered(BY_STATE, slice)}`;
  if (reach === 'everywhere') return { page, ids: sql`select m.id, m.state_since as since ${inState}` };
  const units = sql`unnest((select ${reach.units}::uuid[])) u (id)`;
  const byUnit = (slice: Slice): Sql =>
    sql`select p.* from ${units} cross join lateral (select ${columns} ${inState} and m.waits_at = u.id${ordered(BY_STATE, slice)}) p`;
  return {
    page: reach.many ? slice => walkedFirst(units, inState, columns, slice, byUnit(slice)) : byUnit,
    ids: sql`select m.id, m.state_since as since from ${units} join emulation_model m on ${and([sql`m.waits_at = u.id and m.file_state = ${literal(state)}`, WAITING, ...narrowed])}`,
  };
}

/** The order of the list: the longest waiting first. */
const BY_STATE = [sql`m.state_since`, sql`m.id`];

/** How many rows of an index are read in a millisecond or two. */
const WALK = 6_000;

/** For thousands of units: searches the page in the first rows of all units, and unit by unit only if those do not fill it. */
function walkedFirst(units: Sql, inState: Sql, columns: Sql, slice: Slice, otherwise: Sql): Sql {
  const { limit } = slice;
  const first = sql`select m.* ${inState}${ordered(BY_STATE, { ...slice, limit: WALK })}`;
  const own = sql`select ${columns} from (${first}) m where m.waits_at in (select u.id from ${units})${ordered(BY_STATE, { ...slice, behind: undefined })}`;
  return sql`with walked as materialized (${own})
    select * from walked union all select r.* from (${otherwise}) r where (select count(*) < ${limit} from walked)`;
}

/** Rounds that close within this many days are listed. A convenience; no regulation asks for it. */
const SOON_DAYS = 14;

/** The units above those at which the caller may register, which are open to them; `undefined`: all. */
const unitsAbove = (reach: Reach, day: Sql): Sql | undefined =>
  reach === 'everywhere' ? undefined : ancestorsOfAny(reach.units, sql`${day}::date`);

/** The last days that concern the caller's units, as rows (round_id, closes_on): those of the rounds, and later ones of extensions. */
export function lastDaysOfRounds(reach: Reach, day: Sql): Sql {
  const above = unitsAbove(reach, day);
  const at = (column: Sql): Sql => (above === undefined ? sql`` : sql` and ${column} in ${above}`);
  return sql`(select r.id as round_id, r.closes_on from registration_round r where r.opens_on <= ${day}::date${at(sql`r.unit_id`)}
    union all select r.id, x.closes_on from registration_extension x join registration_round r on r.id = x.round_id and x.closes_on > r.closes_on
     where r.opens_on <= ${day}::date${at(sql`r.unit_id`)}${at(sql`x.unit_id`)})`;
}

/** Rounds that close soon for some of the caller's units. There are few. @param narrowed further conditions on the round `r`. */
export function waitingRounds(reach: Reach, day: Sql, narrowed: readonly Sql[]): Part {
  const closing = sql`r.id in (select l.round_id from ${lastDaysOfRounds(reach, day)} l where l.closes_on between ${day}::date and ${day}::date + ${SOON_DAYS})`;
  const rounds = sql`from registration_round r where ${and([closing, ...narrowed])}`;
  return {
    page: slice =>
      sql`select 'RegistrationRound' as type, r.id, r.opens_on as since, ${literal(REGISTERING)} as steps ${rounds}${ordered([sql`r.opens_on`, sql`r.id`], slice)}`,
    ids: sql`select r.id, r.opens_on as since ${rounds}`,
  };
}

/** The rest of a page's statement: its order, and from where it goes on. @param place day and id. */
export function ordered(place: readonly Sql[], { behind, direction, limit }: Slice): Sql {
  const after = behind === undefined ? sql`` : sql` and (${list(place)}) ${direction === 'asc' ? sql`>` : sql`<`} ${behind}`;
  const order = place.map(column => sql`${column} ${direction === 'asc' ? sql`asc` : sql`desc`}`);
  return sql`${after} order by ${list(order)} limit ${limit}`;
}
