import { describe, expect, it } from '@jest/globals';
import { AuditSealer } from '../../src/platform/audit/audit-sealer.js';
import { Database } from '../../src/platform/database/database.js';
import { toGlobalId, type Id } from '../../src/shared/ids.js';
import { fillAtRandom } from '../support/random-registry.js';
import { Random } from '../support/random.js';
import { PAST_DAYS } from '../support/random-names.js';
import {
  asker as askerOf,
  openTestRegistry,
  tokenWith,
  type Asker,
  type GrantedRole,
  type TestRegistry,
} from '../support/test-registry.js';
import { connect } from '../support/test-server.js';
import { CursorBook } from '../views/cursor.book.js';
import type { World } from '../views/oracle.chapter.js';
import { loadRows, type Rows } from '../views/oracle.rows.js';
import { seenBy, type GrantedAt } from '../views/oracle.sight.js';
import { KeptCounts } from './kept-counts.js';
import { askStatistics, countOf, refusalOf, type Question, type Table } from './given-statistics.js';
import { NaiveTable, valueName } from './statistics.oracle.js';

/** `STATISTICS_TABLES=200 STATISTICS_SEED=7` asks for more tables, of other registries. */
const TABLES = Number(process.env.STATISTICS_TABLES ?? 24);
const SEED = Number(process.env.STATISTICS_SEED ?? 1);
/** So many numbers of a table are opened; all are counted naively. */
const OPENED = 12;

/** What commands after so many change is not counted when the first questions are asked. */
const COUNTED_AFTER = 150;

const NAMED = new Set(['COMMENDATION_FORM', 'RECIPIENT_KIND']);

const EVERYWHERE: readonly GrantedAt[] = [{ role: 'reportingClient', unitId: null, line: null }];
const OF_FILE = ['REGISTRATIONS', 'MODELS_REGISTERED', 'MODELS_WITH_CHILDREN', 'RECOGNISED'];
const OF_LEVEL = ['RECOGNISED', 'OUTSTANDING', 'REPLICATED'];
const OF_ALL = [...OF_FILE, 'OUTSTANDING', 'REPLICATED', 'STOPPED', 'AVERAGE_SCORE', 'RESULTS', 'MODELS'];
const OF_RESULTS = ['RESULTS', 'AVERAGE_SCORE'];
const OF_COMMENDATIONS = ['COMMENDATIONS', 'RECIPIENTS', 'MONEY'];

/** Asked first, so that some numbers are above 0 whatever chance asks for next. */
const BROAD: Question = {
  rows: [{ by: 'YEAR' }],
  columns: [{ by: 'STATE' }],
  measures: ['MODELS_REGISTERED', 'REGISTRATIONS'],
  basis: 'RESTATED',
};

/** Questions about what there is, in unusual combinations. */
class QuestionGenerator {
  constructor(
    private readonly rows: Rows,
    private readonly random: Random,
  ) {}

  next(): Question {
    return this.random.chance(0.3) ? this.ofCommendations() : this.ofModels();
  }

  private ofCommendations(): Question {
    const { random } = this;
    const axes = random.some(['UNIT', 'PERIOD', 'LEVEL', 'COMMENDATION_FORM', 'RECIPIENT_KIND'], 3).map(by => this.axis(by));
    return {
      filter: random.chance(0.2) ? this.filter() : undefined,
      commendations: random.chance(0.4) ? this.commendationFilter() : undefined,
      rows: axes.slice(0, 1),
      columns: axes.slice(1),
      measures: random.shuffled(axes.some(({ by }) => NAMED.has(by)) ? OF_COMMENDATIONS : [...OF_COMMENDATIONS, 'RECOGNISED']),
      asOf: random.chance(0.3) ? random.pick(PAST_DAYS) : undefined,
      basis: random.pick(['AS_REPORTED', 'RESTATED'] as const),
    };
  }

  private commendationFilter(): object {
    const { random, rows } = this;
    return random.pick([
      { unitId: this.id('Unit', rows.units) },
      { form: ['GIAY_KHEN'], and: [{ level: ['COMMUNE', 'PROVINCE'] }] },
      { granted: { period: { from: '2024-01-01', certainty: 'POSSIBLE' } } },
      { model: { kind: ['MODEL'] } },
    ]);
  }

  private ofModels(): Question {
    const { random } = this;
    const bys = random.some(['UNIT', 'UNIT', 'PERIOD', 'PERIOD', 'SECTOR', 'THEME', 'SUBJECT_KIND', 'MODEL_KIND', 'STATE', 'RUNNING'], 3);
    const more = random.chance(0.4) ? [random.pick(['LEVEL', 'ROUND', 'MOVEMENT', 'GRADE'])] : [];
    const axes = [...new Set([...bys, ...more])].map(by => this.axis(by));
    const [row, column, third] = random.shuffled(axes);
    const rows = [row, ...(random.chance(0.3) ? [third] : [])].filter(axis => axis !== undefined);
    const columns = column && random.chance(0.8) ? [column] : [];
    const period = [...rows, ...columns].some(({ by }) => by === 'YEAR' || by === 'QUARTER');
    const measures = more.includes('GRADE')
      ? OF_RESULTS
      : more.includes('LEVEL')
        ? OF_LEVEL
        : more.length > 0
          ? OF_FILE
          : period
            ? [...OF_ALL, 'SUSTAINED']
            : OF_ALL;
    return {
      filter: random.chance(0.4) ? this.filter() : undefined,
      rows,
      columns,
      measures: random.shuffled(measures).slice(0, 3),
      asOf: random.chance(0.4) ? random.pick(PAST_DAYS) : undefined,
      basis: random.pick(['AS_REPORTED', 'RESTATED'] as const),
    };
  }

