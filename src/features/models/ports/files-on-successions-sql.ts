import { sql, type Sql } from '../../../platform/database/sql.js';
import { standingRows } from '../../units/standing-successions-sql.js';
import { ruleNames } from '../../movements/movement-sql.js';

/**
 * Files for which one office acted in place of another that had passed to it as a whole: the registrations that rest on each succession, as rows
 * (predecessorId, registration_id). A file that was returned or withdrawn rests on nothing any more.
 * @param json `StandingSuccession`s.
 */
export const filesOnSuccessions = (json: Sql): Sql => sql`(
  select g."predecessorId", resting.registration_id
    from ${standingRows(sql`g`, json)}
   cross join lateral (
    ${receivedInItsPlace}
    union ${handledInItsPlace}
    union ${recognisedInItsPlace}) resting)`;

const isSince = (day: Sql, at: Sql): Sql => sql`${day} >= g."from" and ${at} >= g.since`;

/** The units whose rules decided where the file of the registration `r` went: the model’s own, then each office that held it. */
const asked = sql`(select m.unit_id as id from emulation_model m where m.id = r.model_id
    union select s.unit_id from model_step s where s.registration_id = r.id and s.unit_id is not null) asked_unit`;

/** The file lies at the successor because a rule names the office it replaced, by the step that sent it there. */
const receivedInItsPlace = sql`select r.id as registration_id from registration r
    cross join lateral (select s.on_day, s.at from model_step s
       where s.registration_id = r.id and s.action in ('submit', 'agree') order by s.on_day desc, s.at desc, s.id desc limit 1) sent
   where r.holder_id = any(g."replacedBy") and ${isSince(sql`sent.on_day`, sql`sent.at`)}
     and exists (select from ${asked} where ${ruleNames(sql`asked_unit.id`, sql`sent.on_day`, 'receiver', sql`g.replaced`)})`;

/** The file lay at the office when it ended, and was received or decided since. */
const handledInItsPlace = sql`select r.id from registration r
   where r.holder_id = any(g.replaced)
     and exists (select from model_step s where s.registration_id = r.id and ${isSince(sql`s.on_day`, sql`s.at`)})`;

/** A decision of the successor recognises what a rule lets the office recognise. */
const recognisedInItsPlace = sql`select r.id from recognition c join decision d on d.id = c.decision_id join registration r on r.id = c.registration_id
    cross join lateral (select s.at from model_step s where s.registration_id = r.id and s.action = 'recognise' order by s.at desc limit 1) done
   where c.revoked_on is null and d.issuer_id = any(g."replacedBy") and ${isSince(sql`c.recognised_on`, sql`done.at`)}
     and exists (select from ${asked} where ${ruleNames(sql`asked_unit.id`, sql`c.recognised_on`, 'recogniser', sql`g.replaced`)})`;
