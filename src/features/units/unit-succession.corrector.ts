import { addDays, parsePartialDate, type LocalDate, type PartialDate } from '../../shared/dates.js';
import { newId, type Id } from '../../shared/ids.js';
import { UnitErrors } from './unit.errors.js';
import type { UnitEffect } from './unit-ledger.editor.js';
import { endByEvent, placementsOf } from './unit-ledger.places.js';
import type { SpanRow, SuccessionRow, UnitLedger, UnitRow } from './unit-ledger.js';

export interface StatedSuccessor {
  readonly id: Id;
  readonly whole: boolean;
}

/** What is right: to which units the unit passed on the day. None: it passed to none. */
export interface RightSuccessions {
  readonly on: PartialDate;
  readonly successors: readonly StatedSuccessor[];
  /** Units that had followed it to a wrong whole successor, and whose place is right all the same. */
  readonly staying: ReadonlySet<Id>;
  readonly byHand: boolean;
}

/** What a correction replaced, for the question of what rests on it. */
export interface CorrectedSuccession {
  readonly predecessorId: Id;
  readonly removed: readonly SuccessionRow[];
  /** The spans, as they were, of units that had followed the unit to its whole successor. */
  readonly followers: readonly SpanRow[];
}

/** The successions of one day that stand. */
const standingOn = (ledger: UnitLedger, id: Id, day: LocalDate): SuccessionRow[] =>
  ledger.successionsOf(id).filter(({ effectiveOn }) => effectiveOn === day);

export const isSameSuccession = (standing: SuccessionRow, { id, whole }: StatedSuccessor): boolean =>
  standing.successorId === id && standing.whole === whole;

/** Whether the unit ended by an event of this date. */
export const endedBy = ({ range }: UnitRow, date: PartialDate): boolean => range.to !== null && range.to === endByEvent(date).to;

/** “Xã A (một phần), Xã B (một phần)”, as of the day; `null` for none. */
function namesOfSuccessors(ledger: UnitLedger, successors: readonly StatedSuccessor[], day: LocalDate): string | null {
  const names = successors.map(({ id, whole }) => `${ledger.nameOf(id, day)}${whole ? '' : ' (một phần)'}`);
  return names.length > 0 ? names.join(', ') : null;
}

const statedBy = ({ successorId, whole }: SuccessionRow): StatedSuccessor => ({ id: successorId, whole });

/**
 * Corrects to which units a unit passed on a day, as if it had always been recorded so. Successions that are right stay as they are; new ones keep
 * the act of those they replace. Units that had followed the unit to its whole successor follow it to the right one.
 * @returns `undefined` if everything is so already.
 * @throws UNIT_SUCCESSION_NOT_RECORDED, UNIT_SUCCESSION_WHILE_IN_FORCE, UNIT_SUCCESSION_MIXED, UNIT_SUCCESSION_FOLLOWED, UNIT_PLACE_NOT_IN_FORCE
 */
export function correctSuccessions(
  ledger: UnitLedger,
  id: Id,
  right: RightSuccessions,
): { corrected: CorrectedSuccession; effects: UnitEffect[] } | undefined {
  const { on, successors, staying, byHand } = right;
  const standing = standingOn(ledger, id, on.latest);
  checkStated(ledger, id, right, standing);
  const removed = standing.filter(row => !successors.some(stated => isSameSuccession(row, stated)));
  const added = successors.filter(stated => !standing.some(row => isSameSuccession(row, stated)));
  if (removed.length + added.length === 0) return undefined;
  const [replaced] = standing;
  for (const row of removed) ledger.removeSuccession(row);
  for (const { id: successorId, whole } of added) {
    const day = { effective: replaced ? replaced.effective : on.text, effectiveOn: on.latest };
    ledger.addSuccession({ id: newId(), predecessorId: id, successorId, whole, ...day, eventId: replaced?.eventId ?? null, byHand });
  }
  ledger.putUnit({ ...ledger.unit(id)!, endedByHand: byHand });
  const before = namesOfSuccessors(ledger, standing.map(statedBy), on.latest);
  const after = namesOfSuccessors(ledger, successors, on.latest);
  const effect: UnitEffect = { kind: 'SUCCESSION_CORRECTED', unitId: id, unit: ledger.nameOf(id, eveOf(on)), before, after };
  const followers = removed
    .flatMap(row => (row.whole ? followersOf(ledger, id, row.successorId) : []))
    .filter(({ unitId }) => !staying.has(unitId));
  const taken = followers.length === 0 ? [] : takeAlong(ledger, id, removed[0]!, right, followers);
  return { corrected: { predecessorId: id, removed, followers }, effects: [effect, ...taken] };
}

