import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../platform/access/allow.js';
import { RequestContext } from '../../../platform/graphql/context.js';
import { mutate } from '../../../platform/graphql/mutation.js';
import { idOf } from '../../../platform/graphql/node.js';
import { RemoveRecordInput, RemovedRecordPayload, seenRecord } from '../../../platform/records/record.inputs.js';
import { Records } from '../../../platform/records/records.service.js';
import { declared } from '../../../platform/views/shows.js';
import { EmulationModel } from '../../models/model.graphql.js';
import { CorrectInspectionInput, Inspection, InspectionPayload, PlanInspectionInput, RecordInspectionInput } from './inspection.graphql.js';
import { InspectionsService } from './inspections.service.js';

@Resolver(() => EmulationModel)
export class InspectionsResolver {
  constructor(
    private readonly service: InspectionsService,
    private readonly records: Records,
  ) {}

  @ResolveField(() => [Inspection], {
    description: 'Its inspections on the spot: those held by the day, and those planned and not yet held (các cuộc kiểm tra thực tế).',
  })
  inspections(): Inspection[] {
    return declared();
  }

  @Mutation(() => InspectionPayload, {
    description: 'Plans an inspection of a model; it waits for those who may record it (lên kế hoạch kiểm tra).',
  })
  @Allow('inspection.record')
  planInspection(
    @Args('input', { type: () => PlanInspectionInput }) input: PlanInspectionInput,
    @Context() context: RequestContext,
  ): Promise<InspectionPayload> {
    return mutate(context, PlanInspectionInput, input, async () => {
      const { plannedOn, team = null, idempotencyKey } = input;
      const given = { ...placeOf(input), plannedOn, team };
      return { inspection: await this.service.plan(context.signedIn, given, idempotencyKey) };
    });
  }

  @Mutation(() => InspectionPayload, {
    description: 'Records an inspection that was held, planned or not: its day, team, findings and paper (ghi nhận kiểm tra thực tế).',
  })
  @Allow('inspection.record')
  recordInspection(
    @Args('input', { type: () => RecordInspectionInput }) input: RecordInspectionInput,
    @Context() context: RequestContext,
  ): Promise<InspectionPayload> {
    return mutate(context, RecordInspectionInput, input, async () => {
      const { heldOn, team, findings, paper = null, idempotencyKey } = input;
      const plannedId = input.plannedId ? idOf('Inspection', input.plannedId, 'plannedId') : null;
      const given = { ...placeOf(input), plannedId, heldOn, team, findings, paper };
      return { inspection: await this.service.record(context.signedIn, given, idempotencyKey) };
    });
  }

  @Mutation(() => InspectionPayload, { description: 'Corrects what was recorded of an inspection (đính chính kiểm tra thực tế).' })
  @Allow('inspection.record')
  correctInspection(
    @Args('input', { type: () => CorrectInspectionInput }) input: CorrectInspectionInput,
    @Context() context: RequestContext,
  ): Promise<InspectionPayload> {
    return mutate(context, CorrectInspectionInput, input, async () => {
      const { expectedVersion, reason, heldOn, team, findings, paper } = input;
      const seen = { id: idOf('Inspection', input.id, 'id'), expectedVersion, reason };
      return { inspection: await this.service.correct(context.signedIn, seen, { heldOn, team, findings, paper }) };
    });
  }

  @Mutation(() => RemovedRecordPayload, {
    description: 'Removes an inspection that was entered by mistake, or a planned one that will not be held (gỡ bỏ kiểm tra thực tế).',
  })
  @Allow('inspection.record')
  removeInspection(
    @Args('input', { type: () => RemoveRecordInput }) input: RemoveRecordInput,
    @Context() context: RequestContext,
  ): Promise<RemovedRecordPayload> {
    return mutate(context, RemoveRecordInput, input, async () => {
      await this.records.remove(context.signedIn, seenRecord('Inspection', input));
      return { removedId: input.id };
    });
  }
}

const placeOf = ({
  modelId,
  unitId,
}: PlanInspectionInput | RecordInspectionInput): { readonly modelId: string; readonly unitId: string } => ({
  modelId: idOf('EmulationModel', modelId, 'modelId'),
  unitId: idOf('Unit', unitId, 'unitId'),
});
