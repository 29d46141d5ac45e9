import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { QueryRows } from '../../platform/database/query-rows.js';
import type { Id } from '../../shared/ids.js';
import { UnitDependents, type Dependents, type DependentsSource } from '../units/unit-dependents.port.js';

/** Registers figures at the port of the units. */
@Injectable()
export class IndicatorDependents implements OnModuleInit, DependentsSource {
  readonly name = 'indicators';

  constructor(private readonly dependents: UnitDependents) {}

  onModuleInit(): void {
    this.dependents.register(this);
  }

  async dependentsOf(query: QueryRows, unitIds: readonly Id[]): Promise<Dependents> {
    const [row] = await query<{ n: number }>(`select count(*)::int as n from figure where unit_id = any($1::uuid[])`, [unitIds]);
    return {
      label: { vi: 'số liệu báo cáo', en: 'reported figures' },
      count: row!.n,
      effect: {
        vi: 'giữ nguyên đơn vị; tổng hợp theo đơn vị mới tính qua đơn vị kế thừa toàn bộ, không chia',
        en: 'remain with their unit; totals by the new units count them through whole successors and divide nothing',
      },
    };
  }
}
