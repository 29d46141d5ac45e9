import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { RemoveReview } from '#documents/review-records';
import { Review } from '#documents/reviews';
import addresses from '../../api/addresses.json';
import { useDay } from '../../api/day.js';
import { dayText, decimalText, momentText, numberText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { Doings, RowDoings } from '../../parts/doings.js';
import { IdentityList } from '../../parts/figures/identity.list.js';
import { RemoveWindow } from '../../parts/record.windows.js';
import { Story } from '../../parts/story.js';
import { useFigureTexts } from '../../texts/figure.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { DataTable } from '../../ui/data-table.js';
import { icons } from '../../ui/icons.js';
import { To, useGo } from '../../ui/link.js';
import { Facts, Page, Part } from '../../ui/page.js';
import { NotFound, Reading } from '../../ui/states.js';
import { MovesWindow } from './moves.window.js';
import { ReviewWindow } from './open.window.js';
import type { ShownReview } from './review.shown.js';
import { FreezeWindow } from './review.windows.js';
import { TasksPart } from './tasks.part.js';
import { UnitsPart } from './units.part.js';

export function ReviewPage(): ReactNode {
  const { id = '' } = useParams();
  const read = useRead(Review, { id, asOf: useDay() });
  return <Reading of={read}>{({ review }) => (review ? <Whole of={review} /> : <NotFound />)}</Reading>;
}

/** What is reported, by whom and who has not, whether it agrees, and what comes of it. It prints as it is shown. */
function Whole({ of }: { of: ShownReview }): ReactNode {
  const { texts, terms } = useWords();
  const { reviews, figures } = useFigureTexts();
  const [may, go] = [useMay(), useGo()];
  return (
    <Page
      title={of.name}
      above={<To to={`/${addresses.reviews}`}>{reviews.title}</To>}
      below={`${terms.ReviewKind[of.kind]} · ${of.unit.fullName} · ${of.period}`}
      actions={
        <>
          <Button variant="default" leftSection={icons.print} onClick={() => print()}>
            {texts.common.print}
          </Button>
          {may('review.manage') && (
            <Doings
              of={[
                { title: reviews.freeze, window: close => <FreezeWindow of={of} onClose={close} /> },
                { title: reviews.correct, window: close => <ReviewWindow of={of} onClose={close} /> },
              ]}
              rare={[
                {
                  title: reviews.remove,
                  window: close => (
                    <RemoveWindow
                      title={reviews.remove}
                      hint={reviews.removeHint}
                      command={RemoveReview}
                      of={of}
                      onClose={close}
                      onDone={() => go(`/${addresses.reviews}`)}
                    />
                  ),
                },
              ]}
            />
          )}
        </>
      }
    >
      <div className="columns">
        <div className="narrow-tables">
          <FiguresPart of={of} />
          <Part title={figures.identities}>
            <IdentityList of={of.identities} />
          </Part>
          <ComparisonPart of={of} />
          <TasksPart of={of} />
          <Part title={figures.story}>
            <Story of={of.history} />
          </Part>
        </div>
        <div>
          <Part title={reviews.facts}>
            <Facts
              of={[
                [reviews.columns.unit, <To to={`/${addresses.units}/${of.unit.id}`}>{of.unit.fullName}</To>],
                [reviews.organisers, of.organisers.map(({ fullName }) => fullName).join(', ')],
                [reviews.theme, of.theme],
                [
                  reviews.models,
                  of.models.nodes.length > 0 &&
                    of.models.nodes.map(({ id, title }) => (
                      <div key={id}>
                        <To to={`/${addresses.models}/${id}`}>{title}</To>
                      </div>
                    )),
                ],
                [reviews.columns.dueOn, dayText(of.dueOn)],
                [reviews.columns.heldOn, dayText(of.heldOn)],
                [reviews.previous, of.previous && <To to={`/${addresses.reviews}/${of.previous.id}`}>{of.previous.name}</To>],
                [figures.note, of.note],
              ]}
            />
          </Part>
          <UnitsPart of={of} />
          <Part title={reviews.freezes}>
            {of.freezes.length === 0 && <p className="quiet">{reviews.noFreezes}</p>}
            <ul className="plain-list">
              {of.freezes.map(({ id, frozenAt, asOf, basis, notes }) => (
                <li key={id}>
                  {momentText(frozenAt)} · {terms.ReviewBasis[basis]} · {reviews.asOf(dayText(asOf))}{' '}
                  <RowDoings
                    name={momentText(frozenAt)}
                    of={[{ title: reviews.moves, onAnyDay: true, window: close => <MovesWindow freezeId={id} onClose={close} /> }]}
                  />
                  {notes.map(note => (
                    <p key={note} className="quiet">
                      {note}
                    </p>
                  ))}
                </li>
              ))}
            </ul>
          </Part>
        </div>
      </div>
    </Page>
  );
}

function FiguresPart({ of: { figures: shown } }: { of: ShownReview }): ReactNode {
  const { language, terms } = useWords();
  const { figures, reviews } = useFigureTexts();
  const heads = figures.columns;
  return (
    <Part title={figures.title}>
      {shown.nodes.length === 0 ? (
        <p className="quiet">{figures.empty}</p>
      ) : (
        <DataTable
          label={figures.title}
          rows={shown.nodes}
          idOf={({ id }) => id}
          columns={[
            {
              key: 'indicator',
              head: heads.indicator,
              fixed: true,
              cell: ({ id, indicator }) => <To to={`/${addresses.figures}/${id}`}>{indicator.name}</To>,
            },
            { key: 'unit', head: heads.unit, cell: ({ unit }) => unit.fullName },
            { key: 'raw', head: heads.raw, numeric: true, cell: ({ raw }) => raw },
            {
              key: 'reading',
              head: heads.reading,
              numeric: true,
              cell: ({ reading, measure }) => `${decimalText(reading, language)} ${measure}`,
            },
            { key: 'state', head: heads.state, cell: ({ state }) => terms.FigureState[state] },
          ]}
        />
      )}
      {(shown.totalCount ?? 0) > shown.nodes.length && (
        <p className="quiet">{reviews.onlyFirst(numberText(shown.nodes.length, language), numberText(shown.totalCount ?? 0, language))}</p>
      )}
    </Part>
  );
}

function ComparisonPart({ of: { comparison } }: { of: ShownReview }): ReactNode {
  const { language } = useWords();
  const { figures, reviews } = useFigureTexts();
  const number = (decimal: string | null): string => decimalText(decimal, language) || '–';
  if (comparison.length === 0) return null;
  return (
    <Part title={reviews.comparison}>
      <DataTable
        label={reviews.comparison}
        rows={comparison}
        idOf={({ indicator, unit }) => `${indicator.id} ${unit.id}`}
        columns={[
          { key: 'indicator', head: figures.columns.indicator, fixed: true, cell: ({ indicator }) => indicator.name },
          { key: 'unit', head: figures.columns.unit, cell: ({ unit }) => unit.fullName },
          { key: 'previous', head: reviews.before, numeric: true, cell: ({ previous }) => number(previous) },
          { key: 'reading', head: reviews.now, numeric: true, cell: ({ reading, indicator }) => `${number(reading)} ${indicator.measure}` },
          { key: 'change', head: reviews.change, numeric: true, cell: ({ change }) => number(change) },
        ]}
      />
    </Part>
  );
}
