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
import { filesOnSuccessions } from './files-on-successions-sql.js';

/** Answers a port of units: how many models refer to units, and what an event of the units does to them. */
@Injectable()
export class ModelDependents implements OnModuleInit, DependentsSource {
  readonly name = 'models';

  constructor(private readonly dependents: UnitDependents) {}

  onModuleInit(): void {
    this.dependents.register(this);
  }

  async dependentsOf(query: QueryRows, unitIds: readonly Id[]): Promise<Dependents> {
    const [row] = await query<{ count: number; past: number }>(
      `with now as (
         select id from emulation_model where unit_id = any($1::uuid[])
         union select model_id from emulation_model_joint_owner where unit_id = any($1::uuid[])
         union select id from emulation_model where holder_id = any($1::uuid[]))
       select (select count(*) from now)::int as count,
              (select count(distinct model_id) from model_step where unit_id = any($1::uuid[]) and model_id not in (select id from now))::int as past`,
      [unitIds],
    );
    return {
      label: { vi: 'mô hình', en: 'models' },
      ...row!,
      effect: {
        vi: 'giữ nguyên dưới tên đơn vị cũ, hồ sơ nằm ở đâu vẫn ở đó; số liệu quy đổi theo đơn vị kế thừa toàn bộ, nếu không có thì theo đơn vị cấp trên',
        en: 'stay with their unit, and files where they lie; restated figures follow whole successors, or else the unit above',
      },
    };
  }

  async restingOn(query: QueryRows, successions: readonly StandingSuccession[]): Promise<RestingRecords> {
    const counts = await query<{ predecessorId: Id; count: number }>(
      `select f."predecessorId", count(*)::int as count from ${filesOnSuccessions(sql`$1`)} f group by 1 order by 1`,
      [JSON.stringify(successions)],
    );
    const label = {
      vi: 'hồ sơ mô hình mà đơn vị kế thừa đã nhận hoặc giải quyết thay',
      en: 'files of models that the successor received or decided in its place',
    };
    return { label, counts };
  }
}
