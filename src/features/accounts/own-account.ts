import type { Actor } from '../../platform/access/actor.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import type { Id } from '../../shared/ids.js';
import { AccountErrors } from './accounts.errors.js';

/** The person who asks, acting on their own account. @throws ACCOUNT_NEEDED where a program asks. */
export function ownAccount({ signedIn }: RequestContext): Actor & { readonly id: Id } {
  if (signedIn.kind !== 'ACCOUNT' || signedIn.id === null) throw AccountErrors.ACCOUNT_NEEDED();
  return { ...signedIn, id: signedIn.id };
}
