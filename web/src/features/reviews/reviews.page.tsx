import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Reviews, type ReviewsData } from '#documents/reviews';
import addresses from '../../api/addresses.json';
import { useDay } from '../../api/day.js';
import { dayText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { UnitFilter } from '../../parts/picks/unit.filter.js';
import { useFigureTexts } from '../../texts/figure.texts.js';
import { useWords } from '../../texts/texts.context.js';
import type { Column } from '../../ui/data-table.js';
import { To, useGo } from '../../ui/link.js';
import { List } from '../../ui/list.js';
import { PAGE_SIZE, useListState } from '../../ui/list-state.js';
import { Page } from '../../ui/page.js';
import { Empty } from '../../ui/states.js';
import { ReviewWindow } from './open.window.js';

type Row = ReviewsData['reviews']['nodes'][number];

export function ReviewsPage(): ReactNode {
  const { terms } = useWords();
  const { reviews } = useFigureTexts();
  const [may, go, state] = [useMay(), useGo(), useListState()];
  const [opening, setOpening] = useState(false);
  const heads = reviews.columns;
  const columns: readonly Column<Row>[] = [
    { key: 'name', head: heads.name, fixed: true, cell: ({ id, name }) => <To to={`/${addresses.reviews}/${id}`}>{name}</To> },
    { key: 'kind', head: heads.kind, cell: ({ kind }) => terms.ReviewKind[kind] },
    { key: 'unit', head: heads.unit, cell: ({ unit }) => unit.fullName },
    { key: 'period', head: heads.period, cell: ({ period }) => period },
    { key: 'dueOn', head: heads.dueOn, cell: ({ dueOn }) => dayText(dueOn) },
    { key: 'heldOn', head: heads.heldOn, cell: ({ heldOn }) => dayText(heldOn) },
  ];
  const read = useRead(Reviews, { asOf: useDay(), after: state.after, first: PAGE_SIZE, filter: { unitId: state.filter('donvi') } });
  return (
    <Page
      title={reviews.title}
      total={read.data?.reviews.totalCount}
      actions={may('review.manage') && <Button onClick={() => setOpening(true)}>{reviews.open}</Button>}
    >
      <List
        label={reviews.title}
        read={read}
        of={data => data.reviews}
        columns={columns}
        state={state}
        idOf={({ id }) => id}
        filters={<UnitFilter state={state} />}
        empty={
          <Empty title={reviews.empty}>
            <p>{reviews.emptyText}</p>
          </Empty>
        }
      />
      {opening && <ReviewWindow onClose={() => setOpening(false)} onDone={id => go(`/${addresses.reviews}/${id}`)} />}
    </Page>
  );
}
