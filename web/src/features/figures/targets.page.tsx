import type { ReactNode } from 'react';
import { CorrectFigureTarget, RemoveFigureTarget, SetFigureTarget } from '#documents/figure-records';
import { FigureTargets, type FigureTargetsData } from '#documents/figures';
import addresses from '../../api/addresses.json';
import { useDay } from '../../api/day.js';
import { decimalText, numberText, partialText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { Doings, RowDoings } from '../../parts/doings.js';
import { FieldsWindow } from '../../parts/fields.window.js';
import { UNITS } from '../../parts/picks/find.js';
import { UnitFilter } from '../../parts/picks/unit.filter.js';
import { RemoveWindow } from '../../parts/record.windows.js';
import { useFigureTexts } from '../../texts/figure.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { Badge } from '../../ui/badge.js';
import type { Column } from '../../ui/data-table.js';
import { ChoiceFilter, oneOf, pairs } from '../../ui/filters.js';
import { To } from '../../ui/link.js';
import { List } from '../../ui/list.js';
import { PAGE_SIZE, useListState } from '../../ui/list-state.js';
import { Page } from '../../ui/page.js';
import { Empty } from '../../ui/states.js';
import { INDICATORS } from './indicators.find.js';

type Row = FigureTargetsData['figureTargets']['nodes'][number];
const ORDERS = ['ENDS', 'ENDS_DESC'] as const;

/** What each figure is to reach, and whether it has. */
export function FigureTargetsPage(): ReactNode {
  const { language, texts, terms } = useWords();
  const { figures } = useFigureTexts();
  const state = useListState();
  const may = useMay()('figure.target');
  const heads = figures.columns;
  const columns: readonly Column<Row>[] = [
    { key: 'indicator', head: heads.indicator, fixed: true, cell: ({ indicator }) => indicator.name },
    { key: 'unit', head: heads.unit, cell: ({ unit }) => <To to={`/${addresses.units}/${unit.id}`}>{unit.fullName}</To> },
    {
      key: 'period',
      head: heads.period,
      orders: ORDERS,
      cell: ({ starts, ends }) => [partialText(starts), partialText(ends)].filter(Boolean).join(' – '),
    },
    {
      key: 'value',
      head: figures.targetValue,
      cell: ({ direction, value, indicator }) => `${terms.TargetDirection[direction]} ${decimalText(value, language)} ${indicator.measure}`,
    },
    { key: 'reading', head: heads.reading, numeric: true, cell: ({ reading }) => decimalText(reading, language) },
    { key: 'reached', head: heads.state, cell: ({ reached }) => <Reached of={reached} /> },
    { key: 'basis', head: figures.basis, cell: ({ basis }) => basis },
    { key: 'do', head: '', cell: target => may && <TargetDoings target={target} /> },
  ];
  const reached = state.filter('dat');
  const read = useRead(FigureTargets, {
    asOf: useDay(),
    after: state.after,
    first: PAGE_SIZE,
    orderBy: oneOf(state.order, ORDERS) ?? 'ENDS_DESC',
    filter: { unitId: state.filter('donvi'), ...(reached && { reached: reached === '1' }) },
  });
  const total = read.data?.figureTargets.totalCount;
  return (
    <Page
      title={figures.targets}
      above={<To to={`/${addresses.figures}`}>{figures.title}</To>}
      below={total === undefined ? undefined : texts.lists.total(numberText(total, language))}
      actions={<Doings of={[{ title: figures.setTarget, fits: may, window: close => <SetWindow onClose={close} /> }]} />}
    >
      <List
        label={figures.targets}
        read={read}
        of={({ figureTargets }) => figureTargets}
        columns={columns}
        state={state}
        defaultOrder="ENDS_DESC"
        idOf={({ id }) => id}
        filters={
          <>
            <UnitFilter state={state} />
            <ChoiceFilter
              state={state}
              name="dat"
              label={heads.state}
              choices={[
                ['1', figures.reached],
                ['0', figures.notReached],
              ]}
            />
          </>
        }
        empty={<Empty title={figures.noTargets} />}
      />
    </Page>
  );
}

function Reached({ of }: { of: boolean | null }): ReactNode {
  const { figures } = useFigureTexts();
  if (of === null) return <Badge tone="plain">{figures.notKnown}</Badge>;
  return of ? <Badge tone="good">{figures.reached}</Badge> : <Badge tone="bad">{figures.notReached}</Badge>;
}

function SetWindow({ onClose }: { onClose: () => void }): ReactNode {
  const { terms } = useWords();
  const { figures } = useFigureTexts();
  return (
    <FieldsWindow
      title={figures.setTarget}
      command={SetFigureTarget}
      given={{}}
      fields={{
        indicatorId: { label: figures.columns.indicator, find: INDICATORS, required: true },
        unitId: { label: figures.columns.unit, find: UNITS, required: true },
        covers: { label: figures.covers, choices: pairs(terms.FigureCoverage), value: 'WHOLE', required: true },
        starts: { label: figures.starts, as: 'partial' },
        ends: { label: figures.ends, as: 'partial', required: true },
        direction: { label: figures.direction, choices: pairs(terms.TargetDirection), value: 'AT_LEAST', required: true },
        value: { label: figures.targetValue, as: 'decimal', required: true },
        basis: { label: figures.basis, required: true },
      }}
      keyed
      onClose={onClose}
    />
  );
}

function TargetDoings({ target }: { target: Row }): ReactNode {
  const { terms } = useWords();
  const { figures } = useFigureTexts();
  return (
    <RowDoings
      name={`${target.indicator.name}, ${target.unit.fullName}`}
      of={[
        {
          title: figures.correctTarget,
          window: close => (
            <FieldsWindow
              title={figures.correctTarget}
              command={CorrectFigureTarget}
              given={{ id: target.id, expectedVersion: target.version }}
              fields={{
                direction: { label: figures.direction, choices: pairs(terms.TargetDirection), value: target.direction, required: true },
                value: { label: figures.targetValue, value: target.value, as: 'decimal', required: true },
                basis: { label: figures.basis, value: target.basis, required: true },
              }}
              asksReason
              onClose={close}
            />
          ),
        },
        {
          title: figures.removeTarget,
          window: close => <RemoveWindow title={figures.removeTarget} command={RemoveFigureTarget} of={target} onClose={close} />,
        },
      ]}
    />
  );
}
