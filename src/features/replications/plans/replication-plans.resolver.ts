import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CheckedArgs } from '../../../platform/access/allow.js';
import type { Page } from '../../../platform/graphql/connection.js';
import { RequestContext } from '../../../platform/graphql/context.js';
import { mutate } from '../../../platform/graphql/mutation.js';
import { idOf } from '../../../platform/graphql/node.js';
import { RemoveRecordInput, RemovedRecordPayload, seenRecord } from '../../../platform/records/record.inputs.js';
import { Records } from '../../../platform/records/records.service.js';
import { ShowsPage, declared } from '../../../platform/views/shows.js';
import { Replication, ReplicationConnection, ReplicationPageArgs } from '../edges/replication.graphql.js';
import {
  CorrectReplicationPlanInput,
  PlanReplicationInput,
  ReplicationPlan,
  ReplicationPlanConnection,
  ReplicationPlanPayload,
  ReplicationPlansArgs,
} from './replication-plan.graphql.js';
import { replicationPlanView } from './replication-plan.view.js';
import { ReplicationPlansService } from './replication-plans.service.js';

@Resolver(() => ReplicationPlan)
export class ReplicationPlansResolver {
  constructor(
    private readonly service: ReplicationPlansService,
    private readonly records: Records,
  ) {}

  @Query(() => ReplicationPlanConnection, {
    description: 'Who is assigned to copy which model by when, and its state (kế hoạch nhân rộng). The earliest due first.',
  })
  @Allow('registry.read')
  @ShowsPage(replicationPlanView)
  replicationPlans(@Args() _args: ReplicationPlansArgs): Page<ReplicationPlan> {
    return declared();
  }

  @ResolveField(() => ReplicationConnection, { description: 'What was done under it (các lần nhân rộng theo kế hoạch).' })
  @CheckedArgs()
  replications(@Args() _args: ReplicationPageArgs): Page<Replication> {
    return declared();
  }

  @Mutation(() => ReplicationPlanPayload, { description: 'Assigns a unit to copy a model by a day (giao kế hoạch nhân rộng).' })
  @Allow('replication.plan')
  planReplication(
    @Args('input', { type: () => PlanReplicationInput }) input: PlanReplicationInput,
    @Context() context: RequestContext,
  ): Promise<ReplicationPlanPayload> {
    return mutate(context, PlanReplicationInput, input, async () => {
      const { dueOn, basis, idempotencyKey } = input;
      const originId = idOf('EmulationModel', input.originId, 'originId');
      const given = { originId, unitId: idOf('Unit', input.unitId, 'unitId'), dueOn, basis };
      return { replicationPlan: await this.service.plan(context.signedIn, given, idempotencyKey) };
    });
  }

  @Mutation(() => ReplicationPlanPayload, {
    description:
      'Corrects the unit, the last day or the paper of a plan (đính chính kế hoạch nhân rộng). A plan for another model is removed and entered anew.',
  })
  @Allow('replication.plan')
  correctReplicationPlan(
    @Args('input', { type: () => CorrectReplicationPlanInput }) input: CorrectReplicationPlanInput,
    @Context() context: RequestContext,
  ): Promise<ReplicationPlanPayload> {
    return mutate(context, CorrectReplicationPlanInput, input, async () => {
      const { expectedVersion, reason, unitId, dueOn, basis } = input;
      const seen = { id: idOf('ReplicationPlan', input.id, 'id'), expectedVersion, reason };
      const change = { unitId: unitId === undefined ? undefined : idOf('Unit', unitId, 'unitId'), dueOn, basis };
      return { replicationPlan: await this.service.correct(context.signedIn, seen, change) };
    });
  }

  @Mutation(() => RemovedRecordPayload, {
    description: 'Removes a plan that was entered by mistake, while there is no replication under it (gỡ bỏ kế hoạch nhân rộng).',
  })
  @Allow('replication.plan')
  removeReplicationPlan(
    @Args('input', { type: () => RemoveRecordInput }) input: RemoveRecordInput,
    @Context() context: RequestContext,
  ): Promise<RemovedRecordPayload> {
    return mutate(context, RemoveRecordInput, input, async () => {
      await this.records.remove(context.signedIn, seenRecord('ReplicationPlan', input));
      return { removedId: input.id };
    });
  }
}
