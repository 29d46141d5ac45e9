import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { Id } from '../../../shared/ids.js';
import { UnitDependents, type Dependents, type DependentsSource } from '../../units/unit-dependents.port.js';

/** Registers appraisal rounds and their entries at the port of the units. */
@Injectable()
export class EvaluationDependents implements OnModuleInit, DependentsSource {
  readonly name = 'evaluations';

  constructor(private readonly dependents: UnitDependents) {}

  onModuleInit(): void {
    this.dependents.register(this);
  }

  async dependentsOf(query: QueryRows, unitIds: readonly Id[]): Promise<Dependents> {
    const [row] = await query<{ n: number }>(
      `select count(*)::int as n from evaluation where unit_id = any($1::uuid[]) or host_id = any($1::uuid[])`,
      [unitIds],
    );
    return {
      label: { vi: 'kết quả thẩm định', en: 'evaluations' },
      count: row!.n,
      effect: {
        vi: 'giữ nguyên dưới tên đơn vị cũ; đợt đang mở vẫn chấm tiếp',
        en: 'stay with their unit; open rounds go on',
      },
    };
  }
}
