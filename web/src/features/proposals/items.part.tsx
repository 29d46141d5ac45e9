import type { ReactNode } from 'react';
import addresses from '../../api/addresses.json';
import { dayText, numberText, partialText } from '../../api/format.js';
import { useProposalTexts } from '../../texts/proposal.texts.js';
import { useTerms, useWords } from '../../texts/texts.context.js';
import { Badge } from '../../ui/badge.js';
import { To } from '../../ui/link.js';
import { Part } from '../../ui/page.js';
import { Note } from '../../ui/states.js';
import type { ProposedLine } from './proposal.shown.js';

/** Who should be granted what, each with what shows it and what is in its way. */
export function ItemsPart({ items }: { items: readonly ProposedLine[] }): ReactNode {
  const { proposals } = useProposalTexts();
  return (
    <Part title={proposals.items}>
      <ol className="proposed">
        {items.map(item => (
          <Line key={item.number} of={item} />
        ))}
      </ol>
    </Part>
  );
}

/** The recipient of a line in words. */
export function useLineName(): (line: ProposedLine) => string {
  const { language } = useWords();
  const { proposals } = useProposalTexts();
  return ({ name, unitName, count, model }) =>
    name ?? (count === null ? (unitName ?? model?.title ?? '') : proposals.unnamed(numberText(count, language)));
}

function Line({ of }: { of: ProposedLine }): ReactNode {
  const terms = useTerms();
  const { proposals } = useProposalTexts();
  const nameOf = useLineName();
  const { number, form, kind, post, unitName, reason, model, person, unit, evaluation, hold, commendation, leftOutReason, earlier } = of;
  const period = [dayText(of.periodFrom), dayText(of.periodTo)].filter(Boolean).join(' – ');
  const address = person ? `/${addresses.people}/${person.id}` : unit && `/${addresses.units}/${unit.id}`;
  return (
    <li>
      <div className="proposed-head">
        <span className="quiet">{number}.</span>
        <strong>{address ? <To to={address}>{nameOf(of)}</To> : nameOf(of)}</strong>
        <span className="quiet">
          {terms.CommendationForm[form]} · {terms.SubjectKind[kind]}
        </span>
        {commendation && (
          <Badge tone="good">
            <To to={`/${addresses.commendations}/${commendation.id}`}>{proposals.granted}</To>
          </Badge>
        )}
      </div>
      <p className="quiet">{[post, of.name === unitName ? null : unitName].filter(Boolean).join(', ')}</p>
      <p className="prose">{[reason, period].filter(Boolean).join(' · ')}</p>
      <p className="proposed-more">
        {model && (
          <>
            <To to={`/${addresses.models}/${model.id}`}>
              {model.code} · {model.title}
            </To>{' '}
          </>
        )}
        {evaluation && <To to={`/${addresses.appraisals}/ho-so/${evaluation.id}`}>{proposals.result(evaluation.number)}</To>}
      </p>
      <Standard of={of} />
      {earlier.length > 0 && (
        <p className="proposed-more">
          {proposals.earlier}{' '}
          {earlier.map(({ id, form: had, decision }) => (
            <To key={id} to={`/${addresses.commendations}/${id}`}>
              {[had && terms.CommendationForm[had], decision?.number, partialText(decision?.issued)].filter(Boolean).join(', ')}
            </To>
          ))}
        </p>
      )}
      {hold && (
        <Note kind="warn">
          <To to={`/${addresses.holds}/${hold.id}`}>{proposals.held(dayText(hold.reviewOn))}</To>
        </Note>
      )}
      {leftOutReason && (
        <Note>
          {proposals.leftOut} {leftOutReason}
        </Note>
      )}
    </li>
  );
}

/** Which conditions of the standard are met, by what is stated, and which are missing. */
function Standard({ of: { standard, met } }: { of: ProposedLine }): ReactNode {
  const { proposals } = useProposalTexts();
  if (standard.of === null) return <p className="proposed-more quiet">{standard.text}</p>;
  const isFull = standard.missing.length === 0;
  const word = isFull ? proposals.full : standard.near ? proposals.near : proposals.lacking;
  return (
    <details className="more proposed-more">
      <summary>
        {proposals.standard} {standard.met}/{standard.of} <Badge tone={isFull ? 'good' : standard.near ? 'open' : 'warn'}>{word}</Badge>
      </summary>
      {met.length > 0 && (
        <>
          <p>{proposals.met}</p>
          <ul>
            {met.map(({ code, basis }) => (
              <li key={code}>{basis}</li>
            ))}
          </ul>
        </>
      )}
      {!isFull && (
        <>
          <p>{proposals.missing}</p>
          <ul>
            {standard.missing.map(text => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
      <p className="quiet">{standard.text}</p>
    </details>
  );
}
