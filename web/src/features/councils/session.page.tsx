import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { RemoveCouncilSession, RemoveCouncilVotes } from '#documents/council-commands';
import { CouncilSession } from '#documents/councils';
import addresses from '../../api/addresses.json';
import { useCommand } from '../../api/command.js';
import { dayText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { Doings, RowDoings } from '../../parts/doings.js';
import { ReasonWindow } from '../../parts/reason.window.js';
import { RemoveWindow } from '../../parts/record.windows.js';
import { Story } from '../../parts/story.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { Badge } from '../../ui/badge.js';
import { DataTable } from '../../ui/data-table.js';
import { To, useGo } from '../../ui/link.js';
import { Facts, Page, Part } from '../../ui/page.js';
import { NotFound, Note, Reading } from '../../ui/states.js';
import { Quorum, type ShownSession } from './council.parts.js';
import { MinutesWindow } from './minutes.window.js';
import { VotesWindow } from './votes.window.js';
import './councils.css';

export function SessionPage(): ReactNode {
  const { id = '' } = useParams();
  const read = useRead(CouncilSession, { id });
  return <Reading of={read}>{({ node }) => (node?.__typename === 'CouncilSession' ? <Whole session={node} /> : <NotFound />)}</Reading>;
}

function Whole({ session }: { session: ShownSession }): ReactNode {
  const { terms } = useWords();
  const { councils } = useAppraisalTexts();
  const [may, go] = [useMay(), useGo()];
  const { council, quorum } = session;
  return (
    <Page
      title={session.subject}
      above={<To to={`/${addresses.councils}/${council.id}`}>{council.name}</To>}
      badge={<Quorum met={quorum.met} />}
      below={councils.session(dayText(session.heldOn))}
      actions={
        may('council.manage') && (
          <Doings
            of={[
              {
                title: councils.recordVotes,
                fits: quorum.met === true,
                window: close => <VotesWindow session={session} onClose={close} />,
              },
              { title: councils.correctSession, window: close => <MinutesWindow session={session} onClose={close} /> },
            ]}
            rare={[
              {
                title: councils.removeSession,
                window: close => (
                  <RemoveWindow
                    title={councils.removeSession}
                    command={RemoveCouncilSession}
                    of={session}
                    onClose={close}
                    onDone={() => go(`/${addresses.councils}/${council.id}`)}
                  />
                ),
              },
            ]}
          />
        )
      }
    >
      <div className="columns narrow-tables">
        <div>
          <Part title={councils.quorum}>
            <Note kind={quorum.met ? 'good' : 'warn'}>{quorum.explanation}</Note>
          </Part>
          <Part title={councils.questions}>
            {session.questions.length === 0 && <p className="quiet">{councils.noQuestions}</p>}
            {session.questions.map(question => (
              <Question key={question.id} session={session} question={question} />
            ))}
          </Part>
          <Part title={councils.story}>
            <Story of={session.history} />
          </Part>
        </div>
        <div>
          <Part title={councils.minutes}>
            <Facts
              of={[
                [councils.sessionKind, terms.SessionKind[session.kind]],
                [councils.chair, session.chair?.person.name],
                [councils.secretary, session.secretary?.person.name],
                [councils.minutesNumber, session.minutesNumber],
                [councils.minutesDate, dayText(session.minutesDate)],
              ]}
            />
            {session.minutesText && <p className="prose">{session.minutesText}</p>}
          </Part>
          <Part title={councils.attendance}>
            <ul className="plain-list">
              {session.attendance.map(({ member, presence }) => (
                <li key={member.id}>
                  <To to={`/${addresses.people}/${member.person.id}`}>{member.person.name}</To>{' '}
                  <span className="quiet">
                    {terms.CouncilRole[member.role]}, {terms.CouncilPresence[presence]}
                  </span>
                </li>
              ))}
            </ul>
          </Part>
        </div>
      </div>
    </Page>
  );
}

type ShownQuestion = ShownSession['questions'][number];

function Question({ session, question }: { session: ShownSession; question: ShownQuestion }): ReactNode {
  const { terms } = useWords();
  const { councils } = useAppraisalTexts();
  const may = useMay();
  const { adopted, opinions } = question;
  return (
    <div className="question">
      <h3>
        {question.text}{' '}
        {adopted !== null && <Badge tone={adopted ? 'good' : 'bad'}>{adopted ? councils.adopted : councils.notAdopted}</Badge>}
      </h3>
      <DataTable
        label={question.text}
        rows={[
          { of: councils.presence, ...question },
          {
            of: councils.written2,
            inFavour: question.writtenInFavour,
            against: question.writtenAgainst,
            abstained: question.writtenAbstained,
          },
        ]}
        idOf={({ of }) => of}
        columns={[
          { key: 'of', head: '', fixed: true, cell: ({ of }) => of },
          { key: 'inFavour', head: councils.inFavour, numeric: true, cell: ({ inFavour }) => inFavour },
          { key: 'against', head: councils.against, numeric: true, cell: ({ against }) => against },
          { key: 'abstained', head: councils.abstained, numeric: true, cell: ({ abstained }) => abstained },
        ]}
      />
      {question.explanation && <p className="quiet">{question.explanation}</p>}
      {opinions.length > 0 && (
        <ul className="plain-list" aria-label={councils.opinions}>
          {opinions.map(({ member, choice, words }) => (
            <li key={member.id}>
              {member.person.name}: {terms.VoteChoice[choice]}
              {words && `. ${words}`}
            </li>
          ))}
        </ul>
      )}
      <RowDoings
        name={question.text}
        of={[
          {
            title: councils.removeVotes,
            fits: may('council.manage'),
            window: close => <RemoveVotes session={session} question={question} onClose={close} />,
          },
        ]}
      />
    </div>
  );
}

function RemoveVotes({ session, question, onClose }: { session: ShownSession; question: ShownQuestion; onClose: () => void }): ReactNode {
  const { councils } = useAppraisalTexts();
  const { run, running } = useCommand(RemoveCouncilVotes);
  return (
    <ReasonWindow
      title={councils.removeVotes}
      running={running}
      run={reason => run({ sessionId: session.id, expectedVersion: session.version, questionId: question.id, reason })}
      onClose={onClose}
    />
  );
}
