import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { QueryRows } from '../../platform/database/query-rows.js';
import type { Id } from '../../shared/ids.js';
import { UnitDependents, type Dependents, type DependentsSource } from '../units/unit-dependents.port.js';

/** Registers people, who belong to units and hold posts in them, at the port of the units. */
@Injectable()
export class PersonDependents implements OnModuleInit, DependentsSource {
  readonly name = 'people';

  constructor(private readonly dependents: UnitDependents) {}

  onModuleInit(): void {
    this.dependents.register(this);
  }

  async dependentsOf(query: QueryRows, unitIds: readonly Id[]): Promise<Dependents> {
    const [row] = await query<{ n: number }>(
      `select count(*)::int as n from (
         select id from person where unit_id = any($1::uuid[])
         union select person_id from person_post where unit_id = any($1::uuid[])) belonging`,
      [unitIds],
    );
    return {
      label: { vi: 'người', en: 'people' },
      count: row!.n,
      effect: {
        vi: 'vẫn ghi theo đơn vị cũ, do nơi có quyền với đơn vị kế thừa theo dõi; chức vụ giữ tên đơn vị lúc đó; hãy ghi đơn vị, chức vụ mới nếu có',
        en: 'remain with their unit; rights at its successor reach them; posts keep the unit as it was then; enter new units and posts if there are any',
      },
    };
  }
}
