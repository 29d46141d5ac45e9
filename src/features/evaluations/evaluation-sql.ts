import { list, literal, sql, type Sql } from '../../platform/database/sql.js';
import { FORM_ITEMS } from '../movements/form-items.js';

/** Whether the round of the evaluation was closed by the day. */
export const isClosed = (row: Sql, day: Sql): Sql => sql`coalesce(${row}.closed_on <= ${day}, false)`;

/**
 * The results of the model: of rounds closed by the day, without illustrative ones and those of entries that had left by then. Events with the columns
 * of the others of models (`models/events/model-events-sql.ts`), the `total`, and the code of the `grade` on the day.
 */
export const resultsOfModel = (alias: Sql, model: Sql, day: Sql): Sql => sql`(
    select scored.id as evaluation_id, scored.model_id, scored.closed_on as first_day, scored.closed_on as last_day, scored.total,
           ${gradeOn(sql`scored`, day)} as grade
      from evaluation scored
     where scored.model_id = ${model} and scored.closed_on <= ${day} and not scored.illustrative and coalesce(scored.left_on > ${day}, true)) ${alias}`;

/** Whether people have to decide: the text gives no grade, or leaves a tie or a place of a quota open. */
export const needsDecision = (row: Sql, day: Sql): Sql =>
  sql`(${isClosed(row, day)} and ${row}.left_on is null and (${row}.tied or (coalesce(${row}.decided_on > ${day}, true)
    and (jsonb_typeof(${row}.derivation -> 'decide') = 'object' or coalesce((${row}.standing ->> 'quotaOpen')::boolean, false)))))`;

/** The code of the grade on the day: that of the text, or as decided. */
export const gradeOn = (row: Sql, day: Sql): Sql =>
  sql`case when ${isClosed(row, day)} then case when ${row}.decided_on <= ${day} then ${row}.decided_grade else ${row}.grade end end`;

/** The version by which the round of the evaluation scores. */
const versionOf = (row: Sql): Sql =>
  sql`(select v.* from appraisal_round r join criteria_set_version v on v.id = r.criteria_version_id where r.id = ${row}.round_id)`;

/** The name of a grade. */
export const gradeName = (row: Sql, code: Sql): Sql =>
  sql`(select g.grade ->> 'name' from ${versionOf(row)} v cross join lateral jsonb_array_elements(v.rules -> 'grades') g (grade) where g.grade ->> 'code' = ${code})`;

/** What grades of these codes are called, with their places: those of one code in several versions have one row. */
export const gradesNamed = (codes: Sql): Sql =>
  sql`select g.grade ->> 'code' as code, string_agg(distinct g.grade ->> 'name', ' / ') as name, min(g.place)::int as place
        from criteria_set_version v cross join lateral jsonb_array_elements(v.rules -> 'grades') with ordinality g (grade, place)
       where v.state <> 'DRAFT' and g.grade ->> 'code' = ${codes} group by g.grade ->> 'code'`;

/** What sentences about results need of the version: `WordsOfVersion`. */
export const wordsOfVersion = (row: Sql): Sql =>
  sql`(select json_build_object('grades', v.rules -> 'grades', 'knockOuts', v.rules -> 'knockOuts', 'caps', v.rules -> 'caps',
        'criteria', coalesce((select json_agg(json_build_object('code', n.code, 'text', n.text) order by n.place) from criterion n where n.version_id = v.id), '[]'))
      from ${versionOf(row)} v)`;

/** The items of the registration form, in its order. */
export const FORM_NAMES: Sql = sql`array[${list(FORM_ITEMS.map(literal))}]::text[]`;

/** What was last submitted of a registration; where a paper was entered without a submission, what its form says. */
export const submittedContent = (registration: Sql): Sql =>
  sql`(select coalesce(
        (select c.content from model_step s join content_snapshot c on c.id = s.content_id
          where s.registration_id = ${registration} and s.action = 'submit' order by s.on_day desc, s.id desc limit 1),
        (select to_jsonb(f) from model_form f where f.registration_id = ${registration})) as content)`;

/** Models of the unit whose recognition began in the year of the round and was not revoked by the day. */
export const recognisedModels = (row: Sql, day: Sql): Sql =>
  sql`(select count(*)::int from recognition c join emulation_model m on m.id = c.model_id join appraisal_round r on r.id = ${row}.round_id
    where m.unit_id = ${row}.unit_id and m.trashed_at is null and m.merged_into_id is null
      and extract(year from c.recognised_on) = r.year and coalesce(c.revoked_on > ${day}, true))`;
