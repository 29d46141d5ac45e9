import type { Bilingual, NamedValue } from '../../shared/language.js';
import { blockReason, lifecycle, type Because, type Need } from '../../shared/lifecycle.js';

export type UnitEventState = 'APPLIED' | 'UNDONE';

const STATE_WORDS: Readonly<Record<UnitEventState, Bilingual>> = {
  APPLIED: { vi: 'đã áp dụng', en: 'applied' },
  UNDONE: { vi: 'đã hoàn tác', en: 'undone' },
};

export interface UnitEventFacts {
  /** Rows that later events have changed, or have built on units that this event established. */
  readonly changedLater: number;
  /** What hangs on units that this event established, counted in words; `undefined` when nothing does. */
  readonly dependents: NamedValue | undefined;
  /** The first thing that other units have taken since, such as a code; `null` when nothing is. */
  readonly taken: Because | null;
}

const nothingChangedLater: Need<UnitEventFacts> = facts =>
  facts.changedLater === 0 ? 'ok' : blockReason('UNIT_EVENT_HAS_LATER_CHANGES', { count: facts.changedLater });
const nothingHangsOnIt: Need<UnitEventFacts> = facts =>
  facts.dependents ? blockReason('UNIT_EVENT_HAS_DEPENDENTS', { dependents: facts.dependents }) : 'ok';
const nothingIsTaken: Need<UnitEventFacts> = facts => facts.taken ?? 'ok';

/** What can happen to a unit event once it is applied. */
export const unitEventLifecycle = lifecycle<UnitEventState, UnitEventFacts>()('unit-event', STATE_WORDS, {
  undo: {
    from: ['APPLIED'],
    to: 'UNDONE',
    label: { vi: 'Hoàn tác', en: 'Undo' },
    needs: [nothingChangedLater, nothingHangsOnIt, nothingIsTaken],
  },
});
