import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { Id } from '../../../shared/ids.js';
import { UnitDependents, type Dependents, type DependentsSource } from '../../units/unit-dependents.port.js';

/** Registers proposals at the port of the units. Holds are counted for nobody who does not decide about them. */
@Injectable()
export class ProposalDependents implements OnModuleInit, DependentsSource {
  readonly name = 'proposals';

  constructor(private readonly dependents: UnitDependents) {}

  onModuleInit(): void {
    this.dependents.register(this);
  }

  async dependentsOf(query: QueryRows, unitIds: readonly Id[]): Promise<Dependents> {
    const [row] = await query<{ n: number }>(
      `select count(*)::int as n from proposal where state <> 'DECIDED' and (proposer_id = any($1::uuid[]) or issuer_id = any($1::uuid[]))`,
      [unitIds],
    );
    return {
      label: { vi: 'tờ trình khen thưởng chưa quyết định', en: 'proposals not decided' },
      count: row!.n,
      effect: {
        vi: 'giữ nguyên; cơ quan đã trình đi không còn thẩm quyền thì trả lại và trình cơ quan kế thừa',
        en: 'stay; one at a body that loses the power is returned and sent to the body that succeeds it',
      },
    };
  }
}
