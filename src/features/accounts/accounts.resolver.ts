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
import { ownAccount } from './own-account.js';

@Resolver(() => Account)
export class AccountsResolver {
  constructor(private readonly service: AccountsService) {}

  @Query(() => AccountConnection, { description: 'Accounts, for administrators (danh sách tài khoản).' })
  @AllowEverywhere('account.manage')
  @ShowsPage(accountView)
  accounts(@Args() _args: AccountsArgs): Page<Account> {
    return declared();
  }

  @Mutation(() => AccountPayload, { description: 'Tạo tài khoản; its password comes by issuePasswordReset.' })
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
    description: 'Sửa tên hiển thị, thư điện tử của tài khoản. The sign-in name stays: the trail knows it.',
  })
  @AllowEverywhere('account.manage')
  changeAccount(
    @Args('input', { type: () => ChangeAccountInput }) input: ChangeAccountInput,
    @Context() context: RequestContext,
  ): Promise<AccountPayload> {
    return mutate(context, ChangeAccountInput, input, async () => {
      const { displayName, email, reason } = input;
      const id = idOf('Account', input.id, 'id');
      return { account: await this.service.changeAccount(context.signedIn, { id, displayName: displayName ?? undefined, email, reason }) };
    });
  }

  @Mutation(() => AccountPayload, { description: 'Đổi tên hiển thị của tôi. The e-mail is for administrators to change.' })
  @Allow('account.own')
  changeMyName(
    @Args('input', { type: () => ChangeMyNameInput }) input: ChangeMyNameInput,
    @Context() context: RequestContext,
  ): Promise<AccountPayload> {
    return mutate(context, ChangeMyNameInput, input, async () => {
      const own = ownAccount(context);
      return { account: await this.service.changeAccount(own, { id: own.id, displayName: input.displayName }) };
    });
  }

  @Mutation(() => AccountPayload, { description: 'Khóa tài khoản: all its sessions end at once.' })
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

  @Mutation(() => AccountPayload, { description: 'Mở khóa tài khoản.' })
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
