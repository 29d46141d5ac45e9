import { and, sql } from '../../../platform/database/sql.js';
import type { Reminder } from '../../models/waiting/reminders.js';
import { ordered } from '../../models/waiting/waiting.statements.js';
import { ANSWER } from './still-alive.js';
import { questionTo } from './still-alive-sql.js';
import { STILL_ALIVE_LABEL, stillAliveTerms } from './still-alive.terms.js';

/** A recognised model waits for its unit to say whether it still runs, from the day on which it is asked. */
export const stillAliveReminder: Reminder = {
  step: 'answerStillAlive',
  label: STILL_ALIVE_LABEL,
  term: stillAliveTerms['WaitingStepName.ANSWER_STILL_ALIVE'],
  action: ANSWER,
  part: (reach, day, narrowed) => {
    const own = reach === 'everywhere' ? [] : [sql`m.unit_id in (select unnest((select ${reach.units}::uuid[])))`];
    const conditions = [
      sql`m.id in (select c.model_id from recognition c)`,
      sql`m.merged_into_id is null and m.trashed_at is null and q.answer_id is null and q.asked_on <= ${day}`,
      ...own,
      ...narrowed,
    ];
    const asked = sql`from emulation_model m cross join lateral ${questionTo(sql`m`, day)} q where ${and(conditions)}`;
    return {
      page: slice =>
        sql`select 'EmulationModel' as type, m.id, q.asked_on as since, 'answerStillAlive' as steps ${asked}${ordered([sql`q.asked_on`, sql`m.id`], slice)}`,
      ids: sql`select m.id, q.asked_on as since ${asked}`,
    };
  },
};
