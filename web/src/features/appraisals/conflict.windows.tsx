import type { ReactNode } from 'react';
import { DeclareConflict, OverrideConflict, type Schema } from '#documents/entry';
import { useCommand } from '../../api/command.js';
import { PEOPLE } from '../../parts/picks/find.js';
import { ReasonWindow } from '../../parts/reason.window.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { useTerms, useTexts } from '../../texts/texts.context.js';
import { useForm } from '../../ui/form.js';
import { ChoiceField, FormFrame, TextField, ThingField } from '../../ui/form.fields.js';
import type { Picked } from '../../ui/finder.js';
import { useSay } from '../../ui/toast.js';
import { Window } from '../../ui/window.js';
import type { ShownEntry } from './entry.shown.js';

/** What the registry cannot know by itself. */
const DECLARED: readonly Schema.ConflictReason[] = ['FAMILY', 'WORK', 'OTHER'];

interface Props {
  readonly entry: ShownEntry;
  onClose(): void;
}

/** One's own conflict, or as the board that of a member. */
export function ConflictWindow({ entry, onClose, ofAnother = false }: Props & { ofAnother?: boolean }): ReactNode {
  const [{ common }, { ConflictReason }, { entry: texts }] = [useTexts(), useTerms(), useAppraisalTexts()];
  const say = useSay();
  const form = useForm({ personId: undefined as Picked | undefined, reason: '', words: '' });
  const command = useCommand(DeclareConflict);
  const send = async (): Promise<void> => {
    if (form.lacks([...(ofAnother ? (['personId'] as const) : []), 'reason', 'words'], common.needed)) return;
    const { personId, reason, words } = form.values;
    const outcome = await command.run({
      evaluationId: entry.id,
      personId: personId?.id ?? null,
      reason: reason as Schema.ConflictReason,
      words,
    });
    if (!outcome.done) return form.refuse(outcome.problems);
    say(common.done);
    return onClose();
  };
  return (
    <Window title={ofAnother ? texts.declare : texts.declareMine} onClose={onClose}>
      <p className="quiet">{texts.declareText}</p>
      <FormFrame form={form} running={command.running} submit={texts.declare} onSubmit={() => void send()} onCancel={onClose}>
        {ofAnother && <ThingField form={form} name="personId" label={texts.person} required find={PEOPLE} />}
        <ChoiceField
          form={form}
          name="reason"
          label={texts.reason}
          required
          none=""
          choices={DECLARED.map(name => [name, ConflictReason[name]] as const)}
        />
        <TextField form={form} name="words" label={texts.words} required lines={3} />
      </FormFrame>
    </Window>
  );
}

export function OverrideWindow({ entry, person, onClose }: Props & { person: { readonly id: string; readonly name: string } }): ReactNode {
  const { entry: texts } = useAppraisalTexts();
  const command = useCommand(OverrideConflict);
  return (
    <ReasonWindow
      title={texts.override}
      running={command.running}
      onClose={onClose}
      run={reason => command.run({ evaluationId: entry.id, personId: person.id, reason })}
    >
      <p>{person.name}</p>
      <p className="quiet">{texts.overrideText}</p>
    </ReasonWindow>
  );
}
