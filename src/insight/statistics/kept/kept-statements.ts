import { reachOf } from '../../../features/units/unit-reach-sql.js';
import { idOf } from '../../../platform/graphql/node.js';
import { list, literal, sql, unionAll, where, words, type Sql } from '../../../platform/database/sql.js';
import type { StatementValues } from '../../statement-values.js';
import type { Axis } from '../axis.js';
import { DIMENSIONS, OUTSIDE } from '../dimensions.js';
import type { StatisticsDimension, StatisticsMeasure } from '../statistics-kinds.js';
import type { StatisticsRequest } from '../statistics.request.js';
import { givenIn, isOfCounts, unitOf, type KeptSource } from './kept-choice.js';
import {
  COUNT_COLUMNS,
  EVENT_COLUMNS,
  eventsOf,
  isAddedUp,
  KEPT,
  placed,
  TOGETHER,
  WHOLE_YEARS,
  type KeptMeasure,
} from './kept-events-sql.js';

export const isKept = (measure: StatisticsMeasure): measure is KeptMeasure => (KEPT as readonly StatisticsMeasure[]).includes(measure);

/** States are kept as they are on the day. */
const STATES: Partial<Record<StatisticsDimension, Sql>> = { STATE: sql`m.state`, RUNNING: sql`m.running` };

const IS_UNCOUNTED = sql`(c.model_id in (select model_id from uncounted))`;

/**
 * Events out of what is kept, in the form in which statistics group them: `thing` is counted distinctly, and to that is added `amount`, the sum of things that
 * were counted before. What has changed since is taken out of what is kept and counted anew.
 */
export class KeptStatement {
  constructor(
    private readonly source: KeptSource,
    private readonly request: StatisticsRequest,
    private readonly values: StatementValues,
    private readonly day: Sql,
  ) {}

  /** Whether the unit dimension is in the rows already. */
  get isPlaced(): boolean {
    return this.source.of === 'COUNTS';
  }

  /** Tables for all measures together, as parts of `with`. */
  tables(): Sql[] {
    const { isBehind, hasTogether } = this.source;
    const since = [
      sql`uncounted as materialized (select distinct u.model_id from uncounted_model u where u.model_id is not null)`,
      sql`recounted as materialized (${eventsOf(sql`m.id = any(array(select model_id from uncounted))`, this.day, this.request.measures.filter(isKept))})`,
    ];
    const corrections = [
      ...(isBehind
        ? [
            sql`select -1 as n, ${EVENT_COLUMNS} from counted_event c where ${IS_UNCOUNTED} and ${isAddedUp(sql`c`)}`,
            sql`select 1 as n, ${EVENT_COLUMNS} from recounted`,
          ]
        : []),
      ...(hasTogether
        ? [
            sql`select 0 as n, ${EVENT_COLUMNS} from counted_event c where c.id in ${TOGETHER} ${isBehind ? sql`and not ${IS_UNCOUNTED}` : sql``}`,
          ]
        : []),
    ];
    const isAdded = isAddedUp(sql`p`);
    const correction = sql`correction as materialized (
        select case when ${isAdded} then null else p.thing_id end as thing_id, case when ${isAdded} then p.n else 0 end as n, ${COUNT_COLUMNS}
          from ${placed(unionAll(corrections), this.day)} p)`;
    if (this.isPlaced) return [...(isBehind ? since : []), ...(corrections.length > 0 ? [correction] : [])];
    return [...(isBehind ? since : []), ...(this.unitAxis ? [unitsTwice(this.unitAxis)] : [])];
  }

  /** The events of the measure with what they are grouped by. Rows that are added up are added up first: then few are left to be grouped. */
  events(measure: StatisticsMeasure): Sql {
    const axes = [...this.request.rows, ...this.request.columns];
    const parts = axes.map(axis => this.key(axis));
    const isPlacedLater = !this.isPlaced && this.unitAxis !== undefined;
    const ownedOn = this.request.basis === 'RESTATED' ? this.day : sql`m.last_day`;
    const columns = [
      sql`m.thing_id as thing`,
      sql`m.n as amount`,
      ...parts.map(({ key }, i) => sql`${key} as k${i}`),
      ...(isPlacedLater ? [sql`${ownedOn} as owned_on`] : []),
    ];
    const needed = [...new Set([...axes.flatMap(axis => this.columnsOf(axis)), ...(isPlacedLater ? [sql`last_day`] : [])])];
    const found = this.isPlaced ? this.counts(measure) : this.single(measure);
    const rows = this.isAddedUp
      ? sql`select ${list([sql`thing_id`, ...needed])}, sum(n) as n from (${found}) r group by ${list([sql`thing_id`, ...needed])}`
      : found;
    const event = [sql`first_day`, sql`last_day`, sql`level`].filter(column => needed.includes(column)).map(column => sql`m.${column}`);
    return sql`select ${list(columns)} from ${words([
      sql`(${rows}) m cross join lateral (select ${list(event)}) e`,
      ...parts.flatMap(part => part.from ?? []),
    ])} ${where(parts.flatMap(part => part.where ?? []))}`;
  }

  /** Whether an event that is alone is added up: themes apart, it is in one row and one column of the table. */
  private get isAddedUp(): boolean {
    return [...this.request.rows, ...this.request.columns].every(({ by }) => by !== 'THEME');
  }

  /** Whether nothing asks for days within a year. Whose an event is depends on its day. */
  private get isByYear(): boolean {
    const axes = [...this.request.rows, ...this.request.columns];
    return !this.unitAxis && axes.every(axis => axis.by === 'THEME' || isOfCounts(axis, this.request.day));
  }

