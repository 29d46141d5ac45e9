import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Problems } from '../../../platform/errors/domain-error.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import { GrantRights } from './grant-rights.js';
import { GrantErrors } from './grant.errors.js';
import { grantIn, isActiveAccount, insertGrant, isHeldBy, lockGrants, sameGrantIn, type GrantRecord } from './grant.store.js';
import { GrantsReader } from './grants.reader.js';

export interface Delegation {
  readonly grantId: Id;
  readonly toAccountId: Id;
  /** `null`: today. */
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate;
  readonly reason: string;
  readonly paperNumber: string | null;
}

/**
 * Delegations (uỷ quyền): a grant delegated for a time to a person who acts for its holder. The whole grant is delegated, with its role, unit and
 * line; the delegation ends no later than the grant and cannot be delegated further. The audit trail states on whose behalf it was used (`Rights`).
 */
@Injectable()
export class DelegationsService {
  constructor(
    private readonly db: Database,
    private readonly grants: GrantsReader,
    private readonly grantRights: GrantRights,
  ) {}

  /**
   * Done by the holder, or on their behalf by an actor who may give the role.
   * @throws GRANT_NOT_FOUND also for a grant that the actor neither holds nor may give; GRANT_TO_ONESELF; Refusal with all problems of the input
   */
  delegateGrant(actor: Actor, given: Delegation, idempotencyKey?: string | null): Promise<Id> {
    const { grantId, toAccountId } = given;
    if (isHeldBy(actor, toAccountId)) throw GrantErrors.GRANT_TO_ONESELF().at('toAccountId');
    return this.db.once(actor, { key: idempotencyKey, command: 'delegateGrant', input: given }, async tx => {
      await lockGrants(tx);
      const original = await grantIn(tx, grantId);
      const isOwn = original?.holder.kind === 'ACCOUNT' && isHeldBy(actor, original.holder.id);
      if (!original || !(isOwn || (await this.grantRights.mayGive(actor, original)))) throw GrantErrors.GRANT_NOT_FOUND({ id: grantId });
      if (!isOwn && !(await this.grantRights.mayGive(actor, original, given.validTo))) throw GrantErrors.GRANT_BEYOND_OWN();
      const problems = new Problems();
      refuseUnlessDelegable(original, problems);
      await this.checkDeputy(tx, original, toAccountId, problems);
      const [first, last] = [given.validFrom ?? tx.today, given.validTo];
      if (last < first || last < tx.today) problems.add(GrantErrors.GRANT_DATES({ first, last }).at('validTo'));
      else checkWithinOriginal(original, first, last, problems);
      const holder = { kind: 'ACCOUNT', id: toAccountId } as const;
      const { role, unitId, line } = original;
      const granted = { holder, role, unitId, line, validFrom: first, validTo: last, reason: given.reason };
      const same = last < first ? undefined : await sameGrantIn(tx, granted, grantId);
      if (same !== undefined) problems.add(GrantErrors.GRANT_HELD({ period: same }).at('toAccountId'));
      problems.refuseIfAny();
      const paperNumber = given.paperNumber === null ? null : cleanText(given.paperNumber);
      tx.afterCommit(() => this.grants.forget(holder));
      return insertGrant(tx, granted, { delegatedFrom: grantId, paperNumber });
    });
  }

  /** A blocked account is answered like one that does not exist. */
  private async checkDeputy(tx: Tx, { holder }: GrantRecord, accountId: Id, problems: Problems): Promise<void> {
    if (!(await isActiveAccount(tx, accountId))) problems.add(GrantErrors.GRANT_HOLDER_UNKNOWN().at('toAccountId'));
    else if (holder.id === accountId) problems.add(GrantErrors.GRANT_DELEGATE_IS_HOLDER().at('toAccountId'));
  }
}

function refuseUnlessDelegable({ holder, principalId, ended }: GrantRecord, problems: Problems): void {
  if (holder.kind === 'TOKEN') problems.add(GrantErrors.GRANT_OF_PROGRAM().at('grantId'));
  if (principalId !== null) problems.add(GrantErrors.GRANT_DELEGATED_ALREADY().at('grantId'));
  if (ended) problems.add(GrantErrors.GRANT_ENDED().at('grantId'));
}

function checkWithinOriginal({ first: from, last: to }: GrantRecord, first: LocalDate, last: LocalDate, problems: Problems): void {
  if ((from === null || first >= from) && (to === null || last <= to)) return;
  problems.add(GrantErrors.GRANT_BEYOND_ORIGINAL({ first, last, from: from ?? '…', to: to ?? '…' }).at('validTo'));
}
