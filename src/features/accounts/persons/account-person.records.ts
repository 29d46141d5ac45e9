import type { RestingKind } from '../../../platform/records/record-kind.js';

/**
 * A person who has an account is not removed unseen: an administrator takes the link back first (`removeAccountPersonLink`). Nor are they merged by
 * those who only edit people: the account would become another person's, or a council member would become its person.
 */
export const accountsOfPeople: RestingKind = {
  type: 'Account',
  table: 'account',
  links: { account_person: 'account_id' },
  seenBy: { action: 'account.manage' },
  mergedBy: 'account.manage',
};
