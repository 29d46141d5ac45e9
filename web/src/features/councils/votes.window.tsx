import type { ReactNode } from 'react';
import { RecordCouncilVotes } from '#documents/councils';
import { useCommand } from '../../api/command.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { useTexts } from '../../texts/texts.context.js';
import { useForm } from '../../ui/form.js';
import { FormFrame, TextField } from '../../ui/form.fields.js';
import { useSay } from '../../ui/toast.js';
import { Window } from '../../ui/window.js';
import type { ShownSession } from './council.parts.js';

const COUNTS = ['inFavour', 'against', 'abstained', 'writtenInFavour', 'writtenAgainst', 'writtenAbstained'] as const;

/** The votes on one question, as the minutes have them. */
export function VotesWindow({ session, onClose }: { session: ShownSession; onClose: () => void }): ReactNode {
  const { common } = useTexts();
  const { councils } = useAppraisalTexts();
  const say = useSay();
  const form = useForm({
    text: '',
    inFavour: '',
    against: '',
    abstained: '',
    writtenInFavour: '0',
    writtenAgainst: '0',
    writtenAbstained: '0',
  });
  const command = useCommand(RecordCouncilVotes);
  const send = async (): Promise<void> => {
    if (form.lacks(['text', ...COUNTS], common.needed)) return;
    const { text, ...given } = form.values;
    const counts = Object.fromEntries(COUNTS.map(name => [name, Number(given[name])])) as Record<(typeof COUNTS)[number], number>;
    const outcome = await command.run({ sessionId: session.id, expectedVersion: session.version, text, ...counts });
    if (!outcome.done) return form.refuse(outcome.problems);
    say(common.saved);
    return onClose();
  };
  return (
    <Window title={councils.recordVotes} onClose={onClose}>
      <FormFrame form={form} running={command.running} submit={councils.recordVotes} onSubmit={() => void send()} onCancel={onClose}>
        <TextField form={form} name="text" label={councils.question} required lines={2} />
        <div className="form-two">
          {COUNTS.map(name => (
            <TextField key={name} form={form} name={name} label={councils[name]} type="number" required />
          ))}
        </div>
      </FormFrame>
    </Window>
  );
}
