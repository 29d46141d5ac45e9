import { AuditSealer } from '../../platform/audit/audit-sealer.js';
import { Doctor, type Diagnosis } from '../../platform/doctor/doctor.js';
import { withRegistry, type Command } from './command.js';

export const doctorCommand: Command = {
  name: 'doctor',
  usage: 'doctor',
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
      if (found.length === 0) return { output: `Đã kiểm tra ${checks} điều, không thấy sai. / ${checks} checks, nothing found.` };
      return {
        output: [
          ...found.map(paragraph),
          `${found.length} trong ${checks} điều không đúng. / ${found.length} of ${checks} checks do not hold.`,
        ].join('\n\n'),
        failed: true,
      };
    });
  },
};

function paragraph({ check, count, cases, remedy }: Diagnosis): string {
  const rest = count - cases.length;
  return [
    `[${check}] ${count}`,
    ...cases.map(({ vi, en }) => `  ${vi} / ${en}`),
    ...(rest > 0 && cases.length > 1 ? [`  … còn ${rest} trường hợp / and ${rest} more`] : []),
    `  → ${remedy.vi}`,
    `    ${remedy.en}`,
  ].join('\n');
}
