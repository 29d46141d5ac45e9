import { invariant, type InvariantCheck } from '../../platform/doctor/invariant-check.js';
import { asGiven, date } from '../../shared/writing.js';
import type { DatedRecords } from '../units/unit-life.js';
import { unitLifeCheck } from '../units/unit-life.checks.js';

const NO_COMMAND = {
  vi: 'Không lệnh nào của hệ thống tạo ra điều này. Hãy so với bản sao lưu.',
  en: 'No command makes this. Compare with a backup.',
};

const units = invariant('reviews.partsOfOneUnit', {
  broken: `select v.name from review v
            where exists (select from review_task t where t.review_id = v.id and t.unit_id <> v.unit_id)
               or exists (select from review_freeze z where z.review_id = v.id and z.unit_id <> v.unit_id) order by v.id`,
  describe: {
    params: { name: asGiven },
    vi: 'Nhiệm vụ hoặc bản chốt của “{name}” ghi đơn vị khác với hội nghị',
    en: 'Tasks or frozen numbers of “{name}” have another unit than the review',
  },
  remedy: NO_COMMAND,
});

const previous = invariant('reviews.previousEndsEarlier', {
  broken: `select v.name, p.name as before from review v join review p on p.id = v.previous_id where upper(p.period) >= upper(v.period) order by v.id`,
  describe: {
    params: { name: asGiven, before: asGiven },
    vi: '“{before}” được ghi là kỳ trước của “{name}” nhưng không kết thúc sớm hơn',
    en: '“{before}” is entered as the review before “{name}”, but does not end earlier',
  },
  remedy: { vi: 'Hãy đính chính kỳ trước (correctReview).', en: 'Correct the review before (correctReview).' },
});

const frozen = invariant('reviews.frozenOnTheDayOfItsMoment', {
  broken: `select v.name, z.as_of::text as day from review_freeze z join review v on v.id = z.review_id
            where z.as_of <> (z.frozen_at at time zone 'Asia/Ho_Chi_Minh')::date order by z.id`,
  describe: {
    params: { name: asGiven, day: date },
    vi: 'Bản chốt của “{name}” ghi ngày {day}, khác ngày của thời điểm chốt',
    en: 'The frozen numbers of “{name}” are of {day}, another day than that of their moment',
  },
  remedy: NO_COMMAND,
});

/** Reviews need their unit on one day of their period, and so do the units that report for them. */
export const datedReviews: readonly DatedRecords[] = [
  {
    name: 'reviews.inTheLifeOfTheirUnit',
    label: { vi: 'sơ kết, tổng kết', en: 'reviews' },
    rows: `select unit_id, period as days, name as record from review
           union all select ru.unit_id, v.period, v.name from review_unit ru join review v on v.id = ru.review_id`,
  },
];

export const reviewChecks: readonly InvariantCheck[] = [units, previous, frozen, ...datedReviews.map(unitLifeCheck)];
