import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, AllowEverywhere } from '../../platform/access/allow.js';
import type { Page } from '../../platform/graphql/connection.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { mutate } from '../../platform/graphql/mutation.js';
import { idOf } from '../../platform/graphql/node.js';
import { ShowsPage, declared } from '../../platform/views/shows.js';
import {
  Account,
  AccountConnection,
  AccountPayload,
  AccountsArgs,
  BlockAccountInput,
  ChangeAccountInput,
  ChangeMyNameInput,
  CreateAccountInput,
  UnblockAccountInput,
} from './account.graphql.js';
import { accountView } from './account.view.js';
import { AccountsService } from './accounts.service.js';
import { signedInAccount } from './signed-in-account.js';

@Resolver(() => Account)
export class AccountsResolver {
  constructor(private readonly service: AccountsService) {}

  @Query(() => AccountConnection, { description: 'Accounts, for administrators (danh sách tài khoản).' })
  @AllowEverywhere('account.manage')
  @ShowsPage(accountView)
  accounts(@Args() _args: AccountsArgs): Page<Account> {
    return declared();
  }

  @Mutation(() => AccountPayload, {
    description: 'Creates an account (tạo tài khoản). It has no password until the secret of `issuePasswordReset` has been used.',
  })
  @AllowEverywhere('account.manage')
  createAccount(
    @Args('input', { type: () => CreateAccountInput }) input: CreateAccountInput,
    @Context() context: RequestContext,
  ): Promise<AccountPayload> {
    return mutate(context, CreateAccountInput, input, async () => {
      const { name, displayName, email = null } = input;
      return { account: await this.service.createAccount(context.signedIn, { name, displayName, email }) };
    });
  }

  @Mutation(() => AccountPayload, {
    description:
      'Changes the display name or the e-mail of an account (sửa tài khoản). The sign-in name remains, because the audit trail refers to it.',
  })
  @AllowEverywhere('account.manage')
  changeAccount(
    @Args('input', { type: () => ChangeAccountInput }) input: ChangeAccountInput,
    @Context() context: RequestContext,
  ): Promise<AccountPayload> {
    return mutate(context, ChangeAccountInput, input, async () => {
      const { displayName, email, reason } = input;
      const id = idOf('Account', input.id, 'id');
      return { account: await this.service.changeAccount(context.signedIn, { id, displayName, email, reason }) };
    });
  }

  @Mutation(() => AccountPayload, {
    description: 'Changes your own display name (đổi tên hiển thị của tôi). Only administrators change e-mail addresses.',
  })
  @Allow('account.own')
  changeMyName(
    @Args('input', { type: () => ChangeMyNameInput }) input: ChangeMyNameInput,
    @Context() context: RequestContext,
  ): Promise<AccountPayload> {
    return mutate(context, ChangeMyNameInput, input, async () => {
      const own = signedInAccount(context);
      return { account: await this.service.changeAccount(own, { id: own.id, displayName: input.displayName }) };
    });
  }

  @Mutation(() => AccountPayload, { description: 'Blocks an account (khóa tài khoản). All its sessions end at once.' })
  @AllowEverywhere('account.manage')
  blockAccount(
    @Args('input', { type: () => BlockAccountInput }) input: BlockAccountInput,
    @Context() context: RequestContext,
  ): Promise<AccountPayload> {
    return mutate(context, BlockAccountInput, input, async () => {
      const given = { id: idOf('Account', input.id, 'id'), reason: input.reason };
      return { account: await this.service.blockAccount(context.signedIn, given) };
    });
  }

  @Mutation(() => AccountPayload, { description: 'Unblocks an account (mở khóa tài khoản).' })
  @AllowEverywhere('account.manage')
  unblockAccount(
    @Args('input', { type: () => UnblockAccountInput }) input: UnblockAccountInput,
    @Context() context: RequestContext,
  ): Promise<AccountPayload> {
    return mutate(context, UnblockAccountInput, input, async () => {
      const given = { id: idOf('Account', input.id, 'id'), reason: input.reason };
      return { account: await this.service.unblockAccount(context.signedIn, given) };
    });
  }
}
