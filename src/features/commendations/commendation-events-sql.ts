import { sql, type Sql } from '../../platform/database/sql.js';

/**
 * The grant of the commendation, unless it is revoked by the day: an event of the unit of its recipient, with the columns of the events of models
 * (`models/events/model-events-sql.ts`). A decision may give less than a day. Where no paper gives a day, the commendation is some day older than its entry.
 * `money` is that of all its recipients.
 */
export const grantStanding = (alias: Sql, commendation: Sql, day: Sql): Sql => sql`(
    select given.unit_id, given.form, given.level, given.recipient_kind, given.count, given.count::bigint * given.amount as money,
           case when by_decision.issued_by is not null then coalesce(by_decision.issued_from, '-infinity')
             else coalesce(given.presented_on, given.on_day, '-infinity') end as first_day,
           coalesce(by_decision.issued_by, given.presented_on, given.on_day, given.recorded_on) as last_day
      from commendation given left join decision by_decision on by_decision.id = given.decision_id
     where given.id = ${commendation} and coalesce(given.revoked_on > ${day}, true)) ${alias}`;

/** The unit of its recipient, if it is known: what a commendation and its grant belong to. */
export const recipientUnitOf = (row: Sql): Sql => sql`(select ${row}.unit_id where ${row}.unit_id is not null)`;
