import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../platform/access/allow.js';
import { ShowsFound, declared } from '../../../platform/views/shows.js';
import { waitingFinder } from './waiting.finder.js';
import { WaitingArgs, WaitingConnection } from './waiting.graphql.js';

/** The contract of what waits for somebody; `waiting.finder.ts` finds, the planner shows. */
@Resolver()
export class WaitingResolver {
  @Query(() => WaitingConnection, {
    description:
      'What waits today for a step that the asker may do where it is to be done, the longest waiting first: files to submit, to receive, to appraise, to decide; rounds that are soon over (việc chờ tôi xử lý).',
  })
  @Allow('registry.read')
  @ShowsFound(waitingFinder)
  waitingForMe(@Args() _args: WaitingArgs): WaitingConnection {
    return declared();
  }
}
