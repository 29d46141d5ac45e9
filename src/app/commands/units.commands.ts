import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CsvFile } from '../../features/units/lists/csv.reader.js';
import { UnitLists, type UnitListReport } from '../../features/units/lists/unit-lists.service.js';
import { systemActor } from '../../platform/access/actor.js';
import { StartupError } from '../../platform/errors/startup-error.js';
import { required, withRegistry, type Command, type CommandInput } from './command.js';

const IMPORT_USAGE = 'units import --date 2025-03-01 TỆP.csv [--act SỐ_VĂN_BẢN] [--check]';
const REORGANISE_USAGE = 'units reorganise --date 2025-07-01 --units TỆP.csv --successions TỆP.csv [--act SỐ_VĂN_BẢN] [--check]';
const onServer = systemActor('command line');

export const unitsImport: Command = {
  name: 'units import',
  usage: IMPORT_USAGE,
  summary: { vi: 'Nhập danh mục đơn vị chính thức của một ngày', en: 'Imports an official list of units of one day' },
  options: { date: { type: 'string' }, act: { type: 'string' }, check: { type: 'boolean' } },
  files: 1,
  async run({ settings, options, files, print }) {
    const input = { date: required(options, 'date', IMPORT_USAGE), act: actOf(options), units: await csvFile(files[0]!) };
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
    act: { type: 'string' },
    check: { type: 'boolean' },
  },
  async run({ settings, options, print }) {
    const input = {
      date: required(options, 'date', REORGANISE_USAGE),
      act: actOf(options),
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

const actOf = ({ act }: CommandInput['options']): string | null => (typeof act === 'string' && act !== '' ? act : null);

async function csvFile(path: string): Promise<CsvFile> {
  try {
    return { name: basename(path), content: await readFile(path) };
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

/** Prints one line for each step, and one for each tenth of a long step. */
function progress(print: CommandInput['print']): (step: string, done: number, total: number) => void {
  let lastLine = '';
  return (step, done, total) => {
    const line = `${step}: ${total > 0 ? Math.floor((done * 10) / total) * 10 : 100} %`;
    if (line !== lastLine) print(line);
    lastLine = line;
  };
}

const MAX_SHOWN = 200;

function linesOf(findings: UnitListReport['notes']): string {
  const lines = findings
    .slice(0, MAX_SHOWN)
    .map(({ file, row, column, vi, en }) => `${[file, row, column].filter(part => part !== null).join(':')}  ${vi} / ${en}`);
  const rest = findings.length - lines.length;
  return [...lines, ...(rest > 0 ? [`… còn ${rest} dòng nữa / and ${rest} more`] : [])].join('\n');
}

function resultOf(report: UnitListReport, print: CommandInput['print']): { output: string; failed: boolean } {
  const { outcome, counts, problems, notes, dependents } = report;
  if (notes.length > 0) print(`Lưu ý / notes (${notes.length}):\n${linesOf(notes)}`);
  if (problems.length > 0) print(`Cần sửa / to mend (${problems.length}):\n${linesOf(problems)}`);
  for (const { label, count, effect } of dependents) print(`${count} ${label.vi}: ${effect.vi} / ${label.en}: ${effect.en}`);
  const figures = Object.entries(counts).map(([name, count]) => `  ${FIGURES[name as keyof typeof FIGURES]}: ${count}`);
  return { output: [OUTCOMES[outcome], ...figures].join('\n'), failed: outcome === 'REFUSED' };
}

const OUTCOMES: Readonly<Record<UnitListReport['outcome'], string>> = {
  REFUSED: 'Chưa ghi gì: hãy sửa các dòng nêu trên. / Nothing was written: mend the lines above.',
  UNCHANGED: 'Không có gì thay đổi: sổ đăng ký đã đúng như danh mục. / Nothing changes: the registry says so already.',
  READY: 'Có thể áp dụng; chưa ghi gì. / It can be applied; nothing was written.',
  APPLIED: 'Đã áp dụng. / Applied.',
};

const FIGURES: Readonly<Record<keyof UnitListReport['counts'], string>> = {
  unitRows: 'dòng đơn vị / rows of units',
  successionRows: 'dòng kế thừa / rows of successions',
  matched: 'đã có / matched',
  established: 'đơn vị mới / new units',
  goingOn: 'giữ nguyên / going on',
  moved: 'chuyển nơi trực thuộc / moved',
  endedWhole: 'kết thúc, được kế thừa toàn bộ / ended with a whole successor',
  endedInParts: 'kết thúc, chia từng phần / ended in parts',
  endedWithoutSuccessor: 'kết thúc, không có đơn vị kế thừa / ended without successor',
  successions: 'quan hệ kế thừa mới / new successions',
  recorded: 'quan hệ kế thừa đã có / successions recorded before',
  leftAlone: 'dòng để nguyên vì sổ đăng ký biết rõ hơn / rows left alone',
};
