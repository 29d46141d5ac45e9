import { isWithin, wasRecognisedBefore } from '../../features/models/events/model-events-sql.js';
import { ASPECTS, carriedBy, modelView } from '../../features/models/model.view.js';
import { kindsOfLevel } from '../../features/units/unit-kinds.js';
import { ownOfUnit, reachBelowUnit, reachOfKinds, reachOfUnit } from '../../features/units/unit-reach-over-time-sql.js';
import { and, list, literal, or, sql, unionAll, where, words, type Sql } from '../../platform/database/sql.js';
import type { RestrictedSight } from '../../platform/views/finder.js';
import { listConditions } from '../../platform/views/list-conditions.js';
import type { Bind, IsVisible, RunQuery } from '../../platform/views/view.js';
import { StatementValues } from '../statement-values.js';
import { DIMENSIONS, OWN, REST, isPeriod, placedInRows } from './dimensions.js';
import { MEASURES, type Measure } from './measures.js';
import type { StatisticsMeasure } from './statistics.graphql.js';
import type { Axis } from './axis.js';
import type { StatisticsRequest } from './statistics.request.js';

/** The models that the caller sees; `undefined`: all of them. */
type ModelSight = Pick<RestrictedSight, 'units' | 'paths'> | undefined;

/** Who asks, and how statements are run. */
export interface Asking {
  readonly runQuery: RunQuery;
  readonly sight: ModelSight;
}

/** A statement with its values. */
export interface Statement {
  readonly text: string;
  readonly values: StatementValues;
}

/** A row of the counts: the measure, which dimensions are totals (a bit each, the first the highest), the values in order, the number. */
export type CountRow = readonly [measure: string, totals: number, ...keysAndCount: (string | number | null)[]];

/**
 * Counts everything that a table shows, totals included, in one statement: for each measure its events with the values of all dimensions, grouped by
 * all of them, by rows, by columns and as a whole. Things are counted distinctly, so that what has several values is counted once in totals.
 */
