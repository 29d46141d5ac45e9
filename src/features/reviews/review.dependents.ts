import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { QueryRows } from '../../platform/database/query-rows.js';
import type { Id } from '../../shared/ids.js';
import { UnitDependents, type Dependents, type DependentsSource } from '../units/unit-dependents.port.js';

/** Registers reviews at the port of the units. */
@Injectable()
export class ReviewDependents implements OnModuleInit, DependentsSource {
  readonly name = 'reviews';

  constructor(private readonly dependents: UnitDependents) {}

  onModuleInit(): void {
    this.dependents.register(this);
  }

  async dependentsOf(query: QueryRows, unitIds: readonly Id[]): Promise<Dependents> {
    const [row] = await query<{ n: number }>(
      `select count(*)::int as n from review v where v.unit_id = any($1::uuid[])
          or exists (select from review_unit ru where ru.review_id = v.id and ru.unit_id = any($1::uuid[]))`,
      [unitIds],
    );
    return {
      label: { vi: 'sơ kết, tổng kết', en: 'reviews' },
      count: row!.n,
      effect: {
        vi: 'giữ nguyên đơn vị và số liệu đã chốt; biến động trong kỳ được hiển thị ở hội nghị',
        en: 'remain with their units and their frozen numbers; an event within the period is shown by the review',
      },
    };
  }
}
