import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { Id } from '../../../shared/ids.js';
import { UnitDependents, type Dependents, type DependentsSource } from '../unit-dependents.port.js';

/** Registers who works for which territory at the port of the units. */
@Injectable()
export class ServedTerritoryDependents implements OnModuleInit, DependentsSource {
  readonly name = 'servedTerritories';

  constructor(private readonly dependents: UnitDependents) {}

  onModuleInit(): void {
    this.dependents.register(this);
  }

  async dependentsOf(query: QueryRows, unitIds: readonly Id[]): Promise<Dependents> {
    const [row] = await query<{ n: number }>(
      `select count(*)::int as n from served_territory where body_id = any($1::uuid[]) or territory_id = any($1::uuid[])`,
      [unitIds],
    );
    return {
      label: { vi: 'lần giao địa bàn phụ trách', en: 'assignments of territories to organisations' },
      count: row!.n,
      effect: {
        vi: 'tổ chức hoặc địa bàn chuyển toàn bộ sang đơn vị khác thì tính cho đơn vị đó; kết thúc không có kế thừa toàn bộ thì hết tác dụng',
        en: 'count at the unit to which an organisation or a territory passes as a whole; with one that ends otherwise they end',
      },
    };
  }
}
