import { isWithin, wasRecognisedBefore } from '../../features/models/events/model-events-sql.js';
import { ASPECTS } from '../../features/models/model.view.js';
import { kindsOfLevel } from '../../features/units/unit-kinds.js';
import { residualOf } from '../../features/units/unit-reach-sql.js';
import { idOf } from '../../platform/graphql/node.js';
import { ownOfUnit, reachBelowUnit, reachOfKinds, reachOfUnit } from '../../features/units/unit-reach-over-time-sql.js';
import { and, list, literal, or, sql, unionAll, where, words, type Sql } from '../../platform/database/sql.js';
import { listConditions } from '../../platform/views/list-conditions.js';
import type { Bind, IsVisible } from '../../platform/views/view.js';
import type { UnitsScope } from '../../platform/views/visibility.js';
import type { LocalDate } from '../../shared/dates.js';
import { StatementValues } from '../statement-values.js';
import { DIMENSIONS, OWN, REST, isPeriod, placedInRows } from './dimensions.js';
import { isKept, KeptStatement } from './kept/kept-statements.js';
import type { KeptSource } from './kept/kept-choice.js';
import { LISTS, MEASURES, type Measure } from './measures.js';
import { READ, type Asking } from './statistics.asking.js';
import type { StatisticsList, StatisticsMeasure } from './statistics-kinds.js';
import type { Axis } from './axis.js';
import { allOf, type StatisticsRequest } from './statistics.request.js';

/** A statement with its values. */
export interface Statement {
  readonly text: string;
  readonly values: StatementValues;
}

/** A row of the counts: the measure, which dimensions are totals (a bit each, the first the highest), the values in order, how many, their amount, how many have none. */
export type CountRow = readonly [measure: string, totals: number, ...keysAndNumbers: (string | number | null)[]];

/**
 * Counts everything that a table shows, totals included, in one statement: for each measure its events with the values of all dimensions, grouped by
 * all of them, by rows, by columns and as a whole. Things are counted distinctly, so that what has several values is counted once in totals.
 * @param source what is kept that answers the question, if anything is.
 */
export function countStatement(request: StatisticsRequest, asking: Asking, source?: KeptSource): Statement {
  const parts = new StatementParts(request, asking, source);
  const counts = request.measures.map(measure => sql`select * from (${parts.counted(measure)}) counted`);
  return { text: sql`with ${list([parts.units(), ...parts.kept()])} ${unionAll(counts)}`, values: parts.values };
}

/** The units whose models are in the row of what is left of the unit: at most `max`, with their ids. */
export function restStatement(request: StatisticsRequest, asking: Asking, max: number): Statement {
  const parts = new StatementParts(request, asking);
  const owners = request.measures.map(measure => sql`(${parts.ownersInRest(measure)})`);
  return {
    text: sql`with ${parts.units()} select distinct owner.id::text from (${unionAll(owners)}) owner (id) order by 1 limit ${max}`,
    values: parts.values,
  };
}

/** Whether there are units that the unit cannot answer for. */
export function residualUnitsStatement(unitId: string, day: LocalDate): Statement {
  const values = new StatementValues();
  const unit = sql`${values.bind(idOf('Unit', unitId, 'filter', 'residualOf'))}::uuid`;
  return { text: sql`select exists (select from ${residualOf(unit, sql`${values.bind(day)}::date`)} any_unit)`, values };
}

/** How many models or commendations are of the residual of the filter's unit. */
export function residualStatement(
  shownIn: 'MODELS' | 'COMMENDATIONS',
  filter: { readonly residualOf: string },
  day: LocalDate,
  asking: Asking,
): Statement {
  const given = shownIn === 'MODELS' ? { filter, commendations: {} } : { filter: {}, commendations: filter };
  const request: StatisticsRequest = { ...given, day, rows: [], columns: [], measures: [], basis: 'RESTATED' };
  const parts = new StatementParts(request, asking);
  return { text: sql`select count(*)::int from ${parts.things(shownIn)}`, values: parts.values };
}

class StatementParts {
  readonly values = new StatementValues();
  private readonly axes: readonly Axis[];
  private readonly day: Sql;
  private readonly keptParts: KeptStatement | undefined;

  constructor(
    private readonly request: StatisticsRequest,
    private readonly asking: Asking,
    source?: KeptSource,
  ) {
    this.axes = [...request.rows, ...request.columns];
    this.day = sql`${this.values.bind(request.day)}::date`;
    this.keptParts = source && new KeptStatement(source, request, this.values, this.day);
  }

