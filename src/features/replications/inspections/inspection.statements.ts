import { and, sql } from '../../../platform/database/sql.js';
import type { Reminder } from '../../models/waiting/reminders.js';
import { ordered } from '../../models/waiting/waiting.statements.js';
import { INSPECT_LABEL, inspectionTerms } from './inspection.terms.js';

/** Inspections that are planned within this number of days are listed. A convenience; no regulation asks for it. */
const SOON_DAYS = 14;

/** A model waits for an inspection that is planned and not yet held. */
export const inspectionReminder: Reminder = {
  step: 'recordInspection',
  label: INSPECT_LABEL,
  term: inspectionTerms['WaitingStepName.RECORD_INSPECTION'],
  action: 'inspection.record',
  part: (reach, day, narrowed) => {
    const own = reach === 'everywhere' ? [] : [sql`i.unit_id in (select unnest((select ${reach.units}::uuid[])))`];
    const conditions = [
      sql`i.held_on is null and i.planned_on <= ${day} + ${SOON_DAYS} and m.merged_into_id is null and m.trashed_at is null`,
      ...own,
      ...narrowed,
    ];
    const planned = sql`from (select m.*, i.planned_on as since from inspection i join emulation_model m on m.id = i.model_id where ${and(conditions)}) p`;
    return {
      page: slice =>
        sql`select 'EmulationModel' as type, p.id, p.since, 'recordInspection' as steps ${planned} where true${ordered([sql`p.since`, sql`p.id`], slice)}`,
      ids: sql`select p.id, p.since ${planned}`,
    };
  },
};
