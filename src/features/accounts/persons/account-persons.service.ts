import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Problems } from '../../../platform/errors/domain-error.js';
import type { LocalDate } from '../../../shared/dates.js';
import { newId, type Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import { PersonErrors } from '../../people/person.errors.js';
import { PersonRights } from '../../people/person-rights.js';
import { lockAccount } from '../account.store.js';
import { AccountErrors } from '../accounts.errors.js';
import { AccountPersonEntity } from './account-person.entity.js';
import { linksDuring, lockLink, type AccountPersonRow } from './account-person.store.js';
import { AccountPersonsReader } from './account-persons.reader.js';

type GivenLink = AccountPersonRow & { readonly reason: string };

/** Says whose account it is, from a day to a day. */
@Injectable()
export class AccountPersonsService {
  constructor(
    private readonly db: Database,
    private readonly people: PersonRights,
    private readonly persons: AccountPersonsReader,
  ) {}

  /** @returns the account. @throws Refusal with all problems; then nothing is written. */
  link(actor: Actor, given: GivenLink): Promise<Id> {
    const { accountId, personId, validFrom, validTo } = given;
    return this.db.tx(actor, async tx => {
      await lockAccount(tx, accountId);
      if (!(await this.people.seesIn(tx, personId))) throw PersonErrors.PERSON_NOT_FOUND({ id: personId });
      refuseBackwards(validFrom, validTo);
      const validity = `[${validFrom},${validTo ?? ''}]`;
      await refuseTaken(tx, { accountId, personId, validity }, null);
      await tx.manager.insert(AccountPersonEntity, { id: newId(), accountId, personId, validity });
      return this.done(tx, 'account.personLinked', accountId, { after: { personId, validFrom, validTo }, reason: given.reason });
    });
  }

  /** @returns the account. */
  end(actor: Actor, { id, validTo, reason }: { readonly id: Id; readonly validTo: LocalDate; readonly reason: string }): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const { accountId, personId, ...days } = await lockLink(tx, id);
      if (validTo === days.validTo) return tx.unchanged(accountId);
      refuseBackwards(days.validFrom, validTo);
      const validity = `[${days.validFrom},${validTo}]`;
      await refuseTaken(tx, { accountId, personId, validity }, id);
      await tx.manager.update(AccountPersonEntity, { id }, { validity });
      const entry = { before: { personId, validTo: days.validTo }, after: { personId, validTo }, reason };
      return this.done(tx, 'account.personLinkEnded', accountId, entry);
    });
  }

  /** Removes a link that never was so. @returns the account. */
  remove(actor: Actor, { id, reason }: { readonly id: Id; readonly reason: string }): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const { accountId, ...before } = await lockLink(tx, id);
      await tx.manager.delete(AccountPersonEntity, { id });
      return this.done(tx, 'account.personLinkRemoved', accountId, { before, reason });
    });
  }

  private async done(
    tx: Tx,
    action: string,
    accountId: Id,
    { reason, ...entry }: { readonly before?: object; readonly after?: object; readonly reason: string },
  ): Promise<Id> {
    await tx.audit({ action, object: { type: 'Account', id: accountId }, ...entry, reason: cleanText(reason) });
    tx.afterCommit(() => this.persons.forget());
    return accountId;
  }
}

function refuseBackwards(first: LocalDate, last: LocalDate | null): void {
  if (last !== null && last < first) throw AccountErrors.ACCOUNT_LINK_BACKWARDS({ first, last }).at('validTo');
}

/** @param self the link whose last day is set: it can become later, too. */
async function refuseTaken(tx: Tx, link: Parameters<typeof linksDuring>[1], self: Id | null): Promise<void> {
  const problems = new Problems();
  for (const { ofAccount, person, account, period } of await linksDuring(tx, link, self)) {
    if (ofAccount) problems.add(AccountErrors.ACCOUNT_HAS_PERSON({ person, period }).at(self ? 'validTo' : 'accountId'));
    else problems.add(AccountErrors.PERSON_HAS_ACCOUNT({ account, period }).at(self ? 'validTo' : 'personId'));
  }
  problems.refuseIfAny();
}
