import { Button, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { MyUnits, Overview, type OverviewData, type OverviewVariables, type Schema } from '#documents/overview';
import addresses from '../../api/addresses.json';
import { addressOf } from '../../api/counted.js';
import { useDay } from '../../api/day.js';
import { dayText, decimalText, numberText, todayInVietnam } from '../../api/format.js';
import { useMe } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { UnitFilter } from '../../parts/picks/unit.filter.js';
import { useWords } from '../../texts/texts.context.js';
import { oneOf, pairs } from '../../ui/filters.js';
import { To } from '../../ui/link.js';
import { useListState, type ListState } from '../../ui/list-state.js';
import { Page, Part } from '../../ui/page.js';
import { Note, Reading } from '../../ui/states.js';
import { Change, Count } from './number.js';
import { cellOf, type Period, type Table } from './numbers.js';
import { NumbersTable } from './numbers.table.js';
import { AlivePart } from './alive.part.js';
import { TargetsPart } from './targets.part.js';
import './overview.css';

const MEASURES: readonly Schema.StatisticsMeasure[] = [
  'MODELS_REGISTERED',
  'REGISTRATIONS',
  'RECOGNISED',
  'OUTSTANDING',
  'REPLICATED',
  'SUSTAINED',
  'STOPPED',
];
/** Sustained is said of a period. */
const measuresOf = (period: Period): readonly Schema.StatisticsMeasure[] =>
  period === 'ALL' ? MEASURES.filter(measure => measure !== 'SUSTAINED') : MEASURES;
const BOTH: readonly Schema.StatisticsMeasure[] = ['MODELS_REGISTERED', 'RECOGNISED'];
/** Years that can be chosen, back from the one of the day. */
const YEARS = 12;
const ALL = 'tat-ca';

/** A leader's year on one page. Each number opens to exactly its rows. */
export function OverviewPage(): ReactNode {
  const { texts } = useWords();
  const { account } = useMe();
  const state = useListState();
  const asked = state.filter('donvi');
  const mine = useRead(MyUnits, { holderId: account?.id ?? '' }, { pause: asked !== undefined || !account });
  const [day, today] = [useDay(), todayInVietnam()];
  const lastYear = Number((day ?? today).slice(0, 4));
  const period = state.filter('nam') === ALL ? 'ALL' : Math.min(Number(state.filter('nam')) || lastYear, lastYear);
  const waiting = asked === undefined && mine.waiting;
  const own = mine.data?.grants.nodes.find(({ unit }) => unit)?.unit;
  const served = own?.servedTerritories.find(({ validFrom, validTo }) => validFrom <= today && (validTo === null || validTo >= today));
  const unitId = asked ?? served?.territory.id ?? own?.id;
  return (
    <Page
      title={[texts.overview.title, texts.overview.inPeriod(period)].filter(Boolean).join(' ')}
      below={dayText(day ?? today)}
      actions={
        <Button variant="default" onClick={() => window.print()}>
          {texts.common.print}
        </Button>
      }
    >
      <Choices state={state} period={period} lastYear={lastYear} />
      {!waiting && <Whole unitId={unitId} period={period} asOf={day} basis={basisOf(state)} />}
    </Page>
  );
}

const BASES = ['RESTATED', 'AS_REPORTED'] as const;
const basisOf = (state: ListState): Schema.StatisticsBasis => oneOf(state.filter('coso'), BASES) ?? 'RESTATED';

function Choices({ state, period, lastYear }: { state: ListState; period: Period; lastYear: number }): ReactNode {
  const { texts, terms } = useWords();
  return (
    <div className="overview-head" role="search" aria-label={texts.lists.filters}>
      <UnitFilter state={state} />
      <NativeSelect
        className="filter"
        label={texts.overview.year}
        value={period === 'ALL' ? ALL : String(period)}
        onChange={event => state.setFilter('nam', event.currentTarget.value)}
        data={[{ value: ALL, label: texts.overview.allYears }, ...Array.from({ length: YEARS }, (_, i) => String(lastYear - i))]}
      />
      <NativeSelect
        className="filter filter-wide"
        label={texts.overview.basis}
        value={basisOf(state)}
        onChange={event => state.setFilter('coso', event.currentTarget.value)}
      >
        {pairs(terms.StatisticsBasis).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </NativeSelect>
    </div>
  );
}

interface Shown {
  readonly unitId: string | undefined;
  readonly period: number | 'ALL';
  readonly asOf: string | undefined;
  readonly basis: Schema.StatisticsBasis;
}

function Whole({ unitId, period, asOf, basis }: Shown): ReactNode {
  const { overview } = useWords().texts;
  const variables: OverviewVariables = {
    asOf: asOf ?? null,
    basis,
    filter: unitId ? { unitId } : null,
    // Also those for no model: of the recipients of the unit.
    commendations: unitId ? { unitId } : null,
    years: period === 'ALL' ? [] : [{ by: 'YEAR', from: `${period - 1}-01-01`, to: `${period}-12-31` }],
    measures: [...measuresOf(period), 'AVERAGE_SCORE'],
    units: [unitId ? { by: 'UNIT', childrenOf: unitId } : { by: 'UNIT', level: 'PROVINCE' }],
  };
  const read = useRead(Overview, variables);
  return (
    <Reading of={read}>
      {data => (
        <div className={read.renewing ? 'is-renewing' : ''}>
          <Tiles data={data} period={period} />
          <Part title={overview.byUnit}>
            <NumbersTable title={overview.byUnit} head={overview.unit} table={data.byUnit} measures={BOTH} period={period} />
            <Elsewhere data={data} period={period} />
          </Part>
          {unitId && period !== 'ALL' && <TargetsPart unitId={unitId} year={period} />}
          {period !== 'ALL' && <AlivePart unitId={unitId} year={period} />}
          <Part title={overview.bySector}>
            <NumbersTable title={overview.bySector} head={overview.sector} table={data.bySector} measures={BOTH} period={period} />
          </Part>
          <Part title={overview.bySubjectKind}>
            <NumbersTable
              title={overview.bySubjectKind}
              head={overview.subjectKind}
              table={data.bySubjectKind}
              measures={BOTH}
              period={period}
            />
          </Part>
          <Part title={overview.byLevel}>
            <NumbersTable title={overview.byLevel} head={overview.level} table={data.byLevel} measures={['RECOGNISED']} period={period} />
          </Part>
          <ToKnow data={data} unitId={unitId} />
        </div>
      )}
    </Reading>
  );
}

/** As reported, what a former unit registered counts under the unit above it at that time: no table of this unit has it. */
function Elsewhere({ data, period }: { data: OverviewData; period: Period }): ReactNode {
  const { language, texts } = useWords();
  const [all, here] = [data.totals, data.byUnit].map(table => cellOf(table, 'MODELS_REGISTERED', null, period)?.value ?? 0);
  return here! < all! && <p className="quiet">{texts.overview.elsewhere(numberText(all! - here!, language))}</p>;
}

function Tiles({ data: { totals, commended }, period }: { data: OverviewData; period: number | 'ALL' }): ReactNode {
  const { texts } = useWords();
  return (
    <dl className="tiles">
      {measuresOf(period).map(measure => (
        <Tile key={measure} table={totals} measure={measure} period={period} />
      ))}
      <Average table={totals} period={period} />
      <Tile table={commended} measure="COMMENDATIONS" period={period} />
      <Unclear table={totals} title={texts.overview.unclear} />
    </dl>
  );
}

function Tile({ table, measure, period }: { table: Table; measure: Schema.StatisticsMeasure; period: number | 'ALL' }): ReactNode {
  const { texts, terms } = useWords();
  const cell = cellOf(table, measure, null, period);
  const term = terms.StatisticsMeasure[measure];
  return (
    <div className="tile">
      <dt>{term}</dt>
      <dd>
        <Count cell={cell} name={[term, texts.overview.inPeriod(period)].filter(Boolean).join(', ')} />
        <Change cell={cell} />
      </dd>
    </div>
  );
}

/** The average of the results of appraisals, with how many there are: they can be opened. */
function Average({ table, period }: { table: Table; period: Period }): ReactNode {
  const { language, texts, terms } = useWords();
  const cell = cellOf(table, 'AVERAGE_SCORE', null, period);
  if (!cell || cell.value === 0) return null;
  const term = terms.StatisticsMeasure.AVERAGE_SCORE;
  return (
    <div className="tile">
      <dt>{term}</dt>
      <dd>
        {decimalText(cell.amount, language) || '–'}{' '}
        <span className="quiet tile-more">
          {texts.overview.ofResults} <Count cell={cell} name={[term, texts.overview.inPeriod(period)].filter(Boolean).join(', ')} />
        </span>
      </dd>
    </div>
  );
}

/** Models of which no paper says in which year they were registered: in no year, and not forgotten. */
function Unclear({ table, title }: { table: Table; title: string }): ReactNode {
  const cell = cellOf(table, 'MODELS_REGISTERED', null, 'UNCLEAR');
  if (!cell || cell.value === 0) return null;
  return (
    <div className="tile">
      <dt>{title}</dt>
      <dd>
        <Count cell={cell} name={title} />
      </dd>
    </div>
  );
}

function ToKnow({ data, unitId }: { data: OverviewData; unitId: string | undefined }): ReactNode {
  const { language, texts } = useWords();
  const notes = [...new Set([...data.totals.notes, ...data.byUnit.notes])];
  const { residuals } = data.totals;
  if (notes.length === 0 && residuals.length === 0) return null;
  return (
    <Note title={texts.overview.toKnow}>
      <ul>
        {notes.map(note => (
          <li key={note}>{note}</li>
        ))}
        {residuals.map(({ value, reason, filter }) => (
          <li key={reason}>
            <To to={addressOf('MODELS', { name: reason, filter })}>{numberText(value, language)}</To> {reason}
          </li>
        ))}
      </ul>
      {unitId && <To to={`/${addresses.units}/${unitId}`}>{texts.overview.seeUnit}</To>}
    </Note>
  );
}
