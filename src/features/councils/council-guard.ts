import { Injectable } from '@nestjs/common';
import { Rights } from '../../platform/access/rights.js';
import type { Tx } from '../../platform/database/tx.js';
import type { DomainError } from '../../platform/errors/domain-error.js';
import { Scopes } from '../../platform/views/scopes.js';
import type { Id } from '../../shared/ids.js';
import { CouncilErrors } from './council.errors.js';
import { councilOf, lockCouncil, type CouncilRow } from './council.store.js';
import { councilView } from './council.view.js';

const NOT_FOUND = {
  council_member: CouncilErrors.COUNCIL_MEMBER_NOT_FOUND,
  council_rule: CouncilErrors.COUNCIL_RULE_NOT_FOUND,
  council_session: CouncilErrors.COUNCIL_SESSION_NOT_FOUND,
} as const;

/** Who may manage a council. Every command locks it first, so that what is counted does not change meanwhile. */
@Injectable()
export class CouncilGuard {
  constructor(
    private readonly scopes: Scopes,
    private readonly rights: Rights,
  ) {}

  /** @throws COUNCIL_NOT_FOUND for one that the actor does not see, exactly as for an unknown id; OUT_OF_REACH for one that they only see. */
  require(tx: Tx, id: Id): Promise<CouncilRow> {
    return this.locked(tx, id, CouncilErrors.COUNCIL_NOT_FOUND({ id }));
  }

  /** The council of a member, a rule or a session. @throws the part’s own NOT_FOUND, OUT_OF_REACH */
  async requireOf(tx: Tx, table: keyof typeof NOT_FOUND, id: Id): Promise<CouncilRow> {
    const councilId = await councilOf(tx, table, id);
    const notFound = NOT_FOUND[table]({ id });
    if (councilId === undefined) throw notFound;
    return this.locked(tx, councilId, notFound);
  }

  private async locked(tx: Tx, id: Id, notFound: DomainError): Promise<CouncilRow> {
    if (!(await this.scopes.sees(tx, councilView, id))) throw notFound;
    const council = await lockCouncil(tx, id);
    await this.rights.require(tx, 'council.manage', council.unitId);
    return council;
  }
}
