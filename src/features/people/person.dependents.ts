import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { RunQuery } from '../../platform/database/run-query.js';
import type { Id } from '../../shared/ids.js';
import { UnitDependents, type Dependents, type DependentsSource } from '../units/unit-dependents.port.js';

/** Tells the units how many people stand with them or hold posts in them, and what an event does to those. */
@Injectable()
export class PersonDependents implements OnModuleInit, DependentsSource {
  readonly name = 'people';

  constructor(private readonly dependents: UnitDependents) {}

  onModuleInit(): void {
    this.dependents.register(this);
  }

  async dependentsOf(query: RunQuery, unitIds: readonly Id[]): Promise<Dependents> {
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
        en: 'stay with their unit, minded by whoever reaches what it passed to; posts keep their unit as it stood then; enter new units and posts where there are any',
      },
    };
  }
}
