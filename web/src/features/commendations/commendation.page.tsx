import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { Commendation } from '#documents/commendations';
import addresses from '../../api/addresses.json';
import { useDay } from '../../api/day.js';
import { dayText, numberText, partialText } from '../../api/format.js';
import { useRead } from '../../api/read.js';
import { Story } from '../../parts/story.js';
import { useCommendationTexts } from '../../texts/commendation.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { Badge } from '../../ui/badge.js';
import { To } from '../../ui/link.js';
import { Facts, Page, Part } from '../../ui/page.js';
import { NotFound, Reading } from '../../ui/states.js';
import { CommendationDoings } from './commendation.doings.js';
import { AsTheyWere, useMoneyText, useRecipientText } from './commendation.words.js';
import type { ShownCommendation } from './commendation.shown.js';
import { RevocationPart } from './revocation.part.js';

export function CommendationPage(): ReactNode {
  const { id = '' } = useParams();
  const read = useRead(Commendation, { id, asOf: useDay() });
  return <Reading of={read}>{({ commendation }) => (commendation ? <Whole of={commendation} /> : <NotFound />)}</Reading>;
}

function Whole({ of }: { of: ShownCommendation }): ReactNode {
  const { terms } = useWords();
  const { commendations } = useCommendationTexts();
  const recipient = useRecipientText();
  return (
    <Page
      title={recipient(of)}
      above={<To to={`/${addresses.commendations}`}>{commendations.title}</To>}
      badge={<Badge tone={of.state === 'IN_FORCE' ? 'good' : 'bad'}>{terms.CommendationState[of.state]}</Badge>}
      below={[of.form && terms.CommendationForm[of.form], of.level && terms.RecognitionLevel[of.level]].filter(Boolean).join(' · ')}
      actions={<CommendationDoings of={of} />}
    >
      <div className="columns">
        <div>
          {of.revocation && <RevocationPart of={of} revocation={of.revocation} />}
          <What of={of} />
          <Names of={of} />
          <Part title={commendations.story}>
            <Story of={of.history} />
          </Part>
        </div>
        <div>
          <Money of={of} />
          {of.certificateCode && (
            <Part title={commendations.certificate}>
              <p className="code">
                <a href={`/${addresses.certificate}?ma=${of.certificateCode}`}>{of.certificateCode.replaceAll(/(.{4})(?=.)/gu, '$1-')}</a>
              </p>
              <p className="quiet">{commendations.certificateHint}</p>
            </Part>
          )}
        </div>
      </div>
    </Page>
  );
}

function What({ of }: { of: ShownCommendation }): ReactNode {
  const { language, texts, terms } = useWords();
  const { commendations } = useCommendationTexts();
  const { decision, issuer, law, recipient, partOf } = of;
  const period = [dayText(of.periodFrom), dayText(of.periodTo)].filter(Boolean).join(' – ');
  return (
    <Part title={commendations.title}>
      <Facts
        of={[
          [commendations.kind, recipient.kind && terms.SubjectKind[recipient.kind]],
          [commendations.post, recipient.post],
          [commendations.unitName, recipient.unit],
          [commendations.statedCount, of.statedCount !== null && numberText(of.statedCount, language)],
          [
            commendations.partOf,
            partOf && <To to={`/${addresses.commendations}/${partOf.id}`}>{numberText(partOf.statedCount ?? 0, language)}</To>,
          ],
          [commendations.reason, of.reason],
          [commendations.period, period],
          [
            commendations.columns.decision,
            decision ? (
              <To to={`/${addresses.decisions}/${decision.id}`}>
                {decision.number ?? commendations.noNumber}
                {decision.issued && `, ${partialText(decision.issued)}`}
              </To>
            ) : (
              commendations.noDecision
            ),
          ],
          [commendations.columns.issuer, issuer && <To to={`/${addresses.units}/${issuer.id}`}>{issuer.fullName}</To>],
          [commendations.authority, of.authority && terms.CommendationIssuer[of.authority]],
          [commendations.presentedOn, dayText(of.presentedOn)],
          [commendations.on, dayText(of.on)],
          [commendations.receivedOn, dayText(of.receivedOn)],
          [commendations.law, law && `${law.explanation}${law.verified ? '' : ` (${commendations.notVerified})`}`],
          [commendations.model, of.model && <To to={`/${addresses.models}/${of.model.id}`}>{of.model.title}</To>],
          [commendations.person, of.person && <To to={`/${addresses.people}/${of.person.id}`}>{of.person.name}</To>],
          [commendations.unit, of.unit && <To to={`/${addresses.units}/${of.unit.id}`}>{of.unit.fullName}</To>],
          [texts.common.source, of.source],
        ]}
      />
    </Part>
  );
}

function Names({ of: { names } }: { of: ShownCommendation }): ReactNode {
  const { commendations } = useCommendationTexts();
  if (names.length === 0) return null;
  return (
    <Part title={commendations.names}>
      <ul className="plain-list">
        {names.map(({ id, recipient }) => (
          <li key={id}>
            <To to={`/${addresses.commendations}/${id}`}>{recipient.name ?? commendations.somebody}</To>{' '}
            <AsTheyWere of={{ recipient, count: 1 }} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Money({ of: { money } }: { of: ShownCommendation }): ReactNode {
  const { commendations } = useCommendationTexts();
  const text = useMoneyText();
  return (
    <Part title={commendations.money}>
      <p>
        <strong>{text(money.amount)}</strong>
      </p>
      <p className="quiet">{money.formula}</p>
    </Part>
  );
}
