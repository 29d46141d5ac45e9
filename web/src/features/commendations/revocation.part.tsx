import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { MarkRecovered, type Schema } from '#documents/commendations';
import addresses from '../../api/addresses.json';
import { useCommand } from '../../api/command.js';
import { dayText, todayInVietnam } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { useCommendationTexts } from '../../texts/commendation.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { useForm } from '../../ui/form.js';
import { DateField, FormFrame } from '../../ui/form.fields.js';
import { To } from '../../ui/link.js';
import { Facts, Part } from '../../ui/page.js';
import { useSay } from '../../ui/toast.js';
import { Window } from '../../ui/window.js';
import type { ShownCommendation } from './commendation.shown.js';

type Revocation = NonNullable<ShownCommendation['revocation']>;

/** Why it was revoked, and what is still to be recovered. */
export function RevocationPart({ of, revocation }: { of: ShownCommendation; revocation: Revocation }): ReactNode {
  const { terms } = useWords();
  const { commendations } = useCommendationTexts();
  const [what, setWhat] = useState<Schema.Recoverable>();
  const may = useMay();
  const due = (kind: Schema.Recoverable, isDue: boolean, on: string | null): ReactNode =>
    isDue && (
      <>
        {on ? commendations.recovered(dayText(on)) : commendations.notRecovered}{' '}
        {!on && may('commendation.record') && (
          <Button size="compact-sm" variant="default" onClick={() => setWhat(kind)}>
            {commendations.markRecovered}
          </Button>
        )}
      </>
    );
  return (
    <Part title={commendations.revoked}>
      <Facts
        of={[
          [commendations.revokedOn, dayText(revocation.on)],
          [commendations.ground, terms.RevocationGround[revocation.ground]],
          [commendations.reason, revocation.reason],
          [
            commendations.revokingDecision,
            revocation.decision && (
              <To to={`/${addresses.decisions}/${revocation.decision.id}`}>{revocation.decision.number ?? commendations.noNumber}</To>
            ),
          ],
          [commendations.certificateBack, due('CERTIFICATE', revocation.certificateDue, revocation.certificateRecoveredOn)],
          [commendations.moneyBack, due('MONEY', revocation.moneyDue, revocation.moneyRecoveredOn)],
        ]}
      />
      {what && <RecoveredWindow of={of} what={what} onClose={() => setWhat(undefined)} />}
    </Part>
  );
}

function RecoveredWindow({ of, what, onClose }: { of: ShownCommendation; what: Schema.Recoverable; onClose: () => void }): ReactNode {
  const { texts, terms } = useWords();
  const { commendations } = useCommendationTexts();
  const form = useForm({ on: todayInVietnam() as string | undefined });
  const command = useCommand(MarkRecovered);
  const say = useSay();
  const send = async (): Promise<void> => {
    if (form.lacks(['on'], texts.common.needed)) return;
    const outcome = await command.run({ id: of.id, expectedVersion: of.version, what, on: form.values.on ?? '' });
    if (!outcome.done) return form.refuse(outcome.problems);
    say(texts.common.saved);
    return onClose();
  };
  return (
    <Window title={`${commendations.markRecovered}: ${terms.Recoverable[what]}`} onClose={onClose} size="md">
      <FormFrame form={form} running={command.running} submit={commendations.markRecovered} onSubmit={() => void send()} onCancel={onClose}>
        <DateField form={form} name="on" label={commendations.recoveredOn} required />
      </FormFrame>
    </Window>
  );
}
