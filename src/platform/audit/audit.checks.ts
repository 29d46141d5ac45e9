import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { InvariantCheck, InvariantViolation } from '../doctor/invariant-check.js';
import { Doctor } from '../doctor/doctor.js';
import { AuditVerifier } from './audit-verifier.js';
import type { Bilingual } from '../../shared/language.js';

const RUN_VERIFY: Bilingual = {
  vi: 'Chạy “audit verify” để xem rõ. Hãy giữ nguyên cơ sở dữ liệu làm bằng chứng và so với mã niêm phong đã in và bản sao lưu.',
  en: 'Run “audit verify” for more. Keep the database as evidence and compare with the printed heads and the backups.',
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
      vi: `Chuỗi nhật ký không còn nguyên từ dòng ${position} (${how})`,
      en: `The chain of the trail is broken from line ${position} (${how})`,
    };
    return { count: 1, cases: [violation], remedy: RUN_VERIFY };
  }
}
