import type { ReactNode } from 'react';
import type { TypedDocumentNode } from 'urql';
import type { Schema } from '#documents/movement-records';
import { useCommand } from '../api/command.js';
import { useTexts } from '../texts/texts.context.js';
import { useForm } from '../ui/form.js';
import { DateField, TextField } from '../ui/form.fields.js';
import type { Finder } from '../ui/finder.js';
import { CommandWindow } from './command.window.js';
import { MergeWindow } from './merge.window.js';
import { ReasonWindow } from './reason.window.js';

/** A command that does its work for a record, and answers nothing that a page needs. */
type Command<Input> = TypedDocumentNode<object, { input: Input }>;

interface EndInput {
  readonly id: string;
  readonly expectedVersion: number;
  readonly validTo: string;
  readonly reason: string;
}

interface Seen {
  readonly id: string;
  readonly version: number;
}

interface Props<Input> {
  readonly title: string;
  readonly command: Command<Input>;
  readonly of: Seen;
  readonly hint?: string;
  onClose(): void;
}

/** Takes away, or takes back, what was entered by mistake: the record is looked at once more, and the reason is kept. */
export function RemoveWindow({
  title,
  command,
  of,
  hint,
  onClose,
  onDone,
}: Props<Schema.RemoveRecordInput> & { onDone?(): void }): ReactNode {
  const { run, running } = useCommand(command);
  return (
    <ReasonWindow
      title={title}
      running={running}
      run={reason => run({ id: of.id, expectedVersion: of.version, reason })}
      onClose={done => {
        onClose();
        if (done) onDone?.();
      }}
    >
      {hint && <p className="quiet">{hint}</p>}
    </ReasonWindow>
  );
}

/** Sets the last day of something that goes on. */
export function EndWindow({ title, command, of, hint, onClose }: Props<EndInput>): ReactNode {
  const { common } = useTexts();
  const form = useForm({ validTo: undefined as string | undefined, reason: '' });
  const { run, running } = useCommand(command);
  const { validTo, reason } = form.values;
  return (
    <CommandWindow
      title={title}
      form={form}
      needed={['validTo', 'reason']}
      running={running}
      run={() => run({ id: of.id, expectedVersion: of.version, validTo: validTo ?? '', reason })}
      onClose={onClose}
    >
      {hint && <p className="quiet">{hint}</p>}
      <DateField form={form} name="validTo" label={common.lastDay} required />
      <TextField form={form} name="reason" label={common.reason} hint={common.reasonHint} required lines={2} />
    </CommandWindow>
  );
}

interface MergeProps extends Props<Schema.MergeRecordInput> {
  /** What the other one is called: it remains. */
  readonly label: string;
  readonly find: Finder;
  onDone(intoId: string): void;
}

/** One record that was entered twice goes into the other. */
export function MergeRecordWindow({ command, of, hint = '', ...window }: MergeProps): ReactNode {
  const { run, running } = useCommand(command);
  return (
    <MergeWindow
      {...window}
      hint={hint}
      running={running}
      run={(intoId, reason) => run({ id: of.id, expectedVersion: of.version, intoId, reason })}
    />
  );
}
