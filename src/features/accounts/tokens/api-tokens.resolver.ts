import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AllowEverywhere } from '../../../platform/access/allow.js';
import type { Page } from '../../../platform/graphql/connection.js';
import { RequestContext } from '../../../platform/graphql/context.js';
import { mutate } from '../../../platform/graphql/mutation.js';
import { idOf } from '../../../platform/graphql/node.js';
import { ShowsPage, declared } from '../../../platform/views/shows.js';
import { signedInAccount } from '../signed-in-account.js';
import {
  ApiToken,
  ApiTokenConnection,
  ApiTokenPayload,
  ApiTokensArgs,
  CreateApiTokenInput,
  CreateApiTokenPayload,
  RevokeApiTokenInput,
} from './api-token.graphql.js';
import { apiTokenView } from './api-token.view.js';
import { ApiTokensService } from './api-tokens.service.js';

@Resolver(() => ApiToken)
export class ApiTokensResolver {
  constructor(private readonly service: ApiTokensService) {}

  @Query(() => ApiTokenConnection, { description: 'Tokens of programs, for administrators (danh sách mã truy cập).' })
  @AllowEverywhere('apiToken.manage')
  @ShowsPage(apiTokenView)
  apiTokens(@Args() _args: ApiTokensArgs): Page<ApiToken> {
    return declared();
  }

  @Mutation(() => CreateApiTokenPayload, {
    description:
      'Creates a token for a program, with one role that does not exceed your own rights, by default that of a reader (cấp mã truy cập). Only a person can do this (`ACCOUNT_NEEDED`).',
  })
  @AllowEverywhere('apiToken.manage')
  createApiToken(
    @Args('input', { type: () => CreateApiTokenInput }) input: CreateApiTokenInput,
    @Context() context: RequestContext,
  ): Promise<CreateApiTokenPayload> {
    return mutate(context, CreateApiTokenInput, input, async () => {
      const { name, role, line = null, validFrom = null, lastDay } = input;
      const unitId = input.unitId ? idOf('Unit', input.unitId, 'unitId') : null;
      const { id, token } = await this.service.issueToken(signedInAccount(context), { name, role, unitId, line, validFrom, lastDay });
      return { token, apiToken: id };
    });
  }

  @Mutation(() => ApiTokenPayload, { description: 'Revokes a token (thu hồi mã truy cập).' })
  @AllowEverywhere('apiToken.manage')
  revokeApiToken(
    @Args('input', { type: () => RevokeApiTokenInput }) input: RevokeApiTokenInput,
    @Context() context: RequestContext,
  ): Promise<ApiTokenPayload> {
    return mutate(context, RevokeApiTokenInput, input, async () => ({
      apiToken: await this.service.revokeToken(context.signedIn, { id: idOf('ApiToken', input.id, 'id'), reason: input.reason }),
    }));
  }
}
