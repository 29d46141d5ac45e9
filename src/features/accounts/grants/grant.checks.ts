import { invariant, type InvariantCheck } from '../../../platform/doctor/invariant-check.js';
import { ROLE_NAMES } from '../../../platform/access/role-names.js';
import type { DatedRecords } from '../../units/unit-life.js';
import { unitLifeCheck } from '../../units/unit-life.checks.js';
import { asGiven, wordFor } from '../../../shared/writing.js';

/** Grants need their unit on one of their days. */
export const datedGrants: readonly DatedRecords[] = [
  {
    name: 'grants.inTheLifeOfTheirUnit',
    label: { vi: 'quyền được cấp', en: 'grants' },
    rows: `select g.unit_id, g.validity as days, coalesce(a.name, g.role) as record from role_grant g left join account a on a.id = g.account_id
            where g.unit_id is not null`,
  },
];

/** A delegation never exceeds the grant that it is a delegation of. */
export const grantChecks: readonly InvariantCheck[] = [
  invariant('grants.handedOnWithinTheGrant', {
    broken: `
      select g.id, g.role, (select a.name from account a where a.id = g.account_id) as holder
        from role_grant g join role_grant o on o.id = g.delegated_from
       where o.delegated_from is not null or o.account_id is null or o.account_id is not distinct from g.account_id
          or (o.role, o.unit_id, o.line) is distinct from (g.role, g.unit_id, g.line) or not g.validity <@ o.validity
          or (g.ended_at is null and o.ended_at is not null)
       order by g.id`,
    describe: {
      params: { role: wordFor(ROLE_NAMES), holder: asGiven, id: asGiven },
      vi: 'Quyền của {role} uỷ quyền cho “{holder}” ({id}) vượt quá quyền gốc hoặc còn hiệu lực khi quyền gốc đã bị thu hồi',
      en: 'The grant of {role} delegated to “{holder}” ({id}) exceeds its original or is still in force after its end',
    },
    remedy: {
      vi: 'Không lệnh nào của hệ thống tạo ra điều này. Hãy thu hồi quyền này (endGrant), so với nhật ký và bản sao lưu.',
      en: 'No command makes this. End the grant (endGrant), and compare with the trail and a backup.',
    },
  }),
  ...datedGrants.map(unitLifeCheck),
];