  /** The tables that are made of what is kept. */
  kept(): Sql[] {
    return this.keptParts?.tables() ?? [];
  }

  /** The units of the rows with what each reaches, read once for all measures. */
  units(): Sql {
    const axis = this.axes.find(({ by }) => by === 'UNIT');
    if (!axis) return sql`no_unit as (select)`;
    const day = axis.basis === 'RESTATED' ? this.day : undefined;
    if (axis.level) {
      const kinds = this.values.bind(kindsOfLevel(axis.level));
      return sql`unit_row as materialized (select distinct u.top::text as key, u.id, u.validity from (${reachOfKinds(kinds, day)}) u)`;
    }
    const unit = sql`${this.values.bind(axis.unitId)}::uuid`;
    const rows = [
      sql`select u.top::text as key, u.id, u.validity from (${reachBelowUnit(unit, day)}) u`,
      sql`select ${literal(OWN)}, u.id, u.validity from (${ownOfUnit(unit)}) u`,
    ];
    return sql`unit_row as materialized (${rows[0]!} union ${rows[1]!}),
      unit_whole as materialized (select u.id, u.validity from (${reachOfUnit(unit, day)}) u)`;
  }

  /** The models or commendations of the filters that the caller sees, as a table expression named `m`. */
  things(shownIn: StatisticsList): Sql {
    const { filter, commendations } = this.request;
    const { view } = LISTS[LISTS[shownIn].ofModels ? 'MODELS' : shownIn];
    const spec = view.list!;
    // A name that no condition uses within itself.
    const row = sql`counted_thing`;
    const model = Object.keys(filter).length > 0 ? [{ model: filter }] : [];
    const given = (LISTS[shownIn].ofModels ? filter : allOf([commendations, ...model])) as Readonly<Record<string, unknown>>;
    const bindFor =
      (field: string): Bind =>
      convert =>
        this.values.bind(convert ? convert(given[field] as never, this.asking.runQuery) : given[field]);
    const conditions = listConditions(spec, given, { row, day: this.day }, { bindFor, isVisible: this.seesThing, scope: undefined });
    const scope = this.asking.restricting(view);
    if (scope) conditions.push(this.seenBy(scope, row));
    // What belongs to a model can be older than what attests the model, and its list shows none of a model in the trash.
    const rows =
      shownIn === 'REGISTRATIONS' || shownIn === 'EVALUATIONS'
        ? sql`(select * from emulation_model a where a.merged_into_id is null and a.trashed_at is null) ${row}`
        : spec.rows(row, this.day);
    return sql`(select ${row}.* from ${rows} where ${and(conditions)}) m`;
  }

  counted(name: StatisticsMeasure): Sql {
    const numbered = this.axes.map((_, i) => sql`k${i}`);
    const inRows = numbered.slice(0, this.request.rows.length);
    const inColumns = numbered.slice(this.request.rows.length);
    const sets = [...new Set([numbered, inRows, inColumns, []].map(set => sql`(${list(set)})`))];
    const totals = numbered.length > 0 ? sql`grouping(${list(numbered)})` : sql`0`;
    const { amount } = MEASURES[name];
    if (this.keptParts && isKept(name)) {
      const kept = this.keptParts.isPlaced ? this.keptParts.events(name) : this.placedEvents(this.keptParts.events(name));
      const part = (number: Sql, condition: Sql): Sql =>
        sql`select ${list([literal(name), totals, ...numbered, sql`${number}::int`, sql`null::text`, sql`null::int`])}
          from f where ${condition} group by grouping sets (${list(sets)}) having ${number} > 0`;
      // Two parts of each number, which `Counts` adds up: for every group that counts distinctly PostgreSQL sorts, though few things need it.
      return sql`with f as materialized (${kept})
        ${unionAll([part(sql`sum(f.amount)`, sql`f.thing is null`), part(sql`count(distinct f.thing)`, sql`f.thing is not null`)])}`;
    }
    const events = this.placedEvents(this.events(MEASURES[name]));
    if (!amount)
      return sql`select ${list([literal(name), totals, ...numbered, sql`count(distinct f.thing)::int`, sql`null::text`, sql`null::int`])}
        from (${events}) f group by grouping sets (${list(sets)})`;
    // Each thing once in each cell, and then its amount.
    const once = [numbered, inRows, inColumns, []].map(set => sql`(${list([...set, sql`f.thing`])})`);
    const of = amount.by === 'sum' ? sql`sum(t.amount)` : sql`round(avg(t.amount), ${AVERAGE_DECIMALS})`;
    const numbers = [sql`count(*)::int`, sql`${of}::text`, sql`(count(*) - count(t.amount))::int`];
    const keys = [sql`t.totals`, ...numbered.map(key => sql`t.${key}`)];
    return sql`select ${list([literal(name), ...keys, ...numbers])}
      from (select ${list([sql`${totals} as totals`, ...numbered, sql`max(f.amount) as amount`])}
        from (${events}) f group by grouping sets (${list([...new Set(once)])})) t group by ${list(keys)}`;
  }

