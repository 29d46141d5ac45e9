import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CheckedArgs } from '../../../platform/access/allow.js';
import type { Page } from '../../../platform/graphql/connection.js';
import { RequestContext } from '../../../platform/graphql/context.js';
import { mutate } from '../../../platform/graphql/mutation.js';
import { idOf } from '../../../platform/graphql/node.js';
import { RemoveRecordInput, RemovedRecordPayload, seenRecord } from '../../../platform/records/record.inputs.js';
import { Records } from '../../../platform/records/records.service.js';
import { ShowsPage, declared } from '../../../platform/views/shows.js';
import { changed, type Change } from '../../../shared/change.js';
import { parsePartialDate } from '../../../shared/dates.js';
import { ModelPageArgs } from '../../models/model.filter.js';
import { EmulationModel, EmulationModelConnection } from '../../models/model.graphql.js';
import { Replication, ReplicationConnection, ReplicationPageArgs, ReplicationPayload, ReplicationsArgs } from './replication.graphql.js';
import {
  CorrectReplicationInput,
  CorrectReplicationOriginInput,
  RecordReplicationInput,
  type ReplicationContentInput,
} from './replication.inputs.js';
import { NOTHING_KNOWN, type ReplicationContent } from './replication.store.js';
import { replicationView } from './replication.view.js';
import { ReplicationsService, type SeenRecord } from './replications.service.js';

@Resolver(() => Replication)
export class ReplicationsResolver {
  constructor(
    private readonly service: ReplicationsService,
    private readonly records: Records,
  ) {}

  @Query(() => ReplicationConnection, {
    description: 'Actual copies of models (danh sách lần nhân rộng): those whose copy you see. The latest begun first.',
  })
  @Allow('registry.read')
  @ShowsPage(replicationView)
  replications(@Args() _args: ReplicationsArgs): Page<Replication> {
    return declared();
  }

  @Mutation(() => ReplicationPayload, {
    description: 'Records that a model copies another, and what is known of it (ghi nhận nhân rộng).',
  })
  @Allow('replication.record')
  recordReplication(
    @Args('input', { type: () => RecordReplicationInput }) input: RecordReplicationInput,
    @Context() context: RequestContext,
  ): Promise<ReplicationPayload> {
    return mutate(context, RecordReplicationInput, input, async () => {
      const originId = idOf('EmulationModel', input.originId, 'originId');
      const given = { ...changed(NOTHING_KNOWN, contentIn(input)), originId };
      const copyId = idOf('EmulationModel', input.copyId, 'copyId');
      return { replication: await this.service.record(context.signedIn, copyId, given, input.idempotencyKey) };
    });
  }

  @Mutation(() => ReplicationPayload, {
    description:
      'Corrects what was entered of a replication, or adds what has become known (đính chính lần nhân rộng). From then on the registration of the copy no longer changes it.',
  })
  @Allow('replication.record')
  correctReplication(
    @Args('input', { type: () => CorrectReplicationInput }) input: CorrectReplicationInput,
    @Context() context: RequestContext,
  ): Promise<ReplicationPayload> {
    return mutate(context, CorrectReplicationInput, input, async () => {
      return { replication: await this.service.correct(context.signedIn, seenIn(input), contentIn(input)) };
    });
  }

  @Mutation(() => ReplicationPayload, {
    description:
      'Corrects which model a replication copies (đính chính mô hình gốc). From then on the registration of the copy no longer changes it.',
  })
  @Allow('replication.record')
  correctReplicationOrigin(
    @Args('input', { type: () => CorrectReplicationOriginInput }) input: CorrectReplicationOriginInput,
    @Context() context: RequestContext,
  ): Promise<ReplicationPayload> {
    return mutate(context, CorrectReplicationOriginInput, input, async () => {
      const change = { originId: idOf('EmulationModel', input.originId, 'originId') };
      return { replication: await this.service.correct(context.signedIn, seenIn(input), change) };
    });
  }

  @Mutation(() => RemovedRecordPayload, { description: 'Removes a replication that was entered by mistake (gỡ bỏ lần nhân rộng).' })
  @Allow('replication.record')
  removeReplication(
    @Args('input', { type: () => RemoveRecordInput }) input: RemoveRecordInput,
    @Context() context: RequestContext,
  ): Promise<RemovedRecordPayload> {
    return mutate(context, RemoveRecordInput, input, async () => {
      await this.records.remove(context.signedIn, seenRecord('Replication', input));
      return { removedId: input.id };
    });
  }
}

const seenIn = ({ id, expectedVersion, reason }: CorrectReplicationInput | CorrectReplicationOriginInput): SeenRecord => ({
  id: idOf('Replication', id, 'id'),
  expectedVersion,
  reason,
});

/** What an input gives. A day as text is split into the last possible day, and the text where that says less than a day. */
function contentIn(input: ReplicationContentInput): Change<Omit<ReplicationContent, 'originId'>> {
  const { startedOn, planId, kept, dropped, originResults, copyResults, conditions, lessons, source } = input;
  const texts = { kept, changed: input.changed, dropped, originResults, copyResults, conditions, lessons, source };
  const plan = planId ? idOf('ReplicationPlan', planId, 'planId') : planId;
  return { ...texts, planId: plan, ...(startedOn !== undefined && dayOf(startedOn)) };
}

function dayOf(text: string | null): Pick<ReplicationContent, 'startedOn' | 'startedGiven'> {
  const date = text === null ? null : parsePartialDate(text)!;
  return { startedOn: date?.latest ?? null, startedGiven: date === null || date.earliest === date.latest ? null : date.text };
}

/** Adds to models what this chapter knows of them. */
@Resolver(() => EmulationModel)
export class ModelReplicationsResolver {
  @ResolveField(() => EmulationModel, {
    nullable: true,
    description:
      'The model that it copies (nhân rộng từ); where that was merged as a duplicate, the one that remains. The registration declares it first, `recordReplication` and `correctReplicationOrigin` have the last word. Null: none, or you do not see it.',
  })
  copyOf(): EmulationModel | null {
    return declared();
  }

  @ResolveField(() => EmulationModelConnection, { description: 'The models that copy it (các mô hình nhân rộng từ đây).' })
  @CheckedArgs()
  copies(@Args() _args: ModelPageArgs): Page<EmulationModel> {
    return declared();
  }

  @ResolveField(() => ReplicationConnection, { description: 'How it was copied, copy by copy (các lần nhân rộng từ mô hình này).' })
  @CheckedArgs()
  replications(@Args() _args: ReplicationPageArgs): Page<Replication> {
    return declared();
  }
}
