import { and, literal, sql, type Sql } from '../../../platform/database/sql.js';
import { declareReminder, type Reminder } from './reminders.js';
import type { Reach } from './waiting.part.js';
import { ordered } from './waiting.statements.js';

interface WaitingRows extends Pick<Reminder, 'step' | 'label' | 'term' | 'action'> {
  readonly thing: NonNullable<Reminder['thing']>;
  readonly table: Sql;
  /** The column with the id of the thing; absent: that of the row. */
  readonly id?: Sql;
  /** The column with the unit at which the right is required, and that with the day since when it waits. */
  readonly at: Sql;
  readonly since: Sql;
  readonly where: (day: Sql) => Sql;
}

/** Declares what waits for a step at a unit, a row of one table each. */
export function declareWaitingRows({ step, thing, table, id = sql`id`, at, since, where, ...reminder }: WaitingRows): void {
  const rows = (reach: Reach, day: Sql): Sql => {
    const own = reach === 'everywhere' ? [] : [sql`x.${at} in (select unnest((select ${reach.units}::uuid[])))`];
    return sql`from ${table} x where ${and([where(day), ...own])}`;
  };
  declareReminder({
    ...reminder,
    step,
    thing,
    part: (reach, day) => ({
      page: slice =>
        sql`select ${literal(thing.name)} as type, x.${id} as id, x.${since} as since, ${literal(step)} as steps ${rows(reach, day)}${ordered([sql`x.${since}`, sql`x.${id}`], slice)}`,
      ids: sql`select x.${id} as id, x.${since} as since ${rows(reach, day)}`,
    }),
  });
}
