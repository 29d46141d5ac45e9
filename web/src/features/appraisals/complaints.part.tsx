import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { ReopenAppraisalRound } from '#documents/appraisals';
import { AnswerAppraisalComplaint, RecordAppraisalComplaint } from '#documents/entry';
import { useCommand } from '../../api/command.js';
import { dayText, todayInVietnam } from '../../api/format.js';
import { ReasonWindow } from '../../parts/reason.window.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { Badge } from '../../ui/badge.js';
import { useForm } from '../../ui/form.js';
import { DateField, FormFrame, TextField } from '../../ui/form.fields.js';
import { Part } from '../../ui/page.js';
import { useSay } from '../../ui/toast.js';
import { Window } from '../../ui/window.js';
import type { ShownEntry } from './entry.shown.js';

interface Props {
  readonly entry: ShownEntry;
  /** Whether the actor may record complaints. */
  readonly complains: boolean;
}

/** Complaints about a result: each is answered, or the round is opened again for it. */
export function ComplaintsPart({ entry, complains }: Props): ReactNode {
  const { terms } = useWords();
  const { entry: words, rounds } = useAppraisalTexts();
  const [doing, setDoing] = useState<{ readonly what: 'record' | 'answer' | 'reopen'; readonly complaintId: string }>();
  const [answer, reopen] = [useCommand(AnswerAppraisalComplaint), useCommand(ReopenAppraisalRound)];
  const { round, complaints } = entry;
  const records = complains && round.state === 'CLOSED';
  const decides = round.actions.some(({ name, allowed }) => name === 'reopen' && allowed);
  const close = (): void => setDoing(undefined);
  if (complaints.length === 0 && !records) return null;
  return (
    <Part title={words.complaints}>
      {complaints.length === 0 && <p className="quiet">{words.noComplaints}</p>}
      <ul className="plain-list judges">
        {complaints.map(({ id, receivedOn, words: said, state, answeredOn, answer: given }) => (
          <li key={id}>
            <Badge tone={state === 'RECEIVED' ? 'warn' : 'plain'}>{terms.ComplaintState[state]}</Badge> {dayText(receivedOn)}
            <p className="prose">{said}</p>
            {given !== null && (
              <p className="prose quiet">
                {dayText(answeredOn)}: {given}
              </p>
            )}
            {state === 'RECEIVED' && decides && (
              <div className="buttons">
                <Button size="xs" variant="default" onClick={() => setDoing({ what: 'answer', complaintId: id })}>
                  {words.answerComplaint}
                </Button>
                <Button size="xs" variant="default" onClick={() => setDoing({ what: 'reopen', complaintId: id })}>
                  {rounds.reopen}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {records && (
        <Button variant="default" size="xs" onClick={() => setDoing({ what: 'record', complaintId: '' })}>
          {words.recordComplaint}
        </Button>
      )}
      {doing?.what === 'record' && <RecordWindow entry={entry} onClose={close} />}
      {doing?.what === 'answer' && (
        <ReasonWindow
          title={words.answerComplaint}
          running={answer.running}
          onClose={close}
          run={given =>
            answer.run({ evaluationId: entry.id, expectedVersion: entry.version, complaintId: doing.complaintId, answer: given })
          }
        />
      )}
      {doing?.what === 'reopen' && (
        <ReasonWindow
          title={rounds.reopen}
          running={reopen.running}
          onClose={close}
          run={reason => reopen.run({ id: round.id, expectedVersion: round.revision, reason, complaintId: doing.complaintId })}
        />
      )}
    </Part>
  );
}

function RecordWindow({ entry, onClose }: { entry: ShownEntry; onClose: () => void }): ReactNode {
  const { texts } = useWords();
  const { entry: words } = useAppraisalTexts();
  const say = useSay();
  const form = useForm({ receivedOn: todayInVietnam() as string | undefined, words: '' });
  const command = useCommand(RecordAppraisalComplaint, { keyed: true });
  const send = async (): Promise<void> => {
    if (form.lacks(['receivedOn', 'words'], texts.common.needed)) return;
    const outcome = await command.run({
      evaluationId: entry.id,
      receivedOn: form.values.receivedOn ?? '',
      words: form.values.words,
    });
    if (!outcome.done) return form.refuse(outcome.problems);
    say(texts.common.saved);
    return onClose();
  };
  return (
    <Window title={words.recordComplaint} onClose={onClose}>
      <FormFrame form={form} running={command.running} submit={words.recordComplaint} onSubmit={() => void send()} onCancel={onClose}>
        <DateField form={form} name="receivedOn" label={words.receivedOn} required />
        <TextField form={form} name="words" label={words.complaintWords} required lines={4} />
      </FormFrame>
    </Window>
  );
}
