import { identifier, sql } from '../../platform/database/sql.js';
import type { Expression, LateralRow } from '../../platform/views/view.js';

/*
 * What a model was on a day: its state, who held its file, its round, its form and its title. `row` is a row of `emulation_model`.
 */

/** The last step of the running by the day. */
export const lastOfRunning: LateralRow = (b, row, day) =>
  sql`(select s.* from model_step s where s.model_id = ${row}.id and s.lifecycle = 'RUNNING' and s.on_day <= ${day}
       order by s.on_day desc, s.id desc limit 1) ${b}`;

/** The registration that was the latest on the day. */
const registrationOn: LateralRow = (b, row, day) =>
  sql`(select r.* from registration r where r.model_id = ${row}.id and r.opened_on <= ${day} order by r.opened_on desc, r.id desc limit 1) ${b}`;

/** Its form. */
export const formOn: LateralRow = (b, row, day) =>
  sql`(select f.*, f.registration_id as id from model_form f
       where f.registration_id = (select on_day_registration.id from ${registrationOn(sql`on_day_registration`, row, day)})) ${b}`;

/** The last step by the day of the file of that registration. */
export const lastOfFile: LateralRow = (b, row, day) =>
  sql`(select s.* from model_step s where s.registration_id = (select on_day_registration.id from ${registrationOn(sql`on_day_registration`, row, day)})
       and s.on_day <= ${day} order by s.on_day desc, s.id desc limit 1) ${b}`;

/** The state, holder or round of the latest registration on the day. The model has a copy of the present one, which is also that of every day since its last step. */
const ofFile =
  (present: string, then: Expression): Expression =>
  (row, day) =>
    sql`case when ${row}.state_since <= ${day} then ${row}.${identifier(present)} else ${then(row, day)} end`;
export const fileState = ofFile('file_state', (row, day) => sql`(select b.to_state from ${lastOfFile(sql`b`, row, day)})`);
export const holder = ofFile('holder_id', (row, day) => sql`(select b.unit_id from ${lastOfFile(sql`b`, row, day)})`);
export const round = ofFile('round_id', (row, day) => sql`(select b.round_id from ${registrationOn(sql`b`, row, day)})`);
export const running: Expression = (row, day) => sql`(select b.to_state from ${lastOfRunning(sql`b`, row, day)})`;

/** The title on the day: a model can be renamed from a day on, and then its earlier titles remain. */
export const title: Expression = (row, day) =>
  sql`case when ${row}.titled_from is null or ${row}.titled_from <= ${day} then ${row}.title
    else (select f.title from former_title f where f.model_id = ${row}.id and f.last_day >= ${day} order by f.last_day limit 1) end`;
