import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { mutate } from '../../platform/graphql/mutation.js';
import { idOf } from '../../platform/graphql/node.js';
import type { Change } from '../../shared/change.js';
import { PersonPayload } from './person.graphql.js';
import { PersonalDataGatherer } from './personal-data.gatherer.js';
import {
  ErasePersonalDataInput,
  GatherPersonalDataPayload,
  KeepPersonalDataInput,
  PurposeInput,
  RevealPersonalDataInput,
  RevealPersonalDataPayload,
} from './personal-data.graphql.js';
import { PersonalDataService } from './personal-data.service.js';
import type { ProtectedValues } from './protected-fields.js';

/** Protected data of people. Reading them is a mutation, too, because it writes an entry of the audit trail and must not be answered from a cache. */
@Resolver()
export class PersonalDataResolver {
  constructor(
    private readonly service: PersonalDataService,
    private readonly gatherer: PersonalDataGatherer,
  ) {}

  @Mutation(() => RevealPersonalDataPayload, {
    description: 'Shows protected data of a person for a stated purpose; each reading is recorded (xem dữ liệu cá nhân được bảo vệ).',
  })
  @Allow('person.readProtected')
  revealPersonalData(
    @Args('input', { type: () => RevealPersonalDataInput }) input: RevealPersonalDataInput,
    @Context() context: RequestContext,
  ): Promise<RevealPersonalDataPayload> {
    return mutate(context, RevealPersonalDataInput, input, async () => {
      const { fields, purpose } = input;
      return { values: await this.service.reveal(context.signedIn, idOf('Person', input.id, 'id'), [...new Set(fields)], purpose) };
    });
  }

  @Mutation(() => GatherPersonalDataPayload, {
    description:
      'Collects everything the registry holds about a person, to print for that person (tập hợp dữ liệu về một người). It is complete, also where its sender sees a part nowhere else: the paper is for the person whom it is about. The purpose is in the trail.',
  })
  @Allow('person.readProtected')
  gatherPersonalData(
    @Args('input', { type: () => PurposeInput }) input: PurposeInput,
    @Context() context: RequestContext,
  ): Promise<GatherPersonalDataPayload> {
    return mutate(context, PurposeInput, input, async () => {
      const sections = await this.gatherer.gather(context.signedIn, idOf('Person', input.id, 'id'), input.purpose);
      return { sections: sections.map(({ title, lines }) => ({ title, lines: [...lines] })) };
    });
  }

  @Mutation(() => PersonPayload, { description: 'Enters or corrects protected data of a person (ghi dữ liệu cá nhân được bảo vệ).' })
  @Allow('person.writeProtected')
  keepPersonalData(
    @Args('input', { type: () => KeepPersonalDataInput }) input: KeepPersonalDataInput,
    @Context() context: RequestContext,
  ): Promise<PersonPayload> {
    return mutate(context, KeepPersonalDataInput, input, async () => {
      const seen = { id: idOf('Person', input.id, 'id'), expectedVersion: input.expectedVersion };
      return { person: await this.service.keep(context.signedIn, seen, valuesOf(input), input.reason) };
    });
  }

  @Mutation(() => PersonPayload, {
    description: 'Erases protected data of a person before the end of their retention time (xóa dữ liệu cá nhân được bảo vệ).',
  })
  @Allow('person.writeProtected')
  erasePersonalData(
    @Args('input', { type: () => ErasePersonalDataInput }) input: ErasePersonalDataInput,
    @Context() context: RequestContext,
  ): Promise<PersonPayload> {
    return mutate(context, ErasePersonalDataInput, input, async () => {
      const seen = { id: idOf('Person', input.id, 'id'), expectedVersion: input.expectedVersion };
      return { person: await this.service.erase(context.signedIn, seen, input.reason) };
    });
  }
}

const valuesOf = ({ birthDate, idNumber, phone, address, partyMember }: KeepPersonalDataInput): Change<ProtectedValues> => ({
  BIRTH_DATE: birthDate,
  ID_NUMBER: idNumber,
  PHONE: phone,
  ADDRESS: address,
  PARTY_MEMBER: partyMember,
});
