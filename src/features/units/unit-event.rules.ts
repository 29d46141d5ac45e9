import { intersection, type LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import type { DomainError, Problems } from '../../platform/errors/domain-error.js';
import type { Steps } from '../../shared/turns.js';
import { fullName, type UnitKind } from './unit-kinds.js';
import type { SpanRow, UnitLedger, UnitRow } from './unit-ledger.js';
import { foreignCharacterIn, isCode, isOfLine, isUnitName, mayBeUnder, repeatsKind, twinKey } from './unit-rules.js';
import { UnitErrors } from './unit.errors.js';

/** @throws UNIT_NAME_INVALID, UNIT_NAME_FOREIGN */
export function requireName(name: string, line: UnitRow['line']): void {
  if (!isUnitName(name)) throw UnitErrors.UNIT_NAME_INVALID().at('name');
  const sign = foreignCharacterIn(name, line);
  if (sign !== undefined) throw UnitErrors.UNIT_NAME_FOREIGN({ name, sign }).at('name');
}

/** @throws UNIT_CODE_INVALID */
export function requireCode(code: string | null): void {
  if (code !== null && !isCode(code)) throw UnitErrors.UNIT_CODE_INVALID({ code: code.slice(0, 40) }).at('code');
}

/** @throws UNIT_KIND_OF_OTHER_LINE */
export function requireKind(kind: UnitKind, line: UnitRow['line']): void {
  if (!isOfLine(kind, line)) throw UnitErrors.UNIT_KIND_OF_OTHER_LINE({ kind, line }).at('kind');
}

/** One event, as the rules about units and their neighbours need it. */
export interface RuledEvent {
  readonly ledger: UnitLedger;
  /** What ended before this day is history: a rule newer than it does not prevent the event. */
  readonly day: LocalDate;
  readonly established: ReadonlySet<Id>;
  /** Corrections have no day: what is corrected always was so, on days that are history, too. */
  readonly corrected: ReadonlySet<Id>;
  /** Units that a person confirmed where the registry asks. */
  readonly confirmed: ReadonlySet<Id>;
  /** Where in the input a unit is changed. */
  pathOf(unitId: Id): readonly (string | number)[];
}

/** Applies the rules of `unit-rules.ts` to all spans that the event inserted or changed, and to the units below them. */
export function* checkRules(event: RuledEvent, problems: Problems): Steps<void> {
  const { insert, update } = event.ledger.changes();
  const subjects = [...insert.spans, ...update.spans].filter(span => event.corrected.has(span.unitId) || isPresent(event, span));
  const found = new Map<string, DomainError>();
  const add = (key: string, unitId: Id, error: DomainError): number => {
    if (!found.has(key)) found.set(key, error.at(...event.pathOf(unitId)));
    return found.size;
  };
  for (const span of subjects) {
    yield;
    checkLevel(event, span, add);
    if (repeatsKind(span.kind, span.name) && !event.confirmed.has(span.unitId)) {
      const { label, rest } = withoutKind(span);
      add(
        `kind ${span.unitId}`,
        span.unitId,
        UnitErrors.UNIT_NAME_REPEATS_KIND({ shown: fullName(span.kind, span.name), kind: label, rest }),
      );
    }
  }
  if (subjects.length > 0) yield* checkTwins(event, subjects, add);
  for (const error of found.values()) problems.add(error);
}

const isPresent = ({ established, day }: RuledEvent, { unitId, range }: SpanRow): boolean =>
  established.has(unitId) || range.to === null || range.to > day;

/** @returns how many are found by now. */
type Add = (key: string, unitId: Id, error: DomainError) => number;

/** Pairs grow with the square of the rows: a list of one name alone has millions of them. */
const MOST_FOUND = 1_000;

function withoutKind({ kind, name }: SpanRow): { label: string; rest: string } {
  const label = fullName(kind, '').trim();
  return { label, rest: name.slice(label.length).trim() || '…' };
}

function checkLevel({ ledger }: RuledEvent, span: SpanRow, add: Add): void {
  const above = span.parentId === null ? [] : ledger.spansOf(span.parentId);
  const pairs = [
    ...above.map(parent => ({ span, parent })),
    ...ledger
      .spansUnder(span.unitId)
      .filter(under => under.parentId === span.unitId)
      .map(under => ({ span: under, parent: span })),
  ];
  for (const { span: under, parent } of pairs) {
    if (mayBeUnder(under.kind, parent.kind) || !intersection(under.range, parent.range)) continue;
    const names = { unit: fullName(under.kind, under.name), parent: fullName(parent.kind, parent.name) };
    add(`level ${under.unitId} ${parent.unitId}`, span.unitId, UnitErrors.UNIT_PARENT_LEVEL(names));
  }
}

/** Two units in force of one kind and name in one place are asked about, once for each pair. */
function* checkTwins(event: RuledEvent, subjects: readonly SpanRow[], add: Add): Steps<void> {
  const { ledger } = event;
  const byKey = new Map<string, SpanRow[]>();
  const keys = new Set(subjects.map(twinKey));
  for (const { id } of ledger.allUnits()) {
    yield;
    for (const span of ledger.spansOf(id)) {
      const key = twinKey(span);
      if (key === undefined || !keys.has(key)) continue;
      const alike = byKey.get(key);
      if (alike) alike.push(span);
      else byKey.set(key, [span]);
    }
  }
  for (const span of subjects) {
    for (const twin of byKey.get(twinKey(span) ?? '') ?? []) {
      yield;
      if (!isAskedAbout(event, span, twin)) continue;
      const pair = [span.unitId, twin.unitId].toSorted().join(' ');
      const params = {
        unit: fullName(span.kind, span.name),
        code: span.code ?? '–',
        twin: fullName(twin.kind, twin.name),
        twinCode: twin.code ?? '–',
      };
      if (add(`twin ${pair}`, span.unitId, UnitErrors.UNIT_TWIN(params)) >= MOST_FOUND) return;
    }
  }
}

function isAskedAbout(event: RuledEvent, span: SpanRow, twin: SpanRow): boolean {
  const days = twin.unitId === span.unitId ? undefined : intersection(twin.range, span.range);
  if (!days || event.confirmed.has(span.unitId) || event.confirmed.has(twin.unitId)) return false;
  return event.corrected.has(span.unitId) || (isPresent(event, twin) && isPresent(event, { ...span, range: days }));
}
