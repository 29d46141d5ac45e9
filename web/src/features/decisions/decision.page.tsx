import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { AttachDecisionScan, DetachDecisionScan, MergeDecision, RemoveDecision, RestoreDecisionVersion } from '#documents/decision-records';
import { Decision } from '#documents/decisions';
import addresses from '../../api/addresses.json';
import { partialText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { Doings } from '../../parts/doings.js';
import { RecordFiles } from '../../parts/files/record.files.js';
import { DECISIONS } from '../../parts/picks/find.js';
import { MergeRecordWindow, RemoveWindow } from '../../parts/record.windows.js';
import { Story } from '../../parts/story.js';
import { useWords } from '../../texts/texts.context.js';
import { Badge } from '../../ui/badge.js';
import { To, useGo } from '../../ui/link.js';
import { Facts, Page, Part } from '../../ui/page.js';
import { NotFound, Reading } from '../../ui/states.js';
import { DecisionWindow, type ShownDecision } from './decision.window.js';

export function DecisionPage(): ReactNode {
  const { id = '' } = useParams();
  const read = useRead(Decision, { id });
  return <Reading of={read}>{({ decision }) => (decision ? <Whole decision={decision} /> : <NotFound />)}</Reading>;
}

function Whole({ decision }: { decision: ShownDecision }): ReactNode {
  const { texts, terms } = useWords();
  const go = useGo();
  const canCorrect = useMay()('decision.correct');
  const { decisions } = texts;
  return (
    <Page
      title={decision.number ?? decisions.noNumber}
      above={<To to={`/${addresses.decisions}`}>{decisions.title}</To>}
      badge={!decision.complete && <Badge tone="warn">{decisions.incomplete}</Badge>}
      below={decision.abstract}
      actions={
        canCorrect && (
          <Doings
            hasFirst={false}
            of={[{ title: decisions.correct, window: close => <DecisionWindow decision={decision} onClose={close} /> }]}
            rare={[
              {
                title: decisions.merge,
                window: close => (
                  <MergeRecordWindow
                    title={decisions.merge}
                    hint={decisions.mergeHint}
                    label={decisions.mergeInto}
                    find={DECISIONS}
                    command={MergeDecision}
                    of={decision}
                    onClose={close}
                    onDone={id => go(`/${addresses.decisions}/${id}`)}
                  />
                ),
              },
              {
                title: decisions.remove,
                window: close => (
                  <RemoveWindow
                    title={decisions.remove}
                    hint={decisions.removeHint}
                    command={RemoveDecision}
                    of={decision}
                    onClose={close}
                    onDone={() => go(`/${addresses.decisions}`)}
                  />
                ),
              },
            ]}
          />
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
            <Story of={decision.history} restore={canCorrect ? { command: RestoreDecisionVersion, of: decision } : undefined} />
          </Part>
        </div>
        <Part title={decisions.scans}>
          {decision.scans.length === 0 && <p className="quiet">{decisions.noScans}</p>}
          <RecordFiles
            of={decision}
            files={decision.scans}
            kind={decisions.scan}
            purpose="DECISION_SCAN"
            attach={AttachDecisionScan}
            detach={DetachDecisionScan}
            canChange={canCorrect}
          />
        </Part>
      </div>
    </Page>
  );
}
