import type { ListOracle, Shown, World } from './oracle.chapter.js';
import { by, isClosed } from './oracle.evaluation-parts.js';
import { eventFilters, type ModelEvent } from './oracle.model-events.js';
import { meets, ownersOf } from './oracle.models.js';
import type { AnyRow } from './oracle.rows.js';

/** The final results of the model. */
export const resultsOf = ({ rows }: World, model: Shown): { readonly row: AnyRow; readonly event: ModelEvent }[] =>
  rows.evaluations
    .filter(row => row.model_id === model.row.id && isClosed(row, model.day) && !row.illustrative && !by(row.left_on, model.day))
    .map(row => {
      const [first, last] = [row.closed_on, row.closed_on];
      const grade: string | null = by(row.decided_on, model.day) ? row.decided_grade : row.grade;
      return { row, event: { first, last, registrationId: null, roundId: null, level: null, decisionId: null, grade } };
    });

/** Filters of evaluations by the model, and by its final results. */
export const resultFilters: ListOracle<Shown>['filter'] = {
  result: (given: Record<string, unknown>, world) => {
    const filters: ReturnType<typeof eventFilters> = {
      ...eventFilters(ownersOf),
      grade: (grades: string[]) => event => event.grade != null && grades.includes(event.grade),
      withoutGrade: (without: boolean) => event => (event.grade === null) === without,
    };
    const conditions = Object.entries(given).flatMap(([field, value]) =>
      value === null || value === undefined ? [] : [filters[field]!(value, world)],
    );
    return ({ row, day }) => {
      const model = { type: 'EmulationModel', row: world.all.models.find(({ id }) => id === row.model_id) ?? { id: '' }, day };
      const found = resultsOf(world, model).find(result => result.row.id === row.id);
      return found !== undefined && conditions.every(holds => holds(found.event, model));
    };
  },
  model: (given: Record<string, unknown>, world, day) => {
    const keeps = meets(given, world, day);
    return ({ row }) => {
      const model = world.rows.models.find(({ id }) => id === row.model_id);
      const isThere = model !== undefined && model.merged_into_id === null && model.trashed_at === null;
      return isThere && keeps({ type: 'EmulationModel', row: model, day });
    };
  },
};
