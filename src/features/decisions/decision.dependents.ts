import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { QueryRows } from '../../platform/database/query-rows.js';
import type { Id } from '../../shared/ids.js';
import { UnitDependents, type Dependents, type DependentsSource } from '../units/unit-dependents.port.js';

/** Registers decisions, which refer to the units that issued them, at the port of the units. */
@Injectable()
export class DecisionDependents implements OnModuleInit, DependentsSource {
  readonly name = 'decisions';

  constructor(private readonly dependents: UnitDependents) {}

  onModuleInit(): void {
    this.dependents.register(this);
  }

  async dependentsOf(query: QueryRows, unitIds: readonly Id[]): Promise<Dependents> {
    const [row] = await query<{ n: number }>(`select count(*)::int as n from decision where issuer_id = any($1::uuid[])`, [unitIds]);
    return {
      label: { vi: 'quyết định', en: 'decisions' },
      count: row!.n,
      effect: { vi: 'giữ nguyên tên đơn vị ban hành lúc đó', en: 'keep the unit that issued them, as it was then' },
    };
  }
}
