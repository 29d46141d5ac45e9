import type { ReactNode } from 'react';
import { AnswerClearance, AnswerObjection, AskClearance, OpenPublicComment, RecordObjection } from '#documents/dossier';
import type { Schema } from '#documents/proposals';
import { useCommand, type Outcome } from '../../api/command.js';
import { wholeFrom } from '../../api/format.js';
import { CommandWindow } from '../../parts/command.window.js';
import { useProposalTexts } from '../../texts/proposal.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { pairs } from '../../ui/filters.js';
import { useForm } from '../../ui/form.js';
import { ChoiceField, DateField, TextField } from '../../ui/form.fields.js';
import { seenOf, type ShownProposal } from './proposal.shown.js';

interface Props {
  readonly of: ShownProposal;
  onClose(): void;
}

export function AskWindow({ of, onClose }: Props): ReactNode {
  const { proposals } = useProposalTexts();
  const { run, running } = useCommand(AskClearance);
  const form = useForm({ agency: '', askedOn: undefined as string | undefined });
  const { agency, askedOn } = form.values;
  return (
    <CommandWindow
      title={proposals.ask}
      form={form}
      needed={['agency']}
      running={running}
      onClose={onClose}
      run={() => run({ ...seenOf(of), agency, askedOn: askedOn ?? null })}
    >
      <TextField form={form} name="agency" label={proposals.agency} required />
      <DateField form={form} name="askedOn" label={proposals.askedOn} hint={proposals.todayHint} />
    </CommandWindow>
  );
}

export function AnswerClearanceWindow({ of, id, onClose }: Props & { readonly id: string }): ReactNode {
  const { terms } = useWords();
  const { proposals } = useProposalTexts();
  const { run, running } = useCommand(AnswerClearance);
  const form = useForm({ result: '', answeredOn: undefined as string | undefined, words: '' });
  const { result, answeredOn, words } = form.values;
  const answer = { clearanceId: id, result: result as Schema.ClearanceResult, answeredOn: answeredOn ?? null, words: words || null };
  return (
    <CommandWindow
      title={proposals.answer}
      form={form}
      needed={['result']}
      running={running}
      onClose={onClose}
      run={() => run({ ...seenOf(of), ...answer })}
    >
      <div className="form-two">
        <ChoiceField form={form} name="result" label={proposals.clearanceResult} choices={pairs(terms.ClearanceResult)} none="" required />
        <DateField form={form} name="answeredOn" label={proposals.answeredOn} hint={proposals.todayHint} />
      </div>
      <TextField form={form} name="words" label={proposals.words} lines={3} />
    </CommandWindow>
  );
}

export function PublicWindow({ of, onClose }: Props): ReactNode {
  const { proposals } = useProposalTexts();
  const { run, running } = useCommand(OpenPublicComment);
  const form = useForm({ from: undefined as string | undefined, days: '' });
  const { from, days } = form.values;
  const ask = async (): Promise<Outcome<unknown>> => {
    const number = wholeFrom(days);
    if (number !== null && !Number.isNaN(number)) return run({ ...seenOf(of), from: from ?? null, days: number });
    return { done: false, problems: [{ code: 'NUMBER', message: proposals.notNumber, field: ['days'] }] };
  };
  return (
    <CommandWindow title={proposals.open} form={form} needed={['days']} running={running} onClose={onClose} run={ask}>
      <div className="form-two">
        <DateField form={form} name="from" label={proposals.openFrom} hint={proposals.todayHint} />
        <TextField form={form} name="days" label={proposals.days} required />
      </div>
    </CommandWindow>
  );
}

export function ObjectionWindow({ of, onClose }: Props): ReactNode {
  const { proposals } = useProposalTexts();
  const { run, running } = useCommand(RecordObjection);
  const form = useForm({ words: '', receivedOn: undefined as string | undefined });
  const { words, receivedOn } = form.values;
  return (
    <CommandWindow
      title={proposals.recordObjection}
      form={form}
      needed={['words']}
      running={running}
      onClose={onClose}
      run={() => run({ ...seenOf(of), words, receivedOn: receivedOn ?? null })}
    >
      <TextField form={form} name="words" label={proposals.objectionWords} lines={4} required />
      <DateField form={form} name="receivedOn" label={proposals.objectionOn} hint={proposals.todayHint} />
    </CommandWindow>
  );
}

export function AnswerObjectionWindow({ of, id, onClose }: Props & { readonly id: string }): ReactNode {
  const { proposals } = useProposalTexts();
  const { run, running } = useCommand(AnswerObjection);
  const form = useForm({ answer: '', answeredOn: undefined as string | undefined });
  const { answer, answeredOn } = form.values;
  return (
    <CommandWindow
      title={proposals.answerObjection}
      form={form}
      needed={['answer']}
      running={running}
      onClose={onClose}
      run={() => run({ ...seenOf(of), objectionId: id, answer, answeredOn: answeredOn ?? null })}
    >
      <p className="prose">{of.objections.find(one => one.id === id)?.words}</p>
      <TextField form={form} name="answer" label={proposals.answerWords} lines={4} required />
      <DateField form={form} name="answeredOn" label={proposals.answeredOn} hint={proposals.todayHint} />
    </CommandWindow>
  );
}
