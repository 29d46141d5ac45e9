import { AuditSealer } from '../../platform/audit/audit-sealer.js';
import { Doctor, type Diagnosis } from '../../platform/doctor/doctor.js';
import { inEach, joined, type Bilingual } from '../../shared/language.js';
import { withRegistry, type Command } from './command.js';

export const doctorCommand: Command = {
  name: 'doctor',
  usage: inEach('doctor'),
  summary: {
    vi: 'Kiểm tra mọi ràng buộc của dữ liệu và nói cần làm gì; không sửa gì',
    en: 'Checks every invariant of the data and says what to do; changes nothing',
  },
  run({ settings }) {
    return withRegistry(settings, async ({ app }) => {
      await app.get(AuditSealer).sealAll();
      const doctor = app.get(Doctor);
      const found = await doctor.examine();
      const checks = doctor.names.length;
      if (found.length === 0)
        return { output: { vi: `Đã kiểm tra ${checks} điều, không thấy sai.`, en: `${checks} checks, nothing found.` } };
      const papers = found.filter(({ toCompare }) => toCompare).length;
      const summary = {
        vi: `${found.length - papers} trong ${checks} điều không đúng, ${papers} điều cần đối chiếu văn bản.`,
        en: `${found.length - papers} of ${checks} checks do not hold, ${papers} are to be compared with the papers.`,
      };
      return { output: joined([...found.map(paragraph), summary], '\n\n'), failed: found.some(({ toCompare }) => !toCompare) };
    });
  },
};

function paragraph({ check, count, cases, remedy }: Diagnosis): Bilingual {
  const rest = count - cases.length;
  return joined(
    [
      inEach(`[${check}] ${count}`),
      ...cases.map(({ vi, en }) => ({ vi: `  ${vi}`, en: `  ${en}` })),
      ...(rest > 0 && cases.length > 1 ? [{ vi: `  … còn ${rest} trường hợp`, en: `  … and ${rest} more` }] : []),
      { vi: `  → ${remedy.vi}`, en: `  → ${remedy.en}` },
    ],
    '\n',
  );
}