export function countStatement(request: StatisticsRequest, asking: Asking): Statement {
  const parts = new StatementParts(request, asking);
  const counts = request.measures.map(measure => sql`(${parts.counted(measure)})`);
  return { text: sql`with ${parts.units()} ${unionAll(counts)}`, values: parts.values };
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

/** How many models the filter finds. */
export function modelCountStatement({ filter, day }: Pick<StatisticsRequest, 'filter' | 'day'>, asking: Asking): Statement {
  const request: StatisticsRequest = { filter, day, rows: [], columns: [], measures: [], basis: 'RESTATED' };
  const parts = new StatementParts(request, asking);
  return { text: sql`select count(*)::int from ${parts.models('MODELS')}`, values: parts.values };
}

class StatementParts {
  readonly values = new StatementValues();
  private readonly axes: readonly Axis[];
  private readonly day: Sql;
  private readonly runQuery: RunQuery;
  private readonly sight: ModelSight;

  constructor(
    private readonly request: StatisticsRequest,
    { runQuery, sight }: Asking,
  ) {
    this.runQuery = runQuery;
    this.sight = sight;
    this.axes = [...request.rows, ...request.columns];
    this.day = sql`${this.values.bind(request.day)}::date`;
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

  /** The models of the filter that the caller sees, as a table expression named `m`. */
  models(shownIn: Measure['list']): Sql {
    const { filter } = this.request;
    const spec = modelView.list!;
    const given = filter as Readonly<Record<string, unknown>>;
    const bindFor =
      (field: string): Bind =>
      convert =>
        this.values.bind(convert ? convert(given[field] as never, this.runQuery) : given[field]);
    const conditions = listConditions(
      spec,
      given,
      { row: sql`m`, day: this.day },
      { bindFor, isVisible: this.seesThing, scope: undefined },
    );
    if (this.sight) conditions.push(or(this.sight.paths(sql`m`, sql`in (select unnest(${this.reached()}))`)));
    // The list of registrations also shows those that are older than what attests the model, and none of a model in the trash.
    const rows =
      shownIn === 'REGISTRATIONS'
        ? sql`(select * from emulation_model a where a.merged_into_id is null and a.trashed_at is null) m`
        : spec.rows(sql`m`, this.day);
    return sql`(select m.* from ${rows} where ${and(conditions)}) m`;
  }

  counted(name: StatisticsMeasure): Sql {
    const numbered = this.axes.map((_, i) => sql`k${i}`);
    const inRows = numbered.slice(0, this.request.rows.length);
    const inColumns = numbered.slice(this.request.rows.length);
    const sets = [...new Set([numbered, inRows, inColumns, []].map(set => sql`(${list(set)})`))];
    const totals = numbered.length > 0 ? sql`grouping(${list(numbered)})` : sql`0`;
    return sql`select ${list([literal(name), totals, ...numbered, sql`count(distinct f.thing)::int`])}
      from (${this.placedEvents(MEASURES[name])}) f group by grouping sets (${list(sets)})`;
  }

  ownersInRest(name: StatisticsMeasure): Sql {
    const at = this.axes.findIndex(({ by }) => by === 'UNIT');
    return sql`select r.owner from (${this.placedEvents(MEASURES[name])}) r where r.k${at} = ${literal(REST)}`;
  }

  /** The events with their values, that of the unit dimension looked up for all owners together: for each event apart it would take very long. */
  private placedEvents(measure: Measure): Sql {
    const events = this.events(measure);
    const at = this.axes.findIndex(({ by }) => by === 'UNIT');
    if (at < 0) return events;
    const owner = sql`f.k${at}`;
    const placed = placedInRows(this.axes[at]!, owner, sql`f.owned_on`);
    const columns = this.axes.map((_, i) => (i === at ? sql`${placed.key} as k${i}` : sql`f.k${i}`));
    return sql`select ${list([sql`f.thing`, sql`${owner} as owner`, ...columns])} from (${events} offset 0) f ${placed.from} ${where(placed.where ? [placed.where] : [])}`;
  }

  /** The events of the measure with what they are grouped by. */
  private events({ events, list: of, having, recognisedBefore }: Measure): Sql {
    const parts = this.axes.map(axis => DIMENSIONS[axis.by].key(axis, this.day));
    const conditions = parts.flatMap(part => part.where ?? []);
    if (having) conditions.push(ASPECTS[having](sql`m`, this.day, this.seesThing));
    // Only models that the unit ever reached: the events of all others would be looked up for nothing.
    if (this.axes.some(({ unitId }) => unitId)) conditions.push(or(carriedBy(sql`m`, sql`in (select id from unit_whole)`)));
    const period = this.axes.find(({ by }) => isPeriod(by));
    if (recognisedBefore && period) {
      const from = sql`date ${literal(period.from ?? '-infinity')}`;
      conditions.push(wasRecognisedBefore(sql`e`, literal(period.by), from, this.day));
      conditions.push(isWithin(sql`e`, from, sql`date ${literal(period.to ?? 'infinity')}`));
    }
    const ownedOn = this.request.basis === 'RESTATED' ? this.day : sql`e.last_day`;
    const columns = [
      sql`${of === 'REGISTRATIONS' ? sql`e.registration_id` : sql`m.id`} as thing`,
      ...parts.map(({ key }, i) => sql`${key} as k${i}`),
      sql`${ownedOn} as owned_on`,
    ];
    return sql`select ${list(columns)} from ${words([
      this.models(of),
      sql`cross join lateral ${events(sql`e`, sql`m.id`, this.day)}`,
      ...parts.flatMap(part => part.from ?? []),
    ])} ${where(conditions)}`;
  }

  private reached(): Sql {
    return sql`${this.values.bind(this.sight!.units)}::uuid[]`;
  }

  private readonly seesThing: IsVisible = (view, id) => {
    // Filters of models ask this of other models only; the sight of anything else would have to be looked up first.
    if (view !== modelView) throw new Error(`Statistics do not know who sees ${view.name}.`);
    if (!this.sight) return sql`true`;
    const seen = or(this.sight.paths(sql`seen_thing`, sql`in (select unnest(${this.reached()}))`));
    return sql`exists (select from ${view.byId!(sql`seen_thing`, id, this.day)} where ${seen})`;
  };
}
