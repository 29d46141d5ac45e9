import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.js';
import type { Page } from '../../platform/graphql/connection.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { mutate } from '../../platform/graphql/mutation.js';
import { idOf } from '../../platform/graphql/node.js';
import { RemoveRecordInput, RemovedRecordPayload, seenRecord } from '../../platform/records/record.inputs.js';
import { Records } from '../../platform/records/records.service.js';
import { ShowsPage, declared } from '../../platform/views/shows.js';
import { placeOf } from './figure-place.js';
import { FigureRemarkPayload } from './figure-remark.graphql.js';
import { FigureRemarksService } from './figure-remarks.service.js';
import { FigureTarget, FigureTargetConnection, FigureTargetPayload, FigureTargetsArgs } from './figure-target.graphql.js';
import { FigureTargetsService } from './figure-targets.service.js';
import { CorrectFigureTargetInput, RemarkOnFigureInput, SetFigureTargetInput, SettleFigureRemarkInput } from './figure.inputs.js';
import { figureTargetView } from './figure.view.js';

/** What figures should reach, and what is said about them. */
@Resolver()
export class FigureWorkResolver {
  constructor(
    private readonly targets: FigureTargetsService,
    private readonly remarks: FigureRemarksService,
    private readonly records: Records,
  ) {}

  @Query(() => FigureTargetConnection, {
    description: 'Targets that you may see, those of the latest periods first, each with whether it is reached (danh sách mức giao).',
  })
  @Allow('registry.read')
  @ShowsPage(figureTargetView)
  figureTargets(@Args() _args: FigureTargetsArgs): Page<FigureTarget> {
    return declared();
  }

  @Mutation(() => FigureTargetPayload, { description: 'Sets what the figure of a unit and a period should reach (giao chỉ tiêu).' })
  @Allow('figure.target')
  setFigureTarget(
    @Args('input', { type: () => SetFigureTargetInput }) input: SetFigureTargetInput,
    @Context() context: RequestContext,
  ): Promise<FigureTargetPayload> {
    return mutate(context, SetFigureTargetInput, input, async () => {
      const { value, direction, basis, idempotencyKey } = input;
      const given = {
        ...placeOf(input),
        value,
        direction,
        basis,
      };
      return { figureTarget: await this.targets.setFigureTarget(context.signedIn, given, idempotencyKey) };
    });
  }

  @Mutation(() => FigureTargetPayload, { description: 'Corrects what was entered wrongly of a target (đính chính mức giao).' })
  @Allow('figure.target')
  correctFigureTarget(
    @Args('input', { type: () => CorrectFigureTargetInput }) input: CorrectFigureTargetInput,
    @Context() context: RequestContext,
  ): Promise<FigureTargetPayload> {
    return mutate(context, CorrectFigureTargetInput, input, async () => {
      const { value, direction, basis, expectedVersion, reason } = input;
      const seen = { id: idOf('FigureTarget', input.id, 'id'), expectedVersion, reason };
      return { figureTarget: await this.targets.correctFigureTarget(context.signedIn, seen, { value, direction, basis }) };
    });
  }

  @Mutation(() => RemovedRecordPayload, { description: 'Removes a target that was entered by mistake (gỡ bỏ mức giao).' })
  @Allow('figure.target')
  removeFigureTarget(
    @Args('input', { type: () => RemoveRecordInput }) input: RemoveRecordInput,
    @Context() context: RequestContext,
  ): Promise<RemovedRecordPayload> {
    return mutate(context, RemoveRecordInput, input, async () => {
      await this.records.remove(context.signedIn, seenRecord('FigureTarget', input));
      return { removedId: input.id };
    });
  }

  @Mutation(() => FigureRemarkPayload, {
    description: 'Says something about a figure, or marks it to be followed up (ghi ý kiến về số liệu). The figure stays as it is.',
  })
  @Allow('figure.remark')
  remarkOnFigure(
    @Args('input', { type: () => RemarkOnFigureInput }) input: RemarkOnFigureInput,
    @Context() context: RequestContext,
  ): Promise<FigureRemarkPayload> {
    return mutate(context, RemarkOnFigureInput, input, async () => {
      const { text, followUp, idempotencyKey } = input;
      const given = { figureId: idOf('Figure', input.figureId, 'figureId'), text, followUp };
      return { figureRemark: await this.remarks.remarkOnFigure(context.signedIn, given, idempotencyKey) };
    });
  }

  @Mutation(() => FigureRemarkPayload, { description: 'Says what came of a remark that was to be followed up (xử lý xong ý kiến).' })
  @Allow('figure.remark')
  settleFigureRemark(
    @Args('input', { type: () => SettleFigureRemarkInput }) input: SettleFigureRemarkInput,
    @Context() context: RequestContext,
  ): Promise<FigureRemarkPayload> {
    return mutate(context, SettleFigureRemarkInput, input, async () => {
      const { expectedVersion, outcome } = input;
      const given = { id: idOf('FigureRemark', input.id, 'id'), expectedVersion, outcome };
      return { figureRemark: await this.remarks.settleFigureRemark(context.signedIn, given) };
    });
  }

  @Mutation(() => RemovedRecordPayload, { description: 'Removes a remark that was entered by mistake (gỡ bỏ ý kiến).' })
  @Allow('figure.remark')
  removeFigureRemark(
    @Args('input', { type: () => RemoveRecordInput }) input: RemoveRecordInput,
    @Context() context: RequestContext,
  ): Promise<RemovedRecordPayload> {
    return mutate(context, RemoveRecordInput, input, async () => {
      await this.records.remove(context.signedIn, seenRecord('FigureRemark', input));
      return { removedId: input.id };
    });
  }
}
