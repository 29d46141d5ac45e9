import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { ReceivingAuthorities, RemoveReceivingAuthority, type Schema, type ShownAuthority } from '#documents/authorities';
import addresses from '../../api/addresses.json';
import { useCommand } from '../../api/command.js';
import { useDay } from '../../api/day.js';
import { dayText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { UnitFilter } from '../../parts/picks/unit.filter.js';
import { ReasonWindow } from '../../parts/reason.window.js';
import { useWords } from '../../texts/texts.context.js';
import type { Column } from '../../ui/data-table.js';
import { ChoiceFilter, oneOf, pairs } from '../../ui/filters.js';
import { To } from '../../ui/link.js';
import { List } from '../../ui/list.js';
import { PAGE_SIZE, useListState } from '../../ui/list-state.js';
import { Page } from '../../ui/page.js';
import { Empty } from '../../ui/states.js';
import { AuthorityWindow, EndAuthorityWindow } from './authority.windows.js';

type Doing = { readonly what: 'set' } | { readonly what: 'correct' | 'end' | 'remove'; readonly id: string };
const ORDERS = ['VALID_FROM_DESC', 'VALID_FROM', 'LINE'] as const;

const link = (unit: { readonly id: string; readonly fullName: string } | null): ReactNode =>
  unit && <To to={`/${addresses.units}/${unit.id}`}>{unit.fullName}</To>;

/** Who receives the files of which units, and who recognises. */
export function AuthoritiesPage(): ReactNode {
  const { texts, terms } = useWords();
  const [may, state] = [useMay(), useListState()];
  const [doing, setDoing] = useState<Doing>();
  const remove = useCommand(RemoveReceivingAuthority);
  const { authorities } = texts;
  const canEdit = may('receivingAuthority.edit');
  const close = (): void => setDoing(undefined);
  const columns: readonly Column<ShownAuthority>[] = [
    { key: 'unit', head: authorities.unit, fixed: true, cell: ({ unit }) => link(unit) },
    { key: 'line', head: authorities.line, orders: ['LINE'], cell: ({ line }) => terms.UnitLine[line] },
    { key: 'receiver', head: authorities.receiver, cell: ({ receiver }) => link(receiver) },
    { key: 'recogniser', head: authorities.recogniser, cell: ({ recogniser }) => link(recogniser) },
    { key: 'level', head: authorities.level, cell: ({ level }) => terms.RecognitionLevel[level] },
    {
      key: 'requiresAppraisal',
      head: authorities.requiresAppraisal,
      extra: true,
      cell: ({ requiresAppraisal }) => (requiresAppraisal ? texts.common.yes : texts.common.no),
    },
    {
      key: 'validFrom',
      head: texts.common.from,
      orders: ['VALID_FROM', 'VALID_FROM_DESC'],
      cell: ({ validFrom }) => dayText(validFrom) || texts.common.unknown,
    },
    { key: 'validTo', head: texts.common.to, cell: ({ validTo }) => dayText(validTo) },
    { key: 'basis', head: authorities.basis, extra: true, cell: ({ basis }) => basis },
    ...(canEdit ? [{ key: 'change', head: '', cell: (of: ShownAuthority) => <Changes of={of} onChange={setDoing} /> }] : []),
  ];
  const [line, level] = [
    oneOf(state.filter('khoi'), Object.keys(terms.UnitLine) as Schema.UnitLine[]),
    oneOf(state.filter('cap'), Object.keys(terms.RecognitionLevel) as Schema.RecognitionLevel[]),
  ];
  const read = useRead(ReceivingAuthorities, {
    asOf: useDay(),
    after: state.after,
    first: PAGE_SIZE,
    orderBy: oneOf(state.order, ORDERS) ?? 'VALID_FROM_DESC',
    filter: { unitId: state.filter('donvi'), ...(line && { line: [line] }), ...(level && { level: [level] }) },
  });
  const of = doing && 'id' in doing ? read.data?.receivingAuthorities.nodes.find(({ id }) => id === doing.id) : undefined;
  return (
    <Page
      title={authorities.title}
      total={read.data?.receivingAuthorities.totalCount}
      actions={canEdit && <Button onClick={() => setDoing({ what: 'set' })}>{authorities.set}</Button>}
    >
      <List
        label={authorities.title}
        read={read}
        of={({ receivingAuthorities }) => receivingAuthorities}
        columns={columns}
        state={state}
        defaultOrder="VALID_FROM_DESC"
        idOf={({ id }) => id}
        filters={
          <>
            <UnitFilter state={state} />
            <ChoiceFilter state={state} name="khoi" label={authorities.line} choices={pairs(terms.UnitLine)} />
            <ChoiceFilter state={state} name="cap" label={authorities.level} choices={pairs(terms.RecognitionLevel)} />
          </>
        }
        empty={
          <Empty title={authorities.empty}>
            <p>{authorities.emptyText}</p>
          </Empty>
        }
      />
      {doing?.what === 'set' && <AuthorityWindow onClose={close} />}
      {of && doing?.what === 'correct' && <AuthorityWindow of={of} onClose={close} />}
      {of && doing?.what === 'end' && <EndAuthorityWindow of={of} onClose={close} />}
      {of && doing?.what === 'remove' && (
        <ReasonWindow
          title={authorities.remove}
          running={remove.running}
          run={reason => remove.run({ id: of.id, expectedVersion: of.version, reason })}
          onClose={close}
        >
          <p className="quiet">{authorities.removeHint}</p>
        </ReasonWindow>
      )}
    </Page>
  );
}

function Changes({ of: { id, unit, validTo }, onChange }: { of: ShownAuthority; onChange: (doing: Doing) => void }): ReactNode {
  const { authorities } = useWords().texts;
  const all = [
    ['correct', authorities.correct],
    ...(validTo ? [] : [['end', authorities.end] as const]),
    ['remove', authorities.remove],
  ] as const;
  return (
    <span className="buttons no-print">
      {all.map(([what, text]) => (
        <button key={what} type="button" className="link" aria-label={`${text}: ${unit.fullName}`} onClick={() => onChange({ what, id })}>
          {text}
        </button>
      ))}
    </span>
  );
}
