import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.js';
import { Database } from '../../platform/database/database.js';
import type { Page } from '../../platform/graphql/connection.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { Costs } from '../../platform/graphql/cost.js';
import { mutate } from '../../platform/graphql/mutation.js';
import { idOf } from '../../platform/graphql/node.js';
import { RemoveRecordInput, RemovedRecordPayload, seenRecord } from '../../platform/records/record.inputs.js';
import { Records } from '../../platform/records/records.service.js';
import { ShowsPage, declared } from '../../platform/views/shows.js';
import { placeOf } from './figure-place.js';
import { FigureTotal, FigureTotalArgs } from './figure-total.graphql.js';
import { FigureTotalFinder } from './figure-total.finder.js';
import { ApproveFiguresPayload, Figure, FigureConnection, FigurePayload, FiguresArgs } from './figure.graphql.js';
import { figureView } from './figure.view.js';
import { FiguresService } from './figures.service.js';
import { ApproveFiguresInput, CorrectFigureInput, ExplainResidualInput, ReportFigureInput, ReturnFigureInput } from './figure.inputs.js';

/** All figures of a subtree are read, and the reach of each. */
const POINTS = 200;

@Resolver()
export class FiguresResolver {
  constructor(
    private readonly service: FiguresService,
    private readonly totals: FigureTotalFinder,
    private readonly records: Records,
    private readonly db: Database,
  ) {}

  @Query(() => FigureConnection, { description: 'Figures that you may see, those of the latest periods first (danh sách số liệu).' })
  @Allow('registry.read')
  @ShowsPage(figureView)
  figures(@Args() _args: FiguresArgs): Page<Figure> {
    return declared();
  }

  @Query(() => FigureTotal, {
    description:
      'Approved figures of a unit and of all that it reaches, put together (tổng hợp số liệu). What cannot be placed is a residual and never divided.',
  })
  @Allow('registry.read')
  @Costs(() => POINTS)
  figureTotal(@Args() args: FigureTotalArgs, @Context() context: RequestContext): Promise<FigureTotal> {
    const { from = null, to, basis, asOf } = args;
    const request = {
      indicatorId: idOf('Indicator', args.indicatorId, 'indicatorId'),
      unitId: idOf('Unit', args.unitId, 'unitId'),
      from,
      to,
      basis,
      asOf: asOf ?? this.db.today(),
    };
    return this.totals.read(context.signedIn, request, context.language);
  }

  @Mutation(() => FigurePayload, { description: 'Reports a figure of a unit as it is printed (báo cáo số liệu).' })
  @Allow('figure.report')
  reportFigure(
    @Args('input', { type: () => ReportFigureInput }) input: ReportFigureInput,
    @Context() context: RequestContext,
  ): Promise<FigurePayload> {
    return mutate(context, ReportFigureInput, input, async () => {
      const { raw, reading = null, source, page = null, note = null, idempotencyKey } = input;
      const given = {
        ...placeOf(input),
        raw,
        reading,
        source,
        page,
        note,
      };
      return { figure: await this.service.reportFigure(context.signedIn, given, idempotencyKey) };
    });
  }

  @Mutation(() => FigurePayload, {
    description: 'Corrects a figure that was copied wrongly; it is then reported anew (đính chính số liệu).',
  })
  @Allow('figure.report')
  correctFigure(
    @Args('input', { type: () => CorrectFigureInput }) input: CorrectFigureInput,
    @Context() context: RequestContext,
  ): Promise<FigurePayload> {
    return mutate(context, CorrectFigureInput, input, async () => {
      const { number, source, page, note, expectedVersion, reason } = input;
      const seen = { id: idOf('Figure', input.id, 'id'), expectedVersion, reason };
      const changes = { raw: number?.raw, reading: number?.reading, source, page, note };
      return { figure: await this.service.correctFigure(context.signedIn, seen, changes) };
    });
  }

  @Mutation(() => ApproveFiguresPayload, { description: 'Approves figures that somebody else reported, all or none (duyệt số liệu).' })
  @Allow('figure.approve')
  approveFigures(
    @Args('input', { type: () => ApproveFiguresInput }) input: ApproveFiguresInput,
    @Context() context: RequestContext,
  ): Promise<ApproveFiguresPayload> {
    return mutate(context, ApproveFiguresInput, input, async () => {
      const ids = input.ids.map((id, i) => idOf('Figure', id, 'ids', String(i)));
      return { approved: (await this.service.approveFigures(context.signedIn, ids)).map(figure => ({ figure })) };
    });
  }

  @Mutation(() => FigurePayload, { description: 'Returns a figure to its unit with a reason (trả lại số liệu).' })
  @Allow('figure.approve')
  returnFigure(
    @Args('input', { type: () => ReturnFigureInput }) input: ReturnFigureInput,
    @Context() context: RequestContext,
  ): Promise<FigurePayload> {
    return mutate(context, ReturnFigureInput, input, async () => {
      const { expectedVersion, reason } = input;
      return { figure: await this.service.returnFigure(context.signedIn, { id: idOf('Figure', input.id, 'id'), expectedVersion, reason }) };
    });
  }

  @Mutation(() => FigurePayload, { description: 'Says why an identity does not hold at its total (giải trình số dư).' })
  @Allow('figure.explain')
  explainResidual(
    @Args('input', { type: () => ExplainResidualInput }) input: ExplainResidualInput,
    @Context() context: RequestContext,
  ): Promise<FigurePayload> {
    return mutate(context, ExplainResidualInput, input, async () => {
      const identityId = idOf('Identity', input.identityId, 'identityId');
      const figureId = idOf('Figure', input.figureId, 'figureId');
      return { figure: await this.service.explainResidual(context.signedIn, { identityId, figureId, text: input.text }) };
    });
  }

  @Mutation(() => RemovedRecordPayload, { description: 'Removes a figure that was entered by mistake (gỡ bỏ số liệu).' })
  @Allow('figure.report')
  removeFigure(
    @Args('input', { type: () => RemoveRecordInput }) input: RemoveRecordInput,
    @Context() context: RequestContext,
  ): Promise<RemovedRecordPayload> {
    return mutate(context, RemoveRecordInput, input, async () => {
      await this.records.remove(context.signedIn, seenRecord('Figure', input));
      return { removedId: input.id };
    });
  }
}
