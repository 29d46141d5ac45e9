import { hasForbiddenCharacters, saysSomething } from '../../../shared/text.js';
import { UNIT_KINDS, fullName, kindFacts, kindOfListType, nameOfListEntry, type UnitKind } from '../unit-kinds.js';
import { readCsv, type CsvFile, type CsvRow } from './csv.reader.js';
import { UnitListErrors } from './unit-list.errors.js';
import type { Findings, Place } from './unit-list.findings.js';
import { UnitListNotes } from './unit-list.notes.js';

type Level = 'PROVINCE' | 'DISTRICT' | 'COMMUNE';

/** One unit of an official list, which is a statement about one date. */
export interface ListEntry {
  readonly row: number;
  readonly code: string;
  /** Without the word for its kind. */
  readonly name: string;
  readonly kind: UnitKind;
  readonly level: Level;
  readonly parentCode: string | null;
}

export interface UnitList {
  readonly file: string;
  readonly entries: readonly ListEntry[];
  /** Every code the file names, also in rows that are refused: what hangs on such a row is not told a second time. */
  readonly codes: ReadonlySet<string>;
  /** The rows of the file. */
  readonly rows: number;
}

const COLUMNS = ['code', 'name', 'type', 'parent_code'] as const;
type Column = (typeof COLUMNS)[number];

const LEVELS: readonly Level[] = ['PROVINCE', 'DISTRICT', 'COMMUNE'];
const MAX_CODE = 40;
const MAX_NAME = 300;
/** After decomposition, names hold the letters of the alphabet with marks, đ, digits and a few signs. Broken decodings and old fonts hold others. */
const FOREIGN = /[^A-Za-zĐđ0-9\p{M}\s'’‘.,()/&–-]/u;

/** As names are kept and compared: composed, every run of blanks one space. Lists have doubled blanks and two spellings of one letter. */
export const foldBlanks = (text: string): string => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();

/** The unit as people say it. */
export const entryName = (entry: Pick<ListEntry, 'kind' | 'name'>): string => fullName(entry.kind, entry.name);

/** Reads a list of units. @returns `undefined` when the file as a whole cannot be read. */
export function readUnitList(file: CsvFile, findings: Findings): UnitList | undefined {
  const rows = readCsv(file, COLUMNS, findings);
  if (!rows) return undefined;
  const entries = rows.filter(row => row.complete).flatMap(row => new EntryReader(file.name, row, findings).read() ?? []);
  const codes = new Set(rows.map(row => row.cells.code.trim()));
  const list = { file: file.name, entries: withoutDoubles(file.name, entries, findings), codes, rows: rows.length };
  checkCodeLengths(list, findings);
  checkParents(list, findings);
  return list;
}

class EntryReader {
  constructor(
    private readonly file: string,
    private readonly row: CsvRow<Column>,
    private readonly findings: Findings,
  ) {}

  read(): ListEntry | undefined {
    const code = this.code();
    const kind = this.kind();
    const name = kind && this.name(kind);
    if (code === undefined || kind === undefined || name === undefined) return undefined;
    const parentCode = this.row.cells.parent_code.trim() || null;
    return { row: this.row.row, code, name, kind, level: kindFacts(kind).level!, parentCode };
  }

  private at(column: Column): Place {
    return { file: this.file, row: this.row.row, column };
  }

  private code(): string | undefined {
    const code = this.row.cells.code.trim();
    if (code.length >= 1 && code.length <= MAX_CODE && /^[\p{L}\p{N}._/-]+$/u.test(code)) return code;
    this.findings.problem(this.at('code'), UnitListErrors.LIST_CODE_INVALID({ code: code.slice(0, MAX_CODE) }));
    return undefined;
  }

  private kind(): UnitKind | undefined {
    const type = foldBlanks(this.row.cells.type);
    const kind = kindOfListType(type);
    if (kind) return kind;
    const known = [...new Set(Object.values(UNIT_KINDS).flatMap(facts => ('level' in facts ? [facts.label] : [])))].join(', ');
    this.findings.problem(this.at('type'), UnitListErrors.LIST_TYPE_UNKNOWN({ type, known: `Thành phố Trung ương, ${known}` }));
    return undefined;
  }

  private name(kind: UnitKind): string | undefined {
    const listed = foldBlanks(this.row.cells.name);
    // A name that is nothing but the word for its kind is no name.
    const label = kindFacts(kind).label;
    const name = listed.toLowerCase() === label.toLowerCase() ? '' : nameOfListEntry(kind, listed);
    if (name.length > MAX_NAME || !saysSomething(name) || hasForbiddenCharacters(this.row.cells.name)) {
      this.findings.problem(this.at('name'), UnitListErrors.LIST_NAME_INVALID());
      return undefined;
    }
    const sign = FOREIGN.exec(name.normalize('NFD'))?.[0];
    if (sign !== undefined) {
      this.findings.problem(this.at('name'), UnitListErrors.LIST_NAME_FOREIGN({ name, sign }));
      return undefined;
    }
    if (name === listed && saysOtherKind(listed)) {
      this.findings.note(this.at('name'), UnitListNotes.otherKindInName({ name, kind: label }));
    }
    return name;
  }
}

/** “Phường 5” listed as xã: the name begins with the word for another kind. */
const saysOtherKind = (listed: string): boolean =>
  Object.values(UNIT_KINDS).some(facts => 'level' in facts && listed.toLowerCase().startsWith(`${facts.label.toLowerCase()} `));

function withoutDoubles(file: string, entries: readonly ListEntry[], findings: Findings): ListEntry[] {
  const first = new Map<string, ListEntry>();
  for (const entry of entries) {
    const before = first.get(entry.code);
    if (!before) first.set(entry.code, entry);
    else {
      const error = UnitListErrors.LIST_CODE_DOUBLED({ code: entry.code, first: before.row });
      findings.problem({ file, row: entry.row, column: 'code' }, error);
    }
  }
  return [...first.values()];
}

/** Codes of one level are equally long; a spreadsheet that takes “01” for a number leaves “1”. */
function checkCodeLengths(list: UnitList, findings: Findings): void {
  for (const level of LEVELS) {
    const numbers = list.entries.filter(entry => entry.level === level && /^\d+$/.test(entry.code));
    const length = numbers.reduce((most, { code }) => Math.max(most, code.length), 0);
    for (const { row, code } of numbers.filter(entry => entry.code.length < length)) {
      findings.problem({ file: list.file, row, column: 'code' }, UnitListErrors.LIST_CODE_SHORT({ code, length }));
    }
  }
}

function checkParents(list: UnitList, findings: Findings): void {
  const byCode = new Map(list.entries.map(entry => [entry.code, entry]));
  for (const entry of list.entries) {
    const place = { file: list.file, row: entry.row, column: 'parent_code' };
    const parent = entry.parentCode === null ? undefined : byCode.get(entry.parentCode);
    if (entry.parentCode === null) {
      if (entry.level !== 'PROVINCE') findings.problem(place, UnitListErrors.LIST_PARENT_NEEDED());
    } else if (!list.codes.has(entry.parentCode)) {
      findings.problem(place, UnitListErrors.LIST_PARENT_MISSING({ code: entry.parentCode }));
    } else if (parent && LEVELS.indexOf(parent.level) >= LEVELS.indexOf(entry.level)) {
      findings.problem(place, UnitListErrors.LIST_PARENT_LEVEL({ parent: entryName(parent), unit: entryName(entry) }));
    }
  }
}
