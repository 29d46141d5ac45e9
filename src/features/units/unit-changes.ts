import type { LocalDate, PartialDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import type { UnitKind, UnitLine } from './unit-kinds.js';

/** A reference to a unit: its id, or `#mark` for a unit that the same event establishes. */
export type UnitRef = string;

export interface Establish {
  readonly kind: 'establish';
  /** The mark by which other changes of the event refer to this unit, without `#`. */
  readonly ref?: string | undefined;
  /** The id of the new unit; absent: a generated one. Imports of lists choose it, to report the result of each row. */
  readonly id?: Id;
  readonly line: UnitLine;
  readonly unitKind: UnitKind;
  readonly name: string;
  readonly code: string | null;
  readonly parent: UnitRef | null;
  readonly territory: UnitRef | null;
  /** The first day in force. `undefined`: the day of the event. `null`: not known. */
  readonly starts: PartialDate | null | undefined;
  /** The last day in force, for a unit that is entered after its end. */
  readonly ends: PartialDate | null;
  readonly source: string | null;
}

export interface SuccessorRef {
  readonly unit: UnitRef;
  readonly whole: boolean;
}

interface ExpectedVersion {
  /** The version that the client has read; absent: not checked. */
  readonly expectedVersion?: number | undefined;
}

export type UnitChange =
  | Establish
  | ({ readonly kind: 'rename'; readonly unit: UnitRef; readonly name: string } & ExpectedVersion)
  | ({ readonly kind: 'changeKind'; readonly unit: UnitRef; readonly unitKind: UnitKind } & ExpectedVersion)
  | ({ readonly kind: 'recode'; readonly unit: UnitRef; readonly code: string | null } & ExpectedVersion)
  /** `undefined` keeps the place; `null` removes it. */
  | ({
      readonly kind: 'move';
      readonly unit: UnitRef;
      readonly parent?: UnitRef | null | undefined;
      readonly territory?: UnitRef | null | undefined;
    } & ExpectedVersion)
  /** What was misprinted was always so, on the days around `on` that have the wrong value. `undefined`: it is right. */
  | {
      readonly kind: 'correct';
      readonly unit: UnitRef;
      readonly on: LocalDate;
      readonly name: string | undefined;
      readonly unitKind: UnitKind | undefined;
      readonly code: string | null | undefined;
      readonly expectedVersion: number;
    }
  /** To which units it passed on a day, misprinted or taken from a wrong list: as if it had always been recorded so. None: it passed to none. */
  | ({
      readonly kind: 'correctSuccession';
      readonly unit: UnitRef;
      /** The date of the succession; of a unit that ended without one, that of its end. */
      readonly on: PartialDate;
      readonly successors: readonly SuccessorRef[];
      /** Units that had followed it to a wrong whole successor, and whose place is right all the same. The others follow to the right one. */
      readonly staying: readonly UnitRef[];
    } & ExpectedVersion)
  /** Each of `units` ends and passes as a whole to `into`, which continues. */
  | { readonly kind: 'merge'; readonly units: readonly UnitRef[]; readonly into: UnitRef }
  /** Parts of the unit pass to others. It ends, unless it continues with the remainder (`goesOn`). */
  | ({ readonly kind: 'split'; readonly unit: UnitRef; readonly into: readonly UnitRef[]; readonly goesOn: boolean } & ExpectedVersion)
  /** The unit ends and passes to its successors: as a whole to one, or in parts to several. */
  | ({
      readonly kind: 'succeed';
      readonly unit: UnitRef;
      readonly successors: readonly SuccessorRef[];
    } & ExpectedVersion)
  /** The unit ends without a successor. */
  | ({ readonly kind: 'dissolve'; readonly unit: UnitRef } & ExpectedVersion);

interface ActReference {
  readonly number: string | null;
  readonly date: string | null;
  readonly issuer: string | null;
}

/** A set of changes to units on one day, with its legal basis. It is applied as a whole or not at all. */
export interface UnitEventDraft {
  readonly kind: 'CHANGE' | 'LIST' | 'REORGANISATION';
  /** The first day of the new state. `null`: entered without a date, for units whose start is not known, and for corrections, which have no day. */
  readonly effective: PartialDate | null;
  readonly act: ActReference;
  readonly note: string | null;
  /** Units that a person confirmed where the registry asks: a second unit of one name in one place, a name with the word for its kind. */
  readonly confirmed?: readonly UnitRef[];
  readonly changes: readonly UnitChange[];
}

/** The existing units that an event refers to; units that it establishes itself are left out. */
export function namedUnits({ changes, confirmed = [] }: UnitEventDraft): Id[] {
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
      case 'correctSuccession':
        return [change.unit, ...change.successors.map(({ unit }) => unit)];
      default:
        return [change.unit];
    }
  });
  return [...new Set([...named, ...confirmed])].filter((ref): ref is Id => typeof ref === 'string' && !ref.startsWith('#'));
}

/** The existing units of which one passes as a whole to another: rights at the one then count at the other. */
export function unitedUnits({ changes }: UnitEventDraft): Id[] {
  const united = changes.flatMap((change): UnitRef[] => {
    if (change.kind === 'merge') return [...change.units, change.into];
    if (change.kind !== 'succeed' && change.kind !== 'correctSuccession') return [];
    const heirs = change.successors.filter(({ whole }) => whole).map(({ unit }) => unit);
    return heirs.length > 0 ? [change.unit, ...heirs] : [];
  });
  return [...new Set(united)].filter(ref => !ref.startsWith('#'));
}
