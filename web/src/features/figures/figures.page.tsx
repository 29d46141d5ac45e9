import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { ApproveFigures, Figures, type FiguresData, type Schema } from '#documents/figures';
import addresses from '../../api/addresses.json';
import { useCommand } from '../../api/command.js';
import { useDay } from '../../api/day.js';
import { decimalText, partialText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { UnitFilter } from '../../parts/picks/unit.filter.js';
import { useFigureTexts } from '../../texts/figure.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { Badge } from '../../ui/badge.js';
import type { Column } from '../../ui/data-table.js';
import { ChoiceFilter, oneOf, pairs } from '../../ui/filters.js';
import { Problems } from '../../ui/form.fields.js';
import { To, useGo } from '../../ui/link.js';
import { List } from '../../ui/list.js';
import { PAGE_SIZE, useListState } from '../../ui/list-state.js';
import { Page } from '../../ui/page.js';
import { Empty } from '../../ui/states.js';
import { useSay } from '../../ui/toast.js';
import type { Problem } from '../../api/problem.js';
import { toneOf } from './figure.shown.js';
import { ReportWindow } from './report.window.js';

type Row = FiguresData['figures']['nodes'][number];
const ORDERS = ['ENDS', 'ENDS_DESC'] as const;

/** Figures as they were reported; those that are chosen are approved together. */
export function FiguresPage(): ReactNode {
  const { language, terms } = useWords();
  const { figures } = useFigureTexts();
  const [may, go, say, state] = [useMay(), useGo(), useSay(), useListState()];
  const [reporting, setReporting] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const approve = useCommand(ApproveFigures);
  const heads = figures.columns;
  const columns: readonly Column<Row>[] = [
    {
      key: 'indicator',
      head: heads.indicator,
      fixed: true,
      cell: ({ id, indicator }) => <To to={`/${addresses.figures}/${id}`}>{indicator.name}</To>,
    },
    { key: 'unit', head: heads.unit, cell: ({ unit }) => unit.fullName },
    {
      key: 'period',
      head: heads.period,
      orders: ORDERS,
      cell: ({ starts, ends }) => [partialText(starts), partialText(ends)].filter(Boolean).join(' – '),
    },
    { key: 'raw', head: heads.raw, numeric: true, cell: ({ raw }) => raw },
    { key: 'reading', head: heads.reading, numeric: true, cell: ({ reading, measure }) => `${decimalText(reading, language)} ${measure}` },
    { key: 'state', head: heads.state, cell: ({ state: is }) => <Badge tone={toneOf[is]}>{terms.FigureState[is]}</Badge> },
  ];
  const shown = oneOf(state.filter('trangthai'), Object.keys(terms.FigureState) as Schema.FigureState[]);
  const read = useRead(Figures, {
    asOf: useDay(),
    after: state.after,
    first: PAGE_SIZE,
    orderBy: oneOf(state.order, ORDERS) ?? 'ENDS_DESC',
    filter: { unitId: state.filter('donvi'), ...(shown && { state: [shown] }) },
  });
  const approveChosen = async (): Promise<void> => {
    const outcome = await approve.run({ ids: [...chosen] });
    setProblems(outcome.done ? [] : outcome.problems);
    if (!outcome.done) return;
    setChosen(new Set());
    say(figures.approved);
  };
  return (
    <Page
      title={figures.title}
      total={read.data?.figures.totalCount}
      actions={
        <>
          <To to={`/${addresses.figures}/chi-tieu`} className="button">
            {figures.targets}
          </To>
          {may('figure.report') && <Button onClick={() => setReporting(true)}>{figures.report}</Button>}
        </>
      }
    >
      <Problems of={problems} />
      <List
        label={figures.title}
        read={read}
        of={data => data.figures}
        columns={columns}
        state={state}
        defaultOrder="ENDS_DESC"
        idOf={({ id }) => id}
        nameOf={({ indicator, unit }) => `${indicator.name}, ${unit.fullName}`}
        selection={may('figure.approve') ? { ids: chosen, set: setChosen } : undefined}
        bulk={
          <Button loading={approve.running} onClick={() => void approveChosen()}>
            {figures.approveChosen(chosen.size)}
          </Button>
        }
        filters={
          <>
            <UnitFilter state={state} />
            <ChoiceFilter state={state} name="trangthai" label={heads.state} choices={pairs(terms.FigureState)} />
          </>
        }
        empty={
          <Empty title={figures.empty}>
            <p>{figures.emptyText}</p>
          </Empty>
        }
      />
      {reporting && <ReportWindow onClose={() => setReporting(false)} onDone={id => go(`/${addresses.figures}/${id}`)} />}
    </Page>
  );
}
