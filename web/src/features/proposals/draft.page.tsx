import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { DraftProposal, RoundResults, type Schema } from '#documents/draft';
import addresses from '../../api/addresses.json';
import { useCommand } from '../../api/command.js';
import { UNREACHED } from '../../api/problem.js';
import { useRead } from '../../api/read.js';
import { UNITS } from '../../parts/picks/find.js';
import { useProposalTexts } from '../../texts/proposal.texts.js';
import { useTexts } from '../../texts/texts.context.js';
import type { Picked } from '../../ui/finder.js';
import { useForm } from '../../ui/form.js';
import { FormFrame, TextField, ThingField } from '../../ui/form.fields.js';
import { KeptNote } from '../../ui/kept-note.js';
import { To, useGo } from '../../ui/link.js';
import { Page, Part } from '../../ui/page.js';
import { Loading } from '../../ui/states.js';
import { useSay } from '../../ui/toast.js';
import { LinesPart } from './lines.part.js';
import { oddLines, proposedOf, type Proposed } from './proposed.values.js';
import { ResultsPart } from './results.part.js';
import { useAllResults } from './results.read.js';
import './proposals.css';

const EMPTY = {
  proposerId: undefined as Picked | undefined,
  title: '',
  roundId: undefined as Picked | undefined,
  form: 'GIAY_KHEN',
  /** Results that are not proposed: all others of the round are. */
  without: [] as readonly string[],
  items: [] as readonly Proposed[],
};

/** A proposal from the results of a closed round, from lines that are typed, or both. The page of a round leads here with it. */
export function DraftProposalPage(): ReactNode {
  const id = useSearchParams()[0].get('dot');
  const { data, waiting } = useRead(RoundResults, { id: id ?? '' }, { pause: id === null });
  if (waiting) return <Loading />;
  const round = data?.appraisalRound;
  return <Form key={round?.id} round={round ? { id: round.id, label: round.name } : undefined} />;
}

function Form({ round }: { round: Picked | undefined }): ReactNode {
  const { common } = useTexts();
  const { proposals, draftProposal } = useProposalTexts();
  const [command, say, go] = [useCommand(DraftProposal, { keyed: true }), useSay(), useGo()];
  const form = useForm({ ...EMPTY, roundId: round }, round ? `draft-proposal-${round.id}` : 'draft-proposal');
  const { values } = form;
  const results = useRead(RoundResults, { id: values.roundId?.id ?? '' }, { pause: values.roundId === undefined });
  const allResults = useAllResults();
  const send = async (): Promise<void> => {
    if (form.lacks(['proposerId', 'title'], common.needed)) return;
    const odd = oddLines(values.items, { needed: common.needed, notNumber: proposals.notNumber });
    if (odd.length > 0) return form.refuse(odd);
    const { roundId, without } = values;
    const first = results.data?.appraisalRound?.ranking;
    // Where none is left out, the server takes all results of the round.
    const ranked = roundId && first && without.length > 0 ? await allResults(roundId.id, first) : undefined;
    if (roundId && without.length > 0 && !ranked) return form.refuse([{ code: UNREACHED, message: '', field: [] }]);
    const outcome = await command.run({
      proposerId: values.proposerId?.id ?? '',
      title: values.title,
      roundId: values.roundId?.id ?? null,
      form: values.roundId ? (values.form as Schema.CommendationForm) : null,
      evaluationIds: ranked ? ranked.nodes.map(({ id }) => id).filter(id => !without.includes(id)) : null,
      items: values.items.map(proposedOf),
    });
    if (!outcome.done) return form.refuse(outcome.problems);
    form.reset();
    say(draftProposal.drafted);
    return go(`/${addresses.proposals}/${outcome.payload.proposal?.id ?? ''}`);
  };
  return (
    <Page title={proposals.draft} above={<To to={`/${addresses.proposals}`}>{proposals.title}</To>}>
      <KeptNote form={form} />
      <FormFrame form={form} running={command.running} submit={proposals.draft} onSubmit={() => void send()}>
        <Part title={draftProposal.general}>
          <ThingField form={form} name="proposerId" label={draftProposal.proposer} find={UNITS} required />
          <TextField form={form} name="title" label={draftProposal.titleField} required />
        </Part>
        <ResultsPart form={form} results={results} />
        <LinesPart
          title={values.roundId ? draftProposal.others : proposals.items}
          lines={values.items}
          onChange={items => form.set('items', items)}
          at={form.at}
          mayBeEmpty
        />
      </FormFrame>
    </Page>
  );
}
