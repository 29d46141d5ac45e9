import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { Council } from '#documents/councils';
import addresses from '../../api/addresses.json';
import { useDay } from '../../api/day.js';
import { dayText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { Story } from '../../parts/story.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { DataTable } from '../../ui/data-table.js';
import { To, useGo } from '../../ui/link.js';
import { Facts, Page, Part } from '../../ui/page.js';
import { NotFound, Reading } from '../../ui/states.js';
import { Quorum, type ShownCouncil } from './council.parts.js';
import { SessionWindow } from './session.window.js';
import './councils.css';

export function CouncilPage(): ReactNode {
  const { id = '' } = useParams();
  const read = useRead(Council, { id, asOf: useDay() });
  return <Reading of={read}>{({ council }) => (council ? <Whole council={council} /> : <NotFound />)}</Reading>;
}

function Whole({ council }: { council: ShownCouncil }): ReactNode {
  const { terms } = useWords();
  const { councils } = useAppraisalTexts();
  const [may, go] = [useMay(), useGo()];
  const [recording, setRecording] = useState(false);
  const { act } = council;
  return (
    <Page
      title={council.name}
      above={<To to={`/${addresses.councils}`}>{councils.title}</To>}
      actions={may('council.manage') && <Button onClick={() => setRecording(true)}>{councils.record}</Button>}
    >
      <div className="columns narrow-tables">
        <div>
          <Sessions council={council} />
          <Terms council={council} />
          <Part title={councils.story}>
            <Story of={council.history} />
          </Part>
        </div>
        <div>
          <Part title={councils.title}>
            <Facts
              of={[
                [councils.kind, terms.CouncilKind[council.kind]],
                [councils.unit, <To to={`/${addresses.units}/${council.unit.id}`}>{council.unit.fullName}</To>],
                [councils.act, [act.number, act.issuer, dayText(act.date)].filter(Boolean).join(', ')],
                [councils.validFrom, dayText(council.validFrom)],
                [councils.validTo, dayText(council.validTo)],
                [councils.note, council.note],
              ]}
            />
          </Part>
          <Part title={councils.members}>
            {council.members.length === 0 && <p className="quiet">{councils.noMembers}</p>}
            <ul className="plain-list">
              {council.members.map(({ id, role, person }) => (
                <li key={id}>
                  <To to={`/${addresses.people}/${person.id}`}>{person.name}</To> <span className="quiet">{terms.CouncilRole[role]}</span>
                </li>
              ))}
            </ul>
          </Part>
          <Rules council={council} />
        </div>
      </div>
      {recording && (
        <SessionWindow
          councilId={council.id}
          onClose={() => setRecording(false)}
          onDone={id => go(`/${addresses.councils}/phien-hop/${id}`)}
        />
      )}
    </Page>
  );
}

function Sessions({ council: { sessions } }: { council: ShownCouncil }): ReactNode {
  const { terms } = useWords();
  const { councils } = useAppraisalTexts();
  const heads = councils.sessionColumns;
  return (
    <Part title={councils.sessions}>
      {sessions.nodes.length === 0 ? (
        <p className="quiet">{councils.noSessions}</p>
      ) : (
        <DataTable
          label={councils.sessions}
          rows={sessions.nodes}
          idOf={({ id }) => id}
          columns={[
            {
              key: 'subject',
              head: heads.subject,
              fixed: true,
              cell: ({ id, subject }) => <To to={`/${addresses.councils}/phien-hop/${id}`}>{subject}</To>,
            },
            { key: 'heldOn', head: heads.heldOn, cell: ({ heldOn }) => dayText(heldOn) },
            { key: 'kind', head: heads.kind, cell: ({ kind }) => terms.SessionKind[kind] },
            { key: 'quorum', head: heads.quorum, cell: ({ quorum }) => <Quorum met={quorum.met} /> },
            { key: 'questions', head: heads.questions, numeric: true, cell: ({ questions }) => questions.length },
          ]}
        />
      )}
    </Part>
  );
}

function Terms({ council: { allMembers } }: { council: ShownCouncil }): ReactNode {
  const { terms } = useWords();
  const { councils } = useAppraisalTexts();
  const heads = councils.memberColumns;
  return (
    <Part title={councils.terms}>
      <DataTable
        label={councils.terms}
        rows={allMembers}
        idOf={({ id }) => id}
        columns={[
          {
            key: 'person',
            head: heads.person,
            fixed: true,
            cell: ({ person }) => <To to={`/${addresses.people}/${person.id}`}>{person.name}</To>,
          },
          { key: 'role', head: heads.role, cell: ({ role }) => terms.CouncilRole[role] },
          { key: 'from', head: heads.from, cell: ({ validFrom }) => dayText(validFrom) },
          { key: 'to', head: heads.to, cell: ({ validTo }) => dayText(validTo) },
          { key: 'basis', head: heads.basis, cell: ({ basis, endReason }) => [basis, endReason].filter(Boolean).join('; ') },
        ]}
      />
    </Part>
  );
}

function Rules({ council: { allRules } }: { council: ShownCouncil }): ReactNode {
  const { terms } = useWords();
  const { councils } = useAppraisalTexts();
  const share = ({ numerator, denominator, moreThan }: ShownCouncil['allRules'][number]['presence']): string =>
    councils.share(`${numerator}/${denominator}`, moreThan);
  return (
    <Part title={councils.rules}>
      {allRules.length === 0 && <p className="quiet">{councils.noRules}</p>}
      {allRules.map(rule => (
        <Facts
          key={rule.id}
          of={[
            [councils.sessionKind, terms.SessionKind[rule.sessionKind]],
            [councils.presence, `${share(rule.presence)}; ${rule.presenceCountsWritten ? councils.written : councils.notWritten}`],
            [
              councils.majority,
              `${share(rule.majority)} (${terms.MajorityBase[rule.majorityOf]}); ${rule.majorityCountsWritten ? councils.written : councils.notWritten}`,
            ],
            [councils.memberColumns.basis, rule.basis],
            [councils.validFrom, dayText(rule.validFrom)],
            [councils.validTo, dayText(rule.validTo)],
          ]}
        />
      ))}
    </Part>
  );
}
