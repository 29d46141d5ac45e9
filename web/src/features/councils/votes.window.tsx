import { NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { RecordCouncilVotes, type Schema } from '#documents/councils';
import { useCommand } from '../../api/command.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { useTerms, useTexts } from '../../texts/texts.context.js';
import { pairs } from '../../ui/filters.js';
import { useForm } from '../../ui/form.js';
import { FormFrame, TextField } from '../../ui/form.fields.js';
import { useSay } from '../../ui/toast.js';
import { Window } from '../../ui/window.js';
import type { ShownSession } from './council.parts.js';

const COUNTS = ['inFavour', 'against', 'abstained', 'writtenInFavour', 'writtenAgainst', 'writtenAbstained'] as const;

/** What a member whom the minutes name voted and said. */
interface Opinion {
  readonly choice: Schema.VoteChoice | '';
  readonly words: string;
}

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
    opinions: {} as Readonly<Record<string, Opinion>>,
  });
  const command = useCommand(RecordCouncilVotes);
  const send = async (): Promise<void> => {
    if (form.lacks(['text', ...COUNTS], common.needed)) return;
    const { text, opinions: named, ...given } = form.values;
    const opinions = Object.entries(named).flatMap(([memberId, { choice, words }]) =>
      choice ? [{ memberId, choice, words: words || null }] : [],
    );
    const counts = Object.fromEntries(COUNTS.map(name => [name, Number(given[name])])) as Record<(typeof COUNTS)[number], number>;
    const outcome = await command.run({ sessionId: session.id, expectedVersion: session.version, text, ...counts, opinions });
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
        <details className="more">
          <summary>{councils.opinions}</summary>
          <Opinions session={session} opinions={form.values.opinions} onChange={opinions => form.set('opinions', opinions)} />
        </details>
        {form.at('opinions') && (
          <p className="bad" role="alert">
            {form.at('opinions')}
          </p>
        )}
      </FormFrame>
    </Window>
  );
}

function Opinions({
  session,
  opinions,
  onChange,
}: {
  session: ShownSession;
  opinions: Readonly<Record<string, Opinion>>;
  onChange: (opinions: Readonly<Record<string, Opinion>>) => void;
}): ReactNode {
  const { VoteChoice } = useTerms();
  const { councils } = useAppraisalTexts();
  const choices = [{ value: '', label: councils.noOpinion }, ...pairs(VoteChoice).map(([value, label]) => ({ value, label }))];
  return (
    <>
      <p className="quiet">{councils.opinionsHint}</p>
      {session.attendance
        .filter(({ presence }) => presence !== 'ABSENT')
        .map(({ member: { id, person } }) => {
          const opinion = opinions[id] ?? { choice: '', words: '' };
          const set = (more: Partial<Opinion>): void => onChange({ ...opinions, [id]: { ...opinion, ...more } });
          return (
            <div key={id} className="form-two">
              <NativeSelect
                label={councils.choice(person.name)}
                value={opinion.choice}
                data={choices}
                onChange={event => set({ choice: event.currentTarget.value as Opinion['choice'] })}
              />
              <TextInput
                label={councils.words(person.name)}
                value={opinion.words}
                disabled={opinion.choice === ''}
                autoComplete="off"
                onChange={event => set({ words: event.currentTarget.value })}
              />
            </div>
          );
        })}
    </>
  );
}
