import { expect } from '@jest/globals';
import type { Asker } from '../support/test-registry.js';

export interface Cell {
  readonly row: number | null;
  readonly column: number | null;
  readonly measure: string;
  readonly value: number;
  readonly share: string | null;
  readonly previous: number | null;
  readonly change: number | null;
  readonly amount: string | null;
  readonly unknown: number | null;
  readonly list: 'MODELS' | 'REGISTRATIONS' | 'EVALUATIONS' | 'COMMENDATIONS';
  readonly filter: Record<string, unknown>;
}

interface Value {
  readonly dimension: string;
  readonly kind: string;
  readonly key: string | null;
  readonly label: string;
  readonly complete: boolean | null;
  readonly reason: string | null;
}

export interface Table {
  readonly asOf: string;
  readonly basis: string;
  readonly rows: { values: Value[] }[];
  readonly columns: { values: Value[] }[];
  readonly cells: Cell[];
  readonly notes: string[];
  readonly residuals: { list: Cell['list']; value: number; filter: object; reason: string }[];
}

export const TABLE = `asOf basis rows { values { dimension kind key label complete reason } } columns { values { dimension kind key label complete reason } }
  cells { row column measure value amount unknown share previous change list filter } notes residuals { list value filter reason }`;

const STATISTICS = `query ($filter: ModelFilter, $commendations: CommendationFilter, $rows: [StatisticsAxis!]!, $columns: [StatisticsAxis!]!, $measures: [StatisticsMeasure!]!, $asOf: LocalDate, $basis: StatisticsBasis!) {
  statistics(filter: $filter, commendations: $commendations, rows: $rows, columns: $columns, measures: $measures, asOf: $asOf, basis: $basis) { ${TABLE} } }`;

export interface Question {
  readonly filter?: object;
  readonly commendations?: object;
  readonly rows?: readonly object[];
  readonly columns?: readonly object[];
  readonly measures: readonly string[];
  readonly asOf?: string;
  readonly basis?: 'AS_REPORTED' | 'RESTATED';
}

const variablesOf = (question: Question): Record<string, unknown> => ({ rows: [], columns: [], basis: 'RESTATED', ...question });

export const askStatistics = async (asker: Asker, question: Question): Promise<Table> =>
  (await asker.get(STATISTICS, variablesOf(question))).statistics;

/** The refusal of a table: its code and its sentence. */
export async function refusalOf(asker: Asker, question: Question): Promise<[code: string, sentence: string]> {
  const { errors } = await asker.ask(STATISTICS, variablesOf(question));
  return [errors![0]!.extensions.code, errors![0]!.message];
}

const nameOf = (header: { values: Value[] } | undefined): string =>
  header ? header.values.map(({ label }) => label).join(' / ') : 'total';

/** The numbers by the labels of rows and columns, zeros left out: `{ 'Xã A': { '2022': 3, total: 3 } }`. */
export function numbersOf({ rows, columns, cells }: Table, measure?: string): Record<string, Record<string, number>> {
  const numbers: Record<string, Record<string, number>> = {};
  for (const cell of cells) {
    if (cell.value === 0 || (measure !== undefined && cell.measure !== measure)) continue;
    const row = nameOf(cell.row === null ? undefined : rows[cell.row]);
    (numbers[row] ??= {})[nameOf(cell.column === null ? undefined : columns[cell.column])] = cell.value;
  }
  return numbers;
}

const LISTS = {
  EVALUATIONS:
    'query ($filter: EvaluationFilter, $asOf: LocalDate) { list: evaluations(filter: $filter, asOf: $asOf, first: 1) { totalCount } }',
  COMMENDATIONS:
    'query ($filter: CommendationFilter, $asOf: LocalDate) { list: commendations(filter: $filter, asOf: $asOf, first: 1) { totalCount } }',
  MODELS: 'query ($filter: ModelFilter, $asOf: LocalDate) { list: models(filter: $filter, asOf: $asOf, first: 1) { totalCount } }',
  REGISTRATIONS:
    'query ($filter: RegistrationFilter, $asOf: LocalDate) { list: registrations(filter: $filter, asOf: $asOf, first: 1) { totalCount } }',
};

/** How many rows the list of a cell has. */
export const countOf = async (asker: Asker, { list, filter }: Pick<Cell, 'list' | 'filter'>, asOf: string): Promise<number> =>
  (await asker.get(LISTS[list], { filter, asOf })).list.totalCount;

/** Every number is the count of the list that it opens to. */
export async function expectToOpen(asker: Asker, table: Table): Promise<void> {
  for (const cell of table.cells) expect({ ...cell, value: await countOf(asker, cell, table.asOf) }).toEqual(cell);
  for (const { list, value, filter } of table.residuals)
    expect(await countOf(asker, { list, filter: filter as Cell['filter'] }, table.asOf)).toBe(value);
}
