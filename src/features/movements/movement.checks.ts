import { invariant, type InvariantCheck } from '../../platform/doctor/invariant-check.js';
import { asGiven, date, period } from '../../shared/writing.js';

const MEND = {
  vi: 'Hãy sửa hạn hoặc thời gian của phong trào bằng lệnh của hệ thống (moveRegistrationDeadline, correctMovement, withdrawExtension).',
  en: 'Mend the deadline or the movement’s period by the registry’s commands (moveRegistrationDeadline, correctMovement, withdrawExtension).',
};

const rounds = invariant('movements.roundsEndWithTheirMovement', {
  broken: `
    select r.name as round, c.closes_on::text as closes, (upper(m.period) - 1)::text as ends
      from registration_round r join movement m on m.id = r.movement_id
      cross join lateral (select r.closes_on union all select x.closes_on from registration_extension x where x.round_id = r.id) c (closes_on)
     where c.closes_on >= upper(m.period)`,
  describe: {
    params: { round: asGiven, closes: date, ends: date },
    vi: 'Đợt đăng ký “{round}” còn nhận đến ngày {closes}, sau khi phong trào kết thúc ngày {ends}',
    en: 'The registration round “{round}” goes on to {closes}, after its movement has ended on {ends}',
  },
  remedy: MEND,
});

const authorities = invariant('movements.oneRulePerDay', {
  broken: `
    select a.unit_id::text as unit, (a.validity * b.validity)::text as days from receiving_authority a
      join receiving_authority b on b.unit_id = a.unit_id and b.line = a.line and b.validity && a.validity and b.id > a.id`,
  describe: {
    params: { unit: asGiven, days: period },
    vi: 'Quy định tiếp nhận của đơn vị {unit} trùng nhau ({days})',
    en: 'The rules of reception of the unit {unit} overlap ({days})',
  },
  remedy: {
    vi: 'Hãy kết thúc quy định thừa (endReceivingAuthority) và đặt lại cho đúng.',
    en: 'End the rule that is too many (endReceivingAuthority) and set it right.',
  },
});

export const movementChecks: readonly InvariantCheck[] = [rounds, authorities];
