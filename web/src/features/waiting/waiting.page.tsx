import type { ReactNode } from 'react';
import { Waiting, type Schema, type WaitingData } from '#documents/waiting';
import addresses from '../../api/addresses.json';
import { dayText, numberText, todayInVietnam } from '../../api/format.js';
import { useRead } from '../../api/read.js';
import { useFirstWords } from '../../texts/texts.context.js';
import { ChoiceFilter, OrderChoice, oneOf, pairs } from '../../ui/filters.js';
import { Badge } from '../../ui/badge.js';
import { To } from '../../ui/link.js';
import { Pager } from '../../ui/list.js';
import { PAGE_SIZE, useListState } from '../../ui/list-state.js';
import { Page } from '../../ui/page.js';
import { Empty, Reading } from '../../ui/states.js';
import { toneOfState } from '../../parts/model.tones.js';

type Edge = WaitingData['waitingForMe']['edges'][number];
const ORDERS = ['SINCE', 'SINCE_DESC'] as const;
const STEPS: readonly Schema.WaitingStepName[] = [
  'DRAFT',
  'SUBMIT',
  'RECEIVE',
  'RETURN',
  'AGREE',
  'OPEN_APPRAISAL',
  'RECOGNISE',
  'DECLINE',
  'RECORD_INSPECTION',
  'ANSWER_STILL_ALIVE',
  'SEND_PROPOSAL',
  'DECIDE_PROPOSAL',
  'REVIEW_HOLD',
];

/** The first page: what waits for a step of mine, each one click from being done. */
export function WaitingPage(): ReactNode {
  const { language, texts, terms } = useFirstWords();
  const state = useListState();
  const step = oneOf(state.filter('buoc'), STEPS);
  const read = useRead(Waiting, {
    first: PAGE_SIZE,
    after: state.after,
    orderBy: oneOf(state.order, ORDERS) ?? 'SINCE',
    filter: { ...(step && { step: [step] }) },
  });
  const { waiting } = texts;
  const total = read.data?.waitingForMe.totalCount;
  return (
    <Page title={waiting.title} below={total !== undefined && total > 0 ? waiting.count(numberText(total, language)) : undefined}>
      <div className="list-bar">
        <div className="list-filters">
          <ChoiceFilter state={state} name="buoc" label={waiting.step} choices={pairs(terms.WaitingStepName)} />
          <OrderChoice
            state={state}
            choices={[
              ['SINCE', waiting.oldest],
              ['SINCE_DESC', waiting.newest],
            ]}
          />
        </div>
      </div>
      <Reading of={read}>
        {({ waitingForMe: { edges, totalCount, pageInfo } }) =>
          edges.length === 0 ? (
            <Empty title={waiting.empty}>
              <p>{waiting.emptyText}</p>
            </Empty>
          ) : (
            <>
              <ul className="tasks">
                {edges.map(edge => (
                  <Task key={edge.cursor} edge={edge} />
                ))}
              </ul>
              <Pager connection={{ nodes: edges, totalCount, pageInfo }} state={state} />
            </>
          )
        }
      </Reading>
    </Page>
  );
}

/** Steps that send back come last. */
const BACK: ReadonlySet<string> = new Set(['RETURN', 'DECLINE']);
const inOrder = (steps: Edge['steps']): Edge['steps'] => steps.toSorted((a, b) => Number(BACK.has(a.name)) - Number(BACK.has(b.name)));

const DAY_MS = 86_400_000;
const daysSince = (day: string): number => Math.max(0, Math.round((Date.parse(todayInVietnam()) - Date.parse(day)) / DAY_MS));

interface What {
  readonly title: string;
  readonly about: string;
  readonly address: string;
}

function whatOf(node: Edge['node'], { waiting }: ReturnType<typeof useFirstWords>['texts']): What {
  switch (node.__typename) {
    case 'EmulationModel':
      return { title: node.title, about: `${node.code} · ${node.unit.fullName}`, address: `/${addresses.models}/${node.id}` };
    case 'RegistrationRound':
      return {
        title: node.name,
        about: `${waiting.round} · ${node.movement.name} · ${node.unit.fullName}`,
        address: `/${addresses.rounds}/${node.id}`,
      };
    case 'Proposal':
      return {
        title: node.title,
        about: `${waiting.proposal} · ${node.proposer.fullName}`,
        address: `/${addresses.proposals}/${node.id}`,
      };
    case 'Figure':
      return {
        title: `${node.indicator.name}: ${node.raw}`,
        about: `${waiting.figure} · ${node.figureUnit.fullName}`,
        address: `/${addresses.figures}/${node.id}`,
      };
    case 'Hold':
      return {
        title: node.heldName ?? node.person?.name ?? waiting.hold,
        about: `${waiting.hold} · ${node.body.fullName}`,
        address: `/${addresses.holds}/${node.id}`,
      };
  }
}

function Task({ edge: { node, since, dueOn, steps } }: { edge: Edge }): ReactNode {
  const { texts, terms } = useFirstWords();
  const { waiting } = texts;
  const isModel = node.__typename === 'EmulationModel';
  const { title, about, address } = whatOf(node, texts);
  const due = dueOn && (dueOn < todayInVietnam() ? waiting.overdue(dayText(dueOn)) : waiting.due(dayText(dueOn)));
  return (
    <li className="task">
      <div className="task-what">
        <To to={address} className="task-title">
          {title}
        </To>
        <p className="quiet">{about}</p>
      </div>
      <div className="task-when">
        {isModel && node.state && <Badge tone={toneOfState(node.state)}>{terms.ModelState[node.state]}</Badge>}
        <span title={waiting.since(dayText(since))}>{waiting.days(daysSince(since))}</span>
        {due && <strong>{due}</strong>}
      </div>
      <div className="task-do">
        {inOrder(steps).map(({ name, label }, index) => (
          <To key={name} to={`${address}${isModel ? `?buoc=${name}` : ''}`} className={`button ${index === 0 ? 'button-first' : ''}`}>
            {label}
          </To>
        ))}
      </div>
    </li>
  );
}
