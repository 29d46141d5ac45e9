import { invariant, type InvariantCheck } from '../../platform/doctor/invariant-check.js';
import { asGiven, count, date } from '../../shared/writing.js';
import type { DatedRecords } from '../units/unit-life.js';
import { unitLifeCheck } from '../units/unit-life.checks.js';
import { COMMENDATION_FORMS, type CommendationForm } from './forms/forms.js';

const FREE = Object.entries<{ free?: true }>(COMMENDATION_FORMS)
  .filter(([, facts]) => facts.free)
  .map(([form]) => `'${form as CommendationForm}'`)
  .join(', ');

const powers = invariant('commendations.grantedByPower', {
  broken: `select coalesce(c.name, c.unit_name, c.reason) as recipient, c.form, d.issued_on as day from commendation c join decision d on d.id = c.decision_id
            where c.revoked_on is null and not c.from_paper and c.form not in (${FREE})
              and not exists (select from commendation_authority a where a.issuer_class = c.issuer_class and a.form = c.form and a.validity @> d.issued_on)
            order by c.id`,
  describe: {
    params: { recipient: asGiven, form: asGiven, day: date },
    vi: 'Khen thưởng {form} của “{recipient}” ngày {day}: người ban hành không có thẩm quyền vào ngày đó',
    en: 'The commendation {form} of “{recipient}” of {day}: its issuer had no power on that day',
  },
  remedy: {
    vi: 'Hãy kiểm tra lại ngày và cơ quan ban hành của quyết định, hoặc gỡ khen thưởng (removeCommendation).',
    en: 'Check the day and the issuer of the decision, or remove the commendation (removeCommendation).',
  },
});

const sums = invariant('commendations.listsAddUp', {
  broken: `select l.reason as reason, l.stated_count as stated, l.count + (select count(*) from commendation p where p.part_of_id = l.id)::int as n
             from commendation l where l.stated_count is not null
              and l.stated_count <> l.count + (select count(*) from commendation p where p.part_of_id = l.id) order by l.id`,
  describe: {
    params: { reason: asGiven, stated: count, n: count },
    vi: 'Danh sách “{reason}” ghi {stated} đối tượng nhưng cộng lại được {n}',
    en: 'The list “{reason}” states {stated} recipients, but they add up to {n}',
  },
  remedy: {
    vi: 'Hãy gỡ các tên bổ sung (takeBackCompletion) rồi bổ sung lại theo văn bản.',
    en: 'Take the names back (takeBackCompletion) and add them again from the paper.',
  },
});

const listed = invariant('commendations.listedByDecision', {
  broken: `select coalesce(c.name, c.unit_name, c.reason) as recipient, c.listed_on as day from commendation c left join decision d on d.id = c.decision_id
            where c.decided_by is distinct from d.issued_by order by c.id`,
  describe: {
    params: { recipient: asGiven, day: date },
    vi: 'Khen thưởng của “{recipient}” được xếp theo ngày {day}, không phải ngày của quyết định',
    en: 'The commendation of “{recipient}” is listed by {day}, which is not the day of its decision',
  },
  remedy: {
    vi: 'Không lệnh nào của hệ thống tạo ra điều này. Hãy so với bản sao lưu.',
    en: 'No command of the system makes this. Compare with a backup.',
  },
});

/** The unit of a named recipient was in force on the day of the decision. */
export const datedCommendations: readonly DatedRecords[] = [
  {
    name: 'commendations.ofLivingUnits',
    label: { vi: 'khen thưởng', en: 'commendations' },
    rows: `select c.unit_id, daterange(d.issued_on, d.issued_on, '[]') as days, coalesce(c.name, c.unit_name, '…') as record
             from commendation c join decision d on d.id = c.decision_id
            where not c.from_paper and c.unit_id is not null and d.issued_on is not null`,
  },
];

export const commendationChecks: readonly InvariantCheck[] = [powers, sums, listed, ...datedCommendations.map(unitLifeCheck)];
