import { invariant, type InvariantCheck } from '../../platform/doctor/invariant-check.js';
import { sql } from '../../platform/database/sql.js';
import { asGiven, date } from '../../shared/writing.js';
import { originOf, standsFor } from './edges/replication-sql.js';

const CORRECT = {
  vi: 'Hãy đối chiếu văn bản rồi sửa ngày bắt đầu của mô hình (editModel) hoặc đính chính lần nhân rộng (correctReplication).',
  en: 'Compare the papers, then correct the start of the model (editModel) or the replication (correctReplication).',
};

/** The bounds of a partial date that is stored as text, as `shared/dates.ts` reads it. */
const earliest = (text: string): string => `nullif(split_part(${text}, '..', 1), '')`;
const latest = (text: string): string =>
  `case when ${text} like '%..%' then split_part(${text}, '..', 2) else rpad(${text}, 10, case length(${text}) when 4 then '-99-99' else '-99' end) end`;

const starts = invariant('replications.copiesAfterTheirOriginal', {
  broken: `select m.code, m.title, s.starts, o.title as original, o.starts as began from replication r
             join emulation_model m on m.id = r.copy_id join emulation_model o on o.id = r.origin_id
             cross join lateral (values (m.starts), (coalesce(r.started_given, r.started_on::text))) s (starts)
            where ${latest('s.starts')} < ${earliest('o.starts')} order by r.id`,
  describe: {
    params: { code: asGiven, title: asGiven, starts: date, original: asGiven, began: date },
    vi: 'Mô hình {code} “{title}” bắt đầu ({starts}) trước mô hình mà nó nhân rộng, “{original}” ({began})',
    en: 'The model {code} “{title}” starts ({starts}) before the model it copies, “{original}” ({began})',
  },
  remedy: CORRECT,
});

const circles = invariant('replications.noCircles', {
  broken: `select m.code, m.title from emulation_model m join replication r on r.copy_id = m.id
            where exists (with recursive above (id) as (
              select ${standsFor(sql`o`)} from emulation_model o where o.id = r.origin_id
              union select n.id from above a cross join lateral (select ${originOf(sql`a.id`)}) n (id) where n.id is not null)
              select from above where above.id = m.id) order by m.id`,
  describe: {
    params: { code: asGiven, title: asGiven },
    vi: 'Mô hình {code} “{title}” là bản nhân rộng của chính nó, qua các mô hình khác',
    en: 'The model {code} “{title}” is a copy of itself, through others',
  },
  remedy: {
    vi: 'Hãy đính chính hoặc gỡ bỏ một trong các lần nhân rộng (correctReplicationOrigin, removeReplication).',
    en: 'Correct or remove one of the replications (correctReplicationOrigin, removeReplication).',
  },
});

const units = invariant('replications.atTheUnitOfTheirCopy', {
  broken: `select m.code, m.title from replication r join emulation_model m on m.id = r.copy_id where r.unit_id <> m.unit_id order by r.id`,
  describe: {
    params: { code: asGiven, title: asGiven },
    vi: 'Lần nhân rộng của mô hình {code} “{title}” được ghi ở đơn vị khác với đơn vị của mô hình',
    en: 'The replication of the model {code} “{title}” is at another unit than the model',
  },
  remedy: {
    vi: 'Hãy mở và lưu lại đơn vị của mô hình (editModel); nếu vẫn báo, hãy báo cho người phát triển.',
    en: 'Set the unit of the model again (editModel); if this remains, report it to the developers.',
  },
});

export const replicationChecks: readonly InvariantCheck[] = [starts, circles, units];
