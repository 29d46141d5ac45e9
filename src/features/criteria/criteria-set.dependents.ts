import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitDependents } from '../units/unit-dependents.port.js';

/** Registers the criteria sets of units at the port of the units. */
@Injectable()
export class CriteriaDependents implements OnModuleInit {
  constructor(private readonly dependents: UnitDependents) {}

  onModuleInit(): void {
    this.dependents.register({
      name: 'criteriaSets',
      dependentsOf: async (ask, unitIds) => {
        const [row] = await ask<{ n: number }>(`select count(*)::int as n from criteria_set where issuer_id = any($1::uuid[])`, [unitIds]);
        return {
          label: { vi: 'bộ tiêu chí', en: 'criteria sets' },
          effect: { vi: 'giữ nguyên cơ quan đã ban hành', en: 'keep the unit that issued them' },
          count: row!.n,
        };
      },
    });
  }
}
