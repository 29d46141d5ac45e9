import { invariant, type InvariantCheck } from '../../../platform/doctor/invariant-check.js';
import { asGiven, count, date } from '../../../shared/writing.js';

const REMEDY = {
  vi: 'Không lệnh nào của hệ thống tạo ra điều này. Hãy so khiếu nại và nhật ký với bản sao lưu.',
  en: 'No command makes this. Compare the complaint and the trail with a backup.',
};
const COMPLAINTS = `appraisal_complaint c join evaluation e on e.id = c.evaluation_id join appraisal_round r on r.id = e.round_id`;

const units = invariant('evaluations.complaintsOfTheirEntry', {
  broken: `select r.name as round, e.number from ${COMPLAINTS} where c.unit_id <> e.unit_id or c.host_id <> e.host_id order by r.name, e.number`,
  describe: {
    params: { round: asGiven, number: count },
    vi: 'Đợt “{round}”: khiếu nại về trường hợp số {number} ghi đơn vị khác với trường hợp đó',
    en: 'Round “{round}”: a complaint about entry {number} has another unit than the entry',
  },
  remedy: REMEDY,
});

/** The round may have been opened again since, so that only its first day bounds the complaint. */
const days = invariant('evaluations.complaintsAfterTheirRoundWasOpened', {
  broken: `select r.name as round, e.number, c.received_on as received from ${COMPLAINTS} where c.received_on < r.opened_on order by r.name, e.number, c.id`,
  describe: {
    params: { round: asGiven, number: count, received: date },
    vi: 'Đợt “{round}”: khiếu nại về trường hợp số {number} nhận {received}, trước khi mở đợt',
    en: 'Round “{round}”: a complaint about entry {number} was received on {received}, before the round was opened',
  },
  remedy: REMEDY,
});

const upheld = invariant('evaluations.upheldComplaintsOpenedTheRound', {
  broken: `select r.name as round, e.number from ${COMPLAINTS} where c.state = 'UPHELD' and r.reopen_reason is null order by r.name, e.number`,
  describe: {
    params: { round: asGiven, number: count },
    vi: 'Đợt “{round}”: khiếu nại về trường hợp số {number} được chấp nhận mà đợt chưa từng mở lại',
    en: 'Round “{round}”: a complaint about entry {number} was upheld, but the round was never opened again',
  },
  remedy: REMEDY,
});

const ruled = invariant('evaluations.openedAgainForAComplaint', {
  broken: `select r.name as round from appraisal_round r where r.reopen_reason is not null and r.complaint_days is not null
              and not exists (select from appraisal_complaint c join evaluation e on e.id = c.evaluation_id where e.round_id = r.id and c.state = 'UPHELD')
            order by r.name`,
  describe: {
    params: { round: asGiven },
    vi: 'Đợt “{round}” chỉ được mở lại theo khiếu nại, nhưng đã mở lại mà không có khiếu nại nào được chấp nhận',
    en: 'Round “{round}” is opened again for a complaint only, but was opened again without one that was upheld',
  },
  remedy: REMEDY,
});

export const complaintChecks: readonly InvariantCheck[] = [units, days, upheld, ruled];
