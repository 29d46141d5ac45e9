import { MAX_CODE_LENGTH, foldBlanks, foreignCharacterIn, isCode, isUnitName, mayBeUnder } from '../unit-rules.js';
import type { Steps } from '../../../shared/turns.js';
import { withNamedSigns } from '../../../shared/signs.js';
import { hasForbiddenCharacters } from '../../../shared/text.js';
import {
  UNIT_KINDS,
  fullName,
  kindFacts,
  kindOfListType,
  nameOfListEntry,
  type AdministrativeLevel,
  type UnitKind,
} from '../unit-kinds.js';
import { readCsv, type CsvFile, type CsvRow } from './csv.reader.js';
import { levelOfRow, reportLostZeros, restoreCodes, type CodeInFile, type CodeReading } from './list.codes.js';
import { UnitListErrors } from './unit-list.errors.js';
import type { ListFindings, FilePosition } from './unit-list.findings.js';
import { UnitListNotes } from './unit-list.notes.js';

/** One row of an official list. A list describes the units of one date. */
export interface ListEntry {
  readonly row: number;
  readonly code: string;
  /** Without the label of its kind. */
  readonly name: string;
  readonly kind: UnitKind;
  readonly level: AdministrativeLevel;
  readonly parentCode: string | null;
}

export interface UnitList {
  readonly file: string;
  readonly entries: readonly ListEntry[];
  readonly byCode: ReadonlyMap<string, ListEntry>;
  /** Every code in the file, including those of refused rows, so that rows that refer to a refused row are not reported, too. */
  readonly codes: ReadonlySet<string>;
  /** The number of rows in the file. */
  readonly rows: number;
}

const COLUMNS = ['code', 'name', 'type', 'parent_code'] as const;
type UnitListColumn = (typeof COLUMNS)[number];

/** The unit’s full name. */
export const entryName = (entry: Pick<ListEntry, 'kind' | 'name'>): string => fullName(entry.kind, entry.name);

/** The codes of a row. Of which level the parent is, only its own row says. */
const codesOf = (file: string, row: CsvRow<UnitListColumn>): CodeInFile[] => [
  { code: row.cells.code.trim(), level: levelOfRow(row), position: { file, row: row.row, column: 'code' } },
  { code: row.cells.parent_code.trim(), level: undefined, position: { file, row: row.row, column: 'parent_code' } },
];

/** @returns `undefined` when the whole file cannot be read, or when its codes lost their zeros. */
export function* readUnitList(file: CsvFile, findings: ListFindings, reading: CodeReading | null = null): Steps<UnitList | undefined> {
  const given = yield* readCsv(file, COLUMNS, findings);
  if (!given) return undefined;
  if (
    reportLostZeros(
      given.flatMap(row => codesOf(file.name, row)),
      reading,
      findings,
    )
  )
    return undefined;
  const rows = reading === 'RESTORE_ZEROS' ? restoreCodes(given) : given;
  const entries: ListEntry[] = [];
  for (const row of rows) {
    yield;
    const entry = row.complete && !findings.isFull ? new EntryReader(file.name, row, findings).read() : undefined;
    if (entry) entries.push(entry);
  }
  const codes = new Set(rows.map(row => row.cells.code.trim()));
  const byCode = withoutDuplicates(file.name, entries, findings);
  const list = { file: file.name, entries: [...byCode.values()], byCode, codes, rows: rows.length };
  checkParents(list, findings);
  return list;
}

class EntryReader {
  constructor(
    private readonly file: string,
    private readonly row: CsvRow<UnitListColumn>,
    private readonly findings: ListFindings,
  ) {}

  read(): ListEntry | undefined {
    const code = this.code();
    const kind = this.kind();
    const name = kind && this.name(kind);
    if (code === undefined || kind === undefined || name === undefined) return undefined;
    const parentCode = this.row.cells.parent_code.trim() || null;
    return { row: this.row.row, code, name, kind, level: kindFacts(kind).level!, parentCode };
  }

  private positionIn(column: UnitListColumn): FilePosition {
    return { file: this.file, row: this.row.row, column };
  }

  private code(): string | undefined {
    const code = this.row.cells.code.trim();
    if (isCode(code)) return code;
    this.findings.problem(
      this.positionIn('code'),
      UnitListErrors.LIST_CODE_INVALID({ code: withNamedSigns(code.slice(0, MAX_CODE_LENGTH)) }),
    );
    return undefined;
  }

  private kind(): UnitKind | undefined {
    const type = foldBlanks(this.row.cells.type);
    const kind = kindOfListType(type);
    if (kind) return kind;
    const known = [...new Set(Object.values(UNIT_KINDS).flatMap(facts => ('level' in facts ? [facts.label] : [])))].join(', ');
    this.findings.problem(this.positionIn('type'), UnitListErrors.LIST_TYPE_UNKNOWN({ type, known: `Thành phố Trung ương, ${known}` }));
    return undefined;
  }

  private name(kind: UnitKind): string | undefined {
    const listed = foldBlanks(this.row.cells.name);
    // A name that consists only of the label of its kind is empty.
    const label = kindFacts(kind).label;
    const name = listed.toLowerCase() === label.toLowerCase() ? '' : nameOfListEntry(kind, listed);
    if (!isUnitName(name) || hasForbiddenCharacters(this.row.cells.name)) {
      this.findings.problem(this.positionIn('name'), UnitListErrors.LIST_NAME_INVALID());
      return undefined;
    }
    const sign = foreignCharacterIn(name, 'TERRITORY');
    if (sign !== undefined) {
      this.findings.problem(this.positionIn('name'), UnitListErrors.LIST_NAME_FOREIGN({ name, sign }));
      return undefined;
    }
    if (name === listed && namesOtherKind(listed)) {
      this.findings.note(this.positionIn('name'), UnitListNotes.otherKindInName({ name, kind: label }));
    }
    return name;
  }
}

/** Whether the name begins with the label of another kind, for example “Phường 5” listed as xã. */
const namesOtherKind = (listed: string): boolean =>
  Object.values(UNIT_KINDS).some(facts => 'level' in facts && listed.toLowerCase().startsWith(`${facts.label.toLowerCase()} `));

function withoutDuplicates(file: string, entries: readonly ListEntry[], findings: ListFindings): Map<string, ListEntry> {
  const first = new Map<string, ListEntry>();
  for (const entry of entries) {
    const before = first.get(entry.code);
    if (!before) first.set(entry.code, entry);
    else if (!findings.isFull) {
      const error = UnitListErrors.LIST_CODE_DOUBLED({ code: entry.code, first: before.row });
      findings.problem({ file, row: entry.row, column: 'code' }, error);
    }
  }
  return first;
}

function checkParents(list: UnitList, findings: ListFindings): void {
  const { byCode } = list;
  for (const entry of list.entries) {
    if (findings.isFull) return;
    const position = { file: list.file, row: entry.row, column: 'parent_code' };
    const parent = entry.parentCode === null ? undefined : byCode.get(entry.parentCode);
    if (entry.parentCode === null) {
      if (entry.level !== 'PROVINCE') findings.problem(position, UnitListErrors.LIST_PARENT_NEEDED());
    } else if (!list.codes.has(entry.parentCode)) {
      findings.problem(position, UnitListErrors.LIST_PARENT_MISSING({ code: entry.parentCode }));
    } else if (parent && !mayBeUnder(entry.kind, parent.kind)) {
      findings.problem(position, UnitListErrors.LIST_PARENT_LEVEL({ parent: entryName(parent), unit: entryName(entry) }));
    }
  }
}
