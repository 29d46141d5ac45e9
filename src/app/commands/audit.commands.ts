import { AuditSealer } from '../../platform/audit/audit-sealer.js';
import { AuditVerifier } from '../../platform/audit/audit-verifier.js';
import { withRegistry, type Command } from './command.js';

export const auditVerify: Command = {
  name: 'audit verify',
  usage: 'audit verify',
  about: { vi: 'Kiểm tra chuỗi nhật ký không bị sửa', en: 'Checks that the trail has not been altered' },
  run({ settings }) {
    return withRegistry(settings, async ({ app }) => {
      await app.get(AuditSealer).sealAll();
      const { sealed, unsealed, head, broken } = await app.get(AuditVerifier).verify();
      if (broken) {
        const where = `${broken.position} (${broken.at}, ${broken.action}, ${broken.entryId})`;
        return { output: `Nhật ký đã bị sửa từ dòng ${where}.\nThe trail is broken from line ${where}.`, failed: true };
      }
      return {
        output: `Nhật ký nguyên vẹn: ${sealed} dòng đã niêm phong, ${unsealed} dòng chờ. / The trail is whole: ${sealed} lines sealed, ${unsealed} waiting.\n${head}`,
      };
    });
  },
};
