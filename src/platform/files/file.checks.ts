import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Id } from '../../shared/ids.js';
import type { QueryRows } from '../database/query-rows.js';
import { CASES_TOLD, type Finding } from '../doctor/check.js';
import { Doctor } from '../doctor/doctor.js';
import { Storage } from './storage/storage.port.js';

const AT_ONCE = 16;

interface Row {
  readonly id: Id;
  readonly name: string;
  readonly size: number;
}

/** The files that the registry tells of have their bytes: the database and the storage are two places, and one may be restored without the other. */
@Injectable()
export class FileChecks implements OnModuleInit {
  constructor(
    private readonly doctor: Doctor,
    private readonly storage: Storage,
  ) {}

  onModuleInit(): void {
    this.doctor.register([{ name: 'files.haveTheirBytes', examine: query => this.examine(query) }]);
  }

  private async examine(query: QueryRows): Promise<Finding | undefined> {
    const rows = await query<Row>(`select id, name, size from file where state <> 'REFUSED' order by id`);
    const without: Row[] = [];
    for (let at = 0; at < rows.length; at += AT_ONCE) {
      const some = rows.slice(at, at + AT_ONCE);
      const sizes = await Promise.all(some.map(({ id }) => this.storage.sizeOf(id)));
      without.push(...some.filter(({ size }, i) => sizes[i] !== size));
    }
    if (without.length === 0) return undefined;
    return {
      count: without.length,
      cases: without.slice(0, CASES_TOLD).map(({ id, name }) => ({
        vi: `Tệp “${name}” (${id}) không còn nội dung, hoặc nội dung bị cắt`,
        en: `The file “${name}” (${id}) has lost its content, or some of it`,
      })),
      mend: {
        vi: 'Hãy khôi phục các tệp này vào kho (FILES_DIR hoặc S3) từ bản sao lưu, dưới đúng mã của chúng.',
        en: 'Bring these files back into the storage (FILES_DIR or S3) from a backup, under their ids.',
      },
    };
  }
}
