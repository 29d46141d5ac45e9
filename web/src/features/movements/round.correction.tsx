import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { CorrectRegistrationRound, type Schema } from '#documents/movement-records';
import { useCommand } from '../../api/command.js';
import { CommandWindow } from '../../parts/command.window.js';
import { useWords } from '../../texts/texts.context.js';
import { pairs } from '../../ui/filters.js';
import { useForm } from '../../ui/form.js';
import { DateField, TextField } from '../../ui/form.fields.js';
import type { ShownRound } from './round.windows.js';

/** Corrects what was entered wrongly of a round. */
export function CorrectRoundWindow({ round, onClose }: { round: ShownRound; onClose: () => void }): ReactNode {
  const { texts, terms } = useWords();
  const { rounds, common } = texts;
  const form = useForm({
    name: round.name,
    opensOn: round.opensOn as string | undefined,
    closesOn: round.closesOn as string | undefined,
    appraisedAt: round.appraisedAt,
    reason: '',
  });
  const { run, running } = useCommand(CorrectRegistrationRound);
  const { name, opensOn, closesOn, appraisedAt, reason } = form.values;
  const toggle = (level: Schema.RecognitionLevel): void =>
    form.set('appraisedAt', appraisedAt.includes(level) ? appraisedAt.filter(one => one !== level) : [...appraisedAt, level]);
  return (
    <CommandWindow
      title={rounds.correct}
      form={form}
      needed={['name', 'opensOn', 'closesOn', 'reason']}
      running={running}
      run={() =>
        run({
          id: round.id,
          expectedVersion: round.version,
          name,
          opensOn: opensOn ?? '',
          closesOn: closesOn ?? '',
          appraisedAt: [...appraisedAt],
          reason,
        })
      }
      onClose={onClose}
    >
      <p className="quiet">{rounds.correctHint}</p>
      <TextField form={form} name="name" label={rounds.name} required />
      <div className="form-two">
        <DateField form={form} name="opensOn" label={rounds.opensOn} required />
        <DateField form={form} name="closesOn" label={rounds.closesOn} required />
      </div>
      <fieldset className="choices">
        <legend>{rounds.appraisedAt}</legend>
        {(pairs(terms.RecognitionLevel) as readonly (readonly [Schema.RecognitionLevel, string])[]).map(([level, label]) => (
          <Checkbox key={level} size="sm" label={label} checked={appraisedAt.includes(level)} onChange={() => toggle(level)} />
        ))}
      </fieldset>
      <TextField form={form} name="reason" label={common.reason} hint={common.reasonHint} required lines={2} />
    </CommandWindow>
  );
}
