import type { LocalDate } from '../../src/shared/dates.js';
import { historyOf } from './oracle.audit.js';
import {
  bothWays,
  byBytes,
  byVietnamese,
  columns,
  holds,
  idOf,
  rowId,
  shownAll,
  shownIn,
  type Answer,
  type Chapter,
  type ListOracle,
  type Shown,
  type World,
} from './oracle.chapter.js';
import { definitionOn, definitionsOf } from './oracle.definitions.js';
import { outlierOf } from './oracle.figure-targets.js';
import { resultsAt } from './oracle.identities.js';
import { rootPage } from './oracle.page.js';
import type { AnyRow, Dated } from './oracle.rows.js';
import { lastDay, reachOf, shownUnit } from './oracle.units.js';

type DatedRow = AnyRow & Dated;

const defined = (world: World, row: AnyRow, day: LocalDate): AnyRow => {
  const { name, measure, roll_up } = definitionOn(world, row.id, day);
  return { ...row, name, measure, roll_up };
};

export const shownIndicator = (world: World, id: string | null, day: LocalDate): Shown | null => {
  const found = world.all.indicators.find(row => row.id === id);
  return found ? { type: 'Indicator', row: defined(world, found, day), day } : null;
};

const indicatorList: ListOracle<Shown> = {
  things: (world, day) =>
    shownAll(
      'Indicator',
      world.all.indicators.map(row => defined(world, row, day)),
      day,
    ),
  filter: {
    code:
      (codes: string[]) =>
      ({ row }) =>
        codes.includes(row.code),
    text:
      (words: string) =>
      ({ row }) =>
        holds(row.name, words),
  },
  order: {
    CODE: { key: ({ row }) => row.code, compare: byBytes },
    NAME: { key: ({ row }) => row.name, compare: byVietnamese },
  },
};

const identityList: ListOracle<Shown> = {
  things: ({ all }, day) => shownAll('Identity', all.identities, day),
  filter: {
    kind:
      (kinds: string[]) =>
      ({ row }) =>
        kinds.includes(row.kind),
  },
  order: { NAME: { key: ({ row }) => row.name, compare: byVietnamese } },
};

export const figureList: ListOracle<Shown<DatedRow>> = {
  things: ({ rows }, day) =>
    shownAll(
      'Figure',
      rows.figures.filter(row => row.from === null || row.from <= day),
      day,
    ),
  filter: {
    unitId: (id: string, world, day) => {
      const units = reachOf(world, rowId('Unit', id), day);
      return ({ row }) => units.has(row.unit_id);
    },
    indicatorId: (given: string) => {
      const id = rowId('Indicator', given);
      return ({ row }) => row.indicator_id === id;
    },
    state:
      (states: string[]) =>
      ({ row }) =>
        states.includes(row.state),
    from:
      (day: LocalDate) =>
      ({ row }) =>
        row.from !== null && row.from >= day,
    to:
      (day: LocalDate) =>
      ({ row }) =>
        lastDay(row)! <= day,
    followUp:
      (given: boolean, { all }) =>
      ({ row }) =>
        all.figureRemarks.some(one => one.figure_id === row.id && one.follow_up && one.settled_on === null) === given,
    unusual:
      (given: boolean, world) =>
      ({ row }) =>
        (outlierOf(world, row) !== null) === given,
  },
  order: bothWays('ENDS', ({ row }) => row.to, byBytes),
};

const lastOf = ({ row }: Shown<DatedRow>): LocalDate => lastDay(row)!;
const indicatorOf =
  (column: string): Answer =>
  ({ row, day }: Shown, _, world) =>
    shownIndicator(world, row[column], day);
const identitiesOf = (column: string, id: string, { all }: World, day: LocalDate): Shown[] =>
  shownAll(
    'Identity',
    all.identities.filter(one => one[column] === id).toSorted((a, b) => byVietnamese(a.name, b.name) || byBytes(a.id, b.id)),
    day,
  );

const byDefinition =
  (column: string): Answer =>
  ({ row, day }: Shown, _, world) =>
    definitionOn(world, row.id, day)[column];

export const figuresChapter: Chapter = {
  lists: { Indicator: indicatorList, Identity: identityList, Figure: figureList },
  nodes: { Indicator: rows => rows.indicators, Identity: rows => rows.identities, Figure: rows => rows.figures },
  fields: {
    Query: {
      indicators: rootPage('Indicator', indicatorList),
      identities: rootPage('Identity', identityList),
      figures: rootPage('Figure', figureList),
    },
    Indicator: {
      id: idOf,
      ...columns({ code: 'code', version: 'version' }),
      name: byDefinition('name'),
      measure: byDefinition('measure'),
      rollUp: byDefinition('roll_up'),
      definitions: ({ row, day }: Shown, _, world) => shownAll('IndicatorDefinition', definitionsOf(world, row.id), day),
      identities: ({ row, day }: Shown, _, world) => identitiesOf('total_id', row.id, world, day),
      history: historyOf('Indicator'),
    },
    IndicatorDefinition: {
      ...columns({
        name: 'name',
        measure: 'measure',
        definition: 'definition',
        decimals: 'decimals',
        rollUp: 'roll_up',
        validFrom: 'from',
        basis: 'basis',
      }),
      numerator: indicatorOf('numerator_id'),
      denominator: indicatorOf('denominator_id'),
      validTo: ({ row }: Shown<DatedRow>) => lastDay(row),
    },
    Identity: {
      id: idOf,
      ...columns({ name: 'name', kind: 'kind', note: 'note', version: 'version' }),
      total: indicatorOf('total_id'),
      parts: ({ row, day }: Shown, _, world) =>
        world.all.identityParts
          .filter(one => one.identity_id === row.id)
          .map(one => shownIndicator(world, one.indicator_id!, day)!)
          .toSorted((a, b) => byBytes(a.row.code, b.row.code)),
      history: historyOf('Identity'),
    },
    Figure: {
      id: idOf,
      ...columns({
        covers: 'covers',
        starts: 'starts',
        ends: 'ends',
        raw: 'raw',
        reading: 'reading',
        qualifier: 'qualifier',
        page: 'page',
        note: 'note',
        state: 'state',
        returnReason: 'return_reason',
        version: 'version',
      }),
      indicator: (shown: Shown<DatedRow>, _, world) => shownIndicator(world, shown.row.indicator_id, lastOf(shown)),
      unit: (shown: Shown<DatedRow>, _, world) => shownUnit(world, shown.row.unit_id, lastOf(shown)),
      measure: (shown: Shown<DatedRow>, _, world) => definitionOn(world, shown.row.indicator_id, lastOf(shown)).measure,
      source: ({ row }: Shown, _, { all }) => all.figureSources.find(one => one.id === row.source_id)!.title,
      identities: ({ row }: Shown, _, world) => resultsAt(world, one => one.id === row.id),
      history: historyOf('Figure'),
    },
    IdentityResult: {
      ...columns({
        name: 'name',
        starts: 'starts',
        ends: 'ends',
        stated: 'stated',
        computed: 'computed',
        residual: 'residual',
        closes: 'closes',
        missing: 'missing',
        approved: 'approved',
        explanation: 'explanation',
      }),
      identity: ({ row, day }: Shown, _, { all }) => shownIn('Identity', all.identities, row.identity_id, day),
      unit: (shown: Shown<DatedRow>, _, world) => shownUnit(world, shown.row.unit_id, lastOf(shown)),
    },
  },
};
