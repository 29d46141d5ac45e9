import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { Id } from '../../../shared/ids.js';
import { sql } from '../../../platform/database/sql.js';
import {
  UnitDependents,
  type Dependents,
  type DependentsSource,
  type RestingRecords,
  type StandingSuccession,
} from '../../units/unit-dependents.port.js';
import { grantsOnSuccessions } from './grants-on-successions-sql.js';

/** Registers grants, which refer to units, at the port of the units. */
@Injectable()
export class GrantDependents implements OnModuleInit, DependentsSource {
  readonly name = 'grants';

  constructor(private readonly dependents: UnitDependents) {}

  onModuleInit(): void {
    this.dependents.register(this);
  }

  async dependentsOf(query: QueryRows, unitIds: readonly Id[]): Promise<Dependents> {
    const [row] = await query<{ count: number; past: number }>(
      `select count(*) filter (where ended_at is null)::int as count, count(*) filter (where ended_at is not null)::int as past
         from role_grant where unit_id = any($1::uuid[])`,
      [unitIds],
    );
    return {
      label: { vi: 'quyền được cấp', en: 'grants' },
      ...row!,
      effect: {
        vi: 'đơn vị chuyển toàn bộ sang đơn vị khác thì quyền chuyển theo; đơn vị kết thúc không có kế thừa toàn bộ thì quyền hết tác dụng, cần cấp lại',
        en: 'follow a unit that passes as a whole to another; with a unit that ends otherwise they end and have to be granted again',
      },
    };
  }

  async restingOn(query: QueryRows, successions: readonly StandingSuccession[]): Promise<RestingRecords> {
    const counts = await query<{ predecessorId: Id; count: number }>(
      `select g."predecessorId", count(*)::int as count from ${grantsOnSuccessions(sql`$1`)} g group by 1 order by 1`,
      [JSON.stringify(successions)],
    );
    const label = {
      vi: 'quyền được cấp tại đơn vị kế thừa bởi người có quyền tại đơn vị cũ',
      en: 'grants at the successor by people with a right at the former unit',
    };
    return { label, counts };
  }
}
