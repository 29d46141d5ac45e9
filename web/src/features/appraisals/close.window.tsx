import type { ReactNode } from 'react';
import { CloseAppraisalRound } from '#documents/appraisals';
import { useCommand } from '../../api/command.js';
import { dayText } from '../../api/format.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { useForm } from '../../ui/form.js';
import { ChoiceField, FormFrame } from '../../ui/form.fields.js';
import { Note } from '../../ui/states.js';
import { useSay } from '../../ui/toast.js';
import { Window } from '../../ui/window.js';
import type { ShownAppraisal } from './appraisal.shown.js';

export function CloseWindow({ round, onClose }: { round: ShownAppraisal; onClose: () => void }): ReactNode {
  const { rounds } = useAppraisalTexts();
  const say = useSay();
  const form = useForm({ sessionId: '' });
  const command = useCommand(CloseAppraisalRound);
  const { assigned, submitted, abstained } = round.progress;
  const lacking = assigned - submitted - abstained;
  const send = async (): Promise<void> => {
    const outcome = await command.run({ id: round.id, expectedVersion: round.revision, sessionId: form.values.sessionId || null });
    if (!outcome.done) return form.refuse(outcome.problems);
    say(rounds.closeDone);
    return onClose();
  };
  return (
    <Window title={rounds.close} onClose={onClose}>
      <p>{rounds.closeText}</p>
      {lacking > 0 && <Note kind="warn">{rounds.lacking(lacking)}</Note>}
      <FormFrame form={form} running={command.running} submit={rounds.close} onSubmit={() => void send()} onCancel={onClose}>
        {round.council && (
          <ChoiceField
            form={form}
            name="sessionId"
            label={rounds.session}
            hint={rounds.sessionHint}
            required
            none=""
            choices={round.council.sessions.nodes.map(({ id, heldOn, subject, quorum }) => [
              id,
              `${dayText(heldOn)} ${subject}${quorum.met ? '' : ` (${rounds.noQuorum})`}`,
            ])}
          />
        )}
      </FormFrame>
    </Window>
  );
}
