import type { PartialDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import type { UnitKind, UnitLine } from './unit-kinds.js';

/** A unit named in a change: an id, or `#mark` of a unit that the same event establishes. */
export type UnitRef = string;

export interface Establish {
  readonly kind: 'establish';
  /** A mark by which other changes of the event name this unit. */
  readonly ref?: string | undefined;
  /** The id to give; absent: a new one. The lists choose it, to report what became of each row. */
  readonly id?: Id;
  readonly line: UnitLine;
  readonly unitKind: UnitKind;
  readonly name: string;
  readonly code: string | null;
  readonly parent: UnitRef | null;
  readonly territory: UnitRef | null;
  /** `undefined`: the event's day. `null`: not known. */
  readonly starts: PartialDate | null | undefined;
  /** The last day in force, for a unit entered after it has ended. */
  readonly ends: PartialDate | null;
  readonly source: string | null;
}

interface Expecting {
  /** The version the client has seen; absent: not checked. */
  readonly expectedVersion?: number | undefined;
}

export type UnitChange =
  | Establish
  | ({ readonly kind: 'rename'; readonly unit: UnitRef; readonly name: string } & Expecting)
  | ({ readonly kind: 'changeKind'; readonly unit: UnitRef; readonly unitKind: UnitKind } & Expecting)
  | ({ readonly kind: 'recode'; readonly unit: UnitRef; readonly code: string | null } & Expecting)
  /** `undefined` leaves the place as it is; `null` takes it away. */
  | ({
      readonly kind: 'move';
      readonly unit: UnitRef;
      readonly parent?: UnitRef | null | undefined;
      readonly territory?: UnitRef | null | undefined;
    } & Expecting)
  /** Each of `units` ends and passes wholly into `into`, which goes on. */
  | { readonly kind: 'merge'; readonly units: readonly UnitRef[]; readonly into: UnitRef }
  /** Parts of the unit pass to others; it ends, unless it goes on with what remains. */
  | ({ readonly kind: 'split'; readonly unit: UnitRef; readonly into: readonly UnitRef[]; readonly goesOn: boolean } & Expecting)
  /** The unit ends; `successors` take it over, wholly (one) or in parts (several). */
  | ({ readonly kind: 'succeed'; readonly unit: UnitRef; readonly successors: readonly { unit: UnitRef; whole: boolean }[] } & Expecting)
  /** The unit ends and nobody takes it over. */
  | ({ readonly kind: 'dissolve'; readonly unit: UnitRef } & Expecting);

interface Act {
  readonly number: string | null;
  readonly date: string | null;
  readonly issuer: string | null;
}

/** A dated event with its legal basis: what happens to units on one day, all of it or nothing. */
export interface UnitEventDraft {
  readonly kind: 'CHANGE' | 'LIST' | 'REORGANISATION';
  /** The first day of the new state. `null`: entered without a date (units whose start is not known). */
  readonly effective: PartialDate | null;
  readonly act: Act;
  readonly note: string | null;
  readonly changes: readonly UnitChange[];
}

/** The units that an event names, as far as they are there already. */
export function namedUnits({ changes }: UnitEventDraft): Id[] {
  const named = changes.flatMap((change): (UnitRef | null | undefined)[] => {
    switch (change.kind) {
      case 'establish':
        return [change.parent, change.territory];
      case 'move':
        return [change.unit, change.parent, change.territory];
      case 'merge':
        return [...change.units, change.into];
      case 'split':
        return [change.unit, ...change.into];
      case 'succeed':
        return [change.unit, ...change.successors.map(({ unit }) => unit)];
      default:
        return [change.unit];
    }
  });
  return [...new Set(named)].filter((ref): ref is Id => typeof ref === 'string' && !ref.startsWith('#'));
}
