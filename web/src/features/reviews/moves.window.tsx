import { Suspense, type ReactNode } from 'react';
import { ReviewMoves } from '#documents/reviews';
import { decimalText } from '../../api/format.js';
import { useRead } from '../../api/read.js';
import { useFigureTexts } from '../../texts/figure.texts.js';
import { useWords, wordIn } from '../../texts/texts.context.js';
import { useTrailTexts } from '../../texts/trail.texts.js';
import { DataTable } from '../../ui/data-table.js';
import { Loading, Reading } from '../../ui/states.js';
import { Window } from '../../ui/window.js';

/** What became of the numbers since they were frozen. */
export function MovesWindow({ freezeId, onClose }: { freezeId: string; onClose: () => void }): ReactNode {
  const { reviews } = useFigureTexts();
  return (
    <Window title={reviews.moves} onClose={onClose} size="xl">
      <Suspense fallback={<Loading />}>
        <Moves freezeId={freezeId} />
      </Suspense>
    </Window>
  );
}

function Moves({ freezeId }: { freezeId: string }): ReactNode {
  const { language } = useWords();
  const { reviews } = useFigureTexts();
  const trail = useTrailTexts();
  const read = useRead(ReviewMoves, { freezeId });
  const number = (decimal: string | null): string => decimalText(decimal, language) || '–';
  return (
    <Reading of={read}>
      {({ reviewMoves }) =>
        reviewMoves.length === 0 ? (
          <p className="quiet">{reviews.noMoves}</p>
        ) : (
          <DataTable
            label={reviews.moves}
            rows={reviewMoves}
            idOf={({ what }) => what}
            columns={[
              { key: 'what', head: reviews.moved, fixed: true, cell: ({ what }) => what },
              { key: 'frozen', head: reviews.before, numeric: true, cell: ({ frozen }) => number(frozen) },
              { key: 'now', head: reviews.now, numeric: true, cell: ({ now }) => number(now) },
              { key: 'action', head: reviews.movedBy, cell: ({ action }) => action && wordIn(trail.actions, action) },
            ]}
          />
        )
      }
    </Reading>
  );
}
