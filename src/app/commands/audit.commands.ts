import { AuditSealer } from '../../platform/audit/audit-sealer.js';
import { AuditVerifier, type BrokenLink } from '../../platform/audit/audit-verifier.js';
import { Database } from '../../platform/database/database.js';
import { StartupError } from '../../platform/errors/startup-error.js';
import { isLocalDate, type LocalDate } from '../../shared/dates.js';
import { inEach, joined, type Bilingual } from '../../shared/language.js';
import { withRegistry, type Command, type Options } from './command.js';

const DAYS_SHOWN = 30;

export const auditVerify: Command = {
  name: 'audit verify',
  usage: { vi: 'audit verify [--head MÃ_NIÊM_PHONG]', en: 'audit verify [--head SEAL]' },
  summary: {
    vi: 'Kiểm tra chuỗi nhật ký không bị sửa, và còn đúng mã đã in giữ lại',
    en: 'Checks that the trail has not been altered, and still has the head you kept',
  },
  options: { head: { type: 'string' } },
  run({ settings, options }) {
    const keptHead = headOf(options);
    return withRegistry(settings, async ({ app }) => {
      await app.get(AuditSealer).sealAll();
      const { sealed, unsealed, head, kept, broken } = await app.get(AuditVerifier).verify(keptHead);
      if (broken) return { output: describe(broken), failed: true };
      if (keptHead !== undefined && kept === undefined) {
        return {
          output: {
            vi: `Chuỗi nhật ký không còn mã ${keptHead}: nhật ký đã bị thay thế, hoặc mã thuộc hệ thống khác.`,
            en: `The chain no longer has the head ${keptHead}: the trail was replaced, or the head is of another registry.`,
          },
          failed: true,
        };
      }
      return {
        output: joined(
          [
            {
              vi: `Nhật ký nguyên vẹn: ${sealed} dòng đã niêm phong, ${unsealed} dòng chờ.`,
              en: `The trail is whole: ${sealed} lines sealed, ${unsealed} waiting.`,
            },
            ...(kept === undefined ? [] : [{ vi: `Mã đã giữ đúng là dòng ${kept}.`, en: `The head you kept is line ${kept}.` }]),
            inEach(head),
          ],
          '\n',
        ),
      };
    });
  },
};

export const auditHead: Command = {
  name: 'audit head',
  usage: inEach('audit head [--date 2026-11-24]'),
  summary: {
    vi: `In mã niêm phong cuối ngày của ${DAYS_SHOWN} ngày để giữ trên giấy`,
    en: `Prints the last seal of each of ${DAYS_SHOWN} days, to be kept on paper`,
  },
  options: { date: { type: 'string' } },
  run({ settings, options }) {
    const date = dateOf(options);
    return withRegistry(settings, async ({ app }) => {
      await app.get(AuditSealer).sealAll();
      const heads = await app.get(AuditVerifier).heads(date ?? app.get(Database).today(), date === undefined ? DAYS_SHOWN : 1);
      if (heads.length === 0)
        return { output: { vi: 'Không có dòng nhật ký nào được niêm phong.', en: 'Nothing was sealed.' }, failed: true };
      return { output: inEach(heads.map(({ day, position, hash }) => `${day}  ${position}  ${hash}`).join('\n')) };
    });
  },
};

function describe({ position, how, entry }: BrokenLink): Bilingual {
  const where = entry ? `${position} (${entry.at}, ${entry.action}, ${entry.id})` : `${position}`;
  return {
    altered: { vi: `Nhật ký đã bị sửa từ dòng ${where}.`, en: `The trail is altered from line ${where}.` },
    missing: { vi: `Nhật ký thiếu dòng ${where}: dòng đã bị xóa.`, en: `The trail lacks line ${where}: it was deleted.` },
    smuggled: {
      vi: `Có dòng nhật ký ngoài chuỗi, lẽ ra là dòng ${where}: ghi không qua hệ thống, hoặc mất niêm phong.`,
      en: `An entry is outside the chain, where line ${where} should be: it was not written by the registry, or its seal is lost.`,
    },
  }[how];
}

function headOf({ head }: Options): string | undefined {
  if (head === undefined) return undefined;
  if (typeof head === 'string' && /^[0-9a-f]{64}$/i.test(head)) return head.toLowerCase();
  throw new StartupError(
    `--head cần đủ 64 ký tự của mã niêm phong, như lệnh audit head in ra.`,
    `--head needs all 64 characters of a seal, as audit head prints it.`,
  );
}

function dateOf({ date }: Options): LocalDate | undefined {
  if (date === undefined) return undefined;
  if (typeof date === 'string' && isLocalDate(date)) return date;
  throw new StartupError(
    `--date “${date}” không phải là ngày. Viết ví dụ 2026-11-24.`,
    `--date “${date}” is no date. Write for example 2026-11-24.`,
  );
}
