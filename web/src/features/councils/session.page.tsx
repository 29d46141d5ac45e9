import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { CouncilSession } from '#documents/councils';
import addresses from '../../api/addresses.json';
import { dayText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { Story } from '../../parts/story.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { Badge } from '../../ui/badge.js';
import { DataTable } from '../../ui/data-table.js';
import { To } from '../../ui/link.js';
import { Facts, Page, Part } from '../../ui/page.js';
import { NotFound, Note, Reading } from '../../ui/states.js';
import { Quorum, type ShownSession } from './council.parts.js';
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
  const may = useMay();
  const [voting, setVoting] = useState(false);
  const { council, quorum } = session;
  return (
    <Page
      title={session.subject}
      above={<To to={`/${addresses.councils}/${council.id}`}>{council.name}</To>}
      badge={<Quorum met={quorum.met} />}
      below={councils.session(dayText(session.heldOn))}
      actions={may('council.manage') && quorum.met && <Button onClick={() => setVoting(true)}>{councils.recordVotes}</Button>}
    >
      <div className="columns narrow-tables">
        <div>
          <Part title={councils.quorum}>
            <Note kind={quorum.met ? 'good' : 'warn'}>{quorum.explanation}</Note>
          </Part>
          <Part title={councils.questions}>
            {session.questions.length === 0 && <p className="quiet">{councils.noQuestions}</p>}
            {session.questions.map(question => (
              <Question key={question.id} question={question} />
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
      {voting && <VotesWindow session={session} onClose={() => setVoting(false)} />}
    </Page>
  );
}

function Question({ question }: { question: ShownSession['questions'][number] }): ReactNode {
  const { terms } = useWords();
  const { councils } = useAppraisalTexts();
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
    </div>
  );
}