  private axis(by: string): { by: string } & Record<string, unknown> {
    const { random } = this;
    if (by === 'UNIT')
      return random.chance(0.4)
        ? { by, level: random.pick(['PROVINCE', 'DISTRICT', 'COMMUNE']) }
        : { by, childrenOf: this.id('Unit', this.rows.units) };
    if (by !== 'PERIOD') return { by };
    const part = random.pick(['YEAR', 'QUARTER']);
    const [from, to] = random.some(PAST_DAYS, 2).toSorted();
    return { by: part, ...(random.chance(0.6) && from && { from }), ...(random.chance(0.5) && to && { to }) };
  }

  private filter(): object {
    const { random, rows } = this;
    return random.pick([
      { unitId: this.id('Unit', rows.units) },
      { sectorId: this.id('Sector', rows.sectors) },
      { themeId: this.id('Theme', rows.themes) },
      { text: 'dan' },
      { kind: ['MODEL'], and: [{ subjectKind: ['COLLECTIVE', 'HOUSEHOLD'] }, { lacking: ['RUNNING'] }] },
      { recognised: { level: ['COMMUNE', 'PROVINCE'], period: { from: '2020-01-01' } } },
      { registered: { period: { to: '2024-12-31', certainty: 'POSSIBLE' } } },
      { parentId: this.id('EmulationModel', rows.models) },
    ]);
  }

  private id(type: string, known: readonly { readonly id: string }[]): string {
    return toGlobalId(type, this.random.pick(known).id as Id);
  }
}

async function worldOf({ registry, database }: TestRegistry, grants: readonly GrantedAt[]): Promise<World> {
  await registry.app.get(AuditSealer).sealAll();
  const client = await connect(database.where);
  const all = await loadRows(client).finally(() => client.end());
  const today = registry.app.get(Database).today();
  return { rows: seenBy({ id: 'nobody', grants }, all, today), all, today, cursors: new CursorBook(), reaches: () => true };
}

/** Compares each cell with the naive table, and some with the count of their list. @returns how many cells above 0 were opened, of how many. */
async function check(asker: Asker, world: World, question: Question, random: Random): Promise<[opened: number, cells: number]> {
  const table = await askStatistics(asker, question);
  const naive = new NaiveTable(world, question);
  const axes = [...(question.rows ?? []), ...(question.columns ?? [])];
  for (const [i] of axes.entries()) expect([...shownIn(table, question, i)]).toEqual(expect.arrayContaining([...naive.valuesOf(i)]));
  for (const cell of table.cells) {
    const names = [...namesOf(table.rows, cell.row, question.rows), ...namesOf(table.columns, cell.column, question.columns)];
    expect({ question, names, ...cell }).toEqual({
      question,
      names,
      ...cell,
      value: naive.value(cell.measure, names),
      ...naive.amount(cell.measure, names),
    });
  }
  const opened = random.shuffled(table.cells.filter(({ value }) => value > 0)).slice(0, OPENED);
  for (const cell of [...opened, ...random.some(table.cells, 2)])
    expect({ question, ...cell }).toEqual({ question, ...cell, value: await countOf(asker, cell, table.asOf) });
  return [opened.length, table.cells.length];
}

const shownIn = ({ rows, columns }: Table, question: Question, at: number): Set<string> => {
  const inRows = question.rows?.length ?? 0;
  const headers = at < inRows ? rows : columns;
  return new Set(headers.map(({ values }) => values[at < inRows ? at : at - inRows]!).map(({ kind, key }) => valueName(kind, key)));
};

const namesOf = (headers: Table['rows'], at: number | null, axes: readonly object[] = []): (string | null)[] =>
  at === null ? axes.map(() => null) : headers[at]!.values.map(({ kind, key }) => valueName(kind, key));

describe('whatever is asked of statistics', () => {
  it.each([0, 1])(
    'every number is that of a naive count over whole tables, and that of the list which it opens to (registry %i)',
    async number => {
      const random = new Random(SEED * 100 + number);
      const registry = await openTestRegistry();
      try {
        const kept = await KeptCounts.of(registry);
        await fillAtRandom(registry, random, { command: kept.countedAfter(COUNTED_AFTER) });
        const everything = await worldOf(registry, EVERYWHERE);
        const places = random.shuffled(everything.all.units).slice(0, 4);
        const atUnits = places.map(({ id }): GrantedAt => ({ role: 'reportingClient', unitId: id, line: null }));
        let [opened, cells] = [0, 0];
        for (const grants of [EVERYWHERE, atUnits]) {
          const asker = askerOf(registry.url, await tokenWith(registry, 'statistician', ...(grants as readonly GrantedRole[])));
          let world = await worldOf(registry, grants);
          const questions = new QuestionGenerator(world.all, random);
          for (let i = 0; i < TABLES / 4; i++) {
            if (await kept.isOtherWay(i)) world = await worldOf(registry, grants);
            const question = i === 0 ? BROAD : questions.next();
            const refused = await refusalOf(asker, question).catch(() => undefined);
            if (refused) expect(refused[0]).toMatch(/^STATISTICS_(UNIT_NOT_IN_FORCE|PERIOD_IN_FUTURE)$/);
            else {
              const checked = await check(asker, world, question, random);
              [opened, cells] = [opened + checked[0], cells + checked[1]];
            }
          }
        }
        // A generator that asks for nothing would prove nothing.
        expect(opened).toBeGreaterThan(TABLES / 2);
        if (process.env.STATISTICS_TABLES) console.info(`${cells} cells, ${opened} opened: no differences`);
        await kept.release();
      } finally {
        await registry.close();
      }
    },
    240_000 + TABLES * 4_000,
  );
});
