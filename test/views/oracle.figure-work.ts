import { Exact } from '../../src/shared/exact.js';
import { historyOf } from './oracle.audit.js';
import { byBytes, columns, idOf, shownAll, shownIn, type Chapter, type Shown } from './oracle.chapter.js';
import { earlierFigures, figureTargetList, outlierOf, shownTarget } from './oracle.figure-targets.js';
import { shownIndicator } from './oracle.figures.js';
import { rootPage } from './oracle.page.js';
import type { AnyRow, Dated } from './oracle.rows.js';
import { lastDay, shownUnit } from './oracle.units.js';

type DatedRow = AnyRow & Dated;

/** What figures are compared with, and what is said about them. */
export const figureWorkChapter: Chapter = {
  lists: { FigureTarget: figureTargetList },
  nodes: { FigureTarget: rows => rows.figureTargets, FigureRemark: rows => rows.figureRemarks },
  fields: {
    Query: { figureTargets: rootPage('FigureTarget', figureTargetList) },
    Figure: {
      target: ({ row, day }: Shown<DatedRow>, _, world) => shownTarget(world, row, day),
      previous: ({ row, day }: Shown<DatedRow>, _, world) =>
        shownIn('Figure', world.rows.figures, earlierFigures(world, row)[0]?.id ?? null, day),
      change: ({ row }: Shown<DatedRow>, _, world) => {
        const [before] = earlierFigures(world, row);
        return before ? Exact.read(row.reading).minus(Exact.read(before.reading)).toString() : null;
      },
      outlier: ({ row, day }: Shown<DatedRow>, _, world) => {
        const found = outlierOf(world, row);
        return found && { type: 'FigureOutlier', row: found, day };
      },
      remarks: ({ row, day }: Shown, _, { all }) =>
        shownAll(
          'FigureRemark',
          all.figureRemarks.filter(one => one.figure_id === row.id).toSorted((a, b) => byBytes(a.id, b.id)),
          day,
        ),
    },
    FigureOutlier: columns({ earlier: 'earlier', smallest: 'smallest', largest: 'largest' }),
    FigureRemark: {
      id: idOf,
      ...columns({
        text: 'text',
        followUp: 'follow_up',
        author: 'author',
        saidOn: 'said_on',
        settledOn: 'settled_on',
        outcome: 'outcome',
        version: 'version',
      }),
      history: historyOf('FigureRemark'),
    },
    FigureTarget: {
      id: idOf,
      ...columns({
        covers: 'covers',
        starts: 'starts',
        ends: 'ends',
        value: 'value',
        direction: 'direction',
        basis: 'basis',
        version: 'version',
        reading: 'reading',
        reached: 'reached',
      }),
      indicator: (shown: Shown<DatedRow>, _, world) => shownIndicator(world, shown.row.indicator_id, lastDay(shown.row)!),
      unit: (shown: Shown<DatedRow>, _, world) => shownUnit(world, shown.row.unit_id, lastDay(shown.row)!),
      history: historyOf('FigureTarget'),
    },
  },
};
