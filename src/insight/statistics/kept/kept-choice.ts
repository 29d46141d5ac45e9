import { scoresBlind } from '../../../features/evaluations/judges/blind-sql.js';
import { reachOfUnit } from '../../../features/units/unit-reach-over-time-sql.js';
import { reachOf } from '../../../features/units/unit-reach-sql.js';
import { idOf } from '../../../platform/graphql/node.js';
import { sql, type Sql } from '../../../platform/database/sql.js';
import type { RunQuery } from '../../../platform/views/view.js';
import type { LocalDate } from '../../../shared/dates.js';
import { StatementValues } from '../../statement-values.js';
import type { Axis } from '../axis.js';
import { TOGETHER } from './kept-events-sql.js';
import type { Asking } from '../statistics.asking.js';
import type { StatisticsDimension } from '../statistics-kinds.js';
import type { StatisticsRequest } from '../statistics.request.js';

/** What is kept. `COUNTS`: sums by units of province level. `EVENTS`: one row for each event. Both are exact; the first are much fewer. */
export interface KeptSource {
  readonly of: 'COUNTS' | 'EVENTS';
  /** Whether something has changed since it was counted. */
  readonly isBehind: boolean;
  /** Whether there are events that cannot be added up. */
  readonly hasTogether: boolean;
}

/** So many changes that are not counted yet are counted by who asks. After more, such as an import, everything is counted from the rows. */
const MAX_UNCOUNTED = 1_000;

const OF_EVENTS: ReadonlySet<StatisticsDimension> = new Set([
  'UNIT',
  'YEAR',
  'QUARTER',
  'SECTOR',
  'THEME',
  'SUBJECT_KIND',
  'MODEL_KIND',
  'STATE',
  'RUNNING',
  'LEVEL',
]);
const FILTERS: ReadonlySet<string> = new Set(['unitId', 'sectorId', 'subjectKind', 'kind', 'state', 'running']);

/** Whether counts by year and by province can answer for the axis. */
export function isOfCounts({ by, level, from, to }: Axis, day: LocalDate): boolean {
  if (by === 'UNIT') return level === 'PROVINCE';
  if (by === 'YEAR') return (!from || from.endsWith('-01-01')) && (!to || to >= day || to.endsWith('-12-31'));
  return by !== 'QUARTER' && by !== 'THEME';
}

/** The conditions of the filter that are given. */
export const givenIn = (filter: object): [name: string, value: unknown][] =>
  Object.entries(filter).filter(([, value]) => value !== null && value !== undefined);

/** The unit whose models are asked for, as the value of a parameter. */
export const unitOf = ({ filter }: Pick<StatisticsRequest, 'filter'>): string | undefined =>
  filter.unitId ? idOf('Unit', filter.unitId, 'filter', 'unitId') : undefined;

/** A question that what is kept may answer. @returns what answers it; `undefined`: nothing does now. `runQuery` sees the snapshot of the answer. */
export type KeptQuestion = (runQuery: RunQuery) => Promise<KeptSource | undefined>;

/**
 * Whether what is kept may answer the question; `undefined`: never, and the rows are counted. It answers for the day for which it is counted, and for who
 * sees every model that is asked about.
 */
export function keptQuestionOf(request: StatisticsRequest, asking: Asking): KeptQuestion | undefined {
  const { filter, rows, columns, day } = request;
  const axes = [...rows, ...columns];
  const unitAxis = axes.find(({ by }) => by === 'UNIT');
  if (!axes.every(({ by }) => OF_EVENTS.has(by)) || !givenIn(filter).every(([name]) => FILTERS.has(name))) return undefined;
  // Models of the filter's unit count in the rows of all their units.
  if (unitAxis && filter.unitId) return undefined;
  if (!asking.sight.isWhole && !unitAxis?.unitId && !filter.unitId) return undefined;
  const values = new StatementValues();
  const [today, unit] = [sql`${values.bind(day)}::date`, unitOf(request)];
  const asked = unit ? reachOf(values.bind(unit), today) : unitAxis?.unitId && reachOfAxis(unitAxis, today, values);
  const text = sql`select (select d.day from counted_day d) = ${today} and (select count(*) from (select from uncounted_model limit ${MAX_UNCOUNTED + 1}) u) <= ${MAX_UNCOUNTED}
      and ${seesAll(asked || undefined, asking, values)},
    not exists (select from uncounted_model u where u.model_id is null) and ${unit ? isProvince(sql`${values.bind(unit)}::uuid`, today) : sql`true`},
    exists (select from uncounted_model), exists (select from ${TOGETHER} t)`;
  return async runQuery => {
    const [[answers, placed, isBehind, hasTogether]] = (await values.run(runQuery, text)) as [[boolean | null, boolean, boolean, boolean]];
    if (!answers) return undefined;
    return { of: placed && axes.every(axis => isOfCounts(axis, day)) ? 'COUNTS' : 'EVENTS', isBehind, hasTogether };
  };
}

const reachOfAxis = ({ unitId, basis }: Axis, day: Sql, values: StatementValues): Sql =>
  sql`(${reachOfUnit(sql`${values.bind(unitId)}::uuid`, basis === 'RESTATED' ? day : undefined)})`;

const isProvince = (unit: Sql, day: Sql): Sql =>
  sql`exists (select from counted_place p where p.unit_id = ${unit} and p.place_id = ${unit} and p.validity @> ${day})`;

/** @param asked the units whose models are asked for, if not all. */
function seesAll(asked: Sql | undefined, { sight: { isWhole, isPerson }, units }: Asking, values: StatementValues): Sql {
  const reached = (): Sql => sql`(select unnest(${values.bind(units)}::uuid[]))`;
  const unseen = isWhole ? sql`false` : sql`exists (select from ${asked!} asked_unit where asked_unit.id not in ${reached()})`;
  return isPerson ? sql`not ${unseen} and not ${scoresBlind(sql`in ${reached()}`)}` : sql`not ${unseen}`;
}
