import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ACCESS_MATRIX, type AccessMatrix } from '../../../platform/access/access-rules.js';
import { ROLES, type GrantScope } from '../../../platform/access/actor.js';
import { RightHolders, type RightHoldersSource } from '../../../platform/access/right-holders.port.js';
import { UnitScope } from '../../../platform/access/unit-scope.port.js';
import { Database } from '../../../platform/database/database.js';
import type { Id } from '../../../shared/ids.js';

/** Answers the platform’s port: the units at which some grant of today, of an account that is not blocked or of a program, allows an action. */
@Injectable()
export class RightHoldersReader implements OnModuleInit, RightHoldersSource {
  constructor(
    private readonly db: Database,
    private readonly holders: RightHolders,
    private readonly scope: UnitScope,
    @Inject(ACCESS_MATRIX) private readonly matrix: AccessMatrix,
  ) {}

  onModuleInit(): void {
    this.holders.register(this);
  }

  async unitsWithout(action: string, unitIds: readonly Id[]): Promise<ReadonlySet<Id>> {
    if (unitIds.length === 0) return new Set();
    const roles = ROLES.filter(role => this.matrix[role].includes(action));
    const scopes = await this.db.rows<GrantScope>(
      `select distinct g.unit_id as "unitId", g.line from role_grant g left join account a on a.id = g.account_id
        left join api_token t on t.id = g.api_token_id
        where g.role = any($1) and g.validity @> $2::date and g.ended_at is null and a.blocked_at is null and t.revoked_at is null`,
      [roles, this.db.today()],
    );
    if (scopes.some(({ unitId, line }) => unitId === null && line === null)) return new Set();
    const reached = await this.scope.reached(scopes);
    return new Set(unitIds.filter(id => !reached.has(id)));
  }
}
