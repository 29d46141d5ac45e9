import type { ReactNode } from 'react';
import { ReplicationPlans } from '#documents/spread';
import { PlanReplication } from '#documents/spread-records';
import addresses from '../../api/addresses.json';
import { useDay } from '../../api/day.js';
import { dayText } from '../../api/format.js';
import { useRead } from '../../api/read.js';
import { FieldsWindow } from '../../parts/fields.window.js';
import { UNITS } from '../../parts/picks/find.js';
import { useSpreadTexts } from '../../texts/spread.texts.js';
import { useTerms } from '../../texts/texts.context.js';
import { Badge } from '../../ui/badge.js';
import { To } from '../../ui/link.js';
import { PlanDoings } from './spread.doings.js';

const TONES = { OPEN: 'open', OVERDUE: 'bad', DONE: 'good' } as const;

/** Who is to copy a model by when. */
export function CopyPlans({ originId }: { originId: string }): ReactNode {
  const terms = useTerms();
  const words = useSpreadTexts();
  const plans = useRead(ReplicationPlans, { originId, asOf: useDay() }).data?.replicationPlans.nodes ?? [];
  if (plans.length === 0) return null;
  return (
    <>
      <h3>{words.plans}</h3>
      <ul className="plain-list">
        {plans.map(plan => (
          <li key={plan.id}>
            <To to={`/${addresses.units}/${plan.unit.id}`}>{plan.unit.fullName}</To> {words.due(dayText(plan.dueOn))}{' '}
            <Badge tone={TONES[plan.state]}>{terms.ReplicationPlanState[plan.state]}</Badge> <PlanDoings of={plan} />
            <p className="quiet">{plan.basis}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

export function PlanCopyWindow({ originId, onClose }: { originId: string; onClose: () => void }): ReactNode {
  const words = useSpreadTexts();
  return (
    <FieldsWindow
      title={words.planCopy}
      command={PlanReplication}
      given={{ originId }}
      fields={{
        unitId: { label: words.planUnit, find: UNITS, required: true },
        dueOn: { label: words.planDue, as: 'day', required: true },
        basis: { label: words.planBasis, required: true },
      }}
      keyed
      onClose={onClose}
    />
  );
}
