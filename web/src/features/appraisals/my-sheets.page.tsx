import type { ReactNode } from 'react';
import { MyPerson, MySheets, SelfAssessments, type Schema, type SheetTasks } from '#documents/sheet';
import addresses from '../../api/addresses.json';
import { decimalText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { useRead, type Read } from '../../api/read.js';
import { UnitFilter } from '../../parts/picks/unit.filter.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { useWords } from '../../texts/texts.context.js';
import type { Column } from '../../ui/data-table.js';
import { ChoiceFilter, oneOf, pairs } from '../../ui/filters.js';
import { To } from '../../ui/link.js';
import { List } from '../../ui/list.js';
import { PAGE_SIZE, useListState, type ListState } from '../../ui/list-state.js';
import { Page } from '../../ui/page.js';
import { Empty, Note, Reading } from '../../ui/states.js';
import { Deadline, entryAddress, StateOfSheet, useEntryName } from './appraisal.parts.js';
import './appraisals.css';

type Row = SheetTasks['nodes'][number];

const tab = (name: string, to: string, isHere: boolean): ReactNode => (
  <To to={`/${addresses.mySheets}${to}`} className={isHere ? 'tab is-here' : 'tab'}>
    {name}
  </To>
);

/** What I am assigned to score, and what my unit assesses of itself. */
export function MySheetsPage(): ReactNode {
  const { sheet } = useAppraisalTexts();
  const may = useMay();
  const state = useListState();
  const [scores, assesses] = [may('appraisal.score'), may('appraisal.selfAssess')];
  const isSelf = assesses && (!scores || state.filter('xem') === 'tu-cham');
  return (
    <Page title={sheet.mine}>
      {scores && assesses && (
        <nav className="tabs" aria-label={sheet.mine}>
          {tab(sheet.mineTab, '', !isSelf)}
          {tab(sheet.selfTab, '?xem=tu-cham', isSelf)}
        </nav>
      )}
      {isSelf ? <OfUnit state={state} /> : <Mine state={state} />}
    </Page>
  );
}

const useStateOfRounds = (state: ListState): Schema.AppraisalRoundState =>
  oneOf(state.filter('trangthai'), ['OPEN', 'CLOSED'] as const) ?? 'OPEN';

function Mine({ state }: { state: ListState }): ReactNode {
  const { sheet } = useAppraisalTexts();
  const of = useStateOfRounds(state);
  const me = useRead(MyPerson, {});
  const personId = me.data?.me?.person?.id;
  const read = useRead(
    MySheets,
    { judgeId: personId ?? '', after: state.after, first: PAGE_SIZE, state: of },
    { pause: personId === undefined },
  );
  return (
    <Reading of={me}>
      {() =>
        personId === undefined ? (
          <Note kind="warn">{sheet.noPerson}</Note>
        ) : (
          <Tasks
            state={state}
            read={read}
            own={({ sheets }) => sheets.find(({ scorer }) => scorer?.id === personId)}
            page="cham"
            empty={
              <Empty title={sheet.empty}>
                <p>{sheet.emptyText}</p>
              </Empty>
            }
          />
        )
      }
    </Reading>
  );
}

function OfUnit({ state }: { state: ListState }): ReactNode {
  const { sheet } = useAppraisalTexts();
  const of = useStateOfRounds(state);
  const read = useRead(SelfAssessments, { after: state.after, first: PAGE_SIZE, state: of, unitId: state.filter('donvi') });
  return (
    <Tasks
      state={state}
      read={read}
      own={({ selfAssessment }) => selfAssessment ?? undefined}
      page="tu-cham"
      filters={<UnitFilter state={state} />}
      empty={<Empty title={sheet.emptySelf} />}
    />
  );
}

interface TasksProps {
  readonly state: ListState;
  readonly read: Read<{ readonly evaluations: SheetTasks }>;
  own(row: Row): { readonly state: Schema.ScoreSheetState; readonly total: string | null } | undefined;
  readonly page: 'cham' | 'tu-cham';
  readonly filters?: ReactNode;
  readonly empty: ReactNode;
}

function Tasks({ state, read, own, page, filters, empty }: TasksProps): ReactNode {
  const { language, terms } = useWords();
  const { sheet } = useAppraisalTexts();
  const nameOf = useEntryName();
  const heads = sheet.columns;
  const columns: readonly Column<Row>[] = [
    {
      key: 'what',
      head: heads.what,
      fixed: true,
      cell: row => (
        <>
          <To to={`${entryAddress(row.id)}/${page}`}>{nameOf(row)}</To>
          {row.model && row.unit && <p className="quiet">{row.unit.fullName}</p>}
        </>
      ),
    },
    { key: 'round', head: heads.round, cell: ({ round }) => <To to={`/${addresses.appraisals}/${round.id}`}>{round.name}</To> },
    { key: 'closesOn', head: heads.closesOn, cell: ({ round }) => <Deadline of={round} /> },
    { key: 'state', head: heads.state, cell: row => <StateOfSheet state={own(row)?.state} /> },
    {
      key: 'total',
      head: heads.total,
      numeric: true,
      cell: row => {
        const [total, maximum] = [decimalText(own(row)?.total, language), decimalText(row.round.version.maximum, language)];
        return total && maximum ? `${total}/${maximum}` : total;
      },
    },
  ];
  return (
    <List
      label={sheet.mine}
      read={read}
      of={({ evaluations }) => evaluations}
      columns={columns}
      state={state}
      idOf={({ id }) => id}
      filters={
        <>
          {filters}
          <ChoiceFilter state={state} name="trangthai" label={sheet.onlyOpen} choices={pairs(terms.AppraisalRoundState)} />
        </>
      }
      empty={empty}
    />
  );
}
