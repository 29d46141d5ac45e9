import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { RemoveProposal } from '#documents/draft';
import { Proposal, ReturnProposal } from '#documents/proposals';
import addresses from '../../api/addresses.json';
import { useCommand } from '../../api/command.js';
import { useDay } from '../../api/day.js';
import { dayText, partialText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { Doings } from '../../parts/doings.js';
import { QuotaTable } from '../../parts/quotas/quota.table.js';
import { ReasonWindow } from '../../parts/reason.window.js';
import { RemoveWindow } from '../../parts/record.windows.js';
import { Story } from '../../parts/story.js';
import { useProposalTexts } from '../../texts/proposal.texts.js';
import { useTerms } from '../../texts/texts.context.js';
import { Badge } from '../../ui/badge.js';
import { To, useGo } from '../../ui/link.js';
import { Facts, Page, Part } from '../../ui/page.js';
import { NotFound, Note, Reading } from '../../ui/states.js';
import { CommentPart } from './comment.part.js';
import { DossierPart } from './dossier.part.js';
import { ItemsPart } from './items.part.js';
import { seenOf, toneOf, type ShownProposal } from './proposal.shown.js';
import { SendWindow } from './send.window.js';
import './proposals.css';

export function ProposalPage(): ReactNode {
  const { id = '' } = useParams();
  const read = useRead(Proposal, { id, asOf: useDay() });
  return <Reading of={read}>{({ proposal }) => (proposal ? <Whole of={proposal} /> : <NotFound />)}</Reading>;
}

function Whole({ of }: { of: ShownProposal }): ReactNode {
  const terms = useTerms();
  const { proposals } = useProposalTexts();
  const [may, go] = [useMay(), useGo()];
  const [doing, setDoing] = useState<'send' | 'return'>();
  const back = useCommand(ReturnProposal);
  const close = (): void => setDoing(undefined);
  const canChange = of.state !== 'DECIDED' && may('proposal.draft');
  const isSendable = of.state === 'DRAFT' || of.state === 'RETURNED';
  return (
    <Page
      title={of.title}
      above={<To to={`/${addresses.proposals}`}>{proposals.title}</To>}
      badge={<Badge tone={toneOf[of.state]}>{terms.ProposalState[of.state]}</Badge>}
      below={of.proposer.fullName}
      actions={
        <>
          {canChange && (
            <To to={`/${addresses.proposals}/${of.id}/sua`} className="button">
              {proposals.edit}
            </To>
          )}
          {isSendable && may('proposal.draft') && (
            <Button onClick={() => setDoing('send')}>{of.state === 'RETURNED' ? proposals.sendAgain : proposals.send}</Button>
          )}
          {of.state === 'DRAFT' && may('proposal.draft') && (
            <Doings
              hasFirst={false}
              of={[
                {
                  title: proposals.remove,
                  window: shut => (
                    <RemoveWindow
                      title={proposals.remove}
                      command={RemoveProposal}
                      of={of}
                      onClose={shut}
                      onDone={() => go(`/${addresses.proposals}`)}
                    />
                  ),
                },
              ]}
            />
          )}
          {of.state === 'SENT' && may('proposal.return') && (
            <Button variant="default" onClick={() => setDoing('return')}>
              {proposals.return}
            </Button>
          )}
          {of.state === 'SENT' && may('commendation.grant') && (
            <To to={`/${addresses.proposals}/${of.id}/quyet-dinh`} className="button button-first">
              {proposals.decide}
            </To>
          )}
        </>
      }
    >
      {of.state === 'RETURNED' && (
        <Note kind="warn" title={proposals.returned(dayText(of.returnedOn))}>
          <p className="prose">{of.returnReason}</p>
        </Note>
      )}
      <div className="columns">
        <div>
          <ItemsPart items={of.items} />
          <CommentPart of={of} canChange={canChange} />
          <Part title={proposals.story}>
            <Story of={of.history} />
          </Part>
        </div>
        <div>
          <What of={of} />
          <DossierPart of={of} canChange={canChange} />
          {of.round && of.round.commendationQuotas.length > 0 && <QuotaTable of={of.round.commendationQuotas} />}
        </div>
      </div>
      {doing === 'send' && <SendWindow of={of} onClose={close} />}
      {doing === 'return' && (
        <ReasonWindow title={proposals.return} running={back.running} onClose={close} run={reason => back.run({ ...seenOf(of), reason })} />
      )}
    </Page>
  );
}

function What({ of }: { of: ShownProposal }): ReactNode {
  const { proposals } = useProposalTexts();
  const { proposer, issuer, round, decision } = of;
  return (
    <Part title={proposals.facts}>
      <Facts
        of={[
          [proposals.columns.proposer, <To to={`/${addresses.units}/${proposer.id}`}>{proposer.fullName}</To>],
          [proposals.columns.issuer, issuer && <To to={`/${addresses.units}/${issuer.id}`}>{issuer.fullName}</To>],
          [proposals.round, round && <To to={`/${addresses.appraisals}/${round.id}`}>{round.name}</To>],
          [proposals.columns.draftedOn, dayText(of.draftedOn)],
          [proposals.columns.sentOn, dayText(of.sentOn)],
          [proposals.receivedOn, dayText(of.receivedOn)],
          [
            proposals.decision,
            decision && (
              <To to={`/${addresses.decisions}/${decision.id}`}>
                {[decision.number ?? proposals.noNumber, partialText(decision.issued)].filter(Boolean).join(', ')}
              </To>
            ),
          ],
          [proposals.despite, of.despiteReason],
        ]}
      />
    </Part>
  );
}
