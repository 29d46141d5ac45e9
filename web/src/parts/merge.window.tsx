import type { ReactNode } from 'react';
import type { Outcome } from '../api/command.js';
import { useTexts } from '../texts/texts.context.js';
import type { Finder, Picked } from '../ui/finder.js';
import { useForm } from '../ui/form.js';
import { TextField, ThingField } from '../ui/form.fields.js';
import { CommandWindow } from './command.window.js';

interface Props {
  readonly title: string;
  readonly hint: string;
  /** What the other one is called: it remains. */
  readonly label: string;
  readonly find: Finder;
  readonly running: boolean;
  run(intoId: string, reason: string): Promise<Outcome<unknown>>;
  onClose(): void;
  onDone?(intoId: string): void;
}

/** One thing that was entered twice: which of the two remains, and why. */
export function MergeWindow({ title, hint, label, find, running, run, onClose, onDone }: Props): ReactNode {
  const { common } = useTexts();
  const form = useForm({ intoId: undefined as Picked | undefined, reason: '' });
  const { intoId, reason } = form.values;
  return (
    <CommandWindow
      title={title}
      form={form}
      needed={['intoId', 'reason']}
      running={running}
      done={common.done}
      run={() => run(intoId?.id ?? '', reason)}
      onClose={onClose}
      onDone={() => onDone?.(intoId?.id ?? '')}
    >
      <p className="quiet">{hint}</p>
      <ThingField form={form} name="intoId" label={label} find={find} required />
      <TextField form={form} name="reason" label={common.reason} hint={common.reasonHint} required lines={2} />
    </CommandWindow>
  );
}