/** The last day on which the unit may have been as it was. */
const eveOf = (on: PartialDate): LocalDate => addDays(on.latest, -1);

function checkStated(ledger: UnitLedger, id: Id, { on, successors }: RightSuccessions, standing: readonly SuccessionRow[]): void {
  const unit = ledger.unit(id)!;
  const params = { unit: ledger.nameOf(id, eveOf(on)), date: on.latest };
  // The date as it is recorded: a month may be named by its last day.
  const ended = endedBy(unit, parsePartialDate(standing[0]?.effective ?? on.text)!);
  if (standing.length === 0 && !ended) throw UnitErrors.UNIT_SUCCESSION_NOT_RECORDED(params).at('on');
  const isWhole = successors.some(({ whole }) => whole);
  if (isWhole && !ended) throw UnitErrors.UNIT_SUCCESSION_WHILE_IN_FORCE(params).at('successors');
  const ofOtherDays = ledger.successionsOf(id).filter(row => !standing.includes(row));
  if (isWhole && successors.length + ofOtherDays.length > 1) throw UnitErrors.UNIT_SUCCESSION_MIXED().at('successors');
  const doubled = ofOtherDays.find(({ successorId }) => successors.some(stated => stated.id === successorId));
  if (doubled) throw UnitErrors.UNIT_SUCCESSOR_DOUBLED({ unit: ledger.nameOf(doubled.successorId, on.latest) }).at('successors');
}

/** The spans at the whole successor of units that were placed under the unit on its last day. */
function followersOf(ledger: UnitLedger, id: Id, successorId: Id): SpanRow[] {
  const end = ledger.unit(id)!.range.to;
  const atSuccessor = (span: SpanRow, role: Role): boolean => span[role] === successorId;
  const found = ROLES.flatMap(role =>
    ledger
      .spansUnder(id)
      .filter(span => span[role] === id && span.range.to === end)
      .flatMap(({ unitId }) => {
        const since = ledger.spansOf(unitId).filter(({ range }) => range.from !== null && range.from >= end!);
        const left = since.findIndex(span => !atSuccessor(span, role));
        return left === -1 ? since : since.slice(0, left);
      }),
  );
  return [...new Set(found)];
}

const ROLES = ['parentId', 'territoryId'] as const;
type Role = (typeof ROLES)[number];

function takeAlong(
  ledger: UnitLedger,
  id: Id,
  wrong: SuccessionRow,
  { on, successors }: RightSuccessions,
  followers: readonly SpanRow[],
): UnitEffect[] {
  const unit = ledger.nameOf(id, eveOf(on));
  const names = [...new Set(followers.map(({ unitId }) => ledger.nameOf(unitId, on.latest)))];
  const heir = successors.find(({ whole }) => whole)?.id;
  const from = ledger.nameOf(wrong.successorId, on.latest);
  if (heir === undefined) {
    const params = { unit, successor: from, count: names.length, units: shortened(names), date: on.latest };
    throw UnitErrors.UNIT_SUCCESSION_FOLLOWED(params).at('successors');
  }
  const to = ledger.nameOf(heir, on.latest);
  for (const span of followers) {
    const instead = (place: Id | null): Id | null => (place === wrong.successorId ? heir : place);
    const placed = { range: span.range, parentId: instead(span.parentId), territoryId: instead(span.territoryId) };
    const pieces = placementsOf(ledger, placed, true);
    const isLost = pieces.some(piece => ROLES.some(role => placed[role] !== null && piece[role] === null));
    if (isLost) throw UnitErrors.UNIT_PLACE_NOT_IN_FORCE({ place: to, unit: ledger.nameOf(span.unitId, on.latest) }).at('successors');
    pieces.forEach((piece, i) => ledger.putSpan({ ...span, ...piece, id: i === 0 ? span.id : newId() }));
  }
  const followed = [...new Set(followers.map(({ unitId }) => unitId))];
  return followed.map(unitId => ({ kind: 'TAKEN_ALONG', unitId, unit: ledger.nameOf(unitId, on.latest), before: from, after: to }));
}

const shortened = (names: readonly string[]): string => (names.length > 5 ? `${names.slice(0, 5).join(', ')}, …` : names.join(', '));
