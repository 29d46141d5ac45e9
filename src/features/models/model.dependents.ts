import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Id } from '../../shared/ids.js';
import { UnitDependents, type Dependents, type DependentsSource } from '../units/unit-dependents.port.js';
import type { Ask } from '../units/unit-ledger.store.js';

/** Tells the units how many models hang on them, and what an event does to those. */
@Injectable()
export class ModelDependents implements OnModuleInit, DependentsSource {
  readonly name = 'models';

  constructor(private readonly dependents: UnitDependents) {}

  onModuleInit(): void {
    this.dependents.register(this);
  }

  async dependentsOf(ask: Ask, unitIds: readonly Id[]): Promise<Dependents> {
    const [row] = await ask<{ n: number }>(
      `select count(*)::int as n from (
         select m.id from emulation_model m where m.unit_id = any($1::uuid[])
         union select j.model_id from emulation_model_joint_owner j where j.unit_id = any($1::uuid[])) owned`,
      [unitIds],
    );
    return {
      label: { vi: 'mô hình', en: 'models' },
      count: row!.n,
      effect: {
        vi: 'giữ nguyên dưới tên đơn vị cũ; số liệu quy đổi theo đơn vị kế thừa toàn bộ',
        en: 'stay with their unit; restated figures follow whole successors',
      },
    };
  }
}
