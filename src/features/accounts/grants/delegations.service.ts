import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Problems } from '../../../platform/errors/domain-error.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import { GivingRights } from './giving-rights.js';
import { GrantErrors } from './grant.errors.js';
import { grantIn, insertGrant, isHeldBy, oneAtATime, type GrantNow } from './grant.store.js';
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
 * Uỷ quyền: a grant handed on for a time to somebody who acts for its holder. What is handed on is the grant itself, whole: its role, its unit,
 * its line, never longer, and not on from there. What is done by it shows in the trail for whom it was done (`Rights`).
 */
@Injectable()
export class DelegationsService {
  constructor(
    private readonly db: Database,
    private readonly grants: GrantsReader,
    private readonly giving: GivingRights,
  ) {}

  /**
   * By the holder, or entered for them by whoever may give the role.
   * @throws GRANT_NOT_FOUND also for a grant that is neither the actor's nor theirs to give; GRANT_TO_ONESELF; Refusal with everything a person can mend.
   */
  delegateGrant(actor: Actor, given: Delegation, idempotencyKey?: string | null): Promise<Id> {
    const { grantId, toAccountId } = given;
    if (isHeldBy(actor, toAccountId)) throw GrantErrors.GRANT_TO_ONESELF().at('toAccountId');
    return this.db.once(actor, { key: idempotencyKey, command: 'delegateGrant', input: given }, async tx => {
      await oneAtATime(tx);
      const original = await grantIn(tx, grantId);
      const isOwn = original?.holder.kind === 'ACCOUNT' && isHeldBy(actor, original.holder.id);
      if (!original || !(isOwn || (await this.giving.mayGive(actor, original)))) throw GrantErrors.GRANT_NOT_FOUND({ id: grantId });
      if (!isOwn && !(await this.giving.mayGive(actor, original, given.validTo))) throw GrantErrors.GRANT_BEYOND_OWN();
      const problems = new Problems();
      refuseWhatIsNotHandedOn(original, problems);
      await this.checkDeputy(tx, original, toAccountId, problems);
      const [first, last] = [given.validFrom ?? tx.today, given.validTo];
      if (last < first || last < tx.today) problems.add(GrantErrors.GRANT_DATES({ first, last }).at('validTo'));
      else checkDays(original, first, last, problems);
      problems.refuseIfAny();
      const holder = { kind: 'ACCOUNT', id: toAccountId } as const;
      const { role, unitId, line } = original;
      const granted = { holder, role, unitId, line, validFrom: first, validTo: last, reason: given.reason };
      const paperNumber = given.paperNumber === null ? null : cleanText(given.paperNumber);
      tx.afterCommit(() => this.grants.forget(holder));
      return insertGrant(tx, granted, { delegatedFrom: grantId, paperNumber });
    });
  }

  /** A blocked account is no deputy and gets the answer of one that does not exist. */
  private async checkDeputy(tx: Tx, { holder }: GrantNow, accountId: Id, problems: Problems): Promise<void> {
    const [known] = await tx.query(`select from account where id = $1 and blocked_at is null for share`, [accountId]);
    if (!known) problems.add(GrantErrors.GRANT_HOLDER_UNKNOWN().at('toAccountId'));
    else if (holder.id === accountId) problems.add(GrantErrors.GRANT_DELEGATE_IS_HOLDER().at('toAccountId'));
  }
}

function refuseWhatIsNotHandedOn({ holder, principalId, ended }: GrantNow, problems: Problems): void {
  if (holder.kind === 'TOKEN') problems.add(GrantErrors.GRANT_OF_PROGRAM().at('grantId'));
  if (principalId !== null) problems.add(GrantErrors.GRANT_DELEGATED_ALREADY().at('grantId'));
  if (ended) problems.add(GrantErrors.GRANT_ENDED().at('grantId'));
}

function checkDays({ first: from, last: to }: GrantNow, first: LocalDate, last: LocalDate, problems: Problems): void {
  if ((from === null || first >= from) && (to === null || last <= to)) return;
  problems.add(GrantErrors.GRANT_BEYOND_ORIGINAL({ first, last, from: from ?? '…', to: to ?? '…' }).at('validTo'));
}
