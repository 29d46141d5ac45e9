import { historyOf } from '../../platform/audit/object-history.view.js';
import { idOf } from '../../platform/graphql/node.js';
import {
  computed,
  ofUnits,
  one,
  open,
  page,
  part,
  value,
  view,
  type AnyView,
  type Bind,
  type ViewField,
} from '../../platform/views/view.js';
import type { LocalDate } from '../../shared/dates.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import { containing } from '../../shared/text.js';
import { actView } from '../units/unit-event.view.js';
import { subtreeOn, unitOn } from '../units/unit-sql.js';
import { unitView } from '../units/unit.view.js';
import type { Movement, MovementFilter, MovementOrder } from './movement.graphql.js';
import type {
  AssignedTarget,
  AssignedTargetOrder,
  OpenToInput,
  RegistrationExtension,
  RegistrationExtensionOrder,
  RegistrationRound,
  RegistrationRoundFilter,
  RegistrationRoundOrder,
  RoundRowFilter,
} from './registration-round.graphql.js';
import { aboveOn, roundsFor } from './unit-climb.js';

const globalId = (type: string): ViewField => computed<[Id]>([t => `${t}.id`], id => toGlobalId(type, id));
const unit = one(
  () => unitView,
  t => `${t}.unit_id`,
);
const round = one(
  () => registrationRoundView,
  t => `${t}.round_id`,
);
const idIn = (bind: Bind, type: string, ...path: string[]): string => `${bind((id: string) => idOf(type, id, 'filter', ...path))}::uuid`;

export const movementView: AnyView = view<Movement, MovementFilter, MovementOrder>()('Movement', {
  scope: open('published to all units'),
  one: (t, id) => `(select * from movement m where m.id = ${id}) ${t}`,
  fields: {
    id: globalId('Movement'),
    name: value(t => `${t}.name`),
    launcher: one(
      () => unitView,
      t => `${t}.launcher_id`,
    ),
    act: part(() => actView),
    starts: value(t => `${t}.starts`),
    ends: value(t => `${t}.ends`),
    note: value(t => `${t}.note`),
    version: value(t => `${t}.version`),
    history: historyOf('Movement'),
  },
  pages: {
    rounds: page(() => registrationRoundView, { parent: t => `${t}.id`, where: (t, movement) => `${t}.movement_id = ${movement}` }),
    targets: page(() => assignedTargetView, { parent: t => `${t}.id`, where: (t, movement) => `${t}.movement_id = ${movement}` }),
  },
  list: {
    // Known by a day: by its act, its start, or an end that is known; by the day it was entered at the latest. So one that is to come is seen too.
    rows: (t, day) =>
      `(select * from movement m where least(m.act_date, lower(m.period), upper(m.period) - 1, m.recorded_on) <= ${day}) ${t}`,
    filter: {
      text: (t, _day, bind) => `${t}.folded like ${bind(containing)}`,
      launcherId: (t, _day, bind) => `${t}.launcher_id = ${idIn(bind, 'Unit', 'launcherId')}`,
      unitId: (t, day, bind) =>
        `${t}.id in (select r.movement_id from registration_round r join ${aboveOn(idIn(bind, 'Unit', 'unitId'), day)} above on above.id = r.unit_id)`,
      runningOn: (t, _day, bind) => `${t}.period @> ${bind()}::date`,
    },
    order: {
      STARTS_DESC: { by: startOf, type: 'date', descending: true },
      STARTS: { by: startOf, type: 'date' },
      NAME: { by: t => `${t}.name collate vi_natural`, type: 'text' },
      NAME_DESC: { by: t => `${t}.name collate vi_natural`, type: 'text', descending: true },
    },
  },
});

function startOf(t: string): string {
  return `coalesce(lower(${t}.period), '-infinity'::date)`;
}

