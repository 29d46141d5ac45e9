import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { Appraisal, ReopenAppraisalRound } from '#documents/appraisals';
import addresses from '../../api/addresses.json';
import { useCommand } from '../../api/command.js';
import { useDay } from '../../api/day.js';
import { dayText, numberText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { ReasonWindow } from '../../parts/reason.window.js';
import { Story } from '../../parts/story.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { Badge } from '../../ui/badge.js';
import { To } from '../../ui/link.js';
import { useListState } from '../../ui/list-state.js';
import { Facts, Page, Part } from '../../ui/page.js';
import { NotFound, Note, Reading } from '../../ui/states.js';
import { QuotasPart } from './quotas.part.js';
import { Entries } from './appraisal.entries.js';
import { Deadline, StateOfRound } from './appraisal.parts.js';
import { Ranking } from './appraisal.ranking.js';
import type { ShownAppraisal } from './appraisal.shown.js';
import { AssignWindow } from './assign.window.js';
import { CloseWindow } from './close.window.js';
import './appraisals.css';

export function AppraisalPage(): ReactNode {
  const { id = '' } = useParams();
  const read = useRead(Appraisal, { id, asOf: useDay() });
  return <Reading of={read}>{({ appraisalRound }) => (appraisalRound ? <Whole round={appraisalRound} /> : <NotFound />)}</Reading>;
}

const TABS = ['entries', 'ranking', 'story'] as const;
const SHOWN: Readonly<Record<(typeof TABS)[number], string>> = { entries: 'ho-so', ranking: 'ket-qua', story: 'nhat-ky' };

function Whole({ round }: { round: ShownAppraisal }): ReactNode {
  const { rounds } = useAppraisalTexts();
  const [doing, setDoing] = useState<'assign' | 'close' | 'reopen'>();
  const reopen = useCommand(ReopenAppraisalRound);
  const can = useMay();
  const shown = useListState().filter('xem');
  const tab = TABS.find(name => SHOWN[name] === shown) ?? (round.state === 'CLOSED' ? 'ranking' : 'entries');
  const close = (): void => setDoing(undefined);
  // What the state of the round rules out is not offered; what a missing sheet prevents is, and the server says why not.
  const may = (name: string): boolean => round.actions.some(action => action.name === name && action.allowed);
  return (
    <Page
      title={round.name}
      above={<To to={`/${addresses.appraisals}`}>{rounds.title}</To>}
      badge={
        <>
          <StateOfRound state={round.state} closedOn={round.closedOn} />{' '}
          {round.illustrative && <Badge tone="plain">{rounds.illustrative}</Badge>}
        </>
      }
      actions={
        <>
          {may('assign') && <Button onClick={() => setDoing('assign')}>{rounds.assign}</Button>}
          {may('close') && (
            <Button variant="default" onClick={() => setDoing('close')}>
              {rounds.close}
            </Button>
          )}
          {round.state === 'CLOSED' && can('proposal.draft') && (
            <To to={`/${addresses.proposals}/lap?dot=${round.id}`} className="button button-first">
              {rounds.propose}
            </To>
          )}
          {/* Where the round states days for complaints, it is opened again for one of them: on the page of its entry. */}
          {may('reopen') && round.complaintDays === null && (
            <Button variant="default" onClick={() => setDoing('reopen')}>
              {rounds.reopen}
            </Button>
          )}
        </>
      }
    >
      {round.reopenReason && (
        <Note kind="warn" title={rounds.reopened}>
          <p className="prose">{round.reopenReason}</p>
        </Note>
      )}
      <Blocked round={round} />
      <div className="progress-part">
        <Progress round={round}>
          <Rules round={round} />
        </Progress>
      </div>
      <nav className="tabs" aria-label={round.name}>
        {TABS.map(name => (
          <To key={name} to={`/${addresses.appraisals}/${round.id}?xem=${SHOWN[name]}`} className={name === tab ? 'tab is-here' : 'tab'}>
            {rounds.tabs[name]}
          </To>
        ))}
      </nav>
      {tab === 'entries' && <Entries round={round} mayAssign={may('assign')} />}
      {tab === 'ranking' && (
        <>
          <Ranking round={round} mayDecide={may('decide')} />
          <QuotasPart round={round} />
        </>
      )}
      {tab === 'story' && (
        <Part title={rounds.tabs.story}>
          <Story of={round.history} />
        </Part>
      )}
      {doing === 'assign' && <AssignWindow round={round} onClose={close} />}
      {doing === 'close' && <CloseWindow round={round} onClose={close} />}
      {doing === 'reopen' && (
        <ReasonWindow
          title={rounds.reopen}
          running={reopen.running}
          onClose={close}
          run={reason => reopen.run({ id: round.id, expectedVersion: round.revision, reason })}
        />
      )}
    </Page>
  );
}

/** Why a round cannot be closed yet, to those who may close it. */
function Blocked({ round }: { round: ShownAppraisal }): ReactNode {
  const close = round.actions.find(({ name }) => name === 'close');
  const isOfOthers = close?.blockedBy.some(({ code }) => code === 'ACTION_OF_OTHERS');
  if (!close || close.allowed || isOfOthers || round.state === 'CLOSED') return null;
  return (
    <Note title={close.label}>
      {close.blockedBy.map(({ code, message }) => (
        <p key={code}>{message}</p>
      ))}
    </Note>
  );
}

function Progress({ round: { progress }, children }: { round: ShownAppraisal; children: ReactNode }): ReactNode {
  const { language } = useWords();
  const { rounds } = useAppraisalTexts();
  const { entries, left, assigned, submitted, abstained, selfAssessed, undecided } = progress;
  const number = (value: number): string => numberText(value, language);
  const done = submitted + abstained;
  return (
    <Part title={rounds.progress}>
      <progress className="progress" value={done} max={Math.max(1, assigned)} aria-label={rounds.progress} />
      <Facts
        of={[
          [rounds.entries, number(entries)],
          [rounds.left, left > 0 && number(left)],
          [rounds.selfAssessed, `${number(selfAssessed)}/${number(entries)}`],
          [rounds.submitted, `${number(submitted)}/${number(assigned)}`],
          [rounds.abstained, abstained > 0 && number(abstained)],
          [rounds.undecided, undecided > 0 && <Badge tone="warn">{number(undecided)}</Badge>],
        ]}
      />
      {children}
    </Part>
  );
}

function Rules({ round }: { round: ShownAppraisal }): ReactNode {
  const { terms } = useWords();
  const { rounds } = useAppraisalTexts();
  const { version, council, session } = round;
  return (
    <details className="more rules-of-round">
      <summary>{rounds.facts}</summary>
      <Facts
        of={[
          [rounds.columns.unit, <To to={`/${addresses.units}/${round.unit.id}`}>{round.unit.fullName}</To>],
          [rounds.columns.year, String(round.year)],
          [rounds.columns.graded, terms.AppraisedThing[round.graded]],
          [rounds.level, round.level && terms.RecognitionLevel[round.level]],
          [
            rounds.criteria,
            <To to={`/${addresses.criteriaSets}/${version.id}`}>
              {version.set.name}, {rounds.version(version.number)}
            </To>,
          ],
          [rounds.council, council && <To to={`/${addresses.councils}/${council.id}`}>{council.name}</To>],
          [rounds.aggregation, terms.Aggregation[round.aggregation]],
          [rounds.missing, terms.AbsentRule[round.missing]],
          [rounds.abstains, terms.AbsentRule[round.abstained]],
          [rounds.blind, round.blind && rounds.blindText],
          [rounds.complaintDays, round.complaintDays],
          [rounds.columns.openedOn, dayText(round.openedOn)],
          [rounds.columns.closesOn, round.closesOn && <Deadline of={round} />],
          [
            rounds.session,
            session && (
              <To to={`/${addresses.councils}/phien-hop/${session.id}`}>
                {dayText(session.heldOn)}: {session.subject}
              </To>
            ),
          ],
        ]}
      />
    </details>
  );
}
