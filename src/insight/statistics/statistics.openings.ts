import { JsonText } from '../../platform/graphql/json-text.js';
import { innerMap } from '../../shared/inner-map.js';
import type { Axis } from './axis.js';
import { ALL, DIMENSIONS, isPeriod, whileThere, type Key, type Opening } from './dimensions.js';
import { MEASURES } from './measures.js';
import type { StatisticsMeasure } from './statistics-kinds.js';
import { allOf, isEmpty, type StatisticsRequest } from './statistics.request.js';

/** Each value of an axis is in many headers, and is looked up once. @param moved the units that were at times elsewhere than in their row. */
export function openings(moved: ReadonlySet<Key>): (axis: Axis, key: Key | typeof ALL) => Opening {
  const known = new Map<Axis, Map<Key | typeof ALL, Opening>>();
  return (axis, key) => {
    const ofAxis = innerMap(known, axis);
    const isMoved = axis.by === 'UNIT' && axis.basis === 'AS_REPORTED' && key !== ALL && moved.has(key);
    const opening = ofAxis.get(key) ?? (isMoved ? whileThere(axis, key) : DIMENSIONS[axis.by].opens(axis, key));
    ofAxis.set(key, opening);
    return opening;
  };
}

/** Conditions as the text of an answer, without the braces, and their names. */
class Written {
  readonly names: readonly string[];
  readonly text: string;

  constructor(conditions: object) {
    this.names = Object.keys(conditions);
    this.text = JSON.stringify(conditions).slice(1, -1);
  }
}

/** What a row or a column asks of the filters of its cells: of the thing that is counted, and of the event. */
export class Opened {
  readonly of: Written;
  readonly event: Written;

  constructor(readonly values: readonly Opening[]) {
    this.of = new Written(allOf(values.flatMap(({ model, owner }) => [model ?? {}, owner ?? {}])));
    this.event = new Written(Object.assign({}, ...values.map(({ event }) => event)));
  }
}

/** The filters that the cells of a table open to. They are put together from the texts of their row and their column where no condition meets another. */
export class Filters {
  private readonly given: Written;

  constructor(private readonly request: StatisticsRequest) {
    this.given = new Written(allOf([request.filter]));
  }

  /** The filter of the measure’s list that finds exactly what is counted in the row and the column. */
  of(measure: StatisticsMeasure, row: Opened, column: Opened): JsonText {
    return new Filter(
      this.joined(measure, row, column) ?? JSON.stringify(filterOf(this.request, measure, [...row.values, ...column.values])),
    );
  }

  private joined(measure: StatisticsMeasure, row: Opened, column: Opened): string | undefined {
    const { list, filter: field, having, recognisedBefore } = MEASURES[measure];
    const { given } = this;
    // Of a list of models the event is a condition like any other.
    const names = [...given.names, ...row.of.names, ...column.of.names, ...(list === 'MODELS' ? [field] : [])];
    const isApart = areDistinct(names) && areDistinct([...row.event.names, ...column.event.names]);
    if (list === 'COMMENDATIONS' || having || recognisedBefore || !isApart) return undefined;
    const conditions = joined(joined(given.text, row.of.text), column.of.text);
    const event = `"${field}":{${joined(row.event.text, column.event.text)}}`;
    if (list === 'MODELS') return `{${joined(conditions, event)}}`;
    return list === 'EVALUATIONS' || conditions ? `{${event},"model":{${conditions}}}` : `{${event}}`;
  }
}

class Filter extends JsonText {
  constructor(readonly text: string) {
    super();
  }
}

const areDistinct = (names: readonly string[]): boolean => new Set(names).size === names.length;

const joined = (text: string, more: string): string => (text && more ? `${text},${more}` : text + more);

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
