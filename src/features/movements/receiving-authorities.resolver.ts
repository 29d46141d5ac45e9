import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.js';
import type { Page } from '../../platform/graphql/connection.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { mutate } from '../../platform/graphql/mutation.js';
import { idOf } from '../../platform/graphql/node.js';
import { ShowsPage, declared } from '../../platform/views/shows.js';
import { ReceivingAuthoritiesService } from './receiving-authorities.service.js';
import {
  EndReceivingAuthorityInput,
  ReceivingAuthoritiesArgs,
  ReceivingAuthority,
  ReceivingAuthorityConnection,
  ReceivingAuthorityPayload,
  SetReceivingAuthorityInput,
} from './receiving-authority.graphql.js';
import { receivingAuthorityView } from './receiving-authority.view.js';

@Resolver(() => ReceivingAuthority)
export class ReceivingAuthoritiesResolver {
  constructor(private readonly service: ReceivingAuthoritiesService) {}

  @Query(() => ReceivingAuthorityConnection, {
    description: 'The rules in force on a day that say which office receives and which recognises (cơ quan tiếp nhận, cơ quan công nhận).',
  })
  @Allow('registry.read')
  @ShowsPage(receivingAuthorityView)
  receivingAuthorities(@Args() _args: ReceivingAuthoritiesArgs): Page<ReceivingAuthority> {
    return declared();
  }

  @Mutation(() => ReceivingAuthorityPayload, {
    description: 'Sets which office receives and which recognises (đặt cơ quan tiếp nhận, công nhận).',
  })
  @Allow('receivingAuthority.edit')
  setReceivingAuthority(
    @Args('input', { type: () => SetReceivingAuthorityInput }) input: SetReceivingAuthorityInput,
    @Context() context: RequestContext,
  ): Promise<ReceivingAuthorityPayload> {
    return mutate(
      context,
      SetReceivingAuthorityInput,
      input,
      async () => {
        const { idempotencyKey, line, level, requiresAppraisal, basis, recogniserId, validFrom = null, validTo = null } = input;
        const given = {
          unitId: idOf('Unit', input.unitId, 'unitId'),
          line,
          receiverId: idOf('Unit', input.receiverId, 'receiverId'),
          recogniserId: recogniserId ? idOf('Unit', recogniserId, 'recogniserId') : null,
          level,
          requiresAppraisal,
          validFrom,
          validTo,
          basis,
        };
        return { receivingAuthority: await this.service.setReceivingAuthority(context.signedIn, given, idempotencyKey) };
      },
      async ({ receivingAuthority }) => this.service.warningsAbout(receivingAuthority!),
    );
  }

  @Mutation(() => ReceivingAuthorityPayload, { description: 'Sets the last day of such a rule (kết thúc quy tắc tiếp nhận, công nhận).' })
  @Allow('receivingAuthority.edit')
  endReceivingAuthority(
    @Args('input', { type: () => EndReceivingAuthorityInput }) input: EndReceivingAuthorityInput,
    @Context() context: RequestContext,
  ): Promise<ReceivingAuthorityPayload> {
    return mutate(context, EndReceivingAuthorityInput, input, async () => {
      const { validTo, ...rest } = input;
      const seen = { ...rest, id: idOf('ReceivingAuthority', input.id, 'id') };
      return { receivingAuthority: await this.service.endReceivingAuthority(context.signedIn, seen, validTo) };
    });
  }
}
