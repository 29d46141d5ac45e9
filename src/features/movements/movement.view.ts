import { sql, type Sql } from '../../platform/database/sql.js';
import { historyOf } from '../../platform/audit/object-history.view.js';
import { containsText } from '../../platform/words/words.filter.js';
import { idOf } from '../../platform/graphql/node.js';
import { view, type AnyView, type Bind, type ViewField } from '../../platform/views/view.js';
import { visibleByUnit, visibleToAll } from '../../platform/views/visibility.js';
import { computed, many, one, page, part, value } from '../../platform/views/view-fields.js';
import type { LocalDate } from '../../shared/dates.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import { actView } from '../units/unit-event.view.js';
import { reachOf, reachingTo } from '../units/unit-reach-sql.js';
import { unitOn } from '../units/unit-sql.js';
import { unitView } from '../units/unit.view.js';
import type { FormerMovementName, Movement, MovementFilter, MovementOrder } from './movement.graphql.js';
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
import type { RequiredFormItems } from './required-form-items.graphql.js';
import { basisOfItems, itemsOfMovement, itemsOfRound, roundsOfUnit } from './movement-sql.js';

const globalId = (type: string): ViewField => computed<[Id]>(['id'], id => toGlobalId(type, id));
const unit = one(() => unitView, 'unit_id');
const round = one(() => registrationRoundView, 'round_id');
const filterId = (bind: Bind, type: string, ...path: string[]): Sql =>
  sql`${bind((id: string) => idOf(type, id, 'filter', ...path))}::uuid`;

export const movementView: AnyView = view<Movement, MovementFilter, MovementOrder>()('Movement', {
  scope: visibleToAll('published to all units'),
  byId: (alias, id) => sql`(select * from movement m where m.id = ${id}) ${alias}`,
  named: 'name',
  merges: true,
  fields: {
    id: globalId('Movement'),
    name: value(nameOn),
    formerNames: many(() => formerMovementNameView, {
      rows: (alias, movement) => sql`(select * from former_movement_name f where f.movement_id = ${movement}) ${alias}`,
      orderBy: row => sql`${row}.last_day`,
    }),
    launcher: one(() => unitView, 'launcher_id'),
    act: part(() => actView),
    starts: value('starts'),
    ends: value('ends'),
    note: value('note'),
    requiredItems: part(() => itemsOfMovementView),
    version: value('version'),
    history: historyOf('Movement'),
  },
  pages: {
    rounds: page(
      () => registrationRoundView,
      (row, movement) => sql`${row}.movement_id = ${movement}`,
    ),
    targets: page(
      () => assignedTargetView,
      (row, movement) => sql`${row}.movement_id = ${movement}`,
    ),
  },
  list: {
    // A movement is listed from its act, its start or its end, or at the latest from the day it was entered, so that future movements are listed, too.
    rows: (alias, day) =>
      sql`(select * from movement m where least(m.act_date, lower(m.period), upper(m.period) - 1, m.recorded_on) <= ${day}) ${alias}`,
    filter: {
      text: containsText(everyName),
      launcherId: (row, _day, bind) => sql`${row}.launcher_id = ${filterId(bind, 'Unit', 'launcherId')}`,
      unitId: (row, day, bind) =>
        sql`${row}.id in (select r.movement_id from registration_round r where r.unit_id in ${reachingTo(filterId(bind, 'Unit', 'unitId'), day)})`,
      runningOn: (row, _day, bind) => sql`${row}.period @> ${bind()}::date`,
    },
    order: {
      STARTS_DESC: { by: startOf, type: 'date', descending: true },
      STARTS: { by: startOf, type: 'date' },
      NAME: { by: (row, day) => sql`${nameOn(row, day)} collate vi_natural`, type: 'text' },
      NAME_DESC: { by: (row, day) => sql`${nameOn(row, day)} collate vi_natural`, type: 'text', descending: true },
    },
  },
});

/** The name that the movement had on the day. */
function nameOn(row: Sql, day: Sql): Sql {
  return sql`coalesce((select f.name from former_movement_name f where f.movement_id = ${row}.id and f.last_day >= ${day} order by f.last_day limit 1), ${row}.name)`;
}

/** All its names, folded, one in a line: no search has a line break. */
function everyName(row: Sql): Sql {
  return sql`concat_ws(e'\\n', ${row}.folded, (select string_agg(fold(f.name), e'\\n') from former_movement_name f where f.movement_id = ${row}.id))`;
}

export const formerMovementNameView: AnyView = view<FormerMovementName>()('FormerMovementName', {
  scope: visibleToAll('shown within its movement only'),
  fields: { name: value('name'), lastDay: value('last_day') },
});

const itemsOfMovementView: AnyView = view<RequiredFormItems>()('RequiredFormItems', {
  scope: visibleToAll('shown within its movement only'),
  fields: {
    items: value((row, day) => itemsOfMovement(sql`${row}.id`, day)),
    basis: value((row, day) => basisOfItems(null, sql`${row}.id`, day)),
  },
});

const itemsOfRoundView: AnyView = view<RequiredFormItems>()('RequiredFormItems', {
  scope: visibleToAll('shown within its round only'),
  fields: {
    items: value((row, day) => itemsOfRound(sql`${row}.id`, sql`${row}.movement_id`, day)),
    basis: value((row, day) => basisOfItems(sql`${row}.id`, sql`${row}.movement_id`, day)),
  },
});

function startOf(row: Sql): Sql {
  return sql`coalesce(lower(${row}.period), '-infinity'::date)`;
}

