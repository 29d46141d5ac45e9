import { blockReason, lifecycle, type BlockReason, type Need } from '../../shared/lifecycle.js';

export type UnitEventState = 'APPLIED' | 'UNDONE';

export interface UnitEventFacts {
  /** Rows that later events have changed, or have built on units that this event established. */
  readonly changedLater: number;
  /** What hangs on units that this event established, in words; empty when nothing does. */
  readonly dependents: string;
  /** The first thing that other units have taken since, such as a code; `null` when nothing is. */
  readonly taken: BlockReason | null;
}

const nothingChangedLater: Need<UnitEventFacts> = facts =>
  facts.changedLater === 0 ? 'ok' : blockReason('UNIT_EVENT_HAS_LATER_CHANGES', { count: facts.changedLater });
const nothingHangsOnIt: Need<UnitEventFacts> = facts =>
  facts.dependents === '' ? 'ok' : blockReason('UNIT_EVENT_HAS_DEPENDENTS', { dependents: facts.dependents });
const nothingIsTaken: Need<UnitEventFacts> = facts => facts.taken ?? 'ok';

/** What can happen to a unit event once it is applied. */
export const unitEventLifecycle = lifecycle<UnitEventState, UnitEventFacts>()('unit-event', {
  undo: { from: ['APPLIED'], to: 'UNDONE', label: 'Hoàn tác', needs: [nothingChangedLater, nothingHangsOnIt, nothingIsTaken] },
});