  private get unitAxis(): Axis | undefined {
    return [...this.request.rows, ...this.request.columns].find(({ by }) => by === 'UNIT');
  }

  private columnsOf({ by, basis }: Axis): readonly Sql[] {
    if (by !== 'UNIT') return COLUMNS[by] ?? [];
    if (!this.isPlaced) return [sql`unit_id`];
    return [basis === 'RESTATED' ? sql`restated_id` : sql`reported_id`];
  }

  private key(axis: Axis): { readonly from?: Sql; readonly key: Sql; readonly where?: Sql } {
    const state = STATES[axis.by];
    if (state) return { key: state };
    if (axis.by === 'UNIT' && this.isPlaced) {
      const place = axis.basis === 'RESTATED' ? sql`m.restated_id` : sql`m.reported_id`;
      return { key: sql`coalesce(${place}::text, ${literal(OUTSIDE)})` };
    }
    // Counts are by whole years: a period that ends today or later has all of this one.
    const open = axis.by === 'YEAR' && axis.to && axis.to >= this.request.day ? { ...axis, to: undefined } : axis;
    return DIMENSIONS[axis.by].key(open, this.day, sql`(select m.unit_id)`);
  }

  private counts(measure: StatisticsMeasure): Sql {
    const { isBehind, hasTogether } = this.source;
    const unit = unitOf(this.request);
    const isOfUnit = unit ? [sql`restated_id = ${this.values.bind(unit)}::uuid`] : [];
    const ofMeasure = sql`measure = ${literal(measure)}`;
    const isWhole = !unit && !this.unitAxis;
    const filters = this.filters();
    const counts = sql`event_count ${where([isWhole ? sql`whole` : sql`not whole`, ofMeasure, ...isOfUnit])}`;
    // Of one unit there are few. With offset 0 what is asked besides is tested row by row: PostgreSQL would skip through the index for it, or read the whole table.
    const found = this.unitAxis ? sql`(select * from ${counts}) kept` : sql`(select * from ${counts} offset 0) kept`;
    return unionAll([
      sql`select null::uuid as thing_id, n, ${COUNT_COLUMNS} from ${found} ${where(filters)}`,
      ...(isBehind || hasTogether
        ? [sql`select thing_id, n, ${COUNT_COLUMNS} from correction ${where([ofMeasure, ...isOfUnit, ...filters])}`]
        : []),
    ]);
  }

  private single(measure: StatisticsMeasure): Sql {
    const conditions = [sql`measure = ${literal(measure)}`, ...this.units(), ...this.filters()];
    const alone = this.unitAxis ? sql`alone and unit_id not in (select id from unit_twice)` : sql`alone`;
    const [thing, n] = this.isAddedUp
      ? [sql`case when ${alone} then null else thing_id end`, sql`case when ${alone} then 1 else 0 end`]
      : [sql`thing_id`, sql`0`];
    // Days of one year are one group, where they need not be told apart.
    const days = this.isByYear ? WHOLE_YEARS : sql`first_day, last_day`;
    const columns = list([sql`${thing} as thing_id`, sql`${n} as n`, sql`model_id as id`, days, ...SINGLE_COLUMNS]);
    const { isBehind } = this.source;
    return unionAll([
      sql`select ${columns} from counted_event c ${where([...conditions, ...(isBehind ? [sql`not ${IS_UNCOUNTED}`] : [])])}`,
      ...(isBehind ? [sql`select ${columns} from recounted ${where(conditions)}`] : []),
    ]);
  }

  /** An array, so that PostgreSQL looks the units up in the index. */
  private units(): Sql[] {
    const unit = unitOf(this.request);
    if (unit) return [sql`unit_id = any(array(select reached.id from ${reachOf(this.values.bind(unit), this.day)} reached))`];
    return this.unitAxis?.unitId ? [sql`unit_id = any(array(select id from unit_whole))`] : [];
  }

  private filters(): Sql[] {
    return givenIn(this.request.filter).flatMap(([name, value]) => {
      if (name === 'unitId') return [];
      if (name === 'sectorId') return [sql`sector_id = ${this.values.bind(idOf('Sector', value as string, 'filter', 'sectorId'))}::uuid`];
      return [sql`${VALUES[name]!} = any(${this.values.bind(value)}::text[])`];
    });
  }
}

const twiceIn = (table: Sql): Sql => sql`select id from ${table} group by id having count(*) > 1`;

/** The units that can be in several rows of the table, or in one for several times: what they have is not added up. */
const unitsTwice = ({ unitId }: Axis): Sql =>
  sql`unit_twice as materialized (${twiceIn(sql`unit_row`)} ${unitId ? sql`union ${twiceIn(sql`unit_whole`)}` : sql``})`;

const VALUES: Readonly<Record<string, Sql>> = {
  subjectKind: sql`subject_kind`,
  kind: sql`kind`,
  state: sql`state`,
  running: sql`running`,
};

const SINGLE_COLUMNS = [sql`unit_id`, sql`level`, sql`sector_id`, sql`subject_kind`, sql`kind`, sql`state`, sql`running`];

/** What the values of each dimension are made of. */
const COLUMNS: Partial<Record<StatisticsDimension, readonly Sql[]>> = {
  YEAR: [sql`first_day`, sql`last_day`],
  QUARTER: [sql`first_day`, sql`last_day`],
  SECTOR: [sql`sector_id`],
  THEME: [sql`id`],
  SUBJECT_KIND: [sql`subject_kind`],
  MODEL_KIND: [sql`kind`],
  STATE: [sql`state`],
  RUNNING: [sql`running`],
  LEVEL: [sql`level`],
};
