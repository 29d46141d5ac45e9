import { invariant, type InvariantCheck } from '../../platform/doctor/invariant-check.js';
import type { DatedRecords } from '../units/unit-life.js';
import { unitLifeCheck } from '../units/unit-life.checks.js';
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

const starts = invariant('movements.roundsOpenWithinTheirMovement', {
  broken: `
    select r.name as round, r.opens_on::text as opens, lower(m.period)::text as starts
      from registration_round r join movement m on m.id = r.movement_id where r.opens_on < lower(m.period)`,
  describe: {
    params: { round: asGiven, opens: date, starts: date },
    vi: 'Đợt đăng ký “{round}” mở ngày {opens}, trước khi phong trào bắt đầu ({starts})',
    en: 'The registration round “{round}” opens on {opens}, before its movement starts ({starts})',
  },
  remedy: MEND,
});

const acts = invariant('movements.launchedBeforeTheyEnd', {
  broken: `select name, act_date::text as day, (upper(period) - 1)::text as ends from movement where act_date >= upper(period)`,
  describe: {
    params: { name: asGiven, day: date, ends: date },
    vi: 'Văn bản phát động phong trào “{name}” ban hành ngày {day}, sau khi phong trào kết thúc ({ends})',
    en: 'The act that launches the movement “{name}” is dated {day}, after the movement has ended ({ends})',
  },
  remedy: MEND,
});

/** Records of this chapter that need a unit on certain days. */
export const datedMovements: readonly DatedRecords[] = [
  {
    name: 'movements.launchedInTheLifeOfTheLauncher',
    label: { vi: 'phong trào', en: 'movements' },
    rows: `select launcher_id as unit_id, case when act_date is null then period else daterange(act_date, act_date, '[]') end as days, name as record
             from movement`,
  },
  {
    name: 'movements.roundsInTheLifeOfTheirUnit',
    label: { vi: 'đợt đăng ký', en: 'registration rounds' },
    rows: `select unit_id, daterange(opens_on, closes_on, '[]') as days, name as record from registration_round`,
  },
  {
    name: 'movements.extensionsInTheLifeOfTheirUnit',
    label: { vi: 'gia hạn', en: 'extensions' },
    rows: `select x.unit_id, daterange(r.opens_on, greatest(r.closes_on, x.closes_on), '[]') as days, r.name as record
             from registration_extension x join registration_round r on r.id = x.round_id`,
  },
  {
    name: 'movements.targetsInTheLifeOfTheirUnit',
    label: { vi: 'chỉ tiêu giao', en: 'assigned targets' },
    rows: `select t.unit_id, daterange(r.opens_on, r.closes_on, '[]') as days, r.name as record
             from assigned_target t join registration_round r on r.id = t.round_id`,
  },
  {
    name: 'movements.rulesInTheLifeOfTheirUnits',
    label: { vi: 'quy tắc tiếp nhận', en: 'rules of receiving' },
    rows: `select o.unit_id, a.validity as days, a.basis as record from receiving_authority a
            cross join lateral (values (a.unit_id), (a.receiver_id), (a.recogniser_id)) o (unit_id) where o.unit_id is not null`,
  },
];

export const movementChecks: readonly InvariantCheck[] = [rounds, starts, acts, authorities, ...datedMovements.map(unitLifeCheck)];
