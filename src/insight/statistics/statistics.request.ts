import type { CommendationFilter } from '../../features/commendations/commendation.filter.js';
import type { ModelFilter } from '../../features/models/model.filter.js';
import { idOf } from '../../platform/graphql/node.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import type { Axis } from './axis.js';
import { DIMENSIONS, isPeriod } from './dimensions.js';
import { LISTS, MEASURES } from './measures.js';
import { StatisticsErrors } from './statistics.errors.js';
import type { StatisticsBasis, StatisticsDimension, StatisticsMeasure } from './statistics-kinds.js';
import type { StatisticsArgs, StatisticsAxis } from './statistics.inputs.js';

/** A table as asked for, checked as far as the question alone allows. */
export interface StatisticsRequest {
  readonly filter: ModelFilter;
  readonly commendations: CommendationFilter;
  readonly rows: readonly Axis[];
  readonly columns: readonly Axis[];
  readonly measures: readonly StatisticsMeasure[];
  readonly day: LocalDate;
  readonly basis: StatisticsBasis;
}

/** Which arguments each kind of dimension takes. */
const TAKES: Readonly<Record<string, readonly (keyof StatisticsAxis)[]>> = {
  UNIT: ['level', 'childrenOf'],
  YEAR: ['from', 'to'],
  QUARTER: ['from', 'to'],
};

/** @throws the errors of `statistics.errors.ts`. */
export function requestOf(args: StatisticsArgs, today: LocalDate): StatisticsRequest {
  const day = args.asOf ?? today;
  if (day > today) throw StatisticsErrors.STATISTICS_DAY_IN_FUTURE({ day });
  const [rows, columns] = [args.rows, args.columns].map(axes => axes.map(axis => axisOf(axis, args.basis, day)));
  const seen = new Set<string>();
  for (const { by } of [...rows!, ...columns!]) {
    const kind = by === 'QUARTER' ? 'YEAR' : by;
    if (seen.has(kind)) throw StatisticsErrors.STATISTICS_DIMENSION_TWICE({ dimension: by });
    seen.add(kind);
  }
  for (const measure of args.measures) requireDimensions(measure, [...rows!, ...columns!]);
  const { filter, commendations, measures, basis } = args;
  return {
    filter: filter ?? {},
    commendations: commendations ?? {},
    rows: rows!,
    columns: columns!,
    measures: [...new Set(measures)],
    day,
    basis,
  };
}

function requireDimensions(measure: StatisticsMeasure, axes: readonly Axis[]): void {
  const { dimensions, list, recognisedBefore } = MEASURES[measure];
  const has = { ALL: () => true, MODELS: () => LISTS[list].ofModels, NAMED: (by: StatisticsDimension) => dimensions.includes(by) };
  const lacking = axes.find(({ by }) => !has[DIMENSIONS[by].of](by));
  if (lacking) throw StatisticsErrors.STATISTICS_MEASURE_WITHOUT_DIMENSION({ measure, dimension: lacking.by });
  if (recognisedBefore && !axes.some(({ by }) => isPeriod(by))) throw StatisticsErrors.STATISTICS_NEEDS_PERIOD({ measure });
}

function axisOf(given: StatisticsAxis, basis: StatisticsBasis, day: LocalDate): Axis {
  const { by, level, childrenOf, from, to } = given;
  for (const argument of ['level', 'childrenOf', 'from', 'to'] as const) {
    const isGiven = given[argument] !== null && given[argument] !== undefined;
    if (isGiven && !TAKES[by]?.includes(argument)) throw StatisticsErrors.STATISTICS_AXIS_DOES_NOT_TAKE({ dimension: by, argument });
  }
  if (by === 'UNIT' && Boolean(level) === Boolean(childrenOf)) throw StatisticsErrors.STATISTICS_UNIT_NOT_SAID();
  if (from && to && to < from) throw StatisticsErrors.STATISTICS_PERIOD_REVERSED({ from, to });
  if (from && from > day) throw StatisticsErrors.STATISTICS_PERIOD_IN_FUTURE({ from, day });
  const unitId = childrenOf ? (idOf('Unit', childrenOf, 'childrenOf') as Id) : undefined;
  return { by, basis, level: level ?? undefined, unitId, from: from ?? undefined, to: to ?? undefined };
}

/** All conditions in one filter: side by side where they are of different fields, else in `and`. */
export function allOf<Conditions extends object>(conditions: readonly (Conditions & { and?: readonly object[] | null })[]): object {
  const own: Record<string, unknown> = {};
  const clashing: Record<string, unknown>[] = [];
  for (const condition of conditions) {
    for (const [name, value] of Object.entries(condition)) {
      if (name === 'and' || value === null || value === undefined) continue;
      const free = Object.hasOwn(own, name) ? clashing.find(filter => !Object.hasOwn(filter, name)) : own;
      if (free) free[name] = value;
      else clashing.push({ [name]: value });
    }
  }
  const further = [...conditions.flatMap(({ and }) => and ?? []), ...clashing];
  return (further.length > 0 ? { ...own, and: further } : own) as ModelFilter;
}

export const isEmpty = (filter: object): boolean => Object.keys(filter).length === 0;
