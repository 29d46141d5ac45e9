import { list, literal, sql, type Sql } from '../../../platform/database/sql.js';
import { aboveAny } from '../../movements/unit-climb.js';
import type { ModelState } from '../model-states.js';
import { REGISTERING, type WaitedStep } from './waited-steps.js';

/** Where the asker may do something: everywhere, or at the units of a list that is bound to the statement. */
export type Reach = 'everywhere' | { readonly units: Sql; readonly many: boolean };

/** A page in the making: only what stands behind a place, so many. */
interface Slice {
  readonly behind: Sql | undefined;
  readonly direction: 'asc' | 'desc';
  readonly limit: number;
}

/** One place to look for what waits: each reads an index in the order of the page, no further than the page may go. */
export interface Part {
  /** Columns type, id, since, steps. */
  page(slice: Slice): Sql;
  /** The ids of all. */
  readonly ids: Sql;
}

/** What an index knows: `emulation_model_waiting` and, unit by unit, `emulation_model_waiting_at`. */
const WAITING = sql`m.waits_at is not null and m.merged_into_id is null and m.trashed_at is null`;

export function waitingModels(state: ModelState, steps: readonly WaitedStep[], reach: Reach): Part {
  const columns = sql`'EmulationModel' as type, m.id, m.state_since as since, ${literal(steps.join())} as steps`;
  const inState = sql`from emulation_model m where m.file_state = ${literal(state)} and ${WAITING}`;
  const page = (slice: Slice): Sql => sql`select ${columns} ${inState}${ordered(BY_STATE, slice)}`;
  if (reach === 'everywhere') return { page, ids: sql`select m.id ${inState}` };
  const units = sql`unnest((select ${reach.units}::uuid[])) u (id)`;
  const byUnit = (slice: Slice): Sql =>
    sql`select p.* from ${units} cross join lateral (select ${columns} ${inState} and m.waits_at = u.id${ordered(BY_STATE, slice)}) p`;
  return {
    page: reach.many ? slice => walkedFirst(units, inState, columns, slice, byUnit(slice)) : byUnit,
    ids: sql`select m.id from ${units} join emulation_model m on m.waits_at = u.id and m.file_state = ${literal(state)} and ${WAITING}`,
  };
}

/** The order of what waits: the longest first. */
const BY_STATE = [sql`m.state_since`, sql`m.id`];

/** How far an index is walked in a millisecond or two. */
const WALK = 6_000;

/** Of thousands of units the page is looked for among the first that wait anywhere, and unit by unit only where those do not fill it. */
function walkedFirst(units: Sql, inState: Sql, columns: Sql, slice: Slice, otherwise: Sql): Sql {
  const { limit } = slice;
  const first = sql`select m.* ${inState}${ordered(BY_STATE, { ...slice, limit: WALK })}`;
  const own = sql`select ${columns} from (${first}) m where m.waits_at in (select u.id from ${units})${ordered(BY_STATE, { ...slice, behind: undefined })}`;
  return sql`with walked as materialized (${own})
    select * from walked union all select r.* from (${otherwise}) r where (select count(*) < ${limit} from walked)`;
}

/** Rounds that are over in so many days are shown to those who have not registered yet: a help, by no rule. */
const SOON_DAYS = 14;

/** Rounds that units of the reach stand in. There are few, so that they are found by their last day alone. */
export function waitingRounds(reach: Reach, day: Sql): Part {
  const open = reach === 'everywhere' ? sql`` : sql` and r.unit_id in ${aboveAny(reach.units, sql`${day}::date`)}`;
  const rounds = sql`from registration_round r
    where r.opens_on <= ${day}::date and r.closes_on between ${day}::date and ${day}::date + ${SOON_DAYS}${open}`;
  return {
    page: slice =>
      sql`select 'RegistrationRound' as type, r.id, r.opens_on as since, ${literal(REGISTERING)} as steps ${rounds}${ordered([sql`r.opens_on`, sql`r.id`], slice)}`,
    ids: sql`select r.id ${rounds}`,
  };
}

function ordered(place: readonly Sql[], { behind, direction, limit }: Slice): Sql {
  const after = behind === undefined ? sql`` : sql` and (${list(place)}) ${direction === 'asc' ? sql`>` : sql`<`} ${behind}`;
  const order = place.map(column => sql`${column} ${direction === 'asc' ? sql`asc` : sql`desc`}`);
  return sql`${after} order by ${list(order)} limit ${limit}`;
}
