import { invariant, type InvariantCheck } from '../../../platform/doctor/invariant-check.js';
import { asGiven, count } from '../../../shared/writing.js';

const REMEDY = {
  vi: 'Không lệnh nào của hệ thống tạo ra điều này. Hãy so với bản sao lưu; đơn vị đính lại minh chứng khi đợt còn mở.',
  en: 'No command makes this. Compare with a backup; the unit attaches the evidence again while the round is open.',
};
const EVIDENCE = `appraisal_evidence v join evaluation e on e.id = v.evaluation_id join appraisal_round r on r.id = e.round_id`;

const criteria = invariant('evaluations.evidenceForACriterion', {
  broken: `select r.name as round, e.number, v.code from ${EVIDENCE}
            where not exists (select from criterion c where c.version_id = r.criteria_version_id and c.code = v.code) order by r.name, e.number, v.code`,
  describe: {
    params: { round: asGiven, number: count, code: asGiven },
    vi: 'Đợt “{round}”: trường hợp số {number} có minh chứng cho tiêu chí “{code}” mà phiên bản của đợt không có',
    en: 'Round “{round}”: entry {number} has evidence for the criterion “{code}”, which the version of the round does not have',
  },
  remedy: REMEDY,
});

const files = invariant('evaluations.evidenceLinksItsFile', {
  broken: `select r.name as round, e.number, f.name as file from ${EVIDENCE} join file f on f.id = v.file_id
            where f.purpose <> 'APPRAISAL_EVIDENCE' or f.record_id is distinct from v.evaluation_id or f.loose_since is not null
            union all select r.name, e.number, f.name from file f join evaluation e on e.id = f.record_id join appraisal_round r on r.id = e.round_id
             where f.purpose = 'APPRAISAL_EVIDENCE' and f.loose_since is null and not exists (select from appraisal_evidence v where v.file_id = f.id)
            order by 1, 2, 3`,
  describe: {
    params: { round: asGiven, number: count, file: asGiven },
    vi: 'Đợt “{round}”: tệp “{file}” của trường hợp số {number} và minh chứng không khớp nhau',
    en: 'Round “{round}”: the file “{file}” of entry {number} and its evidence do not agree',
  },
  remedy: REMEDY,
});

const days = invariant('evaluations.evidenceInTheDaysOfItsRound', {
  broken: `select r.name as round, e.number, f.name as file from ${EVIDENCE} join file f on f.id = v.file_id
            where not (v.attached_at at time zone 'Asia/Ho_Chi_Minh')::date between r.opened_on and coalesce(r.closed_on, 'infinity')
            order by r.name, e.number, f.name`,
  describe: {
    params: { round: asGiven, number: count, file: asGiven },
    vi: 'Đợt “{round}”: tệp “{file}” được đính cho trường hợp số {number} khi đợt chưa mở hoặc đã khóa',
    en: 'Round “{round}”: the file “{file}” was attached to entry {number} before the round was opened or after it was closed',
  },
  remedy: REMEDY,
});

export const evidenceChecks: readonly InvariantCheck[] = [criteria, files, days];
