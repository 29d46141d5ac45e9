import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Id } from '../../shared/ids.js';
import type { QueryRows } from '../database/query-rows.js';
import { MAX_CASES, type InvariantViolation } from '../doctor/invariant-check.js';
import { Doctor } from '../doctor/doctor.js';
import { Storage } from './storage/storage.port.js';

const BATCH = 16;

interface ExpectedFile {
  readonly id: Id;
  readonly name: string;
  readonly size: number;
}

/** Every file in the database has its bytes in the storage: one of the two may have been restored without the other. */
@Injectable()
export class FileChecks implements OnModuleInit {
  constructor(
    private readonly doctor: Doctor,
    private readonly storage: Storage,
  ) {}

  onModuleInit(): void {
    this.doctor.register([{ name: 'files.haveTheirBytes', examine: query => this.examine(query) }]);
  }

  private async examine(query: QueryRows): Promise<InvariantViolation | undefined> {
    const rows = await query<ExpectedFile>(`select id, name, size from file where state <> 'REFUSED' order by id`);
    const missing: ExpectedFile[] = [];
    for (let at = 0; at < rows.length; at += BATCH) {
      const batch = rows.slice(at, at + BATCH);
      const sizes = await Promise.all(batch.map(({ id }) => this.storage.sizeOf(id)));
      missing.push(...batch.filter(({ size }, i) => sizes[i] !== size));
    }
    if (missing.length === 0) return undefined;
    return {
      count: missing.length,
      cases: missing.slice(0, MAX_CASES).map(({ id, name }) => ({
        vi: `Tệp “${name}” (${id}) không còn nội dung, hoặc nội dung bị cắt`,
        en: `The file “${name}” (${id}) has lost its content, or some of it`,
      })),
      remedy: {
        vi: 'Hãy khôi phục các tệp này vào kho (FILES_DIR hoặc S3) từ bản sao lưu, dưới đúng mã của chúng.',
        en: 'Bring these files back into the storage (FILES_DIR or S3) from a backup, under their ids.',
      },
    };
  }
}
