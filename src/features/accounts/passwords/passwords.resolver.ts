import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { AllowEverywhere, AllowWithPrintedPassword, Public } from '../../../platform/access/allow.js';
import { sessionCookie } from '../../../platform/access/session-cookie.js';
import { RequestContext } from '../../../platform/graphql/context.js';
import { mutate } from '../../../platform/graphql/mutation.js';
import { idOf } from '../../../platform/graphql/node.js';
import { signedInAccount } from '../signed-in-account.js';
import { withRetryAfter } from '../sign-in/retry-after.js';
import {
  ChangePasswordInput,
  IssuePasswordResetInput,
  PasswordPayload,
  PasswordResetPayload,
  ResetPasswordInput,
} from './password.graphql.js';
import { PasswordsService } from './passwords.service.js';

@Resolver()
export class PasswordsResolver {
  constructor(private readonly passwords: PasswordsService) {}

  @Mutation(() => PasswordResetPayload, {
    description: 'Issues a secret that sets a new password once, within three days (cấp mã đặt mật khẩu). An earlier secret becomes void.',
  })
  @AllowEverywhere('account.manage')
  issuePasswordReset(
    @Args('input', { type: () => IssuePasswordResetInput }) input: IssuePasswordResetInput,
    @Context() context: RequestContext,
  ): Promise<PasswordResetPayload> {
    return mutate(context, IssuePasswordResetInput, input, () =>
      this.passwords.issueReset(context.signedIn, idOf('Account', input.accountId, 'accountId')),
    );
  }

  @Mutation(() => PasswordPayload, {
    description:
      'Sets a new password with a secret of `issuePasswordReset` (đặt mật khẩu bằng mã dùng một lần). All sessions of the account end; sign in afterwards.',
  })
  @Public('a person who needs it cannot sign in; the one-time secret grants access')
  resetPassword(
    @Args('input', { type: () => ResetPasswordInput }) input: ResetPasswordInput,
    @Context() context: RequestContext,
  ): Promise<PasswordPayload> {
    return mutate(context, ResetPasswordInput, input, async () => {
      await this.passwords.reset(input, context);
      return {};
    });
  }

  @Mutation(() => PasswordPayload, {
    description: 'Changes your own password (đổi mật khẩu của tôi). All your sessions end; this browser receives a new one.',
  })
  @AllowWithPrintedPassword('account.own')
  changePassword(
    @Args('input', { type: () => ChangePasswordInput }) input: ChangePasswordInput,
    @Context() context: RequestContext,
  ): Promise<PasswordPayload> {
    return mutate(context, ChangePasswordInput, input, () =>
      withRetryAfter(context, async () => {
        const { secret } = await this.passwords.change(signedInAccount(context), input, context);
        context.reply.header('set-cookie', sessionCookie(secret));
        return {};
      }),
    );
  }
}
