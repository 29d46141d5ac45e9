import type { Bilingual, NamedValue } from '../../shared/language.js';
import { blockReason, lifecycle, type BlockReason, type Need } from '../../shared/lifecycle.js';

export type UnitEventState = 'APPLIED' | 'UNDONE';

const STATE_WORDS: Readonly<Record<UnitEventState, Bilingual>> = {
  APPLIED: { vi: 'đã áp dụng', en: 'applied' },
  UNDONE: { vi: 'đã hoàn tác', en: 'undone' },
};

export interface UnitEventFacts {
  /** How many rows of this event later events have changed, or have placed under units that this event established. */
  readonly changedLater: number;
  /** The records that refer to units which this event established, counted by kind; `undefined` if there are none. */
  readonly dependents: NamedValue | undefined;
  /** The first conflict with other units, for example a code that another unit has received since; `null` if there is none. */
  readonly conflict: BlockReason | null;
}

const nothingChangedLater: Need<UnitEventFacts> = facts =>
  facts.changedLater === 0 ? 'ok' : blockReason('UNIT_EVENT_HAS_LATER_CHANGES', { count: facts.changedLater });
const nothingDependsOnIt: Need<UnitEventFacts> = facts =>
  facts.dependents ? blockReason('UNIT_EVENT_HAS_DEPENDENTS', { dependents: facts.dependents }) : 'ok';
const nothingConflicts: Need<UnitEventFacts> = facts => facts.conflict ?? 'ok';

export const unitEventLifecycle = lifecycle<UnitEventState, UnitEventFacts>()('unit-event', STATE_WORDS, {
  undo: {
    from: ['APPLIED'],
    to: 'UNDONE',
    label: { vi: 'Hoàn tác', en: 'Undo' },
    needs: [nothingChangedLater, nothingDependsOnIt, nothingConflicts],
  },
});