export const registrationRoundView: AnyView = view<RegistrationRound, RegistrationRoundFilter, RegistrationRoundOrder>()(
  'RegistrationRound',
  {
    scope: open('published to all units'),
    one: (t, id) => `(select * from registration_round r where r.id = ${id}) ${t}`,
    fields: {
      id: globalId('RegistrationRound'),
      movement: one(
        () => movementView,
        t => `${t}.movement_id`,
      ),
      name: value(t => `${t}.name`),
      unit,
      opensOn: value(t => `${t}.opens_on`),
      closesOn: value(t => `${t}.closes_on`),
      version: value(t => `${t}.version`),
      history: historyOf('RegistrationRound'),
    },
    pages: {
      extensions: page(() => registrationExtensionView, { parent: t => `${t}.id`, where: (t, parent) => `${t}.round_id = ${parent}` }),
      targets: page(() => assignedTargetView, { parent: t => `${t}.id`, where: (t, parent) => `${t}.round_id = ${parent}` }),
    },
    list: {
      rows: (t, day) => `(select * from registration_round r where least(r.opens_on, r.recorded_on) <= ${day}) ${t}`,
      filter: {
        movementId: (t, _day, bind) => `${t}.movement_id = ${idIn(bind, 'Movement', 'movementId')}`,
        unitId: (t, day, bind) => `${t}.unit_id in (select above.id from ${aboveOn(idIn(bind, 'Unit', 'unitId'), day)} above)`,
        openOn: (t, _day, bind) => {
          const on = `${bind()}::date`;
          return `(${t}.opens_on <= ${on} and (${t}.closes_on >= ${on}
          or exists (select from registration_extension x where x.round_id = ${t}.id and x.closes_on >= ${on})))`;
        },
        openTo: (t, day, bind) => {
          const asked = `${bind(({ unitId }: OpenToInput) => idOf('Unit', unitId, 'filter', 'openTo', 'unitId'))}::uuid`;
          const on = `coalesce(${bind((given: OpenToInput): LocalDate | null => given.on ?? null)}::date, ${day})`;
          return `${t}.id in (select f.id from ${roundsFor(asked, on)} f where ${on} between f.opens_on and f.closes_on)`;
        },
      },
      order: {
        OPENS_ON_DESC: { by: t => `${t}.opens_on`, type: 'date', descending: true },
        OPENS_ON: { by: t => `${t}.opens_on`, type: 'date' },
        CLOSES_ON: { by: t => `${t}.closes_on`, type: 'date' },
        CLOSES_ON_DESC: { by: t => `${t}.closes_on`, type: 'date', descending: true },
        NAME: { by: t => `${t}.name collate vi_natural`, type: 'text' },
      },
    },
  },
);

/** Rows of rounds with their movement and, for their order, the name of their unit on the day. */
const rowsOfRounds =
  (table: string) =>
  (t: string, day: string): string =>
    `(select x.*, r.movement_id, u.name as unit_name
      from ${table} x join registration_round r on r.id = x.round_id cross join lateral ${unitOn('u', 'x.unit_id', day)}) ${t}`;

const byUnit = { by: (t: string) => `${t}.unit_name collate vi_natural`, type: 'text' } as const;
const within = (t: string, day: string, bind: Bind): string => `${t}.unit_id in ${subtreeOn(idIn(bind, 'Unit', 'unitId'), day)}`;

/** What one unit has been given: shown to whoever sees that unit’s own. */
const ofItsUnit = ofUnits('registry.read', (t, is) => [`${t}.unit_id ${is}`]);

export const registrationExtensionView: AnyView = view<RegistrationExtension, RoundRowFilter, RegistrationExtensionOrder>()(
  'RegistrationExtension',
  {
    scope: ofItsUnit,
    one: (t, id) => `(select * from registration_extension x where x.id = ${id}) ${t}`,
    fields: {
      id: globalId('RegistrationExtension'),
      round,
      unit,
      closesOn: value(t => `${t}.closes_on`),
      reason: value(t => `${t}.reason`),
      version: value(t => `${t}.version`),
    },
    list: {
      rows: rowsOfRounds('registration_extension'),
      filter: { unitId: within },
      order: {
        UNIT: byUnit,
        CLOSES_ON: { by: t => `${t}.closes_on`, type: 'date' },
        CLOSES_ON_DESC: { by: t => `${t}.closes_on`, type: 'date', descending: true },
      },
    },
  },
);

export const assignedTargetView: AnyView = view<AssignedTarget, RoundRowFilter, AssignedTargetOrder>()('AssignedTarget', {
  scope: ofItsUnit,
  one: (t, id) => `(select * from assigned_target x where x.id = ${id}) ${t}`,
  fields: {
    id: globalId('AssignedTarget'),
    round,
    unit,
    count: value(t => `${t}.count`),
    basis: value(t => `${t}.basis`),
    version: value(t => `${t}.version`),
  },
  list: {
    rows: rowsOfRounds('assigned_target'),
    filter: { unitId: within },
    order: {
      UNIT: byUnit,
      COUNT: { by: t => `${t}.count`, type: 'integer' },
      COUNT_DESC: { by: t => `${t}.count`, type: 'integer', descending: true },
    },
  },
});
