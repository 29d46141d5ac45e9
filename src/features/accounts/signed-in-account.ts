import type { Actor } from '../../platform/access/actor.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import type { Id } from '../../shared/ids.js';
import { PlatformErrors } from '../../platform/errors/platform.errors.js';

/** The actor as the owner of an account, for commands on one’s own account. @throws ACCOUNT_NEEDED if the caller is a program */
export function signedInAccount({ signedIn }: RequestContext): Actor & { readonly id: Id } {
  if (signedIn.kind !== 'ACCOUNT' || signedIn.id === null) throw PlatformErrors.ACCOUNT_NEEDED();
  return { ...signedIn, id: signedIn.id };
}
