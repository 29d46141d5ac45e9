import type { ReactNode } from 'react';
import { AddReviewTask, FreezeReview, SettleReviewTask, type Schema } from '#documents/reviews';
import { useCommand } from '../../api/command.js';
import { CommandWindow } from '../../parts/command.window.js';
import { UNITS } from '../../parts/picks/find.js';
import { useFigureTexts } from '../../texts/figure.texts.js';
import { useTerms } from '../../texts/texts.context.js';
import { pairs } from '../../ui/filters.js';
import type { Picked } from '../../ui/finder.js';
import { useForm } from '../../ui/form.js';
import { ChoiceField, DateField, TextField, ThingField } from '../../ui/form.fields.js';
import type { ShownReview } from './review.shown.js';

interface Props {
  readonly of: ShownReview;
  onClose(): void;
}

/** Keeps the numbers as they are today. */
export function FreezeWindow({ of, onClose }: Props): ReactNode {
  const terms = useTerms();
  const { reviews } = useFigureTexts();
  const { run, running } = useCommand(FreezeReview, { keyed: true });
  const form = useForm({ basis: 'AS_REPORTED' });
  return (
    <CommandWindow
      title={reviews.freeze}
      form={form}
      running={running}
      done={reviews.frozen}
      size="md"
      run={() => run({ id: of.id, expectedVersion: of.version, basis: form.values.basis as Schema.ReviewBasis })}
      onClose={onClose}
    >
      <p className="quiet">{reviews.freezeHint}</p>
      <ChoiceField form={form} name="basis" label={reviews.basis} choices={pairs(terms.ReviewBasis)} />
    </CommandWindow>
  );
}

export function TaskWindow({ of, onClose }: Props): ReactNode {
  const { reviews } = useFigureTexts();
  const { run, running } = useCommand(AddReviewTask, { keyed: true });
  const form = useForm({ text: '', ownerId: undefined as Picked | undefined, dueOn: undefined as string | undefined });
  const { text, ownerId, dueOn } = form.values;
  return (
    <CommandWindow
      title={reviews.addTask}
      form={form}
      needed={['text']}
      running={running}
      run={() => run({ reviewId: of.id, text, ownerId: ownerId?.id ?? null, dueOn: dueOn ?? null })}
      onClose={onClose}
    >
      <TextField form={form} name="text" label={reviews.task} lines={3} required />
      <div className="form-two">
        <ThingField form={form} name="ownerId" label={reviews.owner} find={UNITS} />
        <DateField form={form} name="dueOn" label={reviews.taskDue} />
      </div>
    </CommandWindow>
  );
}

export function SettleWindow({ task, onClose }: { task: ShownReview['tasks'][number]; onClose: () => void }): ReactNode {
  const terms = useTerms();
  const { reviews } = useFigureTexts();
  const { run, running } = useCommand(SettleReviewTask);
  const form = useForm({ state: 'DONE', outcome: '' });
  const { state, outcome } = form.values;
  return (
    <CommandWindow
      title={reviews.settle}
      form={form}
      running={running}
      run={() => run({ id: task.id, expectedVersion: task.version, state: state as Schema.ReviewTaskState, outcome: outcome || null })}
      onClose={onClose}
    >
      <p className="prose">{task.text}</p>
      <ChoiceField form={form} name="state" label={reviews.taskState} choices={pairs(terms.ReviewTaskState)} />
      <TextField form={form} name="outcome" label={reviews.outcome} lines={3} />
    </CommandWindow>
  );
}
