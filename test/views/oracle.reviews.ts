import { addDays, type LocalDate } from '../../src/shared/dates.js';
import { Exact } from '../../src/shared/exact.js';
import { historyOf } from './oracle.audit.js';
import {
  byBytes,
  byVietnamese,
  columns,
  idOf,
  moment,
  rowId,
  shownAll,
  shownIn,
  type Answer,
  type Chapter,
  type ListOracle,
  type Shown,
  type World,
} from './oracle.chapter.js';
import { commendationList } from './oracle.commendations.js';
import { figureList, shownIndicator } from './oracle.figures.js';
import { resultsAt } from './oracle.identities.js';
import { modelList } from './oracle.models.js';
import { nestedPage, rootPage } from './oracle.page.js';
import type { AnyRow, Dated } from './oracle.rows.js';
import { reachOf, shownUnit, spanOn } from './oracle.units.js';

type DatedRow = AnyRow & Dated;

const reviewList: ListOracle<Shown<DatedRow>> = {
  things: ({ rows }, day) =>
    shownAll(
      'Review',
      rows.reviews.filter(row => row.from! <= day),
      day,
    ),
  filter: {
    unitId: (id: string, world, day) => {
      const units = reachOf(world, rowId('Unit', id), day);
      return ({ row }) => units.has(row.unit_id);
    },
    kind:
      (kinds: string[]) =>
      ({ row }) =>
        kinds.includes(row.kind),
  },
  order: {
    ENDS_DESC: { key: ({ row }) => row.to, compare: byBytes, descending: true },
    NAME: { key: ({ row }) => row.name, compare: byVietnamese },
  },
};

/** Whether the figure is of the review’s unit or of one that reports for it, within its period. */
function isOf({ all }: World, reviewId: string, figure: DatedRow): boolean {
  const review = all.reviews.find(({ id }) => id === reviewId)!;
  const units = [review.unit_id, ...all.reviewUnits.filter(one => one.review_id === reviewId).map(one => one.unit_id)];
  return units.includes(figure.unit_id) && figure.from !== null && figure.from >= review.from! && figure.to! <= review.to!;
}

function comparison(world: World, review: DatedRow): Shown[] {
  if (review.previous_id === null) return [];
  const approved = (figures: readonly DatedRow[], id: string): DatedRow[] =>
    figures.filter(one => one.state === 'APPROVED' && isOf(world, id, one));
  const isAbout = (one: AnyRow, other: AnyRow): boolean =>
    ['indicator_id', 'unit_id', 'covers'].every(column => one[column] === other[column]);
  const latestFirst = (a: DatedRow, b: DatedRow): number => byBytes(b.to!, a.to!) || byBytes(a.id, b.id);
  const [figures, earlier] = [
    approved(world.rows.figures, review.id),
    approved(world.rows.figures, review.previous_id).toSorted(latestFirst),
  ];
  const compared = figures.map((figure): DatedRow => {
    const previous = earlier.find(one => isAbout(one, figure))?.reading ?? null;
    const change = previous === null ? null : Exact.read(figure.reading).minus(Exact.read(previous)).toString();
    return { ...figure, previous, change };
  });
  const gone = earlier
    .filter(one => earlier.find(each => isAbout(each, one)) === one && !figures.some(figure => isAbout(figure, one)))
    .map((one): DatedRow => ({ ...one, reading: null, previous: one.reading, change: null }));
  return [...compared, ...gone].toSorted((a, b) => byBytes(a.id, b.id)).map(row => ({ type: 'ReviewComparison', row, day: world.today }));
}

const unitEvents = ({ all }: World, review: DatedRow): AnyRow[] =>
  all.events
    .filter(event => {
      const { state, effective_on: on } = event as AnyRow;
      const isWithin = state === 'APPLIED' && on !== null && on > review.from! && on < review.to!;
      const traces = all.traces as unknown as readonly AnyRow[];
      return isWithin && traces.some(trace => trace.event_id === event.id && touches(trace, review.unit_id));
    })
    .toSorted((a, b) => byBytes((a as AnyRow).effective_on, (b as AnyRow).effective_on) || byBytes(a.id, b.id)) as AnyRow[];

const touches = ({ relation, before, after }: AnyRow, unitId: string): boolean =>
  relation === 'unit_span' && [before, after].some(row => row && [row.unit_id, row.parent_id].includes(unitId));

function submissionState({ submitted_on, extended_to, due_on }: AnyRow, day: LocalDate): string {
  const due: LocalDate | null = extended_to ?? due_on;
  if (submitted_on !== null && submitted_on <= day) return due !== null && submitted_on > due ? 'LATE' : 'SUBMITTED';
  if (due !== null && due < day) return 'OVERDUE';
  return extended_to === null ? 'AWAITED' : 'EXTENDED';
}

const lastDayOf = ({ to }: DatedRow): LocalDate => addDays(to!, -1);
const frozen =
  (type: string, list: string): Answer =>
  ({ row, day }: Shown) =>
    (row.answer[list] as AnyRow[]).map(each => ({ type, row: each, day }));

