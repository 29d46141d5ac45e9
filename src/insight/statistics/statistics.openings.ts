import type { Axis } from './axis.js';
import { ALL, DIMENSIONS, isPeriod, whileThere, type Key, type Opening } from './dimensions.js';
import { MEASURES } from './measures.js';
import type { StatisticsMeasure } from './statistics-kinds.js';
import { allOf, isEmpty, type StatisticsRequest } from './statistics.request.js';

/** Each value of an axis is in many headers, and is looked up once. @param moved the units that were at times elsewhere than in their row. */
export function openings(moved: ReadonlySet<Key>): (axis: Axis, key: Key | typeof ALL) => Opening {
  const known = new Map<Axis, Map<Key | typeof ALL, Opening>>();
  return (axis, key) => {
    const ofAxis = known.get(axis) ?? new Map<Key | typeof ALL, Opening>();
    const isMoved = axis.by === 'UNIT' && axis.basis === 'AS_REPORTED' && key !== ALL && moved.has(key);
    const opening = ofAxis.get(key) ?? (isMoved ? whileThere(axis, key) : DIMENSIONS[axis.by].opens(axis, key));
    known.set(axis, ofAxis.set(key, opening));
    return opening;
  };
}

/** The filter of the measure's list that finds exactly what is counted where the values open so. */
export function filterOf(
  { filter, commendations, rows, columns }: StatisticsRequest,
  measure: StatisticsMeasure,
  opened: readonly Opening[],
): object {
  const { list, filter: field, having, recognisedBefore } = MEASURES[measure];
  let event: Record<string, unknown> = Object.assign({}, ...opened.map(opening => opening.event));
  if (recognisedBefore) {
    const period = [...rows, ...columns].find(({ by }) => isPeriod(by));
    const { certainty: _certainty, ...days } = (event.period ?? {}) as Record<string, unknown>;
    event = { ...event, period: { within: period!.by, ...days } };
  }
  const owners = opened.flatMap(({ owner }) => owner ?? []);
  if (list === 'COMMENDATIONS') {
    const model = isEmpty(filter) ? [] : [{ model: filter }];
    return allOf([commendations, ...model, ...owners, { [field]: event }]);
  }
  const conditions = [filter, ...opened.flatMap(({ model }) => model ?? []), ...owners, ...(having ? [{ having: [having] }] : [])];
  if (list === 'MODELS') return allOf([...conditions, { [field]: event }]);
  const model = allOf(conditions);
  // A result is counted for a model that the caller sees; a registration is seen by itself.
  return { [field]: event, ...((list === 'EVALUATIONS' || !isEmpty(model)) && { model }) };
}
