import type { InvariantCheck } from '../../platform/doctor/invariant-check.js';
import { MAX_CASES } from '../../platform/doctor/invariant-check.js';
import type { Bilingual } from '../../shared/language.js';
import { asGiven, wordFor, write, type Given, type Message } from '../../shared/writing.js';
import { fullName, type UnitKind, type UnitLine } from './unit-kinds.js';
import { UNIT_KIND_NAMES, UNIT_LINE_NAMES } from './unit.names.js';
import { foreignCharacterIn, isCode, isOfLine, isUnitName, mayBeUnder, repeatsKind, twinKey } from './unit-rules.js';

/** A recorded span with the kind of its parent, and whether a person confirmed its unit where the registry asks. */
interface RecordedSpan {
  readonly unitId: string;
  readonly line: UnitLine;
  readonly name: string;
  readonly kind: UnitKind;
  readonly code: string | null;
  readonly parentId: string | null;
  readonly territoryId: string | null;
  readonly parentKind: UnitKind | null;
  readonly parentName: string | null;
  readonly inForce: boolean;
  readonly confirmed: boolean;
}

const SPANS = `
  select s.unit_id as "unitId", u.line, s.name, s.kind, s.code, s.parent_id as "parentId", s.territory_id as "territoryId",
         p.kind as "parentKind", p.name as "parentName", s.validity @> current_date as "inForce",
         exists (select from unit_event e where e.state = 'APPLIED' and s.unit_id = any(e.confirmed)) as confirmed
    from unit_span s join unit u on u.id = s.unit_id
    left join unit_span p on p.unit_id = s.parent_id and p.validity && s.validity
   order by s.unit_id, lower(s.validity) nulls first`;

const CORRECT: Bilingual = {
  vi: 'Hãy ghi một biến động sửa tên, mã hoặc nơi trực thuộc, hoặc hoàn tác biến động đã ghi sai.',
  en: 'Enter an event that corrects the name, the code or the place, or undo the event that entered it.',
};
const CORRECT_OR_CONFIRM: Bilingual = {
  vi: 'Hãy sửa bằng một biến động; nếu ghi đúng thì xác nhận bằng applyUnitEvent với confirmed.',
  en: 'Correct it by an event; if it is right as entered, confirm it by applyUnitEvent with confirmed.',
};

/** A rule of `unit-rules.ts` over all that is recorded: what was entered before the rule existed is found here. */
const recorded = (
  name: string,
  { broken, describe, remedy }: { broken: (spans: readonly RecordedSpan[]) => Given[]; describe: Message; remedy: Bilingual },
): InvariantCheck => ({
  name,
  sentences: [describe, remedy],
  async examine(query) {
    const found = broken(await query<RecordedSpan>(SPANS));
    return found.length === 0
      ? undefined
      : { count: found.length, cases: found.slice(0, MAX_CASES).map(row => write(describe, row)), remedy };
  },
});

/** One case for each unit. */
const each = (isBroken: (span: RecordedSpan) => boolean, params: (span: RecordedSpan) => Given) => (spans: readonly RecordedSpan[]) => [
  ...new Map(spans.filter(isBroken).map(span => [span.unitId, params(span)])).values(),
];

const unitOf = ({ kind, name }: RecordedSpan): string => fullName(kind, name);

function twins(spans: readonly RecordedSpan[]): Given[] {
  const first = new Map<string, RecordedSpan>();
  const found = new Map<string, Given>();
  for (const span of spans.filter(({ inForce, confirmed }) => inForce && !confirmed)) {
    const key = twinKey(span);
    if (key === undefined) continue;
    const other = first.get(key);
    if (!other) first.set(key, span);
    else if (other.unitId !== span.unitId) found.set(span.unitId, { unit: unitOf(span), code: span.code ?? '–', other: other.code ?? '–' });
  }
  return [...found.values()];
}

export const unitRuleChecks: readonly InvariantCheck[] = [
  recorded('units.named', {
    broken: each(
      ({ name, line }) => !isUnitName(name) || foreignCharacterIn(name, line) !== undefined,
      span => ({ unit: unitOf(span) }),
    ),
    describe: {
      params: { unit: asGiven },
      vi: 'Tên “{unit}” có ký tự hoặc khoảng trắng mà tên đơn vị không có',
      en: 'The name “{unit}” has a sign or blanks that no name of a unit has',
    },
    remedy: CORRECT,
  }),
  recorded('units.coded', {
    broken: each(
      ({ code }) => code !== null && !isCode(code),
      span => ({ unit: unitOf(span), code: span.code! }),
    ),
    describe: {
      params: { unit: asGiven, code: asGiven },
      vi: 'Mã “{code}” của “{unit}” có khoảng trắng hoặc ký tự lạ',
      en: 'The code “{code}” of “{unit}” has blanks or strange signs',
    },
    remedy: CORRECT,
  }),
  recorded('units.kindOfLine', {
    broken: each(
      ({ kind, line }) => !isOfLine(kind, line),
      span => ({ unit: unitOf(span), kind: span.kind, line: span.line }),
    ),
    describe: {
      params: { unit: asGiven, kind: wordFor(UNIT_KIND_NAMES), line: wordFor(UNIT_LINE_NAMES) },
      vi: 'Loại “{kind}” của “{unit}” không thuộc {line}',
      en: 'The kind “{kind}” of “{unit}” does not belong to {line}',
    },
    remedy: CORRECT,
  }),
  recorded('units.level', {
    broken: each(
      ({ kind, parentKind }) => parentKind !== null && !mayBeUnder(kind, parentKind),
      span => ({ unit: unitOf(span), parent: fullName(span.parentKind!, span.parentName!) }),
    ),
    describe: {
      params: { unit: asGiven, parent: asGiven },
      vi: '“{unit}” trực thuộc “{parent}”, không phải đơn vị cấp trên của loại đó',
      en: '“{unit}” belongs to “{parent}”, which is not of a higher level',
    },
    remedy: CORRECT,
  }),
  recorded('units.kindOnce', {
    broken: each(
      ({ kind, name, confirmed }) => !confirmed && repeatsKind(kind, name),
      span => ({ unit: unitOf(span) }),
    ),
    describe: {
      params: { unit: asGiven },
      vi: 'Tên “{unit}” có từ chỉ loại hai lần',
      en: 'The name “{unit}” has the word for its kind twice',
    },
    remedy: CORRECT_OR_CONFIRM,
  }),
  recorded('units.twins', {
    broken: twins,
    describe: {
      params: { unit: asGiven, code: asGiven, other: asGiven },
      vi: 'Hai “{unit}” cùng nơi trực thuộc đang tồn tại, mã {other} và {code}',
      en: 'Two units “{unit}” are in force in one place, with the codes {other} and {code}',
    },
    remedy: CORRECT_OR_CONFIRM,
  }),
];
