import type { ReactNode } from 'react';
import { RecordPastRegistration } from '#documents/life';
import type { Schema } from '#documents/register';
import { useCommand } from '../../api/command.js';
import { CommandWindow } from '../../parts/command.window.js';
import { DECISIONS, ROUNDS } from '../../parts/picks/find.js';
import { useWords } from '../../texts/texts.context.js';
import { pairs } from '../../ui/filters.js';
import type { Picked } from '../../ui/finder.js';
import { useForm } from '../../ui/form.js';
import { ChoiceField, DateField, TextField, ThingField } from '../../ui/form.fields.js';

/** A registration of the past, from papers: what came of it, and how well it is known. */
export function PastRegistrationWindow({
  model,
  onClose,
}: {
  model: { readonly id: string; readonly version: number };
  onClose: () => void;
}): ReactNode {
  const { texts, terms } = useWords();
  const { models, modelForm, steps, common } = texts;
  const form = useForm({
    on: undefined as string | undefined,
    state: 'RECOGNISED',
    level: '',
    roundId: undefined as Picked | undefined,
    decisionId: undefined as Picked | undefined,
    source: '',
    deviationReason: '',
  });
  const { run, running } = useCommand(RecordPastRegistration, { keyed: true });
  const { on, state, level, roundId, decisionId, source, deviationReason } = form.values;
  const isRecognised = state === 'RECOGNISED';
  return (
    <CommandWindow
      title={models.recordPastRegistration}
      form={form}
      needed={['on', 'source']}
      running={running}
      run={() =>
        run({
          id: model.id,
          expectedVersion: model.version,
          on: on ?? '',
          state: (state || null) as Schema.ModelState | null,
          level: (isRecognised && level ? level : null) as Schema.RecognitionLevel | null,
          roundId: roundId?.id ?? null,
          decisionId: decisionId?.id ?? null,
          source,
          deviationReason: deviationReason || null,
        })
      }
      onClose={onClose}
    >
      <div className="form-two">
        <DateField form={form} name="on" label={models.pastOn} required partial />
        <ChoiceField form={form} name="state" label={modelForm.state} none={common.unknown} choices={pairs(terms.ModelState)} />
        {isRecognised && (
          <ChoiceField form={form} name="level" label={steps.level} none={common.unknown} choices={pairs(terms.RecognitionLevel)} />
        )}
        <ThingField form={form} name="decisionId" label={steps.decision} find={DECISIONS} />
        <ThingField form={form} name="roundId" label={modelForm.round} find={ROUNDS} />
      </div>
      <TextField form={form} name="source" label={common.source} hint={common.sourceHint} required />
      <TextField form={form} name="deviationReason" label={steps.deviationReason} lines={2} />
    </CommandWindow>
  );
}
