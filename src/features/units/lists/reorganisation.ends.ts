import { parsePartialDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { kindFacts } from '../unit-kinds.js';
import type { SpanRow, SuccessionRow } from '../unit-ledger.js';
import { endedBy, isSameSuccession, type StatedSuccessor } from '../unit-succession.corrector.js';
import type { DraftedChanges } from './list.draft.js';
import type { SuccessionLink } from './reorganisation.links.js';
import type { EntryMatch, ReorganisationData } from './reorganisation.matches.js';
import type { Provinces } from './reorganisation.provinces.js';
import { entryName, type UnitList } from './unit-list.file.js';
import type { FilePosition, ListFindings } from './unit-list.findings.js';
import { UnitListNotes } from './unit-list.notes.js';
import { matchesEntry } from './units-on-day.js';

/** What the files say of a unit that has ended, and the row that says so. */
interface Statement {
  readonly successors: readonly { readonly match: EntryMatch; readonly whole: boolean }[];
  readonly row: number | null;
}

/**
 * Compares the ends that are recorded already with the successions of the files. Where they differ, the list corrects what a list entered; what a
 * person entered it corrects only for codes that a person confirmed, because successions of lists may be made by programs.
 */
export class RecordedEnds {
  readonly tally = { recorded: 0, corrected: 0, leftAlone: 0 };
  /** The wrong whole successors of units that are corrected. */
  private readonly wrongHeirs = new Map<Id, Id>();

  constructor(
    private readonly data: ReorganisationData,
    private readonly matches: ReadonlyMap<string, EntryMatch>,
    private readonly provinces: Provinces,
    private readonly drafted: DraftedChanges,
    private readonly findings: ListFindings,
  ) {}

  /** Whether a unit is at this place only because it followed its parent to a wrong whole successor. */
  hasFollowed(parent: Id | null, place: Id): boolean {
    return parent !== null && this.wrongHeirs.get(parent) === place;
  }

  compare(span: SpanRow, links: readonly SuccessionLink[]): void {
    const statement = this.statementAbout(span, links);
    if (!statement) return;
    const { ledger, eve, day, successions, corrected } = this.data;
    const { unitId } = span;
    const standing = ledger.successionsOf(unitId).filter(row => this.isOfTheEnd(unitId, row));
    const stated = statement.successors.map(({ match, whole }): StatedSuccessor => ({ id: match.id, whole }));
    const agreeing = stated.filter(successor => standing.some(row => isSameSuccession(row, successor)));
    if (links.length > 0) this.tally.recorded += agreeing.length;
    if (agreeing.length === standing.length && agreeing.length === stated.length) return;
    const byHand = standing.length > 0 ? standing.some(row => row.byHand) : ledger.unit(unitId)!.endedByHand;
    // That a list says nothing of a unit contradicts no person.
    if (byHand && stated.length === 0) return;
    const position: FilePosition = { file: successions.file, row: statement.row, column: 'old_code' };
    const params = {
      old: eve.name(unitId),
      code: span.code ?? '–',
      date: day.day,
      recorded: standing.map(({ successorId, whole }) => ({ name: day.name(successorId), whole })),
      listed: statement.successors.map(({ match, whole }) => ({ name: entryName(match.entry), whole })),
    };
    if (byHand && !corrected.has(params.code)) {
      this.tally.leftAlone++;
      this.findings.note(position, UnitListNotes.leftAlone(params));
      return;
    }
    this.tally.corrected++;
    for (const { successorId } of standing.filter(({ whole }) => whole)) this.wrongHeirs.set(unitId, successorId);
    const right = stated.find(({ whole }) => whole)?.id ?? null;
    this.findings.note(position, UnitListNotes.successionCorrected(params));
    const on = parsePartialDate(standing[0]?.effective ?? day.day)!;
    const successors = stated.map(({ id, whole }) => ({ unit: id, whole }));
    this.drafted.add({ kind: 'correctSuccession', unit: unitId, on, successors, staying: this.placedElsewhere(unitId, right) }, position);
  }

  /** The list says where the units under it belong now: they do not follow it anywhere else. */
  private placedElsewhere(unitId: Id, heir: Id | null): Id[] {
    return [...this.matches.values()].flatMap(({ entry, id, kind }) =>
      kind === 'GOES_ON' && this.data.eve.span(id)!.parentId === unitId && this.provinces.parentOf(entry) !== heir ? [id] : [],
    );
  }

  /** Parts that passed while the unit went on are another matter. */
  private isOfTheEnd(unitId: Id, { effective }: SuccessionRow): boolean {
    return effective !== null && endedBy(this.data.ledger.unit(unitId)!, parsePartialDate(effective)!);
  }

  /** By its rows. Without any, the rules of units without rows hold as on the first day: a unit that the new list has is its own successor. */
  private statementAbout(span: SpanRow, links: readonly SuccessionLink[]): Statement | undefined {
    if (links.length > 0) {
      const successors = links.flatMap(({ successor, whole }) => {
        const match = this.matches.get(successor.code);
        return match ? [{ match, whole }] : [];
      });
      // A row of the list may have been refused; that problem is reported already.
      return successors.length < links.length ? undefined : { successors, row: links[0]!.row };
    }
    const itself = span.code === null || this.data.successions.oldCodes.has(span.code) ? undefined : this.matches.get(span.code);
    const heir = itself && matchesEntry(span, itself.entry) ? itself : this.provinces.zoneOf(span);
    if (heir) return { successors: [{ match: heir, whole: true }], row: null };
    return belongsToAbolishedLevel(span, this.data.list) ? { successors: [], row: null } : undefined;
  }
}

/** The new list has communes and no districts: the level was abolished, and the files have no rows for districts that ended with it. */
export function belongsToAbolishedLevel({ kind }: SpanRow, { entries }: UnitList): boolean {
  const has = (level: string): boolean => entries.some(entry => entry.level === level);
  return kindFacts(kind).level === 'DISTRICT' && !has('DISTRICT') && has('COMMUNE');
}
