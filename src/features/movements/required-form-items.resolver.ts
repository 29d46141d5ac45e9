import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { mutate } from '../../platform/graphql/mutation.js';
import { idOf } from '../../platform/graphql/node.js';
import { MovementPayload } from './movement.graphql.js';
import { RegistrationRoundPayload } from './registration-round.graphql.js';
import { RequiredFormItems } from './required-form-items.graphql.js';
import { SetRequiredFormItemsInput } from './required-form-items.inputs.js';
import { RequiredFormItemsService, type GivenItems } from './required-form-items.service.js';

@Resolver(() => RequiredFormItems)
export class RequiredFormItemsResolver {
  constructor(private readonly service: RequiredFormItemsService) {}

  @Mutation(() => MovementPayload, {
    description: 'States what the registration forms of a movement have to contain, from a day on (đặt mục bắt buộc của phiếu đăng ký).',
  })
  @Allow('movement.edit')
  setMovementFormItems(
    @Args('input', { type: () => SetRequiredFormItemsInput }) input: SetRequiredFormItemsInput,
    @Context() context: RequestContext,
  ): Promise<MovementPayload> {
    return mutate(context, SetRequiredFormItemsInput, input, async () => {
      return { movement: await this.service.setMovementFormItems(context.signedIn, itemsOf('Movement', input)) };
    });
  }

  @Mutation(() => RegistrationRoundPayload, {
    description:
      'States what the registration forms of one round have to contain, instead of what its movement says (đặt mục bắt buộc của phiếu đăng ký cho một đợt).',
  })
  @Allow('registrationRound.edit')
  setRoundFormItems(
    @Args('input', { type: () => SetRequiredFormItemsInput }) input: SetRequiredFormItemsInput,
    @Context() context: RequestContext,
  ): Promise<RegistrationRoundPayload> {
    return mutate(context, SetRequiredFormItemsInput, input, async () => {
      return { registrationRound: await this.service.setRoundFormItems(context.signedIn, itemsOf('RegistrationRound', input)) };
    });
  }
}

const itemsOf = (type: string, { id, from, items, basis, expectedVersion }: SetRequiredFormItemsInput): GivenItems => ({
  id: idOf(type, id, 'id'),
  expectedVersion,
  fromDay: from,
  items,
  basis,
});
