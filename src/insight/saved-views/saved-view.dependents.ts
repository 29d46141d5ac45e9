import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitDependents, type Dependents, type DependentsSource } from '../../features/units/unit-dependents.port.js';
import type { QueryRows } from '../../platform/database/query-rows.js';
import type { Id } from '../../shared/ids.js';
import { countSharedWith } from './saved-view.store.js';

/** Registers shared views at the port of the units. */
@Injectable()
export class SavedViewDependents implements OnModuleInit, DependentsSource {
  readonly name = 'saved-views';

  constructor(private readonly dependents: UnitDependents) {}

  onModuleInit(): void {
    this.dependents.register(this);
  }

  async dependentsOf(query: QueryRows, unitIds: readonly Id[]): Promise<Dependents> {
    return {
      label: { vi: 'bộ lọc dùng chung', en: 'shared views' },
      count: await countSharedWith(query, unitIds),
      effect: {
        vi: 'vẫn dùng chung cho đơn vị; đơn vị kế thừa toàn bộ thấy tiếp',
        en: 'remain shared with their unit; its whole successor goes on seeing them',
      },
    };
  }
}