  ownersInRest(name: StatisticsMeasure): Sql {
    const at = this.axes.findIndex(({ by }) => by === 'UNIT');
    return sql`select r.owner from (${this.placedEvents(this.events(MEASURES[name]))}) r where r.k${at} = ${literal(REST)}`;
  }

  /** The events with their values, that of the unit dimension looked up for all owners together: for each event apart it would take very long. */
  private placedEvents(events: Sql): Sql {
    const at = this.axes.findIndex(({ by }) => by === 'UNIT');
    if (at < 0) return events;
    const owner = sql`f.k${at}`;
    const placed = placedInRows(this.axes[at]!, owner, sql`f.owned_on`);
    const columns = this.axes.map((_, i) => (i === at ? sql`${placed.key} as k${i}` : sql`f.k${i}`));
    return sql`select ${list([sql`f.thing`, sql`f.amount`, sql`${owner} as owner`, ...columns])} from (${events} offset 0) f ${placed.from} ${where(placed.where ? [placed.where] : [])}`;
  }

  /** The events of the measure with what they are grouped by. */
  private events({ events, list: shownIn, having, recognisedBefore, amount }: Measure): Sql {
    const { thing, owners, belongs, seenAs } = LISTS[shownIn];
    const parts = this.axes.map(axis => DIMENSIONS[axis.by].key(axis, this.day, owners));
    const conditions = parts.flatMap(part => part.where ?? []);
    if (having) conditions.push(ASPECTS[having](sql`m`, this.day, this.seesThing));
    conditions.push(...seenAs.map(view => this.seesThing(view, thing)));
    // Only what the unit ever reached: the events of all others would be looked up for nothing.
    if (this.axes.some(({ unitId }) => unitId)) conditions.push(belongs(sql`in (select id from unit_whole)`));
    const period = this.axes.find(({ by }) => isPeriod(by));
    if (recognisedBefore && period) {
      const from = sql`date ${literal(period.from ?? '-infinity')}`;
      conditions.push(wasRecognisedBefore(sql`e`, literal(period.by), from, this.day));
      conditions.push(isWithin(sql`e`, from, sql`date ${literal(period.to ?? 'infinity')}`));
    }
    const ownedOn = this.request.basis === 'RESTATED' ? this.day : sql`e.last_day`;
    const columns = [
      sql`${thing} as thing`,
      sql`${amount ? amount.of : sql`null::numeric`} as amount`,
      ...parts.map(({ key }, i) => sql`${key} as k${i}`),
      sql`${ownedOn} as owned_on`,
    ];
    return sql`select ${list(columns)} from ${words([
      this.things(shownIn),
      sql`cross join lateral ${events(sql`e`, sql`m.id`, this.day)}`,
      ...parts.flatMap(part => part.from ?? []),
    ])} ${where(conditions)}`;
  }

  private seenBy(scope: UnitsScope, row: Sql): Sql {
    if (scope.action !== READ) throw new Error(`Statistics know only what ${READ} shows, not ${scope.action}.`);
    return or(scope.paths(row, sql`in (select unnest(${this.values.bind(this.asking.units)}::uuid[]))`));
  }

  private readonly seesThing: IsVisible = (view, id) => {
    const scope = this.asking.restricting(view);
    if (!scope) return sql`true`;
    const seen = view.byId!(sql`seen_thing`, sql`named_thing.id`, this.day);
    return sql`exists (select from (select ${id} as id) named_thing cross join lateral ${seen} where ${this.seenBy(scope, sql`seen_thing`)})`;
  };
}

/** Of averages. */
const AVERAGE_DECIMALS = sql`4`;
