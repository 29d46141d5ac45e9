import { readFile } from 'node:fs/promises';
import {
  differingEntries,
  ROUND_FORMAT,
  ROUND_FORMAT_VERSION,
  type RoundDocument,
} from '../../features/evaluations/results/round-export.js';
import { RoundExports } from '../../features/evaluations/results/round-export.reader.js';
import { idOf } from '../../platform/graphql/node.js';
import { StartupError } from '../../platform/errors/startup-error.js';
import { inEach } from '../../shared/language.js';
import { withRegistry, type Command } from './command.js';

export const appraisalExport: Command = {
  name: 'appraisal export',
  usage: { vi: 'appraisal export MÃ_ĐỢT', en: 'appraisal export ROUND' },
  summary: {
    vi: 'In một đợt thẩm định đã khóa thành JSON: phiếu, kết quả và cách tính (docs/appraisal-format.md)',
    en: 'Prints a closed appraisal round as JSON: sheets, results and how they came about (docs/appraisal-format.md)',
  },
  files: 1,
  run({ settings, files }) {
    const id = idOf('AppraisalRound', files[0]!, 'ROUND');
    return withRegistry(settings, async ({ app }) => {
      const document = await app.get(RoundExports).of(id);
      if (document) return { output: inEach(JSON.stringify(document, null, 1)) };
      return {
        output: { vi: 'Không có đợt thẩm định đã khóa nào mang mã này.', en: 'There is no closed appraisal round with this identifier.' },
        failed: true,
      };
    });
  },
};

export const appraisalRecompute: Command = {
  name: 'appraisal recompute',
  usage: { vi: 'appraisal recompute TỆP', en: 'appraisal recompute FILE' },
  summary: {
    vi: 'Tính lại kết quả từ các phiếu trong tệp đã xuất và so với kết quả lưu',
    en: 'Makes the results again from the sheets in an exported file and compares them',
  },
  files: 1,
  async run({ files }) {
    const document = await read(files[0]!);
    const differing = differingEntries(document);
    const n = document.entries.length;
    if (differing.length === 0)
      return { output: { vi: `${n} trường hợp: kết quả tính lại trùng khớp.`, en: `${n} entries: the results made again are the same.` } };
    const numbers = differing.join(', ');
    return { output: { vi: `Khác nhau ở trường hợp số: ${numbers}.`, en: `They differ at the entries: ${numbers}.` }, failed: true };
  },
};

async function read(file: string): Promise<RoundDocument> {
  let document: Partial<RoundDocument>;
  try {
    document = JSON.parse(await readFile(file, 'utf8')) as Partial<RoundDocument>;
  } catch (cause) {
    throw new StartupError(`Không đọc được tệp “${file}” dạng JSON.`, `The file “${file}” cannot be read as JSON.`, { cause });
  }
  if (document.format === ROUND_FORMAT && document.formatVersion === ROUND_FORMAT_VERSION) return document as RoundDocument;
  throw new StartupError(
    `Tệp “${file}” không phải đợt thẩm định do lệnh appraisal export in ra (định dạng ${ROUND_FORMAT_VERSION}).`,
    `The file “${file}” is no appraisal round as appraisal export prints it (format ${ROUND_FORMAT_VERSION}).`,
  );
}
