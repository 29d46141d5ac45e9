import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Id } from '../../shared/ids.js';
import { UnitDependents, type Dependents, type DependentsSource } from '../units/unit-dependents.port.js';
import type { Ask } from '../units/unit-ledger.store.js';

/** Tells the units how many posts people hold in them. */
@Injectable()
export class PersonDependents implements OnModuleInit, DependentsSource {
  readonly name = 'people';

  constructor(private readonly dependents: UnitDependents) {}

  onModuleInit(): void {
    this.dependents.register(this);
  }

  async dependentsOf(ask: Ask, unitIds: readonly Id[]): Promise<Dependents> {
    const [row] = await ask<{ n: number }>(`select count(*)::int as n from person_post where unit_id = any($1::uuid[])`, [unitIds]);
    return {
      label: { vi: 'chức vụ', en: 'posts of people' },
      count: row!.n,
      effect: {
        vi: 'giữ nguyên tên đơn vị lúc đó; hãy ghi chức vụ mới nếu có',
        en: 'keep their unit as it stood then; enter new posts where there are any',
      },
    };
  }
}
