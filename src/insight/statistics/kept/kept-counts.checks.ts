import { invariant, type InvariantCheck } from '../../../platform/doctor/invariant-check.js';
import { sql } from '../../../platform/database/sql.js';
import type { Bilingual } from '../../../shared/language.js';
import { asGiven } from '../../../shared/writing.js';
import { COUNT_COLUMNS, countable, EVENT_COLUMNS, eventsOf } from './kept-events-sql.js';

const RECOUNT: Bilingual = {
  vi: 'Hãy chạy lệnh “statistics recount” để đếm lại từ đầu. Trong lúc đó, thống kê không bị sai nếu xem theo ngày khác hôm nay.',
  en: 'Run the command “statistics recount”, which counts everything anew. Until then, statistics of other days than today are right.',
};

const DAY = sql`(select d.day from counted_day d)`;
/** What was noted as changed is counted by who asks, until it is counted. */
const isCounted = sql`not exists (select from uncounted_model u where u.model_id = m.id)`;

const events = invariant('statistics.keptEventsAreThoseOfTheRows', {
  broken: sql`
    with found as materialized (${eventsOf(isCounted, DAY)}),
      kept as materialized (select ${EVENT_COLUMNS} from counted_event m where not exists (select from uncounted_model u where u.model_id = m.model_id)),
      other as (
        (select model_id from (table found except all table kept) missing)
        union
        (select model_id from (table kept except all table found) added))
    select coalesce(m.code, o.model_id::text) as code
      from other o left join emulation_model m on m.id = o.model_id
     where exists (select from counted_day)`,
  describe: {
    params: { code: asGiven },
    vi: 'Mô hình {code}: số liệu giữ sẵn cho thống kê khác với hồ sơ',
    en: 'The model {code}: what is kept for statistics is not what its rows say',
  },
  remedy: RECOUNT,
});

const counts = invariant('statistics.keptCountsAreThoseOfTheEvents', {
  broken: sql`
    select measure from (
      select ${COUNT_COLUMNS}, whole, n from event_count
      union all
      select ${COUNT_COLUMNS}, whole, -n from ${countable(sql`select c.*, 1 as n from counted_event c`, DAY)} c) compared
     group by ${COUNT_COLUMNS}, whole having sum(n) <> 0`,
  describe: {
    params: { measure: asGiven },
    vi: 'Số đếm giữ sẵn của “{measure}” khác với số đếm lại',
    en: 'The kept counts of “{measure}” are not those of a recount',
  },
  remedy: RECOUNT,
});

/** What is kept for statistics of today equals a recount. */
export const keptCountsChecks: readonly InvariantCheck[] = [events, counts];
