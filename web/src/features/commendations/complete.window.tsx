import type { ReactNode } from 'react';
import { CompleteCommendation } from '#documents/commendations';
import { useCommand } from '../../api/command.js';
import { PEOPLE, UNITS } from '../../parts/picks/find.js';
import { useCommendationTexts } from '../../texts/commendation.texts.js';
import { useWords } from '../../texts/texts.context.js';
import type { Picked } from '../../ui/finder.js';
import { useForm } from '../../ui/form.js';
import { FormFrame, TextField, ThingField } from '../../ui/form.fields.js';
import { useSay } from '../../ui/toast.js';
import { Window } from '../../ui/window.js';
import type { ShownCommendation } from './commendation.shown.js';

/** A name is added to a list whose paper gives only a number; the server refuses more names than the number. */
export function CompleteWindow({ of, onClose }: { of: ShownCommendation; onClose: () => void }): ReactNode {
  const { texts } = useWords();
  const { commendations } = useCommendationTexts();
  const command = useCommand(CompleteCommendation);
  const say = useSay();
  const form = useForm({
    'recipients.0.personId': undefined as Picked | undefined,
    'recipients.0.name': '',
    'recipients.0.post': '',
    'recipients.0.unitId': undefined as Picked | undefined,
    'recipients.0.unitName': '',
  });
  const send = async (): Promise<void> => {
    const { values } = form;
    const recipient = {
      personId: values['recipients.0.personId']?.id ?? null,
      unitId: values['recipients.0.unitId']?.id ?? null,
      name: values['recipients.0.name'] || null,
      post: values['recipients.0.post'] || null,
      unitName: values['recipients.0.unitName'] || null,
    };
    const outcome = await command.run({ id: of.id, expectedVersion: of.version, recipients: [recipient] });
    if (!outcome.done) return form.refuse(outcome.problems);
    say(texts.common.saved);
    return onClose();
  };
  return (
    <Window title={commendations.complete} onClose={onClose}>
      <FormFrame form={form} running={command.running} submit={commendations.complete} onSubmit={() => void send()} onCancel={onClose}>
        <ThingField form={form} name="recipients.0.personId" label={commendations.person} find={PEOPLE} />
        <TextField form={form} name="recipients.0.name" label={commendations.name} hint={commendations.nameHint} />
        <div className="form-two">
          <TextField form={form} name="recipients.0.post" label={commendations.post} />
          <TextField form={form} name="recipients.0.unitName" label={commendations.unitName} />
        </div>
        <ThingField form={form} name="recipients.0.unitId" label={commendations.unit} find={UNITS} />
      </FormFrame>
    </Window>
  );
}
