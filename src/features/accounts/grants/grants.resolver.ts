import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../platform/access/allow.js';
import type { Page } from '../../../platform/graphql/connection.js';
import { RequestContext } from '../../../platform/graphql/context.js';
import { mutate } from '../../../platform/graphql/mutation.js';
import { idOf } from '../../../platform/graphql/node.js';
import { ShowsPage, declared } from '../../../platform/views/shows.js';
import { DelegationsService } from './delegations.service.js';
import {
  DelegateGrantInput,
  EndGrantInput,
  GiveGrantInput,
  RoleGrant,
  RoleGrantConnection,
  RoleGrantPayload,
  RoleGrantsArgs,
} from './grant.graphql.js';
import { holderOf, roleGrantView } from './grant.view.js';
import { GrantsService } from './grants.service.js';
import { colleagueView } from './colleague.view.js';
import { Colleague, ColleagueConnection, ColleaguesArgs } from './colleague.graphql.js';

/** Gives, delegates, ends and lists grants. */
@Resolver(() => RoleGrant)
export class GrantsResolver {
  constructor(
    private readonly service: GrantsService,
    private readonly delegations: DelegationsService,
  ) {}

  @Query(() => RoleGrantConnection, {
    description: 'Grants past and present, the latest first: your own and those you may see (quyền được cấp).',
  })
  @Allow('registry.read')
  @ShowsPage(roleGrantView)
  grants(@Args() _args: RoleGrantsArgs): Page<RoleGrant> {
    return declared();
  }

  @Query(() => ColleagueConnection, {
    description:
      'Active accounts at the units that you read, by given name, to give or delegate a right to one of them (danh sách đồng nghiệp).',
  })
  @Allow('grant.delegate')
  @ShowsPage(colleagueView)
  colleagues(@Args() _args: ColleaguesArgs): Page<Colleague> {
    return declared();
  }

  @Mutation(() => RoleGrantPayload, {
    description: 'Gives a role to an account or a token, within the limits of the giver’s own right to give (cấp quyền).',
  })
  @Allow('grant.give')
  giveGrant(
    @Args('input', { type: () => GiveGrantInput }) input: GiveGrantInput,
    @Context() context: RequestContext,
  ): Promise<RoleGrantPayload> {
    return mutate(context, GiveGrantInput, input, async () => {
      const { role, unitId, line = null, validFrom = null, validTo = null, reason } = input;
      const given = { role, line, validFrom, validTo, reason, unitId: unitId ? idOf('Unit', unitId, 'unitId') : null };
      const holder = holderOf(input.holderId, 'holderId');
      return { grant: await this.service.giveGrant(context.signedIn, { ...given, holder }, input.idempotencyKey) };
    });
  }

  @Mutation(() => RoleGrantPayload, {
    description:
      'Delegates a grant until a day to an account that acts for its holder (uỷ quyền). It is entered by the holder or by someone who may give the role.',
  })
  @Allow('grant.delegate')
  delegateGrant(
    @Args('input', { type: () => DelegateGrantInput }) input: DelegateGrantInput,
    @Context() context: RequestContext,
  ): Promise<RoleGrantPayload> {
    return mutate(context, DelegateGrantInput, input, async () => {
      const { validFrom = null, validTo, reason, paperNumber = null } = input;
      const ids = { grantId: idOf('RoleGrant', input.grantId, 'grantId'), toAccountId: idOf('Account', input.toAccountId, 'toAccountId') };
      const given = { ...ids, validFrom, validTo, reason, paperNumber };
      return { grant: await this.delegations.delegateGrant(context.signedIn, given, input.idempotencyKey) };
    });
  }

  @Mutation(() => RoleGrantPayload, {
    description:
      'Ends a grant at once, with every delegation of it (thu hồi quyền). Allowed to those who may give the role or have delegated it.',
  })
  @Allow('grant.delegate')
  endGrant(
    @Args('input', { type: () => EndGrantInput }) input: EndGrantInput,
    @Context() context: RequestContext,
  ): Promise<RoleGrantPayload> {
    return mutate(context, EndGrantInput, input, async () => {
      const { expectedVersion, reason } = input;
      return { grant: await this.service.endGrant(context.signedIn, { id: idOf('RoleGrant', input.id, 'id'), expectedVersion, reason }) };
    });
  }
}
