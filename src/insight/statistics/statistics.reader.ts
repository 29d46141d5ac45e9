import { Injectable } from '@nestjs/common';
import { UnitErrors } from '../../features/units/unit.errors.js';
import { kindsOfLevel } from '../../features/units/unit-kinds.js';
import { nameOn } from '../../features/units/unit-sql.js';
import type { Actor } from '../../platform/access/actor.js';
import { Rights } from '../../platform/access/rights.js';
import { unitsAndOwnIds } from '../../platform/access/sight.js';
import { sql, unionAll, type Sql } from '../../platform/database/sql.js';
import { QueryRunner } from '../../platform/views/query-runner.js';
import { Scopes } from '../../platform/views/scopes.js';
import type { RunQuery } from '../../platform/views/view.js';
import type { Language } from '../../shared/language.js';
import { StatementValues } from '../statement-values.js';
import { keptQuestionOf } from './kept/kept-choice.js';
import { isKept } from './kept/kept-statements.js';
import { statementName } from '../../platform/database/prepared-statements.js';
import { DIMENSIONS, REST, UNCLEAR, isPeriod, type Key } from './dimensions.js';
import { Counts } from './statistics.counts.js';
import { StatisticsErrors } from './statistics.errors.js';
import type { Statistics, StatisticsHeader } from './statistics.graphql.js';
import { Labels, type NamedThing } from './statistics.labels.js';
import { notesOf } from './statistics.notes.js';
import { cellsOf, periodsBetween, requireSize, type Header } from './statistics.pivot.js';
import type { Axis } from './axis.js';
import type { StatisticsRequest } from './statistics.request.js';
import { residualsOf } from './statistics.residuals.js';
import { READ, type Asking } from './statistics.asking.js';
import { countStatement, restStatement, type CountRow, type Statement } from './statistics.statements.js';

/** So many units are named where some are set apart. */
const NAMED_UNITS = 20;

/**
 * Statements over what is kept are prepared up to this length, those of one measure: a plan takes a hundred times its text in each connection of the server, and
 * a table of many measures takes longer to count than to plan.
 */
const MOST_PREPARED = 3_200;

/** Answers tables of statistics: counts, names the values, lays out the cells. What is kept for today answers where it can; else every number is counted when it is asked for. */
@Injectable()
export class StatisticsReader {
  constructor(
    private readonly runner: QueryRunner,
    private readonly scopes: Scopes,
    private readonly rights: Rights,
  ) {}

  async read(actor: Actor, request: StatisticsRequest, language: Language): Promise<Statistics> {
    const asking = await this.asking(actor);
    const axes = [...request.rows, ...request.columns];
    const unit = axes.find(({ unitId }) => unitId);
    if (unit) await this.requireUnit(unit, request, asking.runOften);
    const counts = new Counts(request, await counted(request, asking));
    const shown = await Promise.all(axes.map((axis, i) => this.keysOf(axis, new Set(counts.keys.map(keys => keys[i]!)), request, asking)));
    const hasRest = shown.some((keys, i) => axes[i]!.by === 'UNIT' && keys.has(REST));
    const rest = hasRest ? (await run(restStatement(request, asking, NAMED_UNITS), asking)).map(([id]) => id as string) : [];
    const things = await this.things(axes, shown, rest, request, asking.runOften);
    const labels = new Labels(
      language,
      request.day,
      things,
      rest.map(id => things.get(id)!.name),
    );
    const ordered = axes.map((axis, i) => labels.inOrder(axis, shown[i]!));
    const rows = combined(ordered.slice(0, request.rows.length));
    const columns = combined(ordered.slice(request.rows.length));
    const headers = (found: readonly Header[], of: readonly Axis[]): StatisticsHeader[] =>
      of.length === 0 ? [] : found.map(keys => ({ values: keys.map((key, i) => labels.value(of[i]!, key)) }));
    const cells = cellsOf(request, counts, rows, columns, new Set([...things].flatMap(([id, { moved }]) => (moved ? id : []))));
    return {
      asOf: request.day,
      basis: request.basis,
      rows: headers(rows, request.rows),
      columns: headers(columns, request.columns),
      cells,
      notes: notesOf(cells, request.rows, request.columns).map(note => note[language]),
      residuals: await residualsOf(request, unit, asking, language),
    };
  }

  /** Who asks: what they see, as the lists do. */
  async asking(actor: Actor): Promise<Asking> {
    const sight = this.rights.sightOf(actor);
    return {
      runQuery: (text, values) => this.runner.rows(text, values, 'never'),
      runOften: (text, values) => this.runner.rows(text, values, 'in time'),
      inSnapshot: work =>
        this.runner.snapshot(session =>
          work((text, values) =>
            session.rows({ text, name: statementName(text) }, values, text.length <= MOST_PREPARED ? 'in time' : 'never'),
          ),
        ),
      sight: { isWhole: sight.isWhole(READ), isPerson: sight.isPerson },
      restricting: view => this.scopes.restricting(view, sight),
      units: await unitsAndOwnIds(sight, READ),
    };
  }

