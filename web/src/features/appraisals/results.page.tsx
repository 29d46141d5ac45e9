import type { ReactNode } from 'react';
import { AppraisalResults, type AppraisalResultsData } from '#documents/results';
import addresses from '../../api/addresses.json';
import { useCounted } from '../../api/counted.js';
import { useDay } from '../../api/day.js';
import { decimalText, wholeFrom } from '../../api/format.js';
import { useRead } from '../../api/read.js';
import { CountedNote } from '../../parts/counted.note.js';
import { UnitFilter } from '../../parts/picks/unit.filter.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { useWords } from '../../texts/texts.context.js';
import type { Column } from '../../ui/data-table.js';
import { TextFilter } from '../../ui/filters.js';
import { To } from '../../ui/link.js';
import { List } from '../../ui/list.js';
import { PAGE_SIZE, useListState } from '../../ui/list-state.js';
import { Page } from '../../ui/page.js';
import { Empty } from '../../ui/states.js';
import { EntryLink } from './appraisal.parts.js';

type Row = AppraisalResultsData['evaluations']['nodes'][number];

/** What was appraised in all rounds, each with its result: the rows of a number of the overview, or of a unit and a year. */
export function ResultsPage(): ReactNode {
  const { language } = useWords();
  const { rounds, results } = useAppraisalTexts();
  const state = useListState();
  const counted = useCounted();
  const heads = rounds.entryColumns;
  const columns: readonly Column<Row>[] = [
    { key: 'what', head: heads.what, fixed: true, cell: row => <EntryLink entry={row} /> },
    { key: 'unit', head: heads.unit, cell: ({ unit }) => unit?.fullName },
    { key: 'round', head: results.round, cell: ({ round }) => <To to={`/${addresses.appraisals}/${round.id}`}>{round.name}</To> },
    { key: 'year', head: results.year, numeric: true, cell: ({ year }) => year },
    { key: 'final', head: heads.final, numeric: true, cell: ({ final }) => decimalText(final, language) },
    { key: 'grade', head: heads.grade, cell: ({ grade }) => grade },
    { key: 'rank', head: heads.rank, numeric: true, extra: true, cell: ({ rank }) => rank ?? rounds.notRanked },
  ];
  const year = wholeFrom(state.filter('nam') ?? '');
  const read = useRead(AppraisalResults, {
    asOf: useDay(),
    after: state.after,
    first: PAGE_SIZE,
    filter: counted?.filter ?? { unitId: state.filter('donvi'), ...(year !== null && !Number.isNaN(year) && { year }) },
  });
  return (
    <Page title={results.title} total={read.data?.evaluations.totalCount}>
      <CountedNote of={counted} />
      <List
        label={results.title}
        read={read}
        of={({ evaluations }) => evaluations}
        columns={columns}
        state={state}
        idOf={({ id }) => id}
        filters={
          !counted && (
            <>
              <UnitFilter state={state} />
              <TextFilter state={state} name="nam" label={results.year} />
            </>
          )
        }
        empty={<Empty title={results.empty} />}
      />
    </Page>
  );
}
