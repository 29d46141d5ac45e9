import { invariant, type InvariantCheck } from '../../platform/doctor/invariant-check.js';
import { asGiven, count } from '../../shared/writing.js';
import { grantedFrom } from './quotas/quota-sql.js';
import { sql } from '../../platform/database/sql.js';

const quotas = invariant('proposals.withinQuotas', {
  broken: sql`select r.name as round, q.block, q.form, q.most, ${grantedFrom(sql`q`)} as granted from commendation_quota q join appraisal_round r on r.id = q.round_id
         where ${grantedFrom(sql`q`)} > q.most order by q.id`,
  describe: {
    params: { round: asGiven, block: asGiven, form: asGiven, most: count, granted: count },
    vi: 'Đợt “{round}”, khối “{block}”: đã tặng {granted} {form}, hạn mức là {most}',
    en: 'The round “{round}”, block “{block}”: {granted} {form} are granted, and the quota is {most}',
  },
  remedy: {
    vi: 'Hãy kiểm tra hạn mức (setCommendationQuotas) và các quyết định, thu hồi phần vượt (revokeCommendation).',
    en: 'Check the quotas (setCommendationQuotas) and the decisions, and revoke what is too much (revokeCommendation).',
  },
});

const outcomes = invariant('proposals.decidedAsGranted', {
  broken: `select p.title, i.number from proposal p join proposal_item i on i.proposal_id = p.id left join commendation c on c.id = i.commendation_id
            where (p.state = 'DECIDED' and i.left_out_reason is null and c.decision_id is distinct from p.decision_id)
               or (p.state <> 'DECIDED' and i.commendation_id is not null) order by p.id, i.number`,
  describe: {
    params: { title: asGiven, number: count },
    vi: 'Tờ trình “{title}”, dòng {number}: kết quả không khớp quyết định',
    en: 'The proposal “{title}”, line {number}: what came of it is not what the decision grants',
  },
  remedy: {
    vi: 'Hãy đối chiếu khen thưởng với quyết định, gỡ dòng nhập sai (removeCommendation) rồi lập lại tờ trình.',
    en: 'Compare the commendations with the decision, remove what is wrong (removeCommendation), and propose it anew.',
  },
});

const approved = invariant('proposals.approvedContentKept', {
  broken: `select p.title from proposal p where not exists (select from proposal_snapshot s where s.proposal_id = p.id and s.hash = p.content_hash) order by p.id`,
  describe: {
    params: { title: asGiven },
    vi: 'Tờ trình “{title}”: không còn nội dung ứng với mã nội dung',
    en: 'The proposal “{title}”: the content behind its hash is not kept',
  },
  remedy: {
    vi: 'Dữ liệu đã bị sửa ngoài phần mềm: hãy phục hồi từ bản sao lưu.',
    en: 'The data were changed past the registry: restore them from a backup.',
  },
});

export const proposalChecks: readonly InvariantCheck[] = [quotas, outcomes, approved];
