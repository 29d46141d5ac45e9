import { sql, type Sql } from '../../../platform/database/sql.js';
import { rightHoldsAt } from '../../units/served/served-territory-sql.js';
import { standingRows } from '../../units/standing-successions-sql.js';
import { reachOf } from '../../units/unit-reach-sql.js';

/** A day on which every unit is asked as it is at last: an ended one as on its last day. */
const AT_LAST = sql`'9998-12-31'::date`;

/**
 * Grants that people gave at a successor, or in a territory that it works for, because their own right at the unit that passed to it counted there, as rows (predecessorId, id).
 * @param json `StandingSuccession`s.
 */
export const grantsOnSuccessions = (json: Sql): Sql => sql`(
  select g."predecessorId", given.id
    from ${standingRows(sql`g`, json)}
    join audit_entry a on a.action = 'grant.given' and a.at >= g.since
    join role_grant given on given.id = a.object_id and given.ended_at is null
   where exists (select from role_grant own where coalesce(own.account_id, own.api_token_id) = a.actor_id and own.unit_id = any(g.replaced))
     and not exists (select from role_grant own where coalesce(own.account_id, own.api_token_id) = a.actor_id and own.unit_id is null)
     and given.unit_id in (
       select r.id from unnest(g."replacedBy") heir (id)
         cross join lateral (select heir.id union select held.id from ${rightHoldsAt(sql`heir.id`, AT_LAST)} held) place
         cross join lateral ${reachOf(sql`place.id`, AT_LAST)} r)
     and given.unit_id not in ${reachOf(sql`g."predecessorId"`, AT_LAST)})`;
