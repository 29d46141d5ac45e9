import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CsvFile } from '../../features/units/lists/csv.reader.js';
import type { CodeReading } from '../../features/units/lists/list.codes.js';
import type { ImportInput } from '../../features/units/lists/list.drafter.js';
import { UnitLists, type ListImportReport } from '../../features/units/lists/unit-lists.service.js';
import { systemActor } from '../../platform/access/actor.js';
import { StartupError } from '../../platform/errors/startup-error.js';
import { cleanFileName } from '../../platform/files/file-name.js';
import { inEach, joined, type Bilingual } from '../../shared/language.js';
import { cleanText } from '../../shared/text.js';
import { required, withRegistry, type Command, type CommandInput, type CommandResult } from './command.js';

const IMPORT_USAGE = {
  vi: 'units import --date 2025-03-01 TỆP.csv [--act SỐ_VĂN_BẢN] [--act-date NGÀY] [--codes restore-zeros|as-written] [--confirm MÃ,MÃ] [--check]',
  en: 'units import --date 2025-03-01 FILE.csv [--act NUMBER] [--act-date DAY] [--codes restore-zeros|as-written] [--confirm CODE,CODE] [--check]',
};
const REORGANISE_USAGE = {
  vi: 'units reorganise --date 2025-07-01 --units TỆP.csv --successions TỆP.csv [--act SỐ_VĂN_BẢN] [--act-date NGÀY] [--codes restore-zeros|as-written] [--confirm MÃ,MÃ] [--correct MÃ_CŨ,MÃ_CŨ] [--check]',
  en: 'units reorganise --date 2025-07-01 --units FILE.csv --successions FILE.csv [--act NUMBER] [--act-date DAY] [--codes restore-zeros|as-written] [--confirm CODE,CODE] [--correct OLD_CODE,OLD_CODE] [--check]',
};
const LIST_OPTIONS = {
  act: { type: 'string' },
  'act-date': { type: 'string' },
  codes: { type: 'string' },
  confirm: { type: 'string' },
  check: { type: 'boolean' },
} as const;
const onServer = systemActor('command line');

export const unitsImport: Command = {
  name: 'units import',
  usage: IMPORT_USAGE,
  summary: { vi: 'Nhập danh mục đơn vị chính thức của một ngày', en: 'Imports an official list of units of one day' },
  options: { date: { type: 'string' }, ...LIST_OPTIONS },
  files: 1,
  async run({ settings, options, files, print }) {
    const input = { date: required(options, 'date', IMPORT_USAGE), ...readingOf(options, IMPORT_USAGE), units: await csvFile(files[0]!) };
    return withRegistry(settings, async ({ app }) => {
      const lists = app.get(UnitLists);
      const report = options.check
        ? await lists.checkImport(onServer, input, progress(print))
        : await lists.import(onServer, input, progress(print));
      return resultOf(report, print);
    });
  },
};

export const unitsReorganise: Command = {
  name: 'units reorganise',
  usage: REORGANISE_USAGE,
  summary: { vi: 'Sắp xếp lại đơn vị hành chính theo danh mục mới', en: 'Reorganises the administrative units by a new list' },
  options: {
    date: { type: 'string' },
    units: { type: 'string' },
    successions: { type: 'string' },
    correct: { type: 'string' },
    ...LIST_OPTIONS,
  },
  async run({ settings, options, print }) {
    const input = {
      date: required(options, 'date', REORGANISE_USAGE),
      ...readingOf(options, REORGANISE_USAGE),
      corrected: codesIn(options.correct),
      units: await csvFile(required(options, 'units', REORGANISE_USAGE)),
      successions: await csvFile(required(options, 'successions', REORGANISE_USAGE)),
    };
    return withRegistry(settings, async ({ app }) => {
      const lists = app.get(UnitLists);
      const report = options.check
        ? await lists.checkReorganisation(onServer, input, progress(print))
        : await lists.reorganise(onServer, input, progress(print));
      return resultOf(report, print);
    });
  },
};

const CODE_READINGS: Readonly<Record<string, CodeReading>> = { 'restore-zeros': 'RESTORE_ZEROS', 'as-written': 'AS_WRITTEN' };
const textOf = (value: string | boolean | undefined): string | null =>
  typeof value === 'string' && value !== '' ? cleanText(value) : null;

/** What both commands read from their options. @throws StartupError for an unknown way of reading codes. */
function readingOf(options: CommandInput['options'], usage: Bilingual): Pick<ImportInput, 'act' | 'actDate' | 'codes' | 'confirmed'> {
  const given = textOf(options.codes);
  const codes = given === null ? null : CODE_READINGS[given];
  if (codes === undefined)
    throw new StartupError(`Không có cách đọc mã này. Cách dùng: ${usage.vi}`, `Unknown way of reading codes. Usage: ${usage.en}`);
  return { act: textOf(options.act), actDate: textOf(options['act-date']), codes, confirmed: codesIn(options.confirm) };
}

/** `a, b` */
const codesIn = (option: string | boolean | undefined): string[] =>
  (textOf(option) ?? '')
    .split(',')
    .map(code => code.trim())
    .filter(code => code !== '');

