import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { EndGrant, Grants, type GrantsData, type Schema } from '#documents/grants';
import { useCommand } from '../../api/command.js';
import { dayText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { UnitFilter } from '../../parts/picks/unit.filter.js';
import { ReasonWindow } from '../../parts/reason.window.js';
import { useWords } from '../../texts/texts.context.js';
import { Badge } from '../../ui/badge.js';
import type { Column } from '../../ui/data-table.js';
import { ChoiceFilter, oneOf, pairs } from '../../ui/filters.js';
import { List } from '../../ui/list.js';
import { PAGE_SIZE, useListState } from '../../ui/list-state.js';
import { Page } from '../../ui/page.js';
import { Empty } from '../../ui/states.js';
import { GrantWindow } from './grant.window.js';

type Row = GrantsData['grants']['nodes'][number];

export function GrantsPage(): ReactNode {
  const { texts, terms } = useWords();
  const [may, state] = [useMay(), useListState()];
  const [giving, setGiving] = useState(false);
  const [ending, setEnding] = useState<Row>();
  const end = useCommand(EndGrant);
  const { grants } = texts;
  const heads = grants.columns;
  const mayEnd = may('grant.give');
  const columns: readonly Column<Row>[] = [
    {
      key: 'holder',
      head: heads.holder,
      fixed: true,
      cell: ({ holderName, onBehalfOf }) => (
        <>
          {holderName}
          {onBehalfOf && <span className="quiet"> ({grants.delegated(onBehalfOf)})</span>}
        </>
      ),
    },
    { key: 'role', head: heads.role, cell: ({ role }) => terms.Role[role] },
    {
      key: 'unit',
      head: heads.unit,
      cell: ({ unit, line }) => `${unit?.fullName ?? grants.everywhere}${line ? ` · ${terms.UnitLine[line]}` : ''}`,
    },
    { key: 'from', head: heads.from, cell: ({ validFrom }) => dayText(validFrom) },
    { key: 'to', head: heads.to, cell: ({ validTo }) => dayText(validTo) },
    {
      key: 'state',
      head: heads.state,
      cell: ({ inForce }) => <Badge tone={inForce ? 'good' : 'plain'}>{inForce ? grants.inForce : grants.ended}</Badge>,
    },
    { key: 'reason', head: heads.reason, cell: ({ reason }) => reason },
    { key: 'givenBy', head: heads.givenBy, extra: true, cell: ({ givenBy }) => givenBy },
    {
      key: 'end',
      head: '',
      cell: grant =>
        mayEnd &&
        grant.inForce && (
          <button type="button" className="link" onClick={() => setEnding(grant)}>
            {grants.end}
          </button>
        ),
    },
  ];
  const role = oneOf(state.filter('vaitro'), Object.keys(terms.Role) as Schema.Role[]);
  const inForce = state.filter('hieuluc');
  const read = useRead(Grants, {
    after: state.after,
    first: PAGE_SIZE,
    orderBy: oneOf(state.order, ['GIVEN_AT', 'GIVEN_AT_DESC'] as const) ?? 'GIVEN_AT_DESC',
    filter: {
      holderId: state.filter('nguoi'),
      unitId: state.filter('donvi'),
      ...(role && { role: [role] }),
      ...(inForce && { inForce: inForce === '1' }),
    },
  });
  return (
    <Page
      title={grants.title}
      total={read.data?.grants.totalCount}
      actions={mayEnd && <Button onClick={() => setGiving(true)}>{grants.give}</Button>}
    >
      <List
        label={grants.title}
        read={read}
        of={({ grants: found }) => found}
        columns={columns}
        state={state}
        idOf={({ id }) => id}
        filters={
          <>
            <ChoiceFilter state={state} name="vaitro" label={heads.role} choices={pairs(terms.Role)} />
            <UnitFilter state={state} />
            <ChoiceFilter
              state={state}
              name="hieuluc"
              label={heads.state}
              choices={[
                ['1', grants.inForce],
                ['0', grants.ended],
              ]}
            />
          </>
        }
        empty={<Empty title={grants.empty} />}
      />
      {giving && <GrantWindow onClose={() => setGiving(false)} />}
      {ending && (
        <ReasonWindow
          title={grants.end}
          running={end.running}
          onClose={() => setEnding(undefined)}
          run={reason => end.run({ id: ending.id, expectedVersion: ending.version, reason })}
        />
      )}
    </Page>
  );
}