export const registrationRoundView: AnyView = view<RegistrationRound, RegistrationRoundFilter, RegistrationRoundOrder>()(
  'RegistrationRound',
  {
    scope: visibleToAll('published to all units'),
    byId: (alias, id) => sql`(select * from registration_round r where r.id = ${id}) ${alias}`,
    named: 'name',
    merges: true,
    fields: {
      id: globalId('RegistrationRound'),
      movement: one(() => movementView, 'movement_id'),
      name: value('name'),
      unit,
      opensOn: value('opens_on'),
      closesOn: value('closes_on'),
      appraisedAt: value('appraised_at'),
      requiredItems: part(() => itemsOfRoundView),
      version: value('version'),
      history: historyOf('RegistrationRound'),
    },
    pages: {
      extensions: page(
        () => registrationExtensionView,
        (row, parent) => sql`${row}.round_id = ${parent}`,
      ),
      targets: page(
        () => assignedTargetView,
        (row, parent) => sql`${row}.round_id = ${parent}`,
      ),
    },
    list: {
      rows: (alias, day) => sql`(select * from registration_round r where least(r.opens_on, r.recorded_on) <= ${day}) ${alias}`,
      filter: {
        movementId: (row, _day, bind) => sql`${row}.movement_id = ${filterId(bind, 'Movement', 'movementId')}`,
        unitId: (row, day, bind) => sql`${row}.unit_id in ${reachingTo(filterId(bind, 'Unit', 'unitId'), day)}`,
        openOn: (row, _day, bind, isVisible) => {
          const on = sql`${bind()}::date`;
          return sql`(${row}.opens_on <= ${on} and (${row}.closes_on >= ${on}
          or exists (select from registration_extension x where x.round_id = ${row}.id and x.closes_on >= ${on} and ${isVisible(registrationExtensionView, sql`x.id`)})))`;
        },
        openTo: (row, day, bind, isVisible) => {
          const requestedUnit = sql`${bind(({ unitId }: OpenToInput) => idOf('Unit', unitId, 'filter', 'openTo', 'unitId'))}::uuid`;
          const on = sql`coalesce(${bind((given: OpenToInput): LocalDate | null => given.on ?? null)}::date, ${day})`;
          return sql`${row}.id in (select f.id from ${roundsOfUnit(requestedUnit, on)} f
            where ${on} between f.opens_on and f.closes_on and (${on} <= f.own_closes_on or ${isVisible(registrationExtensionView, sql`f.extension_id`)}))`;
        },
      },
      order: {
        OPENS_ON_DESC: { by: 'opens_on', type: 'date', descending: true },
        OPENS_ON: { by: 'opens_on', type: 'date' },
        CLOSES_ON: { by: 'closes_on', type: 'date' },
        CLOSES_ON_DESC: { by: 'closes_on', type: 'date', descending: true },
        NAME: { by: row => sql`${row}.name collate vi_natural`, type: 'text' },
      },
    },
  },
);

/** The rows of a table that belongs to rounds, with their movement and the name of their unit on the day, for sorting. */
const withMovementAndUnitName =
  (table: Sql) =>
  (alias: Sql, day: Sql): Sql =>
    sql`(select x.*, r.movement_id, u.name as unit_name
      from ${table} x join registration_round r on r.id = x.round_id cross join lateral ${unitOn(sql`u`, sql`x.unit_id`, day)}) ${alias}`;

const orderByUnit = { by: (row: Sql) => sql`${row}.unit_name collate vi_natural`, type: 'text' } as const;
const belongsToUnit = (row: Sql, day: Sql, bind: Bind): Sql => sql`${row}.unit_id in ${reachOf(filterId(bind, 'Unit', 'unitId'), day)}`;

/** Extensions and targets are visible to callers who may read the registry at their unit. */
const ownRecordsOfUnit = visibleByUnit('registry.read', (row, matches) => [sql`${row}.unit_id ${matches}`]);

export const registrationExtensionView: AnyView = view<RegistrationExtension, RoundRowFilter, RegistrationExtensionOrder>()(
  'RegistrationExtension',
  {
    scope: ownRecordsOfUnit,
    byId: (alias, id) => sql`(select * from registration_extension x where x.id = ${id}) ${alias}`,
    fields: {
      id: globalId('RegistrationExtension'),
      round,
      unit,
      closesOn: value('closes_on'),
      reason: value('reason'),
      version: value('version'),
    },
    list: {
      rows: withMovementAndUnitName(sql`registration_extension`),
      filter: { unitId: belongsToUnit },
      order: {
        UNIT: orderByUnit,
        CLOSES_ON: { by: 'closes_on', type: 'date' },
        CLOSES_ON_DESC: { by: 'closes_on', type: 'date', descending: true },
      },
    },
  },
);

export const assignedTargetView: AnyView = view<AssignedTarget, RoundRowFilter, AssignedTargetOrder>()('AssignedTarget', {
  scope: ownRecordsOfUnit,
  byId: (alias, id) => sql`(select * from assigned_target x where x.id = ${id}) ${alias}`,
  fields: {
    id: globalId('AssignedTarget'),
    round,
    unit,
    count: value('count'),
    basis: value('basis'),
    version: value('version'),
  },
  list: {
    rows: withMovementAndUnitName(sql`assigned_target`),
    filter: { unitId: belongsToUnit },
    order: {
      UNIT: orderByUnit,
      COUNT: { by: 'count', type: 'integer' },
      COUNT_DESC: { by: 'count', type: 'integer', descending: true },
    },
  },
});
