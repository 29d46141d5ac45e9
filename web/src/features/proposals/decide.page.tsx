import { Checkbox, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { DecideProposal, Proposal } from '#documents/proposals';
import addresses from '../../api/addresses.json';
import { useCommand } from '../../api/command.js';
import { useRead } from '../../api/read.js';
import { DecisionFields, EMPTY_DECISION, decisionOf } from '../../parts/lines/decision.fields.js';
import { useProposalTexts } from '../../texts/proposal.texts.js';
import { useTexts } from '../../texts/texts.context.js';
import { useForm } from '../../ui/form.js';
import { DateField, FormFrame, TextField } from '../../ui/form.fields.js';
import { To, useGo } from '../../ui/link.js';
import { Page, Part } from '../../ui/page.js';
import { NotFound, Note, Reading } from '../../ui/states.js';
import { useSay } from '../../ui/toast.js';
import { useCommendationTexts } from '../../texts/commendation.texts.js';
import { ItemsPart, useLineName } from './items.part.js';
import { hasOpenPoints, seenOf, type ShownProposal } from './proposal.shown.js';
import './proposals.css';

export function DecideProposalPage(): ReactNode {
  const { id = '' } = useParams();
  const read = useRead(Proposal, { id });
  return <Reading of={read}>{({ proposal }) => (proposal && proposal.state === 'SENT' ? <Form of={proposal} /> : <NotFound />)}</Reading>;
}

/** What is approved in view, the decision, and what it does not grant yet. */
function Form({ of }: { of: ShownProposal }): ReactNode {
  const { common } = useTexts();
  const { proposals, decideProposal } = useProposalTexts();
  const { commendations } = useCommendationTexts();
  const nameOf = useLineName();
  const [command, say, go] = [useCommand(DecideProposal, { keyed: true }), useSay(), useGo()];
  const form = useForm(
    {
      ...EMPTY_DECISION,
      'decision.issuerId': of.issuer ? { id: of.issuer.id, label: of.issuer.fullName } : undefined,
      presentedOn: undefined as string | undefined,
      despiteReason: '',
      newerLawReason: '',
      /** Why a line is not granted; a held one begins so. */
      leaveOut: Object.fromEntries(of.items.filter(({ hold }) => hold).map(({ number }) => [number, ''])) as Readonly<
        Record<number, string>
      >,
    },
    `decide-proposal-${of.id}`,
  );
  const { values } = form;
  const address = `/${addresses.proposals}/${of.id}`;
  const left = of.items.filter(({ number }) => values.leaveOut[number] !== undefined);
  const send = async (): Promise<void> => {
    if (!values.decisionId && form.lacks(['decision.number', 'decision.issuedOn', 'decision.issuerId'], common.needed)) return;
    const without = left.flatMap(({ number }, at) =>
      values.leaveOut[number]!.trim() === '' ? [{ code: 'NEEDED', message: common.needed, field: ['leaveOut', String(at), 'reason'] }] : [],
    );
    if (without.length > 0) return form.refuse(without);
    const outcome = await command.run({
      ...seenOf(of),
      ...decisionOf(values),
      contentHash: of.contentHash,
      leaveOut: left.map(({ number }) => ({ number, reason: values.leaveOut[number]! })),
      despiteReason: values.despiteReason || null,
      newerLawReason: values.newerLawReason || null,
      presentedOn: values.presentedOn ?? null,
    });
    if (!outcome.done) return form.refuse(outcome.problems);
    form.reset();
    say(decideProposal.decided);
    return go(address);
  };
  const toggle = (number: number): void => {
    const { [number]: was, ...others } = values.leaveOut;
    form.set('leaveOut', was === undefined ? { ...values.leaveOut, [number]: '' } : others);
  };
  return (
    <Page title={proposals.decide} above={<To to={address}>{of.title}</To>} below={of.proposer.fullName}>
      <ItemsPart items={of.items} />
      <FormFrame form={form} running={command.running} submit={proposals.decide} onSubmit={() => void send()} onCancel={() => go(address)}>
        <Part title={decideProposal.content}>
          <p className="quiet">{decideProposal.contentHint}</p>
          <fieldset className="choices">
            <legend>{proposals.items}</legend>
            {of.items.map(line => {
              const { number } = line;
              const at = left.findIndex(one => one.number === number);
              return (
                <div key={number}>
                  <Checkbox
                    label={decideProposal.grantLine(number, nameOf(line))}
                    checked={at < 0}
                    onChange={() => toggle(number)}
                    error={form.at(`items.${number - 1}`)}
                  />
                  {at >= 0 && (
                    <TextInput
                      label={decideProposal.why(number)}
                      required
                      value={values.leaveOut[number] ?? ''}
                      error={form.at(`leaveOut.${at}`)}
                      autoComplete="off"
                      onChange={event => form.set('leaveOut', { ...values.leaveOut, [number]: event.currentTarget.value })}
                    />
                  )}
                </div>
              );
            })}
          </fieldset>
        </Part>
        <Part title={proposals.decision}>
          <DecisionFields form={form} />
          <DateField form={form} name="presentedOn" label={commendations.presentedOn} />
          {hasOpenPoints(of) && <Note kind="warn">{decideProposal.open}</Note>}
          {hasOpenPoints(of) && <TextField form={form} name="despiteReason" label={decideProposal.despite} lines={2} />}
          <TextField form={form} name="newerLawReason" label={decideProposal.newerLaw} hint={decideProposal.newerLawHint} lines={2} />
        </Part>
      </FormFrame>
    </Page>
  );
}
