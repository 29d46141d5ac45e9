import { historyOf } from '../../../platform/audit/object-history.view.js';
import { sql, type Sql } from '../../../platform/database/sql.js';
import { idOf } from '../../../platform/graphql/node.js';
import { computed, one, page, value } from '../../../platform/views/view-fields.js';
import { view, type AnyView, type Condition } from '../../../platform/views/view.js';
import { visibleByUnit, type OwnershipPaths } from '../../../platform/views/visibility.js';
import { toGlobalId, type Id } from '../../../shared/ids.js';
import { carriedBy, modelView } from '../../models/model.view.js';
import { reachOf } from '../../units/unit-reach-sql.js';
import { replicationPlanView } from '../plans/replication-plan.view.js';
import type { Replication, ReplicationFilter, ReplicationOrder } from './replication.graphql.js';
import { originOf, originsStandingFor, standsFor } from './replication-sql.js';

/** A filter by a model that the caller does not see finds nothing: it would disclose what belongs to that model. */
const ofModel =
  (field: string, holds: (row: Sql, model: Sql) => Sql): Condition =>
  (row, _day, bind, seen) => {
    const model = sql`${bind((id: string) => idOf('EmulationModel', id, 'filter', field))}::uuid`;
    return sql`(${holds(row, model)} and ${seen(modelView, model)})`;
  };

export const replicationView: AnyView = view<Replication, ReplicationFilter, ReplicationOrder>()('Replication', {
  // Who sees a copy sees its replication: the paths of models are added in `app/views.ts`.
  scope: visibleByUnit('registry.read', (row, matches) => [sql`${row}.unit_id ${matches}`]),
  byId: (alias, id) => sql`(select * from replication r where r.id = ${id}) ${alias}`,
  fields: {
    id: computed<[Id]>(['id'], id => toGlobalId('Replication', id)),
    origin: one(
      () => modelView,
      row => sql`(select ${standsFor(sql`o`)} from emulation_model o where o.id = ${row}.origin_id)`,
    ),
    copy: one(() => modelView, 'copy_id'),
    startedOn: value(row => sql`coalesce(${row}.started_given, ${row}.started_on::text)`),
    plan: one(() => replicationPlanView, 'plan_id'),
    kept: value('kept'),
    changed: value('changed'),
    dropped: value('dropped'),
    originResults: value('origin_results'),
    copyResults: value('copy_results'),
    conditions: value('conditions'),
    lessons: value('lessons'),
    source: value('source'),
    declared: value('declared'),
    version: value('version'),
    history: historyOf('Replication'),
  },
  list: {
    rows: (alias, day) =>
      sql`(select r.* from replication r where (r.started_on is null or r.started_on <= ${day})
        and exists (select from emulation_model c where c.id = r.copy_id and c.attested_on <= ${day} and c.merged_into_id is null and c.trashed_at is null)) ${alias}`,
    filter: {
      originId: ofModel('originId', (row, model) => sql`${row}.origin_id in ${originsStandingFor(model)}`),
      copyId: ofModel('copyId', (row, model) => sql`${row}.copy_id = ${model}`),
      unitId: {
        keys: (day, bind) =>
          reachOf(
            bind((id: string) => idOf('Unit', id, 'filter', 'unitId')),
            day,
          ),
        paths: (row, matches, driving) => ofCopies(carriedBy)(row, matches, driving),
      },
      planId: (row, _day, bind) => sql`${row}.plan_id = ${bind((id: string) => idOf('ReplicationPlan', id, 'filter', 'planId'))}::uuid`,
      planned: (row, _day, bind) => sql`(${row}.plan_id is not null) = ${bind()}`,
      declared: (row, _day, bind) => sql`${row}.declared = ${bind()}`,
    },
    order: {
      STARTED_ON_DESC: { by: 'started_on', type: 'date', descending: true, nullable: true },
      STARTED_ON: { by: 'started_on', type: 'date', nullable: true },
    },
  },
});

/** Ownership by way of the copy: who sees a model sees the replication that made it. */
export const ofCopies =
  (modelPaths: OwnershipPaths): OwnershipPaths =>
  (row, matches, driving) =>
    modelPaths(sql`m`, matches).map(where =>
      driving
        ? sql`${row}.copy_id = any(array(select m.id from emulation_model m where ${where}))`
        : sql`exists (select from emulation_model m where m.id = ${row}.copy_id and ${where})`,
    );

/** The field `replications` of models. */
export const replicationsOfModel = page(
  () => replicationView,
  (row, model) => sql`${row}.origin_id in ${originsStandingFor(model)}`,
);

/** The field `copyOf` of models. */
export const originOfModel = one(
  () => modelView,
  row => originOf(sql`${row}.id`),
);

/** The field `copies` of models. */
export const copiesOfModel = page(
  () => modelView,
  (row, model) => sql`${row}.id in (select e.copy_id from replication e where e.origin_id in ${originsStandingFor(model)})`,
);

/** The field `replications` of plans. */
export const replicationsOfPlan = page(
  () => replicationView,
  (row, plan) => sql`${row}.plan_id = ${plan}`,
);
