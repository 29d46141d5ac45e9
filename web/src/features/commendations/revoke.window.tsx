import type { ReactNode } from 'react';
import { RevokeCommendation, type Schema } from '#documents/commendations';
import { useCommand } from '../../api/command.js';
import { todayInVietnam } from '../../api/format.js';
import { DECISIONS } from '../../parts/picks/find.js';
import { useCommendationTexts } from '../../texts/commendation.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { pairs } from '../../ui/filters.js';
import type { Picked } from '../../ui/finder.js';
import { useForm } from '../../ui/form.js';
import { ChoiceField, DateField, FormFrame, TextField, ThingField } from '../../ui/form.fields.js';
import { useSay } from '../../ui/toast.js';
import { Window } from '../../ui/window.js';
import type { ShownCommendation } from './commendation.shown.js';

/** A commendation is revoked, on a ground of the law. */
export function RevokeWindow({ of, onClose }: { of: ShownCommendation; onClose: () => void }): ReactNode {
  const { texts, terms } = useWords();
  const { commendations } = useCommendationTexts();
  const command = useCommand(RevokeCommendation);
  const say = useSay();
  const form = useForm({
    on: todayInVietnam() as string | undefined,
    ground: '',
    decisionId: undefined as Picked | undefined,
    reason: '',
  });
  const send = async (): Promise<void> => {
    if (form.lacks(['on', 'ground', 'reason'], texts.common.needed)) return;
    const { on, ground, decisionId, reason } = form.values;
    const input = {
      id: of.id,
      expectedVersion: of.version,
      on: on ?? '',
      ground: ground as Schema.RevocationGround,
      decisionId: decisionId?.id,
      reason,
    };
    const outcome = await command.run(input);
    if (!outcome.done) return form.refuse(outcome.problems);
    say(texts.common.done);
    return onClose();
  };
  return (
    <Window title={commendations.revoke} onClose={onClose}>
      <FormFrame form={form} running={command.running} submit={commendations.revoke} onSubmit={() => void send()} onCancel={onClose}>
        <DateField form={form} name="on" label={commendations.revokedOn} required />
        <ChoiceField form={form} name="ground" label={commendations.ground} choices={pairs(terms.RevocationGround)} none="" required />
        <ThingField form={form} name="decisionId" label={commendations.revokingDecision} find={DECISIONS} />
        <TextField form={form} name="reason" label={texts.common.reason} hint={texts.common.reasonHint} required lines={3} />
      </FormFrame>
    </Window>
  );
}
