import { sql, type Sql } from '../../../platform/database/sql.js';

/** The day of the recognition that is in force on a day: the latest, if there are several; null where there is none. */
const recognisedOn = (model: Sql, day: Sql): Sql =>
  sql`(select max(standing.recognised_on) from recognition standing where standing.model_id = ${model}.id and standing.recognised_on <= ${day}
     and (standing.revoked_on is null or standing.revoked_on > ${day}))`;

/** How the model runs on a day; null where that is not known. */
const runningOn = (model: Sql, day: Sql): Sql =>
  sql`(select s.to_state from model_step s where s.model_id = ${model}.id and s.lifecycle = 'RUNNING' and s.on_day <= ${day}
     order by s.on_day desc, s.id desc limit 1)`;

/**
 * The question of the year of a day to the model `model`, as a row (asked_on, answer_id, answer), or none where the model is not asked: it is not
 * recognised, or has stopped without an answer. `asked_on` is null where the model was recognised in that year.
 * @param day the last day of the year, or today if that is earlier.
 */
export const questionTo = (model: Sql, day: Sql): Sql =>
  sql`(select case when extract(year from known.recognised_on) < extract(year from ${day})
          then (known.recognised_on + make_interval(years => (extract(year from ${day}) - extract(year from known.recognised_on))::int))::date end as asked_on,
          given.id as answer_id, given.answer
       from (select ${recognisedOn(model, day)} as recognised_on) known
       left join still_alive_answer given on given.model_id = ${model}.id and given.year = extract(year from ${day})
      where known.recognised_on is not null and (given.id is not null or ${runningOn(model, day)} is distinct from 'STOPPED'))`;
