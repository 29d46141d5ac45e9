import type { Sql } from '../../../platform/views/view.js';
import { aboveAny } from '../../movements/unit-climb.js';
import type { ModelState } from '../model-states.js';
import { REGISTERING, type WaitedStep } from './waited-steps.js';

/** Where the asker may do something: everywhere, or at the units of a list that is bound to the statement. */
export type Reach = 'everywhere' | { readonly units: Sql };

/** A page in the making: only what stands behind a place, so many. */
export interface Slice {
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
  const [from, at] =
    reach === 'everywhere' ? ['', ''] : [`unnest((select ${reach.units}::uuid[])) u (id) cross join lateral`, 'm.waits_at = u.id and '];
  const where = `${at}m.file_state = '${state}' and ${WAITING}`;
  const within = (columns: Sql, slice: Sql): Sql => {
    const read = `select ${columns} from emulation_model m where ${where}${slice}`;
    return from ? `select p.* from ${from} (${read}) p` : read;
  };
  return {
    page: slice =>
      within(`'EmulationModel' as type, m.id, m.state_since as since, '${steps.join()}' as steps`, ordered('m.state_since, m.id', slice)),
    ids: within('m.id', ''),
  };
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
