import type { LocalDate } from '../../src/shared/dates.js';
import { Exact } from '../../src/shared/exact.js';
import { bothWays, byBytes, rowId, type ListOracle, type Shown, type World } from './oracle.chapter.js';
import type { AnyRow, Dated } from './oracle.rows.js';
import { reachOf } from './oracle.units.js';

type DatedRow = AnyRow & Dated;

const isAboutTheSame = (one: AnyRow, other: AnyRow, ...more: string[]): boolean =>
  ['indicator_id', 'unit_id', 'covers', ...more].every(column => one[column] === other[column]);

const days = ({ from, to }: DatedRow): number => (Date.parse(to!) - Date.parse(from!)) / 86_400_000;
const isAsLong = (one: DatedRow, other: DatedRow): boolean =>
  one.from === null || other.from === null ? one.from === other.from : Math.abs(days(one) - days(other)) <= 3;
const isBefore = (one: DatedRow, other: DatedRow): boolean => (other.from === null ? one.to! < other.to! : one.to! <= other.from);

/** Approved figures of earlier periods that are equally long, the latest first. */
export const earlierFigures = ({ all }: World, figure: DatedRow): DatedRow[] =>
  all.figures
    .filter(one => one.state === 'APPROVED' && isAboutTheSame(one, figure) && isAsLong(one, figure) && isBefore(one, figure))
    .toSorted((a, b) => byBytes(b.to!, a.to!) || byBytes(a.id, b.id));

/** Far from what the unit reported before: below half of the smallest, or above twice the largest, of three or more. */
export function outlierOf(world: World, figure: DatedRow): (AnyRow & { id: string }) | null {
  const readings = earlierFigures(world, figure).map(({ reading }) => Exact.read(reading));
  if (readings.length < 3) return null;
  const [first, ...others] = readings as [Exact, ...Exact[]];
  const [smallest, largest] = [Exact.least(first, ...others), Exact.greatest(first, ...others)];
  const [reading, two] = [Exact.read(figure.reading), Exact.of(2)];
  if (reading.times(two).compare(smallest) >= 0 && reading.compare(largest.times(two)) <= 0) return null;
  return { id: figure.id, earlier: readings.length, smallest: String(smallest), largest: String(largest) };
}

/** A target with the approved figure of exactly its period. */
function withFigure({ all }: World, target: DatedRow): DatedRow {
  const figure = all.figures.find(one => one.state === 'APPROVED' && isAboutTheSame(one, target, 'starts', 'ends'));
  return { ...target, reading: figure?.reading ?? null, reached: figure ? isReached(figure, target) : null };
}

function isReached({ reading, qualifier }: AnyRow, { value, direction }: AnyRow): boolean | null {
  if (qualifier === 'ABOUT') return null;
  const compared = Exact.read(reading).compare(Exact.read(value));
  const certain = qualifier === 'EXACT';
  if (direction === 'AT_LEAST') return compared >= 0 ? true : certain ? false : null;
  return compared > 0 ? false : certain ? true : null;
}

export function shownTarget(world: World, figure: DatedRow, day: LocalDate): Shown<DatedRow> | null {
  const found = world.rows.figureTargets.find(one => isAboutTheSame(one, figure, 'starts', 'ends'));
  return found ? { type: 'FigureTarget', row: withFigure(world, found), day } : null;
}

export const figureTargetList: ListOracle<Shown<DatedRow>> = {
  things: (world, day) => world.rows.figureTargets.map(row => ({ type: 'FigureTarget', row: withFigure(world, row), day })),
  filter: {
    unitId: (id: string, world, day) => {
      const units = reachOf(world, rowId('Unit', id), day);
      return ({ row }) => units.has(row.unit_id);
    },
    indicatorId: (given: string) => {
      const id = rowId('Indicator', given);
      return ({ row }) => row.indicator_id === id;
    },
    reached:
      (reached: boolean) =>
      ({ row }) =>
        row.reached === reached,
  },
  order: bothWays('ENDS', ({ row }) => row.to, byBytes),
};
