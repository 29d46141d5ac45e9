import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { CreateAccount, IssuePasswordReset } from '#documents/accounts';
import { useCommand } from '../../api/command.js';
import { momentText } from '../../api/format.js';
import type { Problem } from '../../api/problem.js';
import { useTexts } from '../../texts/texts.context.js';
import { useForm } from '../../ui/form.js';
import { FormFrame, Problems, TextField } from '../../ui/form.fields.js';
import { Secret } from '../../ui/secret.js';
import { Window } from '../../ui/window.js';

/** A new account, and at once the secret by which its owner sets a password. */
export function CreateAccountWindow({ onClose }: { onClose: () => void }): ReactNode {
  const { accounts, common } = useTexts();
  const form = useForm({ name: '', displayName: '', email: '' });
  const command = useCommand(CreateAccount);
  const [made, setMade] = useState<string>();
  const send = async (): Promise<void> => {
    if (form.lacks(['name', 'displayName'], common.needed)) return;
    const { name, displayName, email } = form.values;
    const outcome = await command.run({ name, displayName, email: email || null });
    if (outcome.done) setMade(outcome.payload.account?.id);
    else form.refuse(outcome.problems);
  };
  return (
    <Window title={accounts.create} onClose={onClose}>
      {made ? (
        <Reset accountId={made} />
      ) : (
        <FormFrame form={form} running={command.running} submit={accounts.create} onSubmit={() => void send()} onCancel={onClose}>
          <TextField form={form} name="displayName" label={accounts.displayName} required />
          <TextField form={form} name="name" label={accounts.name} hint={accounts.nameHint} required />
          <TextField form={form} name="email" label={accounts.email} type="email" />
        </FormFrame>
      )}
    </Window>
  );
}

export function ResetWindow({
  account,
  onClose,
}: {
  account: { readonly id: string; readonly displayName: string };
  onClose: () => void;
}): ReactNode {
  const { accounts } = useTexts();
  return (
    <Window title={accounts.reset} onClose={onClose}>
      <p className="quiet">{account.displayName}</p>
      <Reset accountId={account.id} />
    </Window>
  );
}

function Reset({ accountId }: { accountId: string }): ReactNode {
  const { accounts } = useTexts();
  const command = useCommand(IssuePasswordReset);
  const [issued, setIssued] = useState<{ readonly secret: string; readonly until: string }>();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const issue = async (): Promise<void> => {
    const outcome = await command.run({ accountId });
    if (outcome.done) setIssued({ secret: outcome.payload.secret ?? '', until: outcome.payload.expiresAt ?? '' });
    else setProblems(outcome.problems);
  };
  if (issued)
    return (
      <Secret label={accounts.secret} hint={`${accounts.secretHint} ${accounts.until(momentText(issued.until))}`} text={issued.secret} />
    );
  return (
    <div className="form">
      <Problems of={problems} />
      <Button loading={command.running} onClick={() => void issue()}>
        {accounts.reset}
      </Button>
    </div>
  );
}
