import { blockReason, lifecycle, type Because, type Need } from '../../shared/lifecycle.js';

export type UnitEventState = 'APPLIED' | 'UNDONE';

export interface UnitEventFacts {
  /** How many rows of this event later events have changed, or have placed under units that this event established. */
  readonly changedLater: number;
  /** A sentence about the records that refer to units that this event established; empty when there are none. */
  readonly dependents: string;
  /** The first conflict with other units, for example a code that another unit has received since; `null` when there is none. */
  readonly conflict: Because | null;
}

const nothingChangedLater: Need<UnitEventFacts> = facts =>
  facts.changedLater === 0 ? 'ok' : blockReason('UNIT_EVENT_HAS_LATER_CHANGES', { count: facts.changedLater });
const nothingDependsOnIt: Need<UnitEventFacts> = facts =>
  facts.dependents === '' ? 'ok' : blockReason('UNIT_EVENT_HAS_DEPENDENTS', { dependents: facts.dependents });
const nothingConflicts: Need<UnitEventFacts> = facts => facts.conflict ?? 'ok';

export const unitEventLifecycle = lifecycle<UnitEventState, UnitEventFacts>()('unit-event', {
  undo: { from: ['APPLIED'], to: 'UNDONE', label: 'Hoàn tác', needs: [nothingChangedLater, nothingDependsOnIt, nothingConflicts] },
});
