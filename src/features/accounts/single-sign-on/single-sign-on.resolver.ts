import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AllowEverywhere, Public } from '../../../platform/access/allow.js';
import { RequestContext } from '../../../platform/graphql/context.js';
import { mutate } from '../../../platform/graphql/mutation.js';
import { idOf } from '../../../platform/graphql/node.js';
import { AccountPayload } from '../account.graphql.js';
import { LinkOutsideIdentityInput, UnlinkOutsideIdentitiesInput } from './single-sign-on.graphql.js';
import { SingleSignOnService } from './single-sign-on.service.js';

@Resolver()
export class SingleSignOnResolver {
  constructor(private readonly signOn: SingleSignOnService) {}

  @Query(() => Boolean, {
    description: 'Whether people can sign in through the single sign-on system, at `/sign-in/oidc` (có đăng nhập một lần).',
  })
  @Public('says no more than the page to sign in')
  singleSignOn(): boolean {
    return this.signOn.isOffered;
  }

  @Mutation(() => AccountPayload, {
    description: 'Links an account with an identity of the single sign-on system (gắn danh tính đăng nhập một lần).',
  })
  @AllowEverywhere('account.manage')
  linkOutsideIdentity(
    @Args('input', { type: () => LinkOutsideIdentityInput }) input: LinkOutsideIdentityInput,
    @Context() context: RequestContext,
  ): Promise<AccountPayload> {
    return mutate(context, LinkOutsideIdentityInput, input, async () => ({
      account: await this.signOn.link(context.signedIn, {
        accountId: idOf('Account', input.accountId, 'accountId'),
        subject: input.subject,
      }),
    }));
  }

  @Mutation(() => AccountPayload, { description: 'Removes every single sign-on identity of an account (gỡ danh tính đăng nhập một lần).' })
  @AllowEverywhere('account.manage')
  unlinkOutsideIdentities(
    @Args('input', { type: () => UnlinkOutsideIdentitiesInput }) input: UnlinkOutsideIdentitiesInput,
    @Context() context: RequestContext,
  ): Promise<AccountPayload> {
    return mutate(context, UnlinkOutsideIdentitiesInput, input, async () => ({
      account: await this.signOn.unlink(context.signedIn, {
        accountId: idOf('Account', input.accountId, 'accountId'),
        reason: input.reason,
      }),
    }));
  }
}
