import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { Id } from '../../../shared/ids.js';
import { UnitDependents, type Dependents, type DependentsSource } from '../../units/unit-dependents.port.js';

/** Registers commendations at the port of the units. */
@Injectable()
export class CommendationDependents implements OnModuleInit, DependentsSource {
  readonly name = 'commendations';

  constructor(private readonly dependents: UnitDependents) {}

  onModuleInit(): void {
    this.dependents.register(this);
  }

  async dependentsOf(query: QueryRows, unitIds: readonly Id[]): Promise<Dependents> {
    const [row] = await query<{ n: number }>(
      `select count(*)::int as n from commendation where unit_id = any($1::uuid[]) or issuer_id = any($1::uuid[])`,
      [unitIds],
    );
    return {
      label: { vi: 'khen thưởng', en: 'commendations' },
      count: row!.n,
      effect: {
        vi: 'giữ nguyên tên đơn vị và người ban hành lúc khen; lịch sử khen thưởng vẫn tìm được từ đơn vị kế thừa',
        en: 'keep unit and issuer as they were; their history is found from the successor',
      },
    };
  }
}
