import { innerMap } from '../../shared/inner-map.js';
import type { Bilingual } from '../../shared/language.js';
import { MEASURE_NAMES } from './statistics.terms.js';
import type { StatisticsDimension, StatisticsMeasure } from './statistics-kinds.js';
import type { StatisticsCell } from './statistics.graphql.js';
import type { Axis } from './axis.js';

/** Why the values of a dimension can add up to more than their total. */
const COUNTED_TWICE: Partial<Record<StatisticsDimension, Bilingual>> = {
  UNIT: {
    vi: 'Mô hình của nhiều đơn vị tính ở mỗi đơn vị, nhưng chỉ một lần trong tổng.',
    en: 'A model of several units counts at each of them, but once in totals.',
  },
  THEME: {
    vi: 'Mô hình có nhiều chuyên đề tính ở mỗi chuyên đề, nhưng chỉ một lần trong tổng.',
    en: 'A model of several themes counts in each of them, but once in totals.',
  },
  YEAR: {
    vi: 'Mô hình được tính ở nhiều kỳ chỉ tính một lần trong tổng.',
    en: 'A model that counts in several periods counts once in totals.',
  },
  LEVEL: {
    vi: 'Mô hình được công nhận ở nhiều cấp tính ở mỗi cấp, nhưng chỉ một lần trong tổng.',
    en: 'A model recognised at several levels counts at each of them, but once in totals.',
  },
  ROUND: {
    vi: 'Mô hình thuộc nhiều đợt tính ở mỗi đợt, nhưng chỉ một lần trong tổng.',
    en: 'A model of several rounds counts in each of them, but once in totals.',
  },
};

/** Sentences that a reader of the table needs, each with the measures that it is about. */
export function notesOf(cells: readonly StatisticsCell[], rows: readonly Axis[], columns: readonly Axis[]): Bilingual[] {
  return [...notesOfSide(cells, rows, 'row', 'column'), ...notesOfSide(cells, columns, 'column', 'row')];
}

function notesOfSide(
  cells: readonly StatisticsCell[],
  axes: readonly Axis[],
  side: 'row' | 'column',
  other: 'row' | 'column',
): Bilingual[] {
  if (axes.length === 0) return [];
  // By the measure and the other side: what the values add up to beyond their total.
  const beyond = new Map<StatisticsMeasure, Map<number | null, number>>();
  for (const cell of cells) {
    const ofMeasure = innerMap(beyond, cell.measure);
    ofMeasure.set(cell[other], (ofMeasure.get(cell[other]) ?? 0) + (cell[side] === null ? -cell.value : cell.value));
  }
  const more = [...beyond].flatMap(([measure, sums]) => ([...sums.values()].some(sum => sum > 0) ? measure : []));
  if (more.length === 0) return [];
  const named = (language: 'vi' | 'en'): string => more.map(measure => MEASURE_NAMES[measure][language]).join(', ');
  return axes.flatMap(({ by }) => {
    const note = COUNTED_TWICE[by === 'QUARTER' ? 'YEAR' : by === 'MOVEMENT' ? 'ROUND' : by];
    return note ? [{ vi: `${note.vi} (${named('vi')})`, en: `${note.en} (${named('en')})` }] : [];
  });
}
