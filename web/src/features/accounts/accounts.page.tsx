import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Accounts, BlockAccount, RemoveSecondFactor, UnblockAccount, type AccountsData } from '#documents/accounts';
import addresses from '../../api/addresses.json';
import { useCommand } from '../../api/command.js';
import { momentText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { ReasonWindow } from '../../parts/reason.window.js';
import { useWords } from '../../texts/texts.context.js';
import { Badge } from '../../ui/badge.js';
import type { Column } from '../../ui/data-table.js';
import { Disclosure } from '../../ui/disclosure.js';
import { ChoiceFilter, oneOf, TextFilter } from '../../ui/filters.js';
import { To } from '../../ui/link.js';
import { List } from '../../ui/list.js';
import { PAGE_SIZE, useListState } from '../../ui/list-state.js';
import { Page } from '../../ui/page.js';
import { Empty } from '../../ui/states.js';
import { ChangeAccountWindow, LinkPersonWindow } from './account.changes.js';
import { CreateAccountWindow, ResetWindow } from './account.windows.js';
import { GrantWindow } from './grant.window.js';
import { LinksWindow } from './links.window.js';

type ShownAccount = AccountsData['accounts']['nodes'][number];
type Doing = 'reset' | 'block' | 'unblock' | 'grant' | 'factor' | 'change' | 'link' | 'people';

export function AccountsPage(): ReactNode {
  const { texts } = useWords();
  const state = useListState();
  const may = useMay();
  const [creating, setCreating] = useState(false);
  const [doing, setDoing] = useState<{ readonly what: Doing; readonly account: ShownAccount }>();
  const [block, unblock, removeFactor] = [useCommand(BlockAccount), useCommand(UnblockAccount), useCommand(RemoveSecondFactor)];
  const { accounts } = texts;
  const heads = accounts.columns;
  const columns: readonly Column<ShownAccount>[] = [
    { key: 'displayName', head: heads.displayName, fixed: true, orders: ['DISPLAY_NAME'], cell: ({ displayName }) => displayName },
    { key: 'name', head: heads.name, orders: ['NAME'], cell: ({ name }) => <span className="code">{name}</span> },
    { key: 'email', head: heads.email, cell: ({ email }) => email },
    {
      key: 'person',
      head: accounts.person,
      cell: ({ person }) => person && <To to={`/${addresses.people}/${person.id}`}>{person.name}</To>,
    },
    { key: 'secondFactor', head: heads.secondFactor, cell: ({ secondFactor }) => (secondFactor ? accounts.on : accounts.off) },
    {
      key: 'state',
      head: heads.state,
      cell: ({ blockedAt }) => <Badge tone={blockedAt ? 'bad' : 'good'}>{blockedAt ? accounts.blocked : accounts.active}</Badge>,
    },
    { key: 'createdAt', head: heads.createdAt, extra: true, cell: ({ createdAt }) => momentText(createdAt) },
    {
      key: 'more',
      head: '',
      cell: account => <More account={account} onChoose={what => setDoing({ what, account })} mayGive={may('grant.give')} />,
    },
  ];
  const read = useRead(Accounts, {
    after: state.after,
    first: PAGE_SIZE,
    orderBy: oneOf(state.order, ['DISPLAY_NAME', 'NAME'] as const) ?? 'DISPLAY_NAME',
    filter: { text: state.filter('chu'), ...(state.filter('khoa') && { blocked: state.filter('khoa') === '1' }) },
  });
  const close = (): void => setDoing(undefined);
  const reasons = { block: [accounts.block, block], unblock: [accounts.unblock, unblock] } as const;
  return (
    <Page
      title={accounts.title}
      total={read.data?.accounts.totalCount}
      actions={<Button onClick={() => setCreating(true)}>{accounts.create}</Button>}
    >
      <List
        label={accounts.title}
        read={read}
        of={({ accounts: found }) => found}
        columns={columns}
        state={state}
        defaultOrder="DISPLAY_NAME"
        idOf={({ id }) => id}
        filters={
          <>
            <TextFilter state={state} name="chu" label={texts.lists.text} />
            <ChoiceFilter
              state={state}
              name="khoa"
              label={heads.state}
              choices={[
                ['0', accounts.active],
                ['1', accounts.blocked],
              ]}
            />
          </>
        }
        empty={<Empty title={accounts.empty} />}
      />
      {creating && <CreateAccountWindow onClose={() => setCreating(false)} />}
      {doing?.what === 'reset' && <ResetWindow account={doing.account} onClose={close} />}
      {doing?.what === 'grant' && <GrantWindow holder={{ id: doing.account.id, label: doing.account.displayName }} onClose={close} />}
      {doing?.what === 'change' && <ChangeAccountWindow account={doing.account} onClose={close} />}
      {doing?.what === 'link' && <LinkPersonWindow account={doing.account} onClose={close} />}
      {doing?.what === 'people' && (
        <LinksWindow account={read.data?.accounts.nodes.find(({ id }) => id === doing.account.id) ?? doing.account} onClose={close} />
      )}
      {doing?.what === 'factor' && (
        <ReasonWindow
          title={accounts.removeFactor}
          running={removeFactor.running}
          onClose={close}
          run={reason => removeFactor.run({ accountId: doing.account.id, reason })}
        />
      )}
      {(doing?.what === 'block' || doing?.what === 'unblock') && (
        <ReasonWindow
          title={reasons[doing.what][0]}
          running={reasons[doing.what][1].running}
          onClose={close}
          run={reason => reasons[doing.what as 'block'][1].run({ id: doing.account.id, reason })}
        />
      )}
    </Page>
  );
}

function More({ account, onChoose, mayGive }: { account: ShownAccount; onChoose: (what: Doing) => void; mayGive: boolean }): ReactNode {
  const { accounts } = useWords().texts;
  const entries: readonly (readonly [Doing, string, boolean])[] = [
    ['grant', accounts.giveGrant, mayGive],
    ['change', accounts.change, true],
    ['link', accounts.link, !account.blockedAt],
    ['people', accounts.people, account.people.length > 0],
    ['reset', accounts.reset, !account.blockedAt],
    ['factor', accounts.removeFactor, account.secondFactor],
    ['block', accounts.block, !account.blockedAt],
    ['unblock', accounts.unblock, account.blockedAt !== null],
  ];
  return (
    <Disclosure label={accounts.more} name={`${accounts.more}: ${account.displayName}`}>
      {shut => (
        <>
          <To to={`/${addresses.grants}?nguoi=${account.id}`} className="menu-item">
            {accounts.grants}
          </To>
          {entries
            .filter(([, , fits]) => fits)
            .map(([what, label]) => (
              <button
                key={what}
                type="button"
                className="menu-item"
                onClick={() => {
                  shut();
                  onChoose(what);
                }}
              >
                {label}
              </button>
            ))}
        </>
      )}
    </Disclosure>
  );
}
