import type { ReactNode } from 'react';
import { SendProposal } from '#documents/proposals';
import { useCommand } from '../../api/command.js';
import { CommandWindow } from '../../parts/command.window.js';
import { UNITS } from '../../parts/picks/find.js';
import { useProposalTexts } from '../../texts/proposal.texts.js';
import { useTerms } from '../../texts/texts.context.js';
import type { Picked } from '../../ui/finder.js';
import { useForm } from '../../ui/form.js';
import { DateField, ThingField } from '../../ui/form.fields.js';
import { Note } from '../../ui/states.js';
import { seenOf, type ShownProposal } from './proposal.shown.js';

/** Sends a proposal to the body that has the power; a returned one mostly goes where it came from. */
export function SendWindow({ of, onClose }: { of: ShownProposal; onClose: () => void }): ReactNode {
  const { DossierPart } = useTerms();
  const { proposals } = useProposalTexts();
  const { run, running } = useCommand(SendProposal);
  const form = useForm({
    issuerId: (of.issuer ? { id: of.issuer.id, label: of.issuer.fullName } : undefined) as Picked | undefined,
    sentOn: undefined as string | undefined,
    receivedOn: undefined as string | undefined,
  });
  const { issuerId, sentOn, receivedOn } = form.values;
  return (
    <CommandWindow
      title={of.state === 'RETURNED' ? proposals.sendAgain : proposals.send}
      form={form}
      needed={['issuerId']}
      running={running}
      done={proposals.sent}
      onClose={onClose}
      run={() => run({ ...seenOf(of), issuerId: issuerId?.id ?? '', sentOn: sentOn ?? null, receivedOn: receivedOn ?? null })}
    >
      {of.missingParts.length > 0 && (
        <Note title={proposals.dossierMissing}>
          <p>{of.missingParts.map(part => DossierPart[part]).join(', ')}.</p>
          <p>{proposals.dossierHint}</p>
        </Note>
      )}
      <ThingField form={form} name="issuerId" label={proposals.columns.issuer} hint={proposals.issuerHint} find={UNITS} required />
      <div className="form-two">
        <DateField form={form} name="sentOn" label={proposals.sentOn} hint={proposals.todayHint} />
        <DateField form={form} name="receivedOn" label={proposals.receivedOn} hint={proposals.receivedHint} />
      </div>
    </CommandWindow>
  );
}
