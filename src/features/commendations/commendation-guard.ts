import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Rights } from '../../platform/access/rights.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/database/expected-version.js';
import type { Tx } from '../../platform/database/tx.js';
import { Scopes } from '../../platform/views/scopes.js';
import type { Id } from '../../shared/ids.js';
import { DecisionsReader } from '../decisions/decisions.reader.js';
import type { CommendationEntity } from './commendation.entity.js';
import { CommendationErrors } from './commendation.errors.js';
import { decisionOf, listOf, lockCommendation, removalOf } from './commendation.store.js';
import { commendationView } from './commendation.view.js';
import type { TitledRecipient } from './money/title.finder.js';
import { lockTitles, titledBy } from './money/title.store.js';

/** A commendation, and the version of it that the sender has read. */
export interface SeenCommendation {
  readonly id: Id;
  readonly expectedVersion: number;
}

/** Whose titles a command on a commendation pays anew. */
type TitledOf = (tx: Tx, id: Id) => Promise<readonly TitledRecipient[]>;

/** Checks the rights of an actor for every command on one commendation. */
@Injectable()
export class CommendationGuard {
  constructor(
    private readonly scopes: Scopes,
    private readonly rights: Rights,
    private readonly db: Database,
    private readonly decisions: DecisionsReader,
  ) {}

  /**
   * The commendation, locked until the transaction ends, if the actor has the right at its issuer; where that is not known, at the unit of the recipient.
   * @param titled whose titles the command pays anew; default: the recipients of the commendation and of its names.
   * @throws COMMENDATION_NOT_FOUND for one that the actor does not see, exactly as for an unknown id.
   */
  async require(
    tx: Tx,
    action: string,
    { id, expectedVersion }: SeenCommendation,
    titled: TitledOf = titledBy,
  ): Promise<CommendationEntity> {
    if (!(await this.scopes.sees(tx, commendationView, id))) throw CommendationErrors.COMMENDATION_NOT_FOUND({ id });
    await this.lockFirst(tx, id, titled);
    const row = await this.lock(tx, id);
    await this.rights.require(tx, action, row.placeId);
    requireVersion(expectedVersion, row.version);
    return row;
  }

  /**
   * What is locked before a commendation, in the order of every command: its decision, so that it waits for those who revoke the decision or grant more by
   * it; its list, or the list that it is; the titles of its recipients, all at once.
   */
  async lockFirst(tx: Tx, id: Id, titled: TitledOf = titledBy): Promise<void> {
    const decisionId = await decisionOf(tx, id);
    if (decisionId !== null) await this.decisions.decisionIn(tx, decisionId, 'update');
    const listId = await listOf(tx, id);
    if (listId !== null) await lockCommendation(tx, listId);
    await lockTitles(tx, await titled(tx, id));
  }

  async lock(tx: Tx, id: Id): Promise<CommendationEntity> {
    const row = await lockCommendation(tx, id);
    if (!row) throw CommendationErrors.COMMENDATION_NOT_FOUND({ id });
    return row;
  }

  refuseRevoked({ revokedOn }: CommendationEntity): void {
    if (revokedOn !== null) throw CommendationErrors.COMMENDATION_REVOKED_ALREADY({ date: revokedOn });
  }

  /** What removing takes besides the right to remove: neither column changes once it is written. One that the actor does not see is refused as unknown later. */
  async requireRemoval(actor: Actor, id: Id): Promise<void> {
    const reading = { actor, query: this.db.rows, today: this.db.today() };
    const found = (await this.scopes.sees(reading, commendationView, id)) && (await removalOf(this.db.rows, id));
    if (!found) return;
    if (found.partOfId !== null) throw CommendationErrors.COMMENDATION_PART_OF_A_LIST();
    if (!found.fromPaper) await this.rights.requireToRead(actor, 'commendation.grant', found.placeId);
  }
}
