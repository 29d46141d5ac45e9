import type { ReactNode } from 'react';
import type { Outcome } from '../api/command.js';
import { useTexts } from '../texts/texts.context.js';
import type { FormState } from '../ui/form.js';
import { FormFrame } from '../ui/form.fields.js';
import { useSay } from '../ui/toast.js';
import { Window } from '../ui/window.js';

interface Props<Values extends object, Payload> {
  readonly title: string;
  readonly form: FormState<Values>;
  /** The fields without which it cannot be asked. */
  readonly needed?: readonly (keyof Values & string)[];
  readonly running: boolean;
  /** Said when it is done. */
  readonly done?: string;
  readonly size?: string;
  run(): Promise<Outcome<Payload>>;
  onClose(): void;
  onDone?(payload: Payload): void;
  readonly children: ReactNode;
}

/** A window of one command: its form, what the server says of it, and its warnings. */
export function CommandWindow<Values extends object, Payload>({
  title,
  form,
  needed,
  running,
  done,
  size = 'lg',
  run,
  onClose,
  onDone,
  children,
}: Props<Values, Payload>): ReactNode {
  const { common } = useTexts();
  const say = useSay();
  const send = async (): Promise<void> => {
    if (needed && form.lacks(needed, common.needed)) return;
    const outcome = await run();
    if (!outcome.done) return form.refuse(outcome.problems);
    form.reset();
    say([done ?? common.saved, ...outcome.warnings.map(({ message }) => message)].join(' '));
    onClose();
    return onDone?.(outcome.payload);
  };
  return (
    <Window title={title} onClose={onClose} size={size}>
      <FormFrame form={form} running={running} submit={title} onSubmit={() => void send()} onCancel={onClose}>
        {children}
      </FormFrame>
    </Window>
  );
}
