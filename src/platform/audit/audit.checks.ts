import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Bilingual } from '../../shared/language.js';
import type { InvariantCheck, InvariantViolation } from '../doctor/invariant-check.js';
import { Doctor } from '../doctor/doctor.js';
import { AuditVerifier, type BrokenLink } from './audit-verifier.js';

const RUN_VERIFY: Bilingual = {
  vi: 'Chạy “audit verify” để xem rõ. Hãy giữ nguyên cơ sở dữ liệu làm bằng chứng và so với mã niêm phong đã in và bản sao lưu.',
  en: 'Run “audit verify” for more. Keep the database as evidence and compare with the printed heads and the backups.',
};

const HOW: Readonly<Record<BrokenLink['how'], Bilingual>> = {
  altered: { vi: 'dòng bị sửa', en: 'the line is altered' },
  missing: { vi: 'dòng bị xóa', en: 'the line is missing' },
  smuggled: { vi: 'dòng ghi không qua hệ thống', en: 'the line was not written by the registry' },
};

/** Checks that the chain of the trail is whole. */
@Injectable()
export class AuditChecks implements OnModuleInit {
  constructor(
    private readonly doctor: Doctor,
    private readonly verifier: AuditVerifier,
  ) {}

  onModuleInit(): void {
    const chain: InvariantCheck = { name: 'audit.chain', examine: () => this.chain() };
    this.doctor.register([chain]);
  }

  private async chain(): Promise<InvariantViolation | undefined> {
    const { broken } = await this.verifier.verify();
    if (!broken) return undefined;
    const { position, how } = broken;
    const violation = {
      vi: `Chuỗi nhật ký không còn nguyên từ dòng ${position} (${HOW[how].vi})`,
      en: `The chain of the trail is broken from line ${position} (${HOW[how].en})`,
    };
    return { count: 1, cases: [violation], remedy: RUN_VERIFY };
  }
}
