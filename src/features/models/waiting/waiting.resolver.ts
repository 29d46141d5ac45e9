import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../platform/access/allow.js';
import { ShowsFound, declared } from '../../../platform/views/shows.js';
import { waitingFinder } from './waiting.finder.js';
import { WaitingArgs, WaitingConnection } from './waiting.graphql.js';

/** The contract of `waitingForMe`; `waiting.finder.ts` finds the things, the planner reads them. */
@Resolver()
export class WaitingResolver {
  @Query(() => WaitingConnection, {
    description:
      'Objects that wait today for a step which you may take: files to submit, receive, appraise or decide, rounds that close within two weeks, and what running models are asked (việc chờ tôi xử lý). The longest waiting first.',
  })
  @Allow('registry.read')
  @ShowsFound(waitingFinder)
  waitingForMe(@Args() _args: WaitingArgs): WaitingConnection {
    return declared();
  }
}
