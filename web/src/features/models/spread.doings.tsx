import type { ReactNode } from 'react';
import type { ModelSpreadData, ReplicationPlansData } from '#documents/spread';
import {
  CorrectInspection,
  CorrectReplication,
  CorrectReplicationOrigin,
  CorrectReplicationPlan,
  RemoveInspection,
  RemoveReplication,
  RemoveReplicationPlan,
  RemoveStillAliveAnswer,
} from '#documents/spread-records';
import { dayText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { RowDoings } from '../../parts/doings.js';
import { FieldsWindow } from '../../parts/fields.window.js';
import { MODELS, UNITS } from '../../parts/picks/find.js';
import { RemoveWindow } from '../../parts/record.windows.js';
import { useSpreadTexts } from '../../texts/spread.texts.js';

type Shown = NonNullable<ModelSpreadData['model']>;
const seenOf = ({ id, version }: { readonly id: string; readonly version: number }) => ({ id, expectedVersion: version });

export function AnswerDoings({ of }: { of: Shown['stillAliveAnswers'][number] }): ReactNode {
  const words = useSpreadTexts();
  const fits = useMay()('stillAlive.answer');
  const { removeAnswer: title } = words;
  const window = (close: () => void): ReactNode => <RemoveWindow title={title} command={RemoveStillAliveAnswer} of={of} onClose={close} />;
  return <RowDoings name={String(of.year)} of={[{ title, fits, window }]} />;
}

const text = (label: string, value: string | null) => ({ label, value, as: 'lines' as const });

/** Puts right what was recorded of one copy: what it says, of which model it is, or that it is one. */
export function CopyDoings({ of, origin }: { of: Shown['replications']['nodes'][number]; origin: Shown }): ReactNode {
  const words = useSpreadTexts();
  const fits = useMay()('replication.record') && !of.declared;
  return (
    <RowDoings
      name={of.copy.title}
      of={[
        {
          title: words.correctCopy,
          fits,
          window: close => (
            <FieldsWindow
              title={words.correctCopy}
              command={CorrectReplication}
              given={seenOf(of)}
              fields={{
                startedOn: { label: words.startedOn, value: of.startedOn, as: 'partial' },
                kept: text(words.kept, of.kept),
                changed: text(words.changed, of.changed),
                dropped: text(words.dropped, of.dropped),
                conditions: text(words.conditions, of.conditions),
                originResults: text(words.originResults, of.originResults),
                copyResults: text(words.copyResults, of.copyResults),
                lessons: text(words.lessons, of.lessons),
                source: { label: words.source, value: of.source },
              }}
              asksReason
              onClose={close}
            />
          ),
        },
        {
          title: words.correctOrigin,
          fits,
          window: close => (
            <FieldsWindow
              title={words.correctOrigin}
              command={CorrectReplicationOrigin}
              given={seenOf(of)}
              fields={{ originId: { label: words.origin, value: { id: origin.id, label: origin.title }, find: MODELS, required: true } }}
              asksReason
              onClose={close}
            />
          ),
        },
        {
          title: words.removeCopy,
          fits,
          window: close => <RemoveWindow title={words.removeCopy} command={RemoveReplication} of={of} onClose={close} />,
        },
      ]}
    />
  );
}

export function PlanDoings({ of }: { of: ReplicationPlansData['replicationPlans']['nodes'][number] }): ReactNode {
  const words = useSpreadTexts();
  const fits = useMay()('replication.plan');
  return (
    <RowDoings
      name={of.unit.fullName}
      of={[
        {
          title: words.correctPlan,
          fits,
          window: close => (
            <FieldsWindow
              title={words.correctPlan}
              command={CorrectReplicationPlan}
              given={seenOf(of)}
              fields={{
                unitId: { label: words.planUnit, value: { id: of.unit.id, label: of.unit.fullName }, find: UNITS, required: true },
                dueOn: { label: words.planDue, value: of.dueOn, as: 'day', required: true },
                basis: { label: words.planBasis, value: of.basis, required: true },
              }}
              asksReason
              onClose={close}
            />
          ),
        },
        {
          title: words.removePlan,
          fits,
          window: close => <RemoveWindow title={words.removePlan} command={RemoveReplicationPlan} of={of} onClose={close} />,
        },
      ]}
    />
  );
}

export function InspectionDoings({ of }: { of: Shown['inspections'][number] }): ReactNode {
  const words = useSpreadTexts();
  const fits = useMay()('inspection.record');
  const team = { label: words.team, value: of.team };
  return (
    <RowDoings
      name={`${of.unit.fullName} ${dayText(of.heldOn ?? of.plannedOn)}`}
      of={[
        {
          title: words.correctInspection,
          fits: fits && of.heldOn !== null,
          window: close => (
            <FieldsWindow
              title={words.correctInspection}
              command={CorrectInspection}
              given={seenOf(of)}
              fields={{
                heldOn: { label: words.heldOn, value: of.heldOn, as: 'day', required: true },
                team: { ...team, required: true },
                findings: { label: words.findings, value: of.findings, as: 'lines', required: true },
                paper: { label: words.paper, value: of.paper },
              }}
              asksReason
              onClose={close}
            />
          ),
        },
        {
          title: words.removeInspection,
          fits,
          window: close => <RemoveWindow title={words.removeInspection} command={RemoveInspection} of={of} onClose={close} />,
        },
      ]}
    />
  );
}