async function csvFile(path: string): Promise<CsvFile> {
  try {
    return { name: cleanFileName(basename(path)), content: await readFile(path) };
  } catch (cause) {
    throw new StartupError(
      `Không đọc được tệp ${path}. Hãy kiểm tra tên và quyền đọc.`,
      `Cannot read the file ${path}. Check its name and rights.`,
      {
        cause,
      },
    );
  }
}

const STEPS: Readonly<Record<string, Bilingual>> = {
  read: { vi: 'đọc', en: 'read' },
  match: { vi: 'đối chiếu', en: 'match' },
  write: { vi: 'ghi', en: 'write' },
};

/** Prints one line for each step, and one for each tenth of a long step. */
function progress(print: CommandInput['print']): (step: string, done: number, total: number) => void {
  let lastLine = '';
  return (step, done, total) => {
    const share = `${total > 0 ? Math.floor((done * 10) / total) * 10 : 100} %`;
    if (`${step} ${share}` !== lastLine) print(joined([STEPS[step] ?? inEach(step), inEach(share)], ': '));
    lastLine = `${step} ${share}`;
  };
}

const MAX_SHOWN = 200;

function linesOf(findings: ListImportReport['notes']): Bilingual {
  const lines = findings.slice(0, MAX_SHOWN).map(({ file, row, column, vi, en }) => {
    const place = [file, row, column].filter(part => part !== null).join(':');
    return joined([inEach(place), { vi, en }], '  ');
  });
  const rest = findings.length - lines.length;
  return joined([...lines, ...(rest > 0 ? [{ vi: `… còn ${rest} dòng nữa`, en: `… and ${rest} more` }] : [])], '\n');
}

function resultOf(report: ListImportReport, print: CommandInput['print']): CommandResult {
  const { outcome, counts, problemCount, problems, notes, dependents, warnings } = report;
  if (notes.length > 0) print(joined([{ vi: `Lưu ý (${notes.length}):`, en: `Notes (${notes.length}):` }, linesOf(notes)], '\n'));
  if (problems.length > 0)
    print(joined([{ vi: `Cần sửa (${problemCount}):`, en: `To be corrected (${problemCount}):` }, linesOf(problems)], '\n'));
  for (const { label, count, effect } of dependents)
    print({ vi: `${count} ${label.vi}: ${effect.vi}`, en: `${count} ${label.en}: ${effect.en}` });
  for (const { warning } of warnings) print(joined([{ vi: 'Cảnh báo', en: 'Warning' }, warning.text], ': '));
  const figures = Object.entries(counts).map(([name, count]) =>
    joined([FIGURES[name as keyof typeof FIGURES], inEach(String(count))], ': '),
  );
  return { output: joined([OUTCOMES[outcome], ...figures], '\n  '), failed: outcome === 'REFUSED' };
}

const OUTCOMES: Readonly<Record<ListImportReport['outcome'], Bilingual>> = {
  REFUSED: { vi: 'Chưa ghi gì: hãy sửa các dòng nêu trên.', en: 'Nothing was written: correct the lines above.' },
  UNCHANGED: { vi: 'Không có gì thay đổi: sổ đăng ký đã đúng như danh mục.', en: 'Nothing changes: the registry says so already.' },
  DIFFERS: {
    vi: 'Chưa ghi gì: sổ đăng ký khác danh mục ở những điểm nêu trong phần lưu ý, và được giữ nguyên.',
    en: 'Nothing was written: the registry differs from the list in what the notes say, and is kept.',
  },
  READY: { vi: 'Có thể áp dụng; chưa ghi gì.', en: 'It can be applied; nothing was written.' },
  APPLIED: { vi: 'Đã áp dụng.', en: 'Applied.' },
};

const FIGURES: Readonly<Record<keyof ListImportReport['counts'], Bilingual>> = {
  unitRows: { vi: 'dòng đơn vị', en: 'rows of units' },
  successionRows: { vi: 'dòng kế thừa', en: 'rows of successions' },
  matched: { vi: 'đã có', en: 'matched' },
  spelledOtherwise: { vi: 'chỉ khác cách viết', en: 'spelled otherwise' },
  established: { vi: 'đơn vị mới', en: 'new units' },
  goingOn: { vi: 'giữ nguyên', en: 'going on' },
  moved: { vi: 'chuyển nơi trực thuộc', en: 'moved' },
  endedWhole: { vi: 'kết thúc, được kế thừa toàn bộ', en: 'ended with a whole successor' },
  endedInParts: { vi: 'kết thúc, chia từng phần', en: 'ended in parts' },
  endedWithoutSuccessor: { vi: 'kết thúc, không có đơn vị kế thừa', en: 'ended without successor' },
  successions: { vi: 'quan hệ kế thừa mới', en: 'new successions' },
  recorded: { vi: 'quan hệ kế thừa đã có', en: 'successions recorded before' },
  corrected: { vi: 'đơn vị được đính chính kế thừa', en: 'units with corrected successions' },
  leftAlone: { vi: 'đơn vị để nguyên kế thừa như sổ', en: 'units whose successions are kept as recorded' },
  notListed: { vi: 'đơn vị không có trong danh mục', en: 'units that the list does not have' },
};
