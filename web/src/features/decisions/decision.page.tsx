import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { Decision } from '#documents/decisions';
import addresses from '../../api/addresses.json';
import { partialText, sizeText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { Story } from '../../parts/story.js';
import { useWords } from '../../texts/texts.context.js';
import { Badge } from '../../ui/badge.js';
import { To } from '../../ui/link.js';
import { Facts, Page, Part } from '../../ui/page.js';
import { NotFound, Reading } from '../../ui/states.js';
import { DecisionWindow, type ShownDecision } from './decision.window.js';

export function DecisionPage(): ReactNode {
  const { id = '' } = useParams();
  const read = useRead(Decision, { id });
  return <Reading of={read}>{({ decision }) => (decision ? <Whole decision={decision} /> : <NotFound />)}</Reading>;
}

function Whole({ decision }: { decision: ShownDecision }): ReactNode {
  const { language, texts, terms } = useWords();
  const may = useMay();
  const [correcting, setCorrecting] = useState(false);
  const { decisions } = texts;
  return (
    <Page
      title={decision.number ?? decisions.noNumber}
      above={<To to={`/${addresses.decisions}`}>{decisions.title}</To>}
      badge={!decision.complete && <Badge tone="warn">{decisions.incomplete}</Badge>}
      below={decision.abstract}
      actions={
        may('decision.correct') && (
          <Button variant="default" onClick={() => setCorrecting(true)}>
            {decisions.correct}
          </Button>
        )
      }
    >
      <div className="columns">
        <div>
          <Part title={decisions.title}>
            <Facts
              of={[
                [decisions.kind, terms.DecisionKind[decision.kind]],
                [decisions.issuedOn, partialText(decision.issued)],
                [decisions.issuer, <To to={`/${addresses.units}/${decision.issuer.id}`}>{decision.issuer.fullName}</To>],
                [decisions.signer, decision.signer],
                [texts.common.source, decision.source],
              ]}
            />
          </Part>
          <Part title={decisions.story}>
            <Story of={decision.history} />
          </Part>
        </div>
        <Part title={decisions.scans}>
          {decision.scans.length === 0 && <p className="quiet">{decisions.noScans}</p>}
          <ul className="plain-list">
            {decision.scans.map(({ id, name, size, url, state }) => (
              <li key={id}>
                {state === 'READY' ? <a href={url}>{name}</a> : name} <span className="quiet">{sizeText(size, language)}</span>
              </li>
            ))}
          </ul>
        </Part>
      </div>
      {correcting && <DecisionWindow decision={decision} onClose={() => setCorrecting(false)} />}
    </Page>
  );
}
