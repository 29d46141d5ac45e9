import { sql, type Sql } from '../../platform/database/sql.js';

/** A rule as `SessionRule` has it, from a row of `council_rule`; null for no row. */
export const ruleJson = (rule: Sql): Sql => sql`case when ${rule}.id is not null then json_build_object(
  'presence', json_build_object('numerator', ${rule}.presence_numerator, 'denominator', ${rule}.presence_denominator, 'moreThan', ${rule}.presence_more_than),
  'presenceCountsWritten', ${rule}.presence_counts_written,
  'majority', json_build_object('numerator', ${rule}.majority_numerator, 'denominator', ${rule}.majority_denominator, 'moreThan', ${rule}.majority_more_than),
  'majorityOf', ${rule}.majority_of, 'majorityCountsWritten', ${rule}.majority_counts_written) end`;

/** What the outcome of the session with this id is computed from: its rule, the members in term on its day, and how many took part. */
export const factsOfSession = (sessionId: Sql): Sql => sql`(select json_build_object(
    'heldOn', own_session.held_on,
    'rule', ${ruleJson(sql`own_rule`)},
    'inTerm', (select count(*)::int from council_member m where m.council_id = own_session.council_id and m.validity @> own_session.held_on),
    'present', (select count(*)::int from council_attendance a where a.session_id = own_session.id and a.presence = 'PRESENT'),
    'written', (select count(*)::int from council_attendance a where a.session_id = own_session.id and a.presence = 'IN_WRITING'))
  from council_session own_session left join council_rule own_rule on own_rule.id = own_session.rule_id where own_session.id = ${sessionId})`;
