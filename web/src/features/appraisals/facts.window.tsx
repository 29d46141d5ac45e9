import type { ReactNode } from 'react';
import { StateAppraisalFacts } from '#documents/entry';
import { useCommand } from '../../api/command.js';
import { decimalFrom, decimalText } from '../../api/format.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { useForm } from '../../ui/form.js';
import { ChoiceField, FormFrame, TextField } from '../../ui/form.fields.js';
import { useSay } from '../../ui/toast.js';
import { Window } from '../../ui/window.js';
import type { ShownEntry, ShownVersion } from './entry.shown.js';

/** What people answer under a version: knock-outs, caps and conditions that the registry does not know by itself. */
function questionsOf({ knockOuts, caps, grades }: ShownVersion): readonly (readonly [code: string, text: string])[] {
  const conditions = grades.flatMap(grade => grade.conditions.filter(({ kind }) => kind === 'STATED'));
  const asked = [...knockOuts.filter(({ kind }) => kind === 'STATED'), ...caps, ...conditions];
  return [...new Map(asked.flatMap(({ code, text }) => (code ? [[code, text ?? code] as const] : [])))];
}

/** What was stated before; nothing: it is not known. */
function answerOf({ answers }: ShownEntry, asked: string): string {
  const given = answers.find(({ code }) => code === asked);
  return given ? (given.holds ? 'yes' : 'no') : '';
}

export function FactsWindow({ entry, onClose }: { entry: ShownEntry; onClose: () => void }): ReactNode {
  const { language, texts } = useWords();
  const { entry: words } = useAppraisalTexts();
  const say = useSay();
  const { version } = entry.round;
  const questions = questionsOf(version);
  const form = useForm<Record<string, string>>({
    bonus: decimalText(entry.bonus, language),
    penalty: decimalText(entry.penalty, language),
    basis: entry.factsBasis ?? '',
    ...Object.fromEntries(questions.map(([code]) => [code, answerOf(entry, code)])),
  });
  const command = useCommand(StateAppraisalFacts);
  const send = async (): Promise<void> => {
    if (form.lacks(['basis'], texts.common.needed)) return;
    const { bonus = '', penalty = '', basis = '' } = form.values;
    const outcome = await command.run({
      id: entry.id,
      expectedVersion: entry.version,
      bonus: decimalFrom(bonus, language) || '0',
      penalty: decimalFrom(penalty, language) || '0',
      basis,
      answers: questions.flatMap(([code]) => (form.values[code] ? [{ code, holds: form.values[code] === 'yes' }] : [])),
    });
    if (!outcome.done) return form.refuse(outcome.problems);
    say(texts.common.saved);
    return onClose();
  };
  const hint = (part: ShownVersion['bonus']): string | undefined =>
    part ? words.atMost(decimalText(part.maximum, language), part.basis) : undefined;
  return (
    <Window title={words.stateFacts} onClose={onClose}>
      <FormFrame form={form} running={command.running} submit={texts.common.save} onSubmit={() => void send()} onCancel={onClose}>
        {(version.bonus || version.penalty) && (
          <div className="form-two">
            {version.bonus && <TextField form={form} name="bonus" label={words.bonus} hint={hint(version.bonus)} />}
            {version.penalty && <TextField form={form} name="penalty" label={words.penalty} hint={hint(version.penalty)} />}
          </div>
        )}
        {questions.map(([code, text]) => (
          <ChoiceField
            key={code}
            form={form}
            name={code}
            label={text}
            none={words.notKnown}
            choices={[
              ['no', words.didNot],
              ['yes', words.happened],
            ]}
          />
        ))}
        <TextField form={form} name="basis" label={words.basis} hint={words.basisHint} required lines={2} />
      </FormFrame>
    </Window>
  );
}
