import { historyOf } from '../../../platform/audit/object-history.view.js';
import { sql } from '../../../platform/database/sql.js';
import { idOf } from '../../../platform/graphql/node.js';
import { computed, one, value } from '../../../platform/views/view-fields.js';
import { view, type AnyView, type Expression } from '../../../platform/views/view.js';
import { visibleByUnit, type OwnershipPaths } from '../../../platform/views/visibility.js';
import { toGlobalId, type Id } from '../../../shared/ids.js';
import { modelView } from '../../models/model.view.js';
import { reachOf } from '../../units/unit-reach-sql.js';
import { unitView } from '../../units/unit.view.js';
import { originsStandingFor, standsFor } from '../edges/replication-sql.js';
import type { ReplicationPlan, ReplicationPlanFilter, ReplicationPlanOrder } from './replication-plan.graphql.js';

const ofTheUnit: OwnershipPaths = (row, matches) => [sql`${row}.unit_id ${matches}`];

/** A copy that was begun by the day, and was not taken back. */
const state: Expression = (row, day) =>
  sql`case when exists (select from replication done join emulation_model c on c.id = done.copy_id
        where done.plan_id = ${row}.id and (done.started_on is null or done.started_on <= ${day}) and c.attested_on <= ${day}
          and c.merged_into_id is null and c.trashed_at is null) then 'DONE'
    when ${row}.due_on < ${day} then 'OVERDUE' else 'OPEN' end`;

export const replicationPlanView: AnyView = view<ReplicationPlan, ReplicationPlanFilter, ReplicationPlanOrder>()('ReplicationPlan', {
  scope: visibleByUnit('registry.read', ofTheUnit),
  byId: (alias, id) => sql`(select * from replication_plan p where p.id = ${id}) ${alias}`,
  fields: {
    id: computed<[Id]>(['id'], id => toGlobalId('ReplicationPlan', id)),
    origin: one(
      () => modelView,
      row => sql`(select ${standsFor(sql`o`)} from emulation_model o where o.id = ${row}.origin_id)`,
    ),
    unit: one(() => unitView, 'unit_id'),
    dueOn: value('due_on'),
    basis: value('basis'),
    state: value(state),
    version: value('version'),
    history: historyOf('ReplicationPlan'),
  },
  list: {
    rows: alias => sql`replication_plan ${alias}`,
    filter: {
      originId: (row, _day, bind, seen) => {
        const model = sql`${bind((id: string) => idOf('EmulationModel', id, 'filter', 'originId'))}::uuid`;
        return sql`(${row}.origin_id in ${originsStandingFor(model)} and ${seen(modelView, model)})`;
      },
      unitId: {
        keys: (day, bind) =>
          reachOf(
            bind((id: string) => idOf('Unit', id, 'filter', 'unitId')),
            day,
          ),
        paths: ofTheUnit,
      },
      state: (row, day, bind) => sql`${state(row, day)} = any(${bind()})`,
    },
    order: {
      DUE_ON: { by: 'due_on', type: 'date' },
      DUE_ON_DESC: { by: 'due_on', type: 'date', descending: true },
    },
  },
});
