import { invariant, type InvariantCheck } from '../../platform/doctor/invariant-check.js';
import { asGiven, itsWords, period } from '../../shared/writing.js';
import type { DatedRecords } from './unit-life.js';
import { literal } from '../../platform/database/sql.js';

/** The doctor’s check that such records lie in the lives of their units. An event of units only warns of them, so they are no defect. */
export const unitLifeCheck = ({ name, label, rows }: DatedRecords): InvariantCheck => ({
  toCompare: true,
  ...invariant(name, {
    broken: `
      select json_build_object('value', ${literal(label.en)}, 'vi', ${literal(label.vi)}, 'en', ${literal(label.en)}) as kind,
             r.record, r.days::text as days, u.validity::text as life,
             coalesce((select s.name from unit_span s where s.unit_id = u.id order by s.validity desc limit 1), '?') as unit
        from (${rows}) r join unit u on u.id = r.unit_id where not u.validity && r.days`,
    describe: {
      params: { kind: itsWords, record: asGiven, unit: asGiven, days: period, life: period },
      vi: 'Có {kind} “{record}” ({days}) ngoài thời gian tồn tại của đơn vị “{unit}” ({life})',
      en: 'The record “{record}” of the {kind} ({days}) lies outside the life of the unit “{unit}” ({life})',
    },
    remedy: {
      vi: 'Hãy đối chiếu văn bản: đính chính ngày hoặc đơn vị của bản ghi, hoặc ngày của biến động đơn vị.',
      en: 'Compare the papers: correct the day or the unit of the record, or the day of the event of units.',
    },
  }),
});
