import { historyOf } from '../../../platform/audit/object-history.view.js';
import { sql } from '../../../platform/database/sql.js';
import { fileView } from '../../../platform/files/file.view.js';
import { computed, many, one, value } from '../../../platform/views/view-fields.js';
import { view, type AnyView } from '../../../platform/views/view.js';
import { visibleByUnit } from '../../../platform/views/visibility.js';
import { toGlobalId, type Id } from '../../../shared/ids.js';
import { modelView } from '../../models/model.view.js';
import { unitView } from '../../units/unit.view.js';
import type { Inspection } from './inspection.graphql.js';

export const inspectionView: AnyView = view<Inspection>()('Inspection', {
  // Who sees a model sees its inspections: the paths of models are added in `app/views.ts`.
  scope: visibleByUnit('registry.read', (row, matches) => [sql`${row}.unit_id ${matches}`]),
  byId: (alias, id) => sql`(select * from inspection i where i.id = ${id}) ${alias}`,
  fields: {
    id: computed<[Id]>(['id'], id => toGlobalId('Inspection', id)),
    model: one(() => modelView, 'model_id'),
    unit: one(() => unitView, 'unit_id'),
    plannedOn: value('planned_on'),
    heldOn: value('held_on'),
    team: value('team'),
    findings: value('findings'),
    paper: value('paper'),
    files: many(() => fileView, {
      rows: (alias, inspection) =>
        sql`(select f.* from inspection_file i join file f on f.id = i.file_id where i.inspection_id = ${inspection}) ${alias}`,
      orderBy: row => sql`${row}.id`,
    }),
    version: value('version'),
    history: historyOf('Inspection'),
  },
});

/** The field `inspections` of models. */
export const inspectionsOfModel = many(() => inspectionView, {
  rows: (alias, model, day) =>
    sql`(select * from inspection i where i.model_id = ${model} and (i.held_on is null or i.held_on <= ${day})) ${alias}`,
  orderBy: row => sql`coalesce(${row}.held_on, ${row}.planned_on), ${row}.id`,
});
