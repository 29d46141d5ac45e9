import { because, lifecycle, type Need } from '../../shared/lifecycle.js';

export type UnitEventState = 'APPLIED' | 'UNDONE';

export interface UnitEventFacts {
  /** Rows that later events have changed. */
  readonly changedLater: number;
  /** What hangs on units that this event established, in words; empty when nothing does. */
  readonly dependents: string;
}

const nothingChangedLater: Need<UnitEventFacts> = facts =>
  facts.changedLater === 0 ? 'ok' : because('UNIT_EVENT_HAS_LATER_CHANGES', { count: facts.changedLater });
const nothingHangsOnIt: Need<UnitEventFacts> = facts =>
  facts.dependents === '' ? 'ok' : because('UNIT_EVENT_HAS_DEPENDENTS', { dependents: facts.dependents });

/** What can happen to a unit event once it is applied. */
export const unitEventLifecycle = lifecycle<UnitEventState, UnitEventFacts>()('unit-event', {
  undo: { from: ['APPLIED'], to: 'UNDONE', label: 'Hoàn tác', needs: [nothingChangedLater, nothingHangsOnIt] },
});
