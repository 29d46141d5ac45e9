import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, AllowEverywhere } from '../../../platform/access/allow.js';
import { RequestContext } from '../../../platform/graphql/context.js';
import { mutate } from '../../../platform/graphql/mutation.js';
import { idOf } from '../../../platform/graphql/node.js';
import { AccountPayload } from '../account.graphql.js';
import { signedInAccount } from '../signed-in-account.js';
import { PasswordProof } from '../passwords/password-proof.js';
import { withRetryAfter } from '../sign-in/retry-after.js';
import {
  ConfirmSecondFactorInput,
  ConfirmSecondFactorPayload,
  EnrolSecondFactorInput,
  EnrolSecondFactorPayload,
  RemoveSecondFactorInput,
  SwitchOffSecondFactorInput,
} from './second-factor.graphql.js';
import { SecondFactorsService } from './second-factors.service.js';

@Resolver()
export class SecondFactorsResolver {
  constructor(
    private readonly factors: SecondFactorsService,
    private readonly proof: PasswordProof,
  ) {}

  @Mutation(() => EnrolSecondFactorPayload, {
    description: 'Creates a secret for an authenticator app (thêm xác thực hai lớp). It takes effect with `confirmSecondFactor`.',
  })
  @Allow('account.own')
  enrolSecondFactor(
    @Args('input', { type: () => EnrolSecondFactorInput }) input: EnrolSecondFactorInput,
    @Context() context: RequestContext,
  ): Promise<EnrolSecondFactorPayload> {
    return mutate(context, EnrolSecondFactorInput, input, async () => {
      await withRetryAfter(context, () => this.proof.demand(signedInAccount(context), input.currentPassword, context));
      return this.factors.enrol(signedInAccount(context));
    });
  }

  @Mutation(() => ConfirmSecondFactorPayload, {
    description: 'Confirms the second factor with a first code; `signIn` requires one from then on (xác nhận xác thực hai lớp).',
  })
  @Allow('account.own')
  confirmSecondFactor(
    @Args('input', { type: () => ConfirmSecondFactorInput }) input: ConfirmSecondFactorInput,
    @Context() context: RequestContext,
  ): Promise<ConfirmSecondFactorPayload> {
    return mutate(context, ConfirmSecondFactorInput, input, async () => ({
      recoveryCodes: await this.factors.confirm(signedInAccount(context), input.code),
    }));
  }

  @Mutation(() => AccountPayload, { description: 'Switches off your own second factor (tắt xác thực hai lớp của tôi).' })
  @Allow('account.own')
  switchOffSecondFactor(
    @Args('input', { type: () => SwitchOffSecondFactorInput }) input: SwitchOffSecondFactorInput,
    @Context() context: RequestContext,
  ): Promise<AccountPayload> {
    return mutate(context, SwitchOffSecondFactorInput, input, async () => {
      const actor = signedInAccount(context);
      await withRetryAfter(context, () => this.proof.demand(actor, input.currentPassword, context));
      return { account: await this.factors.remove(actor, actor.id, null) };
    });
  }

  @Mutation(() => AccountPayload, {
    description: 'Removes the second factor of an account whose owner has lost the device (gỡ xác thực hai lớp).',
  })
  @AllowEverywhere('account.manage')
  removeSecondFactor(
    @Args('input', { type: () => RemoveSecondFactorInput }) input: RemoveSecondFactorInput,
    @Context() context: RequestContext,
  ): Promise<AccountPayload> {
    return mutate(context, RemoveSecondFactorInput, input, async () => ({
      account: await this.factors.remove(context.signedIn, idOf('Account', input.accountId, 'accountId'), input.reason),
    }));
  }
}