  private async requireUnit({ unitId }: Axis, { day, basis }: StatisticsRequest, runQuery: RunQuery): Promise<void> {
    const text = sql`select u.validity @> $2::date, ${nameOn(sql`u.id`, sql`$2::date`)} from unit u where u.id = $1::uuid`;
    const [found] = await runQuery(text, [unitId, day]);
    if (!found) throw UnitErrors.UNIT_NOT_FOUND({ id: unitId! }).at('childrenOf');
    const [inForce, name] = found as [boolean, string];
    if (basis === 'RESTATED' && !inForce) throw StatisticsErrors.STATISTICS_UNIT_NOT_IN_FORCE({ unit: name, day });
  }

  /** The values that are shown: those that occur, every period between the first and the last, and every administrative unit directly below. */
  private async keysOf(axis: Axis, found: Set<Key>, { day }: StatisticsRequest, { runOften }: Asking): Promise<Set<Key>> {
    if (isPeriod(axis.by)) {
      const periods = [...found].filter((key): key is string => key !== UNCLEAR).toSorted();
      const first = axis.from ?? firstDayOf(periods[0]);
      const to = axis.to && axis.to < day ? axis.to : day;
      const last = axis.to ? to : (firstDayOf(periods.at(-1)) ?? (axis.from ? day : undefined));
      if (first === undefined || last === undefined) return found;
      return new Set([...found, ...periodsBetween(axis.by, first, last)]);
    }
    if (!axis.unitId || axis.basis !== 'RESTATED') return found;
    const below = await runOften(
      sql`select s.unit_id from unit_span s join unit u on u.id = s.unit_id and u.line = 'TERRITORY' where s.parent_id = $1::uuid and s.validity @> $2::date`,
      [axis.unitId, day],
    );
    return new Set([...found, ...below.map(([id]) => id as string)]);
  }

  /** The names of all things that values stand for. */
  private async things(
    axes: readonly Axis[],
    shown: readonly ReadonlySet<Key>[],
    rest: readonly string[],
    { day }: StatisticsRequest,
    runQuery: RunQuery,
  ): Promise<Map<string, NamedThing>> {
    const values = new StatementValues();
    const parts = axes.flatMap((axis, i) => {
      const { by, unitId } = axis;
      const { things, named } = DIMENSIONS[by];
      if (named) {
        const codes = [...shown[i]!].filter(key => key !== null);
        return [sql`select n.code, n.name, n.place, false from (${named(sql`any(${values.bind(codes)}::text[])`)}) n`];
      }
      if (!things) return [];
      const ids = [...shown[i]!, ...(by === 'UNIT' ? [...rest, unitId ?? null] : [])].filter(key => key !== null && UUID.test(key));
      const wanted = sql`any(${values.bind(ids)}::uuid[])`;
      const name = things === 'Unit' ? nameOn(sql`t.id`, sql`${values.bind(day)}::date`) : sql`t.name`;
      const ordinal = things === 'Sector' ? sql`t.ordinal` : sql`null::integer`;
      const moved = things === 'Unit' ? wasElsewhere(axis, values) : sql`false`;
      return [sql`select t.id::text, ${name}, ${ordinal}, ${moved} from ${TABLES[things]} t where t.id = ${wanted}`];
    });
    if (parts.length === 0) return new Map();
    const rows = (await values.run(runQuery, unionAll(parts))) as [string, string, number | null, boolean][];
    return new Map(rows.map(([id, name, ordinal, moved]) => [id, { name, ordinal, moved }]));
  }
}

/** Whether the unit `t` was at times not of the axis' level, or not below its unit. */
const wasElsewhere = ({ level, unitId }: Axis, values: StatementValues): Sql => {
  const isThere = level
    ? sql`of_unit.kind = any(${values.bind(kindsOfLevel(level))}::text[])`
    : sql`${values.bind(unitId ?? null)}::uuid in (of_unit.parent_id, of_unit.territory_id)`;
  return sql`exists (select from unit_span of_unit where of_unit.unit_id = t.id and (${isThere}) is not true)`;
};

const TABLES = {
  Unit: sql`unit`,
  Sector: sql`sector`,
  Theme: sql`theme`,
  Movement: sql`movement`,
  RegistrationRound: sql`registration_round`,
};
const UUID = /^[0-9a-f]{8}-/;

const run = ({ text, values }: Statement, { runQuery }: Pick<Asking, 'runQuery'>): Promise<unknown[][]> => values.run(runQuery, text);

/** The numbers of the table: from what is kept where it answers the question, else counted from the rows. */
async function counted(request: StatisticsRequest, asking: Asking): Promise<CountRow[]> {
  const question = request.measures.some(isKept) ? keptQuestionOf(request, asking) : undefined;
  const kept =
    question &&
    (await asking.inSnapshot(async runQuery => {
      const source = await question(runQuery);
      return source && run(countStatement(request, asking, source), { runQuery });
    }));
  return (kept ?? (await run(countStatement(request, asking), asking))) as unknown as CountRow[];
}

const firstDayOf = (period: string | undefined): string | undefined =>
  period?.replace(
    /^(\d{4})(?:-Q(\d))?$/,
    (_, year: string, quarter?: string) => `${year}-${String(Number(quarter ?? 1) * 3 - 2).padStart(2, '0')}-01`,
  );

/** Every value of the first dimension with every value of the second. @throws STATISTICS_TOO_LARGE */
function combined(ordered: readonly (readonly Key[])[]): Header[] {
  requireSize(ordered.reduce((product, keys) => product * keys.length, 1));
  return ordered.reduce<Header[]>((headers, keys) => headers.flatMap(header => keys.map(key => [...header, key])), [[]]);
}
