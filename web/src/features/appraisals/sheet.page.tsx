import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { Entry } from '#documents/entry';
import { AbstainAppraisal } from '#documents/sheet';
import { useCommand } from '../../api/command.js';
import { useRead } from '../../api/read.js';
import { ReasonWindow } from '../../parts/reason.window.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { To } from '../../ui/link.js';
import { Page } from '../../ui/page.js';
import { Empty, NotFound, Note, Reading } from '../../ui/states.js';
import { entryAddress, useEntryName } from './appraisal.parts.js';
import { ConflictWindow } from './conflict.windows.js';
import { EvidencePart } from './evidence.part.js';
import { canBeScored, inConflict, judgeOf, type ShownEntry } from './entry.shown.js';
import { SheetForm } from './sheet.form.js';
import { SheetShown } from './sheet.shown.js';
import { VersionsWindow } from './sheet.versions.js';
import { SubjectPart } from './subject.part.js';
import './appraisals.css';

/** The sheet of a member: one's own, or with `?nguoi=` one that the board enters from its paper. */
export function SheetPage(): ReactNode {
  const { id = '' } = useParams();
  const personId = useSearchParams()[0].get('nguoi') ?? undefined;
  const read = useRead(Entry, { id });
  return (
    <Reading of={read}>
      {({ evaluation, me }) => (evaluation ? <MemberSheet entry={evaluation} own={me?.person?.id} paperOf={personId} /> : <NotFound />)}
    </Reading>
  );
}

function MemberSheet({ entry, own, paperOf }: { entry: ShownEntry; own: string | undefined; paperOf: string | undefined }): ReactNode {
  const { sheet: words, entry: entryTexts } = useAppraisalTexts();
  const nameOf = useEntryName();
  const [doing, setDoing] = useState<'abstain' | 'conflict' | 'versions'>();
  // A sheet that was restored is opened anew: what its form knows of the one before is past.
  const [restored, setRestored] = useState(0);
  const abstain = useCommand(AbstainAppraisal);
  const personId = paperOf ?? own;
  const judge = judgeOf(entry, personId);
  const sheet = entry.sheets.find(({ scorer }) => scorer !== null && scorer.id === personId);
  const stopped = !judge?.how ? words.notYours : inConflict(judge) ? words.stopped : undefined;
  return (
    <Page
      title={paperOf === undefined ? words.titleMine : words.titlePaper(judge?.person?.name ?? '')}
      above={<To to={entryAddress(entry.id)}>{nameOf(entry)}</To>}
      below={entry.round.name}
    >
      {!stopped && <SubjectPart entry={entry} />}
      {stopped ? (
        <Note kind="warn">{stopped}</Note>
      ) : !canBeScored(entry) ? (
        <SheetShown entry={entry} sheet={sheet} />
      ) : entry.round.version.scoring === 'GUIDANCE' ? (
        <Empty title={words.noScore} />
      ) : (
        <SheetForm
          key={restored}
          entry={entry}
          whose={paperOf === undefined ? 'mine' : { personId: paperOf }}
          sheet={sheet}
          savedIn={({ evaluation }) => evaluation?.sheets.find(({ scorer }) => scorer?.id === personId)}
        >
          {paperOf === undefined && (
            <>
              <Button variant="subtle" onClick={() => setDoing('abstain')}>
                {words.abstain}
              </Button>
              <Button variant="subtle" onClick={() => setDoing('conflict')}>
                {entryTexts.declareMine}
              </Button>
            </>
          )}
          {sheet && (
            <Button variant="subtle" onClick={() => setDoing('versions')}>
              {words.versions}
            </Button>
          )}
        </SheetForm>
      )}
      {doing === 'abstain' && (
        <ReasonWindow
          title={words.abstain}
          running={abstain.running}
          onClose={() => setDoing(undefined)}
          run={reason => abstain.run({ evaluationId: entry.id, expectedVersion: sheet?.version ?? null, reason })}
        >
          <p className="quiet">{words.abstainText}</p>
        </ReasonWindow>
      )}
      {doing === 'versions' && sheet && (
        <VersionsWindow
          entryId={entry.id}
          sheetId={sheet.id}
          onRestored={() => setRestored(restored + 1)}
          onClose={() => setDoing(undefined)}
        />
      )}
      {doing === 'conflict' && <ConflictWindow entry={entry} onClose={() => setDoing(undefined)} />}
    </Page>
  );
}

/** The self-assessment of the unit. */
export function SelfAssessmentPage(): ReactNode {
  const { id = '' } = useParams();
  const { sheet: words } = useAppraisalTexts();
  const nameOf = useEntryName();
  const read = useRead(Entry, { id });
  return (
    <Reading of={read}>
      {({ evaluation: entry }) =>
        entry ? (
          <Page title={words.titleSelf} above={<To to={entryAddress(entry.id)}>{nameOf(entry)}</To>} below={entry.round.name}>
            {!canBeScored(entry) ? (
              <SheetShown entry={entry} sheet={entry.selfAssessment} />
            ) : entry.round.version.scoring === 'GUIDANCE' ? (
              <Empty title={words.noScore} />
            ) : (
              <>
                <EvidencePart entry={entry} />
                <SheetForm
                  entry={entry}
                  whose="unit"
                  sheet={entry.selfAssessment}
                  savedIn={({ evaluation }) => evaluation?.selfAssessment}
                />
              </>
            )}
          </Page>
        ) : (
          <NotFound />
        )
      }
    </Reading>
  );
}
