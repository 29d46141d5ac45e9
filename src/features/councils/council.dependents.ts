import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { QueryRows } from '../../platform/database/query-rows.js';
import type { Id } from '../../shared/ids.js';
import { UnitDependents, type Dependents, type DependentsSource } from '../units/unit-dependents.port.js';

/** Registers councils at the port of the units. */
@Injectable()
export class CouncilDependents implements OnModuleInit, DependentsSource {
  readonly name = 'councils';

  constructor(private readonly dependents: UnitDependents) {}

  onModuleInit(): void {
    this.dependents.register(this);
  }

  async dependentsOf(query: QueryRows, unitIds: readonly Id[]): Promise<Dependents> {
    const [row] = await query<{ n: number }>(`select count(*)::int as n from council where unit_id = any($1::uuid[])`, [unitIds]);
    return {
      label: { vi: 'hội đồng', en: 'councils' },
      count: row!.n,
      effect: {
        vi: 'giữ nguyên đơn vị; đơn vị kết thúc thì hãy kết thúc hội đồng (endCouncil) và lập hội đồng mới nếu cần',
        en: 'remain with their unit; where it ends, end the council (endCouncil) and create another if one is needed',
      },
    };
  }
}
