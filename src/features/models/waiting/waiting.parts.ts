import type { Sql } from '../../../platform/views/view.js';
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
const WAITING = 'm.waits_at is not null and m.merged_into_id is null and m.trashed_at is null';

export function waitingModels(state: ModelState, steps: readonly WaitedStep[], reach: Reach): Part {
  const columns = `'EmulationModel' as type, m.id, m.state_since as since, '${steps.join()}' as steps`;
  const inState = `from emulation_model m where m.file_state = '${state}' and ${WAITING}`;
  const page = (slice: Slice): Sql => `select ${columns} ${inState}${ordered('m.state_since, m.id', slice)}`;
  if (reach === 'everywhere') return { page, ids: `select m.id ${inState}` };
  const units = `unnest((select ${reach.units}::uuid[])) u (id)`;
  const byUnit = (slice: Slice): Sql =>
    `select p.* from ${units} cross join lateral (select ${columns} ${inState} and m.waits_at = u.id${ordered('m.state_since, m.id', slice)}) p`;
  return {
    page: reach.many ? slice => walkedFirst(units, inState, columns, slice, byUnit(slice)) : byUnit,
    ids: `select m.id from ${units} join emulation_model m on m.waits_at = u.id and m.file_state = '${state}' and ${WAITING}`,
  };
}

/** How far an index is walked in a millisecond or two. */
const WALK = 6_000;

/** Of thousands of units the page is looked for among the first that wait anywhere, and unit by unit only where those do not fill it. */
function walkedFirst(units: Sql, inState: Sql, columns: Sql, slice: Slice, otherwise: Sql): Sql {
  const { limit } = slice;
  const first = `select m.* ${inState}${ordered('m.state_since, m.id', { ...slice, limit: WALK })}`;
  const own = `select ${columns} from (${first}) m where m.waits_at in (select u.id from ${units})${ordered('m.state_since, m.id', { ...slice, behind: undefined })}`;
  return `with walked as materialized (${own})
    select * from walked union all select r.* from (${otherwise}) r where (select count(*) < ${limit} from walked)`;
}

/** Rounds that are over in so many days are shown to those who have not registered yet: a help, by no rule. */
const SOON_DAYS = 14;

/** Rounds that units of the reach stand in. There are few, so that they are found by their last day alone. */
export function waitingRounds(reach: Reach, day: Sql): Part {
  const open = reach === 'everywhere' ? '' : ` and r.unit_id in ${aboveAny(reach.units, `${day}::date`)}`;
  const rounds = `from registration_round r
    where r.opens_on <= ${day}::date and r.closes_on between ${day}::date and ${day}::date + ${SOON_DAYS}${open}`;
  return {
    page: slice =>
      `select 'RegistrationRound' as type, r.id, r.opens_on as since, '${REGISTERING}' as steps ${rounds}${ordered('r.opens_on, r.id', slice)}`,
    ids: `select r.id ${rounds}`,
  };
}

function ordered(place: Sql, { behind, direction, limit }: Slice): Sql {
  const after = behind === undefined ? '' : ` and (${place}) ${direction === 'asc' ? '>' : '<'} ${behind}`;
  const order = place.split(', ').map(column => `${column} ${direction}`);
  return `${after} order by ${order.join(', ')} limit ${limit}`;
}
