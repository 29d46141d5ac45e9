import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { dayText } from '../../api/format.js';
import { useProposalTexts } from '../../texts/proposal.texts.js';
import { useTerms } from '../../texts/texts.context.js';
import { Badge } from '../../ui/badge.js';
import { Part } from '../../ui/page.js';
import { AnswerClearanceWindow, AnswerObjectionWindow, AskWindow, ObjectionWindow, PublicWindow } from './comment.windows.js';
import type { ShownProposal } from './proposal.shown.js';

type Doing = { readonly what: 'ask' | 'public' | 'objection' } | { readonly what: 'clearance' | 'answer'; readonly id: string };

/** What agencies were asked, and what the public says. */
export function CommentPart({ of, canChange }: { of: ShownProposal; canChange: boolean }): ReactNode {
  const terms = useTerms();
  const { proposals } = useProposalTexts();
  const [doing, setDoing] = useState<Doing>();
  const close = (): void => setDoing(undefined);
  const button = (label: string, next: Doing, name?: string): ReactNode =>
    canChange && (
      <Button variant="default" size="compact-sm" className="no-print" aria-label={name} onClick={() => setDoing(next)}>
        {label}
      </Button>
    );
  return (
    <>
      <Part title={proposals.clearances} actions={button(proposals.ask, { what: 'ask' })}>
        {of.clearances.length === 0 && <p className="quiet">{proposals.noClearances}</p>}
        <ul className="plain-list">
          {of.clearances.map(({ id, agency, askedOn, answeredOn, result, words }) => (
            <li key={id}>
              {agency}{' '}
              {result ? (
                <Badge tone={result === 'CLEAR' ? 'good' : 'bad'}>{terms.ClearanceResult[result]}</Badge>
              ) : (
                <Badge tone="warn">{proposals.unanswered}</Badge>
              )}{' '}
              <span className="quiet">
                {[proposals.asked(dayText(askedOn)), answeredOn && proposals.answered(dayText(answeredOn))].filter(Boolean).join(', ')}
              </span>{' '}
              {answeredOn === null && button(proposals.answer, { what: 'clearance', id }, `${proposals.answer}: ${agency}`)}
              {words && <p className="prose">{words}</p>}
            </li>
          ))}
        </ul>
      </Part>
      <Part title={proposals.comment} actions={of.commentFrom === null && button(proposals.open, { what: 'public' })}>
        <p>{of.commentFrom === null ? proposals.notPublic : proposals.public(dayText(of.commentFrom), dayText(of.commentTo))}</p>
        {of.commentFrom !== null && (
          <>
            <header className="part-head">
              <h3>{proposals.objections}</h3>
              {button(proposals.recordObjection, { what: 'objection' })}
            </header>
            {of.objections.length === 0 && <p className="quiet">{proposals.noObjections}</p>}
            <ul className="plain-list">
              {of.objections.map(({ id, receivedOn, words, answeredOn, answer }) => (
                <li key={id}>
                  <p className="prose">{words}</p>
                  <p className="quiet">
                    {proposals.received(dayText(receivedOn))} {answeredOn && `· ${proposals.answered(dayText(answeredOn))}`}
                  </p>
                  {answer ? (
                    <p className="prose">{answer}</p>
                  ) : (
                    <>
                      <Badge tone="warn">{proposals.unanswered}</Badge> {button(proposals.answerObjection, { what: 'answer', id })}
                    </>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </Part>
      {doing?.what === 'ask' && <AskWindow of={of} onClose={close} />}
      {doing?.what === 'clearance' && <AnswerClearanceWindow of={of} id={doing.id} onClose={close} />}
      {doing?.what === 'public' && <PublicWindow of={of} onClose={close} />}
      {doing?.what === 'objection' && <ObjectionWindow of={of} onClose={close} />}
      {doing?.what === 'answer' && <AnswerObjectionWindow of={of} id={doing.id} onClose={close} />}
    </>
  );
}
