import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.js';
import type { Page } from '../../platform/graphql/connection.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { mutate } from '../../platform/graphql/mutation.js';
import { idOf } from '../../platform/graphql/node.js';
import { LikelyDuplicates } from '../../platform/views/likely-duplicates.js';
import { ShowsOne, ShowsPage, declared } from '../../platform/views/shows.js';
import { PeopleService, type GivenPost } from './people.service.js';
import {
  AppointPersonInput,
  CorrectPersonInput,
  EndPostInput,
  PeopleArgs,
  Person,
  PersonArgs,
  PersonConnection,
  PersonPayload,
  RecordPersonInput,
  type PostInput,
  type SeenPersonInput,
} from './person.graphql.js';
import type { SeenPerson } from './person.store.js';
import { personLikeness } from './person-likeness-sql.js';
import { personView } from './person.view.js';

@Resolver(() => Person)
export class PeopleResolver {
  constructor(
    private readonly service: PeopleService,
    private readonly duplicates: LikelyDuplicates,
  ) {}

  @Query(() => PersonConnection, { description: 'People whom you may see, by name (danh bạ).' })
  @Allow('registry.read')
  @ShowsPage(personView)
  people(@Args() _args: PeopleArgs): Page<Person> {
    return declared();
  }

  @Query(() => Person, { nullable: true, description: 'One person (người). Null: you see none with this identifier.' })
  @Allow('registry.read')
  @ShowsOne(personView)
  person(@Args() _args: PersonArgs): Person | null {
    return declared();
  }

  @Mutation(() => PersonPayload, { description: 'Enters a person, with a unit and a first post where known (thêm người vào danh bạ).' })
  @Allow('person.edit')
  recordPerson(
    @Args('input', { type: () => RecordPersonInput }) input: RecordPersonInput,
    @Context() context: RequestContext,
  ): Promise<PersonPayload> {
    return mutate(
      context,
      RecordPersonInput,
      input,
      async () => {
        const { name, achievement = null, unitId = null, village = null, post } = input;
        const given = { name, achievement, village, unitId: unitId && idOf('Unit', unitId, 'unitId'), post: post ? postOf(post) : null };
        return { person: await this.service.record(context.signedIn, given, input.idempotencyKey) };
      },
      async ({ person }) => this.duplicates.warningsAbout(context.signedIn, personLikeness, person!),
    );
  }

  @Mutation(() => PersonPayload, {
    description: 'Corrects name or achievement, or records a change of unit (đính chính thông tin của người).',
  })
  @Allow('person.edit')
  correctPerson(
    @Args('input', { type: () => CorrectPersonInput }) input: CorrectPersonInput,
    @Context() context: RequestContext,
  ): Promise<PersonPayload> {
    return mutate(
      context,
      CorrectPersonInput,
      input,
      async () => {
        const { name, achievement, unitId, village, reason } = input;
        const change = { name, achievement, village, unitId: unitId && idOf('Unit', unitId, 'unitId') };
        return { person: await this.service.correct(context.signedIn, seenOf(input), change, reason) };
      },
      async ({ person }) => this.duplicates.warningsAbout(context.signedIn, personLikeness, person!),
    );
  }

  @Mutation(() => PersonPayload, { description: 'Adds a post to a person (bổ nhiệm).' })
  @Allow('person.edit')
  appointPerson(
    @Args('input', { type: () => AppointPersonInput }) input: AppointPersonInput,
    @Context() context: RequestContext,
  ): Promise<PersonPayload> {
    return mutate(
      context,
      AppointPersonInput,
      input,
      async () => ({
        person: await this.service.appoint(context.signedIn, seenOf(input), postOf(input.post)),
      }),
      async ({ person }) => this.duplicates.warningsAbout(context.signedIn, personLikeness, person!),
    );
  }

  @Mutation(() => PersonPayload, { description: 'Sets the last day of a post (thôi giữ chức vụ).' })
  @Allow('person.edit')
  endPost(@Args('input', { type: () => EndPostInput }) input: EndPostInput, @Context() context: RequestContext): Promise<PersonPayload> {
    return mutate(context, EndPostInput, input, async () => {
      const postId = idOf('PersonPost', input.postId, 'postId');
      return { person: await this.service.endPost(context.signedIn, seenOf(input), postId, input.validTo, input.reason) };
    });
  }
}

const seenOf = ({ id, expectedVersion }: SeenPersonInput): SeenPerson => ({ id: idOf('Person', id, 'id'), expectedVersion });

const postOf = ({ unitId, title, validFrom, validTo }: PostInput): GivenPost => ({
  unitId: idOf('Unit', unitId, 'post', 'unitId'),
  title,
  validFrom: validFrom ?? null,
  validTo: validTo ?? null,
});
