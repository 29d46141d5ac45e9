import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { AllowEverywhere } from '../../../platform/access/allow.js';
import { RequestContext } from '../../../platform/graphql/context.js';
import { mutate } from '../../../platform/graphql/mutation.js';
import { idOf } from '../../../platform/graphql/node.js';
import { AccountPayload } from '../account.graphql.js';
import { EndAccountPersonLinkInput, LinkAccountToPersonInput, RemoveAccountPersonLinkInput } from './account-person.graphql.js';
import { AccountPersonsService } from './account-persons.service.js';

/** Whose account it is: administrators say so. */
@Resolver()
export class AccountPersonsResolver {
  constructor(private readonly service: AccountPersonsService) {}

  @Mutation(() => AccountPayload, {
    description:
      'Says whose account it is, from a day on (gắn tài khoản với người trong danh bạ). Assignments and conflicts of council members are known by it.',
  })
  @AllowEverywhere('account.manage')
  linkAccountToPerson(
    @Args('input', { type: () => LinkAccountToPersonInput }) input: LinkAccountToPersonInput,
    @Context() context: RequestContext,
  ): Promise<AccountPayload> {
    return mutate(context, LinkAccountToPersonInput, input, async () => {
      const { validFrom, validTo = null, reason } = input;
      const [accountId, personId] = [idOf('Account', input.accountId, 'accountId'), idOf('Person', input.personId, 'personId')];
      return { account: await this.service.link(context.signedIn, { accountId, personId, validFrom, validTo, reason }) };
    });
  }

  @Mutation(() => AccountPayload, {
    description: 'Sets the last day on which an account is that of a person (kết thúc gắn tài khoản với người).',
  })
  @AllowEverywhere('account.manage')
  endAccountPersonLink(
    @Args('input', { type: () => EndAccountPersonLinkInput }) input: EndAccountPersonLinkInput,
    @Context() context: RequestContext,
  ): Promise<AccountPayload> {
    return mutate(context, EndAccountPersonLinkInput, input, async () => {
      const { validTo, reason } = input;
      return { account: await this.service.end(context.signedIn, { id: idOf('AccountPerson', input.id, 'id'), validTo, reason }) };
    });
  }

  @Mutation(() => AccountPayload, {
    description: 'Removes a link between an account and a person that was entered by mistake (gỡ lần gắn nhầm).',
  })
  @AllowEverywhere('account.manage')
  removeAccountPersonLink(
    @Args('input', { type: () => RemoveAccountPersonLinkInput }) input: RemoveAccountPersonLinkInput,
    @Context() context: RequestContext,
  ): Promise<AccountPayload> {
    return mutate(context, RemoveAccountPersonLinkInput, input, async () => ({
      account: await this.service.remove(context.signedIn, { id: idOf('AccountPerson', input.id, 'id'), reason: input.reason }),
    }));
  }
}
