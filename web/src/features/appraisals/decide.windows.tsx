import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { DecideGrade, DecideTie } from '#documents/appraisals';
import { useCommand } from '../../api/command.js';
import { ReasonWindow } from '../../parts/reason.window.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { useTexts } from '../../texts/texts.context.js';
import { useForm } from '../../ui/form.js';
import { ChoiceField, FormFrame, TextField } from '../../ui/form.fields.js';
import { useSay } from '../../ui/toast.js';
import { Window } from '../../ui/window.js';
import { useEntryName } from './appraisal.parts.js';
import type { EntryRow, ShownAppraisal } from './appraisal.shown.js';

export function DecideGradeWindow({ round, entry, onClose }: { round: ShownAppraisal; entry: EntryRow; onClose: () => void }): ReactNode {
  const { common } = useTexts();
  const { rounds } = useAppraisalTexts();
  const [nameOf, say] = [useEntryName(), useSay()];
  const form = useForm({ grade: '', reason: '' });
  const command = useCommand(DecideGrade);
  const send = async (): Promise<void> => {
    if (form.lacks(['grade', 'reason'], common.needed)) return;
    const outcome = await command.run({ id: entry.id, expectedVersion: entry.version, ...form.values });
    if (!outcome.done) return form.refuse(outcome.problems);
    say(common.done);
    return onClose();
  };
  return (
    <Window title={rounds.decideGrade} onClose={onClose}>
      <p className="quiet">{nameOf(entry)}</p>
      <FormFrame form={form} running={command.running} submit={rounds.decideGrade} onSubmit={() => void send()} onCancel={onClose}>
        <ChoiceField
          form={form}
          name="grade"
          label={rounds.grade}
          required
          none=""
          choices={round.version.grades.map(({ code, name }) => [code, name] as const)}
        />
        <TextField form={form} name="reason" label={common.reason} hint={common.reasonHint} required lines={3} />
      </FormFrame>
    </Window>
  );
}

/** Puts those who share a rank in an order. */
export function DecideTieWindow({
  round,
  entries,
  onClose,
}: {
  round: ShownAppraisal;
  entries: readonly EntryRow[];
  onClose: () => void;
}): ReactNode {
  const { rounds } = useAppraisalTexts();
  const nameOf = useEntryName();
  const [order, setOrder] = useState(entries);
  const command = useCommand(DecideTie);
  const up = (at: number): void => setOrder(order.with(at - 1, order[at]!).with(at, order[at - 1]!));
  return (
    <ReasonWindow
      title={rounds.decideTie}
      running={command.running}
      onClose={onClose}
      run={reason => command.run({ roundId: round.id, evaluationIds: order.map(({ id }) => id), reason })}
    >
      <p className="quiet">{rounds.tieOrder}</p>
      <ol className="tie-order">
        {order.map((entry, at) => (
          <li key={entry.id}>
            <span>{nameOf(entry)}</span>
            {at > 0 && (
              <Button size="compact-xs" variant="default" aria-label={rounds.up(nameOf(entry))} onClick={() => up(at)}>
                ↑
              </Button>
            )}
          </li>
        ))}
      </ol>
    </ReasonWindow>
  );
}
