import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { CreateToken, RevokeToken, Tokens, type TokensData } from '#documents/tokens';
import { useCommand } from '../../api/command.js';
import { momentText } from '../../api/format.js';
import { useRead } from '../../api/read.js';
import { ReasonWindow } from '../../parts/reason.window.js';
import { useTexts } from '../../texts/texts.context.js';
import { Badge } from '../../ui/badge.js';
import type { Column } from '../../ui/data-table.js';
import { ChoiceFilter, oneOf } from '../../ui/filters.js';
import { useForm } from '../../ui/form.js';
import { DateField, FormFrame, TextField } from '../../ui/form.fields.js';
import { List } from '../../ui/list.js';
import { PAGE_SIZE, useListState } from '../../ui/list-state.js';
import { Page } from '../../ui/page.js';
import { Secret } from '../../ui/secret.js';
import { Empty } from '../../ui/states.js';
import { Window } from '../../ui/window.js';

type Row = TokensData['apiTokens']['nodes'][number];

export function TokensPage(): ReactNode {
  const texts = useTexts();
  const state = useListState();
  const [creating, setCreating] = useState(false);
  const [revoking, setRevoking] = useState<Row>();
  const revoke = useCommand(RevokeToken);
  const { tokens } = texts;
  const heads = tokens.columns;
  const columns: readonly Column<Row>[] = [
    { key: 'name', head: heads.name, fixed: true, orders: ['NAME'], cell: ({ name }) => name },
    { key: 'createdAt', head: heads.createdAt, cell: ({ createdAt }) => momentText(createdAt) },
    { key: 'createdBy', head: heads.createdBy, cell: ({ createdBy }) => createdBy?.displayName },
    { key: 'expiresAt', head: heads.expiresAt, cell: ({ expiresAt }) => momentText(expiresAt) },
    { key: 'lastUsedAt', head: heads.lastUsedAt, cell: ({ lastUsedAt }) => momentText(lastUsedAt) || tokens.never },
    {
      key: 'state',
      head: heads.state,
      cell: ({ revokedAt }) => <Badge tone={revokedAt ? 'bad' : 'good'}>{revokedAt ? tokens.revoked : tokens.active}</Badge>,
    },
    {
      key: 'revoke',
      head: '',
      cell: token =>
        !token.revokedAt && (
          <button type="button" className="link" onClick={() => setRevoking(token)}>
            {tokens.revoke}
          </button>
        ),
    },
  ];
  const revoked = state.filter('thuhoi');
  const read = useRead(Tokens, {
    after: state.after,
    first: PAGE_SIZE,
    orderBy: oneOf(state.order, ['CREATED_DESC', 'NAME'] as const) ?? 'CREATED_DESC',
    filter: { ...(revoked && { revoked: revoked === '1' }) },
  });
  return (
    <Page title={tokens.title} below={tokens.about} actions={<Button onClick={() => setCreating(true)}>{tokens.create}</Button>}>
      <List
        label={tokens.title}
        read={read}
        of={({ apiTokens }) => apiTokens}
        columns={columns}
        state={state}
        idOf={({ id }) => id}
        filters={
          <ChoiceFilter
            state={state}
            name="thuhoi"
            label={heads.state}
            choices={[
              ['0', tokens.active],
              ['1', tokens.revoked],
            ]}
          />
        }
        empty={<Empty title={tokens.empty} />}
      />
      {creating && <CreateWindow onClose={() => setCreating(false)} />}
      {revoking && (
        <ReasonWindow
          title={tokens.revoke}
          running={revoke.running}
          onClose={() => setRevoking(undefined)}
          run={reason => revoke.run({ id: revoking.id, reason })}
        />
      )}
    </Page>
  );
}

function CreateWindow({ onClose }: { onClose: () => void }): ReactNode {
  const { tokens, common } = useTexts();
  const form = useForm({ name: '', lastDay: undefined as string | undefined });
  const command = useCommand(CreateToken);
  const [secret, setSecret] = useState<string>();
  const send = async (): Promise<void> => {
    if (form.lacks(['name', 'lastDay'], common.needed)) return;
    const outcome = await command.run({ name: form.values.name, lastDay: form.values.lastDay ?? '' });
    if (outcome.done) setSecret(outcome.payload.token ?? '');
    else form.refuse(outcome.problems);
  };
  return (
    <Window title={tokens.create} onClose={onClose}>
      {secret ? (
        <Secret label={tokens.shown} hint={tokens.shownHint} text={secret} />
      ) : (
        <FormFrame form={form} running={command.running} submit={tokens.create} onSubmit={() => void send()} onCancel={onClose}>
          <TextField form={form} name="name" label={tokens.name} hint={tokens.nameHint} required />
          <DateField form={form} name="lastDay" label={tokens.lastDay} required />
        </FormFrame>
      )}
    </Window>
  );
}
