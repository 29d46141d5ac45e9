import { sql } from '../../platform/database/sql.js';
import type { QueryRows } from '../../platform/database/query-rows.js';
import type { Id } from '../../shared/ids.js';
import type { StandingSuccession } from './unit-dependents.port.js';
import { eventName } from './unit-event-likeness-sql.js';
import { nameOn } from './unit-sql.js';

/** The journal’s row of the event that wrote the succession `c`. Its own spans are written before it. */
const WRITTEN = `join unit_event_row w on w.row_id = c.id and w.relation = 'unit_succession' and w.before is null`;

/** The unit and what leads to it, or follows from it, through whole successions. */
const chain = (start: string, from: string, to: string): string =>
  `array(with recursive chained (id) as (
      select c.${start} union select s.${to} from chained join unit_succession s on s.${from} = chained.id and s.whole)
    select id from chained)`;

/** What chapters above need to know about whole successions to find the records that rest on them. */
export const standingSuccessions = (query: QueryRows, ids: readonly Id[]): Promise<StandingSuccession[]> =>
  query<StandingSuccession>(
    `select c.predecessor_id as "predecessorId", c.effective_on as "from", e.applied_at as since,
            ${chain('predecessor_id', 'successor_id', 'predecessor_id')} as replaced, ${chain('successor_id', 'predecessor_id', 'successor_id')} as "replacedBy"
       from unit_succession c ${WRITTEN} join unit_event e on e.id = w.event_id where c.id = any($1::uuid[]) and c.whole`,
    [ids],
  );

/** A later event that moved or ended units which had followed another to its whole successor. */
export interface LaterEvent {
  readonly predecessorId: Id;
  readonly name: string;
  readonly units: readonly string[];
}

/** @param followers spans of units that followed, each with the succession. What only corrected their names does not rest on where they were. */
export const eventsAfter = (
  query: QueryRows,
  followers: readonly { readonly successionId: Id; readonly spanId: Id }[],
): Promise<LaterEvent[]> =>
  query<LaterEvent>(EVENTS_AFTER, [followers.map(({ successionId }) => successionId), followers.map(({ spanId }) => spanId)]);

const PLACED = `array['validity', 'parent_id', 'territory_id']`;
const placedBy = (row: string): string => `(select jsonb_agg(r.${row} -> key order by key) from unnest(${PLACED}) key)`;

const EVENTS_AFTER = `
  select c.predecessor_id as "predecessorId", ${eventName(sql`e`)} as name, array_agg(distinct ${nameOn(sql`s.unit_id`, sql`c.effective_on`)}) as units
    from unnest($1::uuid[], $2::uuid[]) f (succession_id, span_id)
    join unit_succession c on c.id = f.succession_id ${WRITTEN}
    join unit_span s on s.id = f.span_id
    join unit_event_row r on r.row_id = s.id and r.ordinal > w.ordinal and r.event_id <> w.event_id
     and (r.before is null or ${placedBy('before')} is distinct from ${placedBy('after')})
    join unit_event e on e.id = r.event_id and e.state = 'APPLIED'
   group by c.predecessor_id, e.id order by e.id`;
