import type { ReactNode } from 'react';
import { ChangeAccount, LinkAccountToPerson } from '#documents/accounts';
import { useCommand } from '../../api/command.js';
import { todayInVietnam } from '../../api/format.js';
import { CommandWindow } from '../../parts/command.window.js';
import { PEOPLE } from '../../parts/picks/find.js';
import { useTexts } from '../../texts/texts.context.js';
import type { Picked } from '../../ui/finder.js';
import { useForm } from '../../ui/form.js';
import { DateField, TextField, ThingField } from '../../ui/form.fields.js';

interface Props {
  readonly account: { readonly id: string; readonly displayName: string; readonly email: string | null };
  onClose(): void;
}

export function ChangeAccountWindow({ account, onClose }: Props): ReactNode {
  const { accounts, common } = useTexts();
  const form = useForm({ displayName: account.displayName, email: account.email ?? '', reason: '' });
  const { run, running } = useCommand(ChangeAccount);
  const { displayName, email, reason } = form.values;
  return (
    <CommandWindow
      title={accounts.change}
      form={form}
      needed={['displayName', 'reason']}
      running={running}
      size="md"
      run={() => run({ id: account.id, displayName, email: email || null, reason })}
      onClose={onClose}
    >
      <TextField form={form} name="displayName" label={accounts.displayName} required />
      <TextField form={form} name="email" label={accounts.email} type="email" />
      <TextField form={form} name="reason" label={common.reason} hint={common.reasonHint} required lines={2} />
    </CommandWindow>
  );
}

/** Whose account it is: a person of the directory is assigned, asked and reminded by it. */
export function LinkPersonWindow({ account, onClose }: Props): ReactNode {
  const { accounts, common } = useTexts();
  const form = useForm({
    personId: undefined as Picked | undefined,
    validFrom: todayInVietnam() as string | undefined,
    validTo: undefined as string | undefined,
    reason: '',
  });
  const { run, running } = useCommand(LinkAccountToPerson);
  const { personId, validFrom, validTo, reason } = form.values;
  return (
    <CommandWindow
      title={accounts.link}
      form={form}
      needed={['personId', 'validFrom', 'reason']}
      running={running}
      run={() => run({ accountId: account.id, personId: personId?.id ?? '', validFrom: validFrom ?? '', validTo: validTo ?? null, reason })}
      onClose={onClose}
    >
      <p className="quiet">{`${account.displayName}. ${accounts.linkHint}`}</p>
      <ThingField form={form} name="personId" label={accounts.person} required find={PEOPLE} />
      <div className="form-two">
        <DateField form={form} name="validFrom" label={common.from} required />
        <DateField form={form} name="validTo" label={common.to} hint={common.toHint} />
      </div>
      <TextField form={form} name="reason" label={common.reason} hint={common.reasonHint} required lines={2} />
    </CommandWindow>
  );
}
