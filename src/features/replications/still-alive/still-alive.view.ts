import { historyOf } from '../../../platform/audit/object-history.view.js';
import { sql } from '../../../platform/database/sql.js';
import { computed, many, one, value } from '../../../platform/views/view-fields.js';
import { view, type AnyView } from '../../../platform/views/view.js';
import { visibleByUnit, type OwnershipPaths } from '../../../platform/views/visibility.js';
import { toGlobalId, type Id } from '../../../shared/ids.js';
import { modelView } from '../../models/model.view.js';
import type { StillAliveAnswer } from './still-alive.graphql.js';

export const stillAliveAnswerView: AnyView = view<StillAliveAnswer>()('StillAliveAnswer', {
  // Who sees a model sees its answers: the paths of models are added in `app/views.ts`.
  scope: visibleByUnit('registry.read', () => []),
  byId: (alias, id) => sql`(select * from still_alive_answer a where a.id = ${id}) ${alias}`,
  fields: {
    id: computed<[Id]>(['id'], id => toGlobalId('StillAliveAnswer', id)),
    model: one(() => modelView, 'model_id'),
    year: value('year'),
    on: value('on_day'),
    answer: value('answer'),
    words: value('words'),
    figureName: value('figure_name'),
    figure: value(row => sql`trim_scale(${row}.figure)::text`),
    version: value('version'),
    history: historyOf('StillAliveAnswer'),
  },
});

/** Ownership by way of the model. */
export const answersOfModels =
  (modelPaths: OwnershipPaths): OwnershipPaths =>
  (row, matches, driving) =>
    modelPaths(sql`m`, matches).map(where =>
      driving
        ? sql`${row}.model_id = any(array(select m.id from emulation_model m where ${where}))`
        : sql`exists (select from emulation_model m where m.id = ${row}.model_id and ${where})`,
    );

/** The field `stillAliveAnswers` of models. */
export const answersOfModel = many(() => stillAliveAnswerView, {
  rows: (alias, model, day) => sql`(select * from still_alive_answer a where a.model_id = ${model} and a.on_day <= ${day}) ${alias}`,
  orderBy: row => sql`${row}.year, ${row}.id`,
});
