import { historyOf } from '../../platform/audit/object-history.view.js';
import { sql, type Sql } from '../../platform/database/sql.js';
import { idOf } from '../../platform/graphql/node.js';
import { computed, many, one, part, throughTable, value } from '../../platform/views/view-fields.js';
import { view, type AnyView, type ViewField } from '../../platform/views/view.js';
import { visibleByUnit, visibleToAll, type OwnershipPaths } from '../../platform/views/visibility.js';
import { containsText } from '../../platform/words/words.filter.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import { personView } from '../people/person.view.js';
import { actView } from '../units/unit-event.view.js';
import { reachOf } from '../units/unit-reach-sql.js';
import { unitView } from '../units/unit.view.js';
import type { Council, CouncilFilter, CouncilFraction, CouncilMember, CouncilOrder, CouncilRule } from './council.graphql.js';

const globalId = (type: string): ViewField => computed<[Id]>(['id'], id => toGlobalId(type, id));
const firstDay = value(row => sql`lower(${row}.validity)`);
const lastDay = value(row => sql`upper(${row}.validity) - 1`);

/** A council, its members, rules and sessions are visible with their unit. */
const ofTheUnit: OwnershipPaths = (row, matches) => [sql`${row}.unit_id ${matches}`];
const visibleWithUnit = visibleByUnit('registry.read', ofTheUnit);

const membersWhere = (condition: (day: Sql) => Sql, orderBy: (row: Sql) => Sql): ViewField =>
  many(() => councilMemberView, {
    rows: (alias, council, day) => sql`(select * from council_member m where m.council_id = ${council}${condition(day)}) ${alias}`,
    orderBy,
  });
const rulesWhere = (condition: (day: Sql) => Sql): ViewField =>
  many(() => councilRuleView, {
    rows: (alias, council, day) => sql`(select * from council_rule r where r.council_id = ${council}${condition(day)}) ${alias}`,
    orderBy: row => sql`${row}.validity, ${row}.id`,
  });
const rank = (row: Sql): Sql => sql`array_position(array['CHAIR', 'DEPUTY', 'SECRETARY', 'MEMBER'], ${row}.role)`;

export const councilView: AnyView = view<Council, CouncilFilter, CouncilOrder>()('Council', {
  scope: visibleWithUnit,
  byId: (alias, id) => sql`(select * from council c where c.id = ${id}) ${alias}`,
  named: 'name',
  fields: {
    id: globalId('Council'),
    name: value('name'),
    kind: value('kind'),
    unit: one(() => unitView, 'unit_id'),
    act: part(() => actView),
    validFrom: firstDay,
    validTo: lastDay,
    note: value('note'),
    members: membersWhere(
      day => sql` and m.validity @> ${day}`,
      row => sql`${rank(row)}, ${row}.id`,
    ),
    allMembers: membersWhere(
      () => sql``,
      row => sql`${row}.validity, ${row}.id`,
    ),
    rules: rulesWhere(day => sql` and r.validity @> ${day}`),
    allRules: rulesWhere(() => sql``),
    version: value('version'),
    history: historyOf('Council'),
  },
  list: {
    // A council that will begin is listed from the day it was entered.
    rows: (alias, day) => sql`(select * from council c where least(lower(c.validity), c.recorded_on) <= ${day}) ${alias}`,
    filter: {
      text: containsText(row => sql`${row}.folded`),
      unitId: {
        keys: (day, bind) =>
          reachOf(
            bind((id: string) => idOf('Unit', id, 'filter', 'unitId')),
            day,
          ),
        paths: ofTheUnit,
      },
      kind: (row, _day, bind) => sql`${row}.kind = any(${bind()})`,
      personId: (row, day, bind, isVisible) => {
        const person = sql`${bind((id: string) => idOf('Person', id, 'filter', 'personId'))}::uuid`;
        return sql`(exists (select from council_member m where m.council_id = ${row}.id and m.person_id = ${person} and m.validity @> ${day})
          and ${isVisible(personView, person)})`;
      },
      on: (row, _day, bind) => sql`${row}.validity @> ${bind()}::date`,
    },
    order: {
      NAME: { by: row => sql`${row}.name collate vi_natural`, type: 'text' },
      NAME_DESC: { by: row => sql`${row}.name collate vi_natural`, type: 'text', descending: true },
      VALID_FROM: { by: row => sql`lower(${row}.validity)`, type: 'date' },
      VALID_FROM_DESC: { by: row => sql`lower(${row}.validity)`, type: 'date', descending: true },
    },
  },
});

export const councilMemberView: AnyView = view<CouncilMember>()('CouncilMember', {
  scope: visibleWithUnit,
  byId: (alias, id) => sql`(select * from council_member m where m.id = ${id}) ${alias}`,
  fields: {
    id: globalId('CouncilMember'),
    council: one(() => councilView, 'council_id'),
    person: one(() => personView, 'person_id'),
    role: value('role'),
    validFrom: firstDay,
    validTo: lastDay,
    basis: value('basis'),
    endReason: value('end_reason'),
    version: value('version'),
    history: historyOf('CouncilMember'),
  },
});

export const councilRuleView: AnyView = view<CouncilRule>()('CouncilRule', {
  scope: visibleWithUnit,
  byId: (alias, id) => sql`(select * from council_rule r where r.id = ${id}) ${alias}`,
  fields: {
    id: globalId('CouncilRule'),
    council: one(() => councilView, 'council_id'),
    sessionKind: value('session_kind'),
    presence: part(() => presenceFractionView),
    presenceCountsWritten: value('presence_counts_written'),
    majority: part(() => majorityFractionView),
    majorityOf: value('majority_of'),
    majorityCountsWritten: value('majority_counts_written'),
    validFrom: firstDay,
    validTo: lastDay,
    basis: value('basis'),
    version: value('version'),
    history: historyOf('CouncilRule'),
  },
});

const fractionView = (of: 'presence' | 'majority'): AnyView =>
  view<CouncilFraction>()('CouncilFraction', {
    scope: visibleToAll('a part of its rule'),
    fields: { numerator: value(`${of}_numerator`), denominator: value(`${of}_denominator`), moreThan: value(`${of}_more_than`) },
  });
/** The registry knows the type by this one; the other only reads other columns. */
export const presenceFractionView = fractionView('presence');
const majorityFractionView = fractionView('majority');

/** Who sees a council sees its members. */
export const personCouncils: OwnershipPaths = (row, matches, driving) => [
  throughTable(row, { column: sql`c.person_id`, rows: sql`council_member c`, where: sql`c.unit_id ${matches}` }, driving),
];