export const reviewsChapter: Chapter = {
  lists: { Review: reviewList },
  nodes: { Review: rows => rows.reviews, ReviewTask: rows => rows.reviewTasks, ReviewFreeze: rows => rows.reviewFreezes },
  fields: {
    Query: {
      reviews: rootPage('Review', reviewList),
      review: (_, args, { rows, today }) => shownIn('Review', rows.reviews, rowId('Review', args.id), args.asOf ?? today),
    },
    Review: {
      id: idOf,
      ...columns({
        name: 'name',
        kind: 'kind',
        theme: 'theme',
        period: 'period_text',
        starts: 'starts',
        ends: 'ends',
        heldOn: 'held_on',
        dueOn: 'due_on',
        note: 'note',
        version: 'version',
      }),
      unit: ({ row, day }: Shown<DatedRow>, _, world) => shownUnit(world, row.unit_id, [lastDayOf(row), day].toSorted()[0]!),
      organisers: ({ row, day }: Shown, _, world) =>
        world.all.reviewOrganisers
          .filter(one => one.review_id === row.id)
          .toSorted((a, b) => a.ordinal - b.ordinal)
          .map(one => shownUnit(world, one.unit_id, day)),
      units: ({ row, day }: Shown, _, world) =>
        world.all.reviewUnits
          .filter(one => one.review_id === row.id)
          .map((one): AnyRow => ({ ...one, id: one.unit_id, due_on: row.due_on, name: spanOn(world, one.unit_id, day).name }))
          .toSorted((a, b) => byVietnamese(a.name, b.name) || byBytes(a.unit_id, b.unit_id))
          .map(one => ({ type: 'ReviewUnit', row: one, day })),
      unitEvents: ({ row, day }: Shown<DatedRow>, _, world) => shownAll('UnitEvent', unitEvents(world, row), day),
      identities: ({ row }: Shown, _, world) => resultsAt(world, figure => isOf(world, row.id, figure)),
      tasks: ({ row, day }: Shown, _, { rows }) =>
        shownAll(
          'ReviewTask',
          rows.reviewTasks.filter(one => one.review_id === row.id).toSorted((a, b) => byBytes(a.id, b.id)),
          day,
        ),
      previous: ({ row, day }: Shown, _, { rows }) => shownIn('Review', rows.reviews, row.previous_id, day),
      comparison: ({ row }: Shown<DatedRow>, _, world) => comparison(world, row),
      freezes: ({ row, day }: Shown, _, { rows }) =>
        shownAll(
          'ReviewFreeze',
          rows.reviewFreezes
            .filter(one => one.review_id === row.id)
            .toSorted((a, b) => Number(b.frozen_at) - Number(a.frozen_at) || byBytes(b.id, a.id)),
          day,
        ),
      figures: nestedPage('Figure', figureList, ({ row }: Shown<DatedRow>, { row: review }: Shown, world) => isOf(world, review.id, row)),
      models: nestedPage('EmulationModel', modelList, ({ row }: Shown, { row: review }: Shown, { all }) =>
        all.reviewModels.some(one => one.review_id === review.id && one.model_id === row.id),
      ),
      commendations: nestedPage('Commendation', commendationList, ({ row }: Shown, { row: review }: Shown, { all }) =>
        all.reviewCommendations.some(one => one.review_id === review.id && one.commendation_id === row.id),
      ),
      history: historyOf('Review'),
    },
    ReviewUnit: {
      ...columns({ extendedTo: 'extended_to', extensionReason: 'extension_reason', submittedOn: 'submitted_on' }),
      unit: ({ row, day }: Shown, _, world) => shownUnit(world, row.unit_id, day),
      state: ({ row, day }: Shown) => submissionState(row, day),
    },
    ReviewTask: {
      id: idOf,
      ...columns({ text: 'text', dueOn: 'due_on', state: 'state', outcome: 'outcome', version: 'version' }),
      owner: ({ row, day }: Shown, _, world) => shownUnit(world, row.owner_id, day),
      history: historyOf('ReviewTask'),
    },
    ReviewComparison: {
      ...columns({ reading: 'reading', previous: 'previous', change: 'change' }),
      indicator: ({ row }: Shown<DatedRow>, _, world) => shownIndicator(world, row.indicator_id, lastDayOf(row)),
      unit: ({ row }: Shown<DatedRow>, _, world) => shownUnit(world, row.unit_id, lastDayOf(row)),
    },
    ReviewFreeze: {
      id: idOf,
      ...columns({ basis: 'basis', asOf: 'as_of', asked: 'asked' }),
      frozenAt: moment('frozen_at'),
      numbers: frozen('FrozenNumber', 'numbers'),
      figures: frozen('FrozenFigure', 'figures'),
      identities: frozen('FrozenIdentity', 'identities'),
      notes: ({ row }: Shown) => row.answer.notes,
    },
    FrozenNumber: columns({ row: 'row', column: 'column', measure: 'measure', value: 'value', filter: 'filter' }),
    FrozenFigure: columns({
      code: 'code',
      indicator: 'indicator',
      measure: 'measure',
      unit: 'unit',
      raw: 'raw',
      reading: 'reading',
      qualifier: 'qualifier',
      state: 'state',
    }),
    FrozenIdentity: columns({ name: 'name', unit: 'unit', residual: 'residual', closes: 'closes', explanation: 'explanation' }),
  },
};
