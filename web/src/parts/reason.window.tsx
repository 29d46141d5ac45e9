import type { ReactNode } from 'react';
import type { Outcome } from '../api/command.js';
import { useTexts } from '../texts/texts.context.js';
import { useForm } from '../ui/form.js';
import { FormFrame, TextField } from '../ui/form.fields.js';
import { useSay } from '../ui/toast.js';
import { Window } from '../ui/window.js';

interface Props {
  readonly title: string;
  readonly running: boolean;
  run(reason: string): Promise<Outcome<unknown>>;
  onClose(done: boolean): void;
  readonly children?: ReactNode;
}

/** Something that needs nothing but a reason. */
export function ReasonWindow({ title, running, run, onClose, children }: Props): ReactNode {
  const { common } = useTexts();
  const form = useForm({ reason: '' });
  const say = useSay();
  const send = async (): Promise<void> => {
    const outcome = await run(form.values.reason);
    if (!outcome.done) return form.refuse(outcome.problems);
    say(common.done);
    return onClose(true);
  };
  return (
    <Window title={title} onClose={() => onClose(false)} size="md">
      {children}
      <FormFrame form={form} running={running} submit={title} onSubmit={() => void send()} onCancel={() => onClose(false)}>
        <TextField form={form} name="reason" label={common.reason} hint={common.reasonHint} required lines={3} />
      </FormFrame>
    </Window>
  );
}
