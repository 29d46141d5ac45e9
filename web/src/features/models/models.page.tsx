import { NativeSelect } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { Models, type ModelsData, type Schema } from '#documents/models';
import addresses from '../../api/addresses.json';
import { useCounted, type Counted } from '../../api/counted.js';
import { useDay } from '../../api/day.js';
import { numberText, partialText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { CountedNote } from '../../parts/counted.note.js';
import { toneOfRunning, toneOfState } from '../../parts/model.tones.js';
import { useSectors } from '../../parts/picks/find.js';
import { ExportWindow } from '../../parts/exports/export.window.js';
import { MODELS_FILE } from '../../parts/exports/questions.js';
import { UnitFilter } from '../../parts/picks/unit.filter.js';
import { STEP_NAMES, type StepName } from '../../parts/steps/step.commands.js';
import { StepWindow } from '../../parts/steps/step.window.js';
import { useWords } from '../../texts/texts.context.js';
import { Badge } from '../../ui/badge.js';
import type { Column } from '../../ui/data-table.js';
import { ChoiceFilter, oneOf, pairs, TextFilter } from '../../ui/filters.js';
import { To } from '../../ui/link.js';
import { List } from '../../ui/list.js';
import { PAGE_SIZE, useListState } from '../../ui/list-state.js';
import { Page } from '../../ui/page.js';
import { Empty } from '../../ui/states.js';
import { ViewsDoings } from './saved.views.js';

const keys = <Value extends string>(of: Readonly<Record<Value, string>>): Value[] => Object.keys(of) as Value[];

/** The rows of a number, and of these what is filtered further. */
const within = (counted: Counted | undefined, own: Schema.ModelFilter): Schema.ModelFilter => {
  if (!counted) return own;
  const whole: Schema.ModelFilter = counted.filter;
  return { ...whole, and: [...(whole.and ?? []), own] };
};

type Row = ModelsData['models']['nodes'][number];
const ORDERS: readonly Schema.ModelOrder[] = ['TITLE', 'TITLE_DESC', 'CODE', 'CODE_DESC', 'ATTESTED_ON', 'ATTESTED_ON_DESC'];

export function ModelsPage(): ReactNode {
  const { language, texts, terms } = useWords();
  const may = useMay();
  const state = useListState();
  const sectors = useSectors();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [step, setStep] = useState<StepName>();
  const columns = useColumns();
  const counted = useCounted();
  const [file, running, subject] = [
    oneOf(state.filter('hoso'), keys(terms.ModelState)),
    oneOf(state.filter('vanhanh'), keys(terms.RunningState)),
    oneOf(state.filter('doituong'), keys(terms.SubjectKind)),
  ];
  const own: Schema.ModelFilter = {
    text: state.filter('chu'),
    unitId: state.filter('donvi'),
    sectorId: state.filter('linhvuc'),
    roundId: state.filter('dot'),
    ...(running && { running: [running] }),
    ...(subject && { subjectKind: [subject] }),
    ...(state.filter('thungrac') && { trashed: true }),
  };
  const question: { readonly orderBy: Schema.ModelOrder; readonly filter: Schema.ModelFilter } = {
    orderBy: oneOf(state.order, ORDERS) ?? 'TITLE',
    filter: within(counted, { ...own, ...(file && { state: [file] }) }),
  };
  const asOf = useDay();
  const read = useRead(Models, {
    asOf,
    first: PAGE_SIZE,
    after: state.after,
    ...question,
    drafts: within(counted, { ...own, state: ['DRAFT'] }),
  });
  const nodes = read.data?.models.nodes ?? [];
  const drafts = read.data?.drafts.totalCount;
  // Drafts wait for their units, and nothing else leads those to them who look after the units.
  const states = pairs(terms.ModelState).map(
    ([value, text]) => [value, value === 'DRAFT' && drafts !== undefined ? `${text} (${numberText(drafts, language)})` : text] as const,
  );
  const mine = STEP_NAMES.filter(name => may(`model.${name}`));
  return (
    <Page
      title={texts.models.title}
      total={read.data?.models.totalCount}
      actions={
        <>
          <ViewsDoings
            question={question}
            exporting={close => <ExportWindow question={MODELS_FILE} variables={{ ...question, asOf }} onClose={close} />}
          />
          {may('model.record') && (
            <To to={`/${addresses.models}/nhap`} className="button">
              {texts.models.recordPast}
            </To>
          )}
          {may('model.draft') && (
            <To to={`/${addresses.models}/moi`} className="button button-first">
              {texts.models.register}
            </To>
          )}
        </>
      }
    >
      <CountedNote of={counted} />
      <List
        label={texts.models.title}
        read={read}
        of={({ models }) => models}
        columns={columns}
        state={state}
        defaultOrder="TITLE"
        idOf={({ id }) => id}
        nameOf={({ title }) => title}
        selection={mine.length > 0 ? { ids: chosen, set: setChosen } : undefined}
        empty={
          <Empty title={texts.models.empty}>
            <p>{texts.models.emptyText}</p>
          </Empty>
        }
        bulk={
          <>
            <span>{texts.lists.selected(numberText(chosen.size, language))}</span>
            <NativeSelect aria-label={texts.models.bulk} value="" onChange={event => setStep(event.currentTarget.value as StepName)}>
              <option value="">{texts.models.bulkChoose}</option>
              {mine.map(name => (
                <option key={name} value={name}>
                  {texts.steps.names[name]}
                </option>
              ))}
            </NativeSelect>
            <button type="button" className="link" onClick={() => setChosen(new Set())}>
              {texts.lists.unselect}
            </button>
          </>
        }
        filters={
          <>
            <TextFilter state={state} name="chu" label={texts.lists.text} />
            <UnitFilter state={state} />
            <ChoiceFilter state={state} name="hoso" label={texts.models.columns.state} choices={states} />
            <ChoiceFilter state={state} name="linhvuc" label={texts.models.columns.sector} choices={sectors} />
            <ChoiceFilter state={state} name="vanhanh" label={texts.models.columns.running} choices={pairs(terms.RunningState)} />
            <ChoiceFilter state={state} name="doituong" label={texts.models.columns.subjectKind} choices={pairs(terms.SubjectKind)} />
          </>
        }
      />
      {step && (
        <StepWindow
          step={step}
          models={nodes.filter(({ id }) => chosen.has(id))}
          onClose={done => {
            setStep(undefined);
            if (done > 0) setChosen(new Set());
          }}
        />
      )}
    </Page>
  );
}

function useColumns(): readonly Column<Row>[] {
  const { texts, terms } = useWords();
  return useMemo(() => {
    const heads = texts.models.columns;
    return [
      {
        key: 'title',
        head: heads.title,
        fixed: true,
        orders: ['TITLE', 'TITLE_DESC'],
        cell: ({ id, title }) => <To to={`/${addresses.models}/${id}`}>{title}</To>,
      },
      { key: 'code', head: heads.code, orders: ['CODE', 'CODE_DESC'], cell: ({ code }) => <span className="code">{code}</span> },
      { key: 'unit', head: heads.unit, cell: ({ unit }) => <span title={unit.path}>{unit.fullName}</span> },
      { key: 'sector', head: heads.sector, cell: ({ sector }) => sector?.name },
      { key: 'state', head: heads.state, cell: ({ state }) => state && <Badge tone={toneOfState(state)}>{terms.ModelState[state]}</Badge> },
      {
        key: 'running',
        head: heads.running,
        cell: ({ running }) => running && <Badge tone={toneOfRunning(running)}>{terms.RunningState[running]}</Badge>,
      },
      {
        key: 'attestedOn',
        head: heads.attestedOn,
        orders: ['ATTESTED_ON', 'ATTESTED_ON_DESC'],
        cell: ({ attestedOn }) => partialText(attestedOn),
      },
      { key: 'subjectKind', head: heads.subjectKind, extra: true, cell: ({ subjectKind }) => terms.SubjectKind[subjectKind] },
      { key: 'kind', head: heads.kind, extra: true, cell: ({ kind }) => terms.ModelKind[kind] },
      { key: 'holder', head: heads.holder, extra: true, cell: ({ holder }) => holder?.fullName },
      {
        key: 'round',
        head: heads.round,
        extra: true,
        cell: ({ round }) => round && <To to={`/${addresses.rounds}/${round.id}`}>{round.name}</To>,
      },
      {
        key: 'village',
        head: heads.village,
        extra: true,
        cell: ({ village }) => village && `${terms.VillageKind[village.kind]} ${village.name}`,
      },
    ];
  }, [texts, terms]);
}
