import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { Costs } from '../../platform/graphql/cost.js';
import { ChangeFeed, ChangesArgs } from './changes.graphql.js';
import { ChangesReader } from './changes.reader.js';

/** Looking through the trail costs as much as some rows, also where nothing is found. */
const POINTS = 20;

/** The contract of the feed. */
@Resolver()
export class ChangesResolver {
  constructor(private readonly reader: ChangesReader) {}

  @Query(() => ChangeFeed, {
    description:
      'What has changed of the objects that you see, for clients that keep a copy (dòng thay đổi). A change is reported within a second or two of its command.',
  })
  @Allow('registry.read')
  @Costs(({ first }) => POINTS + (first as number))
  changes(@Args() args: ChangesArgs, @Context() context: RequestContext): Promise<ChangeFeed> {
    return this.reader.read(context.signedIn, args);
  }
}
