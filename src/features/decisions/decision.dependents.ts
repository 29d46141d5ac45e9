import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { RunQuery } from '../../platform/database/run-query.js';
import type { Id } from '../../shared/ids.js';
import { UnitDependents, type Dependents, type DependentsSource } from '../units/unit-dependents.port.js';

/** Tells the units how many decisions they have issued. */
@Injectable()
export class DecisionDependents implements OnModuleInit, DependentsSource {
  readonly name = 'decisions';

  constructor(private readonly dependents: UnitDependents) {}

  onModuleInit(): void {
    this.dependents.register(this);
  }

  async dependentsOf(query: RunQuery, unitIds: readonly Id[]): Promise<Dependents> {
    const [row] = await query<{ n: number }>(`select count(*)::int as n from decision where issuer_id = any($1::uuid[])`, [unitIds]);
    return {
      label: { vi: 'quyết định', en: 'decisions' },
      count: row!.n,
      effect: { vi: 'giữ nguyên tên đơn vị ban hành lúc đó', en: 'keep the unit that issued them, as it stood then' },
    };
  }
}
