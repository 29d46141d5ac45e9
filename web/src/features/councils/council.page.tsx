import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { EndCouncil, RemoveCouncil } from '#documents/council-commands';
import { Council } from '#documents/councils';
import addresses from '../../api/addresses.json';
import { useDay } from '../../api/day.js';
import { dayText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { Doings } from '../../parts/doings.js';
import { EndWindow, RemoveWindow } from '../../parts/record.windows.js';
import { Story } from '../../parts/story.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { DataTable } from '../../ui/data-table.js';
import { To, useGo } from '../../ui/link.js';
import { Facts, Page, Part } from '../../ui/page.js';
import { NotFound, Reading } from '../../ui/states.js';
import { Quorum, type ShownCouncil } from './council.parts.js';
import { Rules } from './council.rules.js';
import { Terms } from './council.terms.js';
import { CouncilWindow } from './council.window.js';
import { MemberWindow } from './member.window.js';
import { RuleWindow } from './rule.window.js';
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
  const { act } = council;
  return (
    <Page
      title={council.name}
      above={<To to={`/${addresses.councils}`}>{councils.title}</To>}
      actions={
        may('council.manage') && (
          <Doings
            of={[
              {
                title: councils.record,
                window: close => (
                  <SessionWindow councilId={council.id} onClose={close} onDone={id => go(`/${addresses.councils}/phien-hop/${id}`)} />
                ),
              },
              { title: councils.appoint, window: close => <MemberWindow council={council} onClose={close} /> },
              { title: councils.setRule, window: close => <RuleWindow council={council} onClose={close} /> },
            ]}
            rare={[
              { title: councils.correct, window: close => <CouncilWindow council={council} onClose={close} /> },
              {
                title: councils.end,
                fits: !council.validTo,
                window: close => (
                  <EndWindow title={councils.end} hint={councils.endHint} command={EndCouncil} of={council} onClose={close} />
                ),
              },
              {
                title: councils.remove,
                window: close => (
                  <RemoveWindow
                    title={councils.remove}
                    command={RemoveCouncil}
                    of={council}
                    onClose={close}
                    onDone={() => go(`/${addresses.councils}`)}
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
