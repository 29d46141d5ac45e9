import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { QueryRows } from '../../platform/database/query-rows.js';
import type { Id } from '../../shared/ids.js';
import { UnitDependents, type Dependents, type DependentsSource } from '../units/unit-dependents.port.js';

/** Answers a port of units: how many replications, plans, answers and inspections refer to units. An event changes none of them. */
@Injectable()
export class ReplicationDependents implements OnModuleInit, DependentsSource {
  readonly name = 'replications';

  constructor(private readonly dependents: UnitDependents) {}

  onModuleInit(): void {
    this.dependents.register(this);
  }

  async dependentsOf(query: QueryRows, unitIds: readonly Id[]): Promise<Dependents> {
    const [row] = await query<{ count: number }>(
      `select ((select count(*) from replication where unit_id = any($1::uuid[]))
             + (select count(*) from replication_plan where unit_id = any($1::uuid[]))
             + (select count(*) from still_alive_answer where unit_id = any($1::uuid[]))
             + (select count(*) from inspection where unit_id = any($1::uuid[])))::int as count`,
      [unitIds],
    );
    return {
      label: {
        vi: 'lần nhân rộng, kế hoạch nhân rộng, trả lời duy trì, kiểm tra thực tế',
        en: 'replications and plans of them, answers whether models still run, inspections',
      },
      count: row!.count,
      effect: {
        vi: 'giữ nguyên dưới tên đơn vị cũ; đơn vị kế thừa toàn bộ xem và ghi tiếp được',
        en: 'stay with their unit; a whole successor sees them and goes on with them',
      },
    };
  }
}
