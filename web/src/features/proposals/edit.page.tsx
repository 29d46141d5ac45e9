import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { EditProposal } from '#documents/draft';
import { Proposal } from '#documents/proposals';
import addresses from '../../api/addresses.json';
import { useCommand } from '../../api/command.js';
import { useRead } from '../../api/read.js';
import { useProposalTexts } from '../../texts/proposal.texts.js';
import { useTexts } from '../../texts/texts.context.js';
import { useForm } from '../../ui/form.js';
import { FormFrame, TextField } from '../../ui/form.fields.js';
import { KeptNote } from '../../ui/kept-note.js';
import { To, useGo } from '../../ui/link.js';
import { Page, Part } from '../../ui/page.js';
import { NotFound, Reading } from '../../ui/states.js';
import { useSay } from '../../ui/toast.js';
import { LinesPart } from './lines.part.js';
import { seenOf, type ShownProposal } from './proposal.shown.js';
import { oddLines, proposedOf, typedOf, type Proposed } from './proposed.values.js';
import './proposals.css';

export function EditProposalPage(): ReactNode {
  const { id = '' } = useParams();
  const read = useRead(Proposal, { id });
  return (
    <Reading of={read}>{({ proposal }) => (proposal && proposal.state !== 'DECIDED' ? <Form of={proposal} /> : <NotFound />)}</Reading>
  );
}

/** Title and lines anew; what was approved before is approved anew. */
function Form({ of }: { of: ShownProposal }): ReactNode {
  const { common } = useTexts();
  const { proposals, draftProposal } = useProposalTexts();
  const [command, say, go] = [useCommand(EditProposal), useSay(), useGo()];
  const form = useForm({ title: of.title, items: of.items.map(typedOf) as readonly Proposed[] }, `proposal-${of.id}`);
  const { title, items } = form.values;
  const address = `/${addresses.proposals}/${of.id}`;
  const send = async (): Promise<void> => {
    if (form.lacks(['title'], common.needed)) return;
    const odd = oddLines(items, { needed: common.needed, notNumber: proposals.notNumber });
    if (odd.length > 0) return form.refuse(odd);
    const outcome = await command.run({ ...seenOf(of), title, items: items.map(proposedOf) });
    if (!outcome.done) return form.refuse(outcome.problems);
    form.reset();
    say(common.saved);
    return go(address);
  };
  return (
    <Page title={proposals.edit} above={<To to={address}>{of.title}</To>}>
      <KeptNote form={form} />
      <FormFrame form={form} running={command.running} submit={common.save} onSubmit={() => void send()} onCancel={() => go(address)}>
        <Part title={draftProposal.general}>
          <TextField form={form} name="title" label={draftProposal.titleField} required />
        </Part>
        <LinesPart title={proposals.items} lines={items} onChange={changed => form.set('items', changed)} at={form.at} mayBeEmpty={false} />
      </FormFrame>
    </Page>
  );
}
