import { or, sql, type Sql } from '../../../platform/database/sql.js';
import type { Withheld } from '../../../platform/views/visibility.js';

/*
 * Who scores in an open blind round must not find out whose the entries are. Two limits are accepted: what they saw before, and the models of units in
 * which they have or had a post, which they know anyway; where that was in the appraised year, those entries are conflicts of interest.
 */

/** The open rounds that a person scores blind. */
const blindRounds = (isSelf: Sql): Sql =>
  sql`(select scored.round_id from appraisal_assignment mine join evaluation scored on scored.id = mine.evaluation_id
        join appraisal_round blind on blind.id = scored.round_id where blind.blind and blind.state = 'OPEN' and mine.person_id ${isSelf})`;

/** A column of the entries of these rounds that are about a model. */
const inBlindRounds = (column: Sql, isSelf: Sql): Sql =>
  sql`(select hidden.${column} from evaluation hidden where hidden.model_id is not null and hidden.round_id in ${blindRounds(isSelf)}
        and not exists (select from person_post own where own.person_id ${isSelf} and (own.unit_id = hidden.unit_id
          or own.unit_id in (select joint.unit_id from emulation_model_joint_owner joint where joint.model_id = hidden.model_id))))`;

const withheldBy =
  (own: Sql, column: Sql): Withheld =>
  (row, isSelf) =>
    sql`coalesce(${row}.${own} in ${inBlindRounds(column, isSelf)}, false)`;

export const modelWithheld: Withheld = withheldBy(sql`id`, sql`model_id`);
export const registrationWithheld: Withheld = withheldBy(sql`model_id`, sql`model_id`);

/** Whether a person scores in an open blind round: then something may be withheld from them. */
export const scoresBlind = (isSelf: Sql): Sql => sql`exists ${blindRounds(isSelf)}`;

/** What an entry of a blind round is about. */
export const subjectWithheld: Withheld = (row, isSelf) => sql`coalesce(${row}.round_id in ${blindRounds(isSelf)}, false)`;

/** An entry of a blind round that they do not score themselves: to see it by its unit would say whose it is. */
export const entryWithheld: Withheld = (row, isSelf) =>
  sql`(${subjectWithheld(row, isSelf)}
    and not exists (select from appraisal_assignment a where a.evaluation_id = ${row}.id and a.person_id ${isSelf}))`;

/** The self-assessment of an entry: its words and its evidence say whose it is. */
export const selfAssessmentWithheld: Withheld = (row, isSelf) =>
  sql`coalesce(${row}.evaluation_id in (select e.id from evaluation e where e.round_id in ${blindRounds(isSelf)}), false)`;

/** What the trail says of the rounds, their entries, models and registrations. */
export const trailWithheld: Withheld = (row, isSelf) => {
  const ofEntries = (column: Sql): Sql => sql`(select e.${column} from evaluation e where e.round_id in ${blindRounds(isSelf)})`;
  const objects = [sql`id`, sql`round_id`, sql`model_id`, sql`registration_id`];
  return sql`coalesce(${or(objects.map(column => sql`${row}.object_id = any(array${ofEntries(column)})`))}, false)`;
};
