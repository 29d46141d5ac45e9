import type { RestingKind } from '../../../platform/records/record-kind.js';

/** A person who has an account is not removed unseen: an administrator takes the link back first (`removeAccountPersonLink`). */
export const accountsOfPeople: RestingKind = {
  type: 'Account',
  table: 'account',
  links: { account_person: 'account_id' },
  seenBy: { action: 'account.manage' },
};
