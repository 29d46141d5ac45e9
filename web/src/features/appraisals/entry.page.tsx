import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { Entry } from '#documents/entry';
import addresses from '../../api/addresses.json';
import { useDay } from '../../api/day.js';
import { dayText, decimalText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { Story } from '../../parts/story.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { Badge } from '../../ui/badge.js';
import { To } from '../../ui/link.js';
import { Facts, Page, Part } from '../../ui/page.js';
import { NotFound, Note, Reading } from '../../ui/states.js';
import { entryAddress, StateOfRound, useEntryName } from './appraisal.parts.js';
import { ComplaintsPart } from './complaints.part.js';
import { ConflictWindow } from './conflict.windows.js';
import { JudgesPart, SheetsPart } from './entry.parts.js';
import { canBeScored, inConflict, judgeOf, type ShownEntry } from './entry.shown.js';
import { Steps } from './explanation.js';
import { FactsWindow } from './facts.window.js';
import { SheetShown } from './sheet.shown.js';
import { Evidence, SubjectPart } from './subject.part.js';
import './appraisals.css';

export function EntryPage(): ReactNode {
  const { id = '' } = useParams();
  const read = useRead(Entry, { id, asOf: useDay() });
  return (
    <Reading of={read}>{({ evaluation, me }) => (evaluation ? <Whole entry={evaluation} own={me?.person?.id} /> : <NotFound />)}</Reading>
  );
}

function Whole({ entry, own }: { entry: ShownEntry; own: string | undefined }): ReactNode {
  const { entry: words, rounds, sheet } = useAppraisalTexts();
  const { story } = useWords().texts;
  const [may, nameOf] = [useMay(), useEntryName()];
  const [doing, setDoing] = useState<'facts' | 'conflict' | 'conflictOfAnother'>();
  const { round } = entry;
  const [isOpen, mine] = [canBeScored(entry), judgeOf(entry, own)];
  const mySheet = own === undefined ? undefined : entry.sheets.find(({ scorer }) => scorer?.id === own);
  const manages = isOpen && may('appraisal.manage') && round.actions.some(({ name, allowed }) => name === 'assign' && allowed);
  const scores = isOpen && mine?.how && !inConflict(mine);
  const close = (): void => setDoing(undefined);
  return (
    <Page
      title={nameOf(entry)}
      above={<To to={`/${addresses.appraisals}/${round.id}`}>{round.name}</To>}
      badge={
        <>
          <StateOfRound state={round.state} /> {entry.needsDecision && <Badge tone="warn">{rounds.needsDecision}</Badge>}
        </>
      }
      below={words.number(entry.number)}
      actions={
        <>
          {scores && (
            <To to={`${entryAddress(entry.id)}/cham`} className="button button-first">
              {mySheet ? words.scoreAgain : words.score}
            </To>
          )}
          {isOpen && may('appraisal.selfAssess') && (
            <To to={`${entryAddress(entry.id)}/tu-cham`} className="button">
              {words.selfAssess}
            </To>
          )}
          {manages && (
            <Button variant="default" onClick={() => setDoing('facts')}>
              {words.stateFacts}
            </Button>
          )}
          {isOpen && mine && !inConflict(mine) && (
            <Button variant="default" onClick={() => setDoing('conflict')}>
              {words.declareMine}
            </Button>
          )}
          {manages && (
            <Button variant="default" onClick={() => setDoing('conflictOfAnother')}>
              {words.declare}
            </Button>
          )}
        </>
      }
    >
      {entry.leftOn && (
        <Note kind="warn" title={`${words.left} ${dayText(entry.leftOn)}`}>
          <p>{entry.leftReason}</p>
        </Note>
      )}
      {mine && inConflict(mine) && isOpen && <Note kind="warn">{sheet.stopped}</Note>}
      <div className="columns narrow-tables">
        <div>
          {entry.explanation && (
            <Part title={words.explanation}>
              <Steps explanation={entry.explanation} criteria={round.version.criteria} />
            </Part>
          )}
          <ComplaintsPart entry={entry} complains={may('appraisal.complain')} />
          <Feedback entry={entry} />
          <SubjectPart entry={entry} />
          <SheetsPart entry={entry} />
          {entry.selfAssessment && (
            <Part title={sheet.titleSelf}>
              <SheetShown entry={entry} sheet={entry.selfAssessment} />
              <Evidence of={entry.evidence} withCode />
            </Part>
          )}
          <Part title={rounds.tabs.story}>
            {entry.history.length === 0 ? <p className="quiet">{story.none}</p> : <Story of={entry.history} />}
          </Part>
        </div>
        <div>
          <About entry={entry} />
          <JudgesPart entry={entry} manages={manages} />
        </div>
      </div>
      {doing === 'facts' && <FactsWindow entry={entry} onClose={close} />}
      {(doing === 'conflict' || doing === 'conflictOfAnother') && (
        <ConflictWindow entry={entry} onClose={close} ofAnother={doing === 'conflictOfAnother'} />
      )}
    </Page>
  );
}

/** Whether it is more or less than nothing: 0, 0.00. */
const isGiven = (text: string): boolean => !/^0*\.?0*$/.test(text);

function About({ entry }: { entry: ShownEntry }): ReactNode {
  const { language } = useWords();
  const { entry: words, rounds } = useAppraisalTexts();
  const { unit, model, round } = entry;
  const points = (text: string | null): string => decimalText(text, language);
  return (
    <Part title={words.title}>
      <Facts
        of={[
          [words.model, model && <To to={`/${addresses.models}/${model.id}`}>{model.title}</To>],
          [words.unit, unit && <To to={`/${addresses.units}/${unit.id}`}>{unit.fullName}</To>],
          [words.year, String(entry.year)],
          [words.block, entry.block],
          [
            rounds.criteria,
            <To to={`/${addresses.criteriaSets}/${round.version.id}`}>
              {round.version.set.name}, {rounds.version(round.version.number)}
            </To>,
          ],
          [words.recognised, entry.recognisedModels],
          [words.self, points(entry.self)],
          [words.bonus, isGiven(entry.bonus) && points(entry.bonus)],
          [words.penalty, isGiven(entry.penalty) && points(entry.penalty)],
          [words.basis, entry.factsBasis],
          [words.final, entry.final && <strong>{points(entry.final)}</strong>],
          [words.grade, entry.grade],
          [words.rank, entry.rank ?? (entry.final && rounds.notRanked)],
          [words.decidedBy, entry.decidedBy],
          [words.decidedReason, entry.decidedReason],
        ]}
      />
    </Part>
  );
}

/** What the unit is shown once the round is closed. */
function Feedback({ entry: { feedback } }: { entry: ShownEntry }): ReactNode {
  const { language } = useWords();
  const { entry: words } = useAppraisalTexts();
  if (feedback.length === 0) return null;
  return (
    <Part title={words.feedback}>
      <dl className="feedback">
        {feedback.map(({ code, text, points, words: said }) => (
          <div key={code}>
            <dt>
              {code} {text} {points !== null && <strong>{decimalText(points, language)}</strong>}
            </dt>
            {said.map(one => (
              <dd key={one} className="prose">
                {one}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </Part>
  );
}
