import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.js';
import type { Page } from '../../platform/graphql/connection.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { mutate } from '../../platform/graphql/mutation.js';
import { idOf } from '../../platform/graphql/node.js';
import { RemoveRecordInput, RemovedRecordPayload, seenRecord } from '../../platform/records/record.inputs.js';
import { Records } from '../../platform/records/records.service.js';
import { ShowsPage, declared } from '../../platform/views/shows.js';
import type { Id } from '../../shared/ids.js';
import {
  IdentitiesArgs,
  Identity,
  IdentityConnection,
  IdentityPayload,
  Indicator,
  IndicatorConnection,
  IndicatorPayload,
  IndicatorsArgs,
} from './indicator.graphql.js';
import {
  CorrectIdentityInput,
  CorrectIndicatorInput,
  DefineIdentityInput,
  DefineIndicatorInput,
  RedefineIndicatorInput,
} from './indicator.inputs.js';
import type { DefinitionContent } from './indicator.store.js';
import { identityView, indicatorView } from './indicator.view.js';
import { IndicatorsService } from './indicators.service.js';

@Resolver()
export class IndicatorsResolver {
  constructor(
    private readonly service: IndicatorsService,
    private readonly records: Records,
  ) {}

  @Query(() => IndicatorConnection, { description: 'Indicators, by code (danh sách chỉ tiêu thống kê).' })
  @Allow('registry.read')
  @ShowsPage(indicatorView)
  indicators(@Args() _args: IndicatorsArgs): Page<Indicator> {
    return declared();
  }

  @Query(() => IdentityConnection, { description: 'Identities between figures, by name (danh sách đẳng thức kiểm tra).' })
  @Allow('registry.read')
  @ShowsPage(identityView)
  identities(@Args() _args: IdentitiesArgs): Page<Identity> {
    return declared();
  }

  @Mutation(() => IndicatorPayload, { description: 'Defines an indicator (định nghĩa chỉ tiêu thống kê).' })
  @Allow('indicator.define')
  defineIndicator(
    @Args('input', { type: () => DefineIndicatorInput }) input: DefineIndicatorInput,
    @Context() context: RequestContext,
  ): Promise<IndicatorPayload> {
    return mutate(context, DefineIndicatorInput, input, async () => {
      const given = { code: input.code, validFrom: input.validFrom ?? null, ...definitionOf(input) };
      return { indicator: await this.service.defineIndicator(context.signedIn, given, input.idempotencyKey) };
    });
  }

  @Mutation(() => IndicatorPayload, {
    description: 'Gives an indicator another definition from a day on; earlier figures keep theirs (định nghĩa lại chỉ tiêu).',
  })
  @Allow('indicator.define')
  redefineIndicator(
    @Args('input', { type: () => RedefineIndicatorInput }) input: RedefineIndicatorInput,
    @Context() context: RequestContext,
  ): Promise<IndicatorPayload> {
    return mutate(context, RedefineIndicatorInput, input, async () => {
      const seen = { id: idOf('Indicator', input.id, 'id'), expectedVersion: input.expectedVersion, validFrom: input.validFrom };
      return { indicator: await this.service.redefineIndicator(context.signedIn, seen, definitionOf(input)) };
    });
  }

  @Mutation(() => IndicatorPayload, { description: 'Corrects the words of the latest definition (đính chính chỉ tiêu).' })
  @Allow('indicator.define')
  correctIndicator(
    @Args('input', { type: () => CorrectIndicatorInput }) input: CorrectIndicatorInput,
    @Context() context: RequestContext,
  ): Promise<IndicatorPayload> {
    return mutate(context, CorrectIndicatorInput, input, async () => {
      const { name, measure, definition, basis, expectedVersion, reason } = input;
      const seen = { id: idOf('Indicator', input.id, 'id'), expectedVersion, reason };
      return { indicator: await this.service.correctIndicator(context.signedIn, seen, { name, measure, definition, basis }) };
    });
  }

  @Mutation(() => IdentityPayload, { description: 'States what figures of a unit and a period must agree on (lập đẳng thức kiểm tra).' })
  @Allow('indicator.define')
  defineIdentity(
    @Args('input', { type: () => DefineIdentityInput }) input: DefineIdentityInput,
    @Context() context: RequestContext,
  ): Promise<IdentityPayload> {
    return mutate(context, DefineIdentityInput, input, async () => {
      const { name, kind, note = null } = input;
      const totalId = idOf('Indicator', input.totalId, 'totalId');
      const partIds = input.partIds.map((id, i) => idOf('Indicator', id, 'partIds', String(i)));
      return { identity: await this.service.defineIdentity(context.signedIn, { name, kind, totalId, partIds, note }) };
    });
  }

  @Mutation(() => IdentityPayload, { description: 'Corrects the words of an identity (đính chính đẳng thức).' })
  @Allow('indicator.define')
  correctIdentity(
    @Args('input', { type: () => CorrectIdentityInput }) input: CorrectIdentityInput,
    @Context() context: RequestContext,
  ): Promise<IdentityPayload> {
    return mutate(context, CorrectIdentityInput, input, async () => {
      const { name, note, expectedVersion, reason } = input;
      const seen = { id: idOf('Identity', input.id, 'id'), expectedVersion, reason };
      return { identity: await this.service.correctIdentity(context.signedIn, seen, { name, note }) };
    });
  }

  @Mutation(() => RemovedRecordPayload, { description: 'Removes an indicator that nothing uses (gỡ bỏ chỉ tiêu).' })
  @Allow('indicator.define')
  removeIndicator(
    @Args('input', { type: () => RemoveRecordInput }) input: RemoveRecordInput,
    @Context() context: RequestContext,
  ): Promise<RemovedRecordPayload> {
    return mutate(context, RemoveRecordInput, input, async () => {
      await this.service.removeIndicator(context.signedIn, seenRecord('Indicator', input));
      return { removedId: input.id };
    });
  }

  @Mutation(() => RemovedRecordPayload, { description: 'Removes an identity with what was explained of it (gỡ bỏ đẳng thức).' })
  @Allow('indicator.define')
  removeIdentity(
    @Args('input', { type: () => RemoveRecordInput }) input: RemoveRecordInput,
    @Context() context: RequestContext,
  ): Promise<RemovedRecordPayload> {
    return mutate(context, RemoveRecordInput, input, async () => {
      await this.records.remove(context.signedIn, seenRecord('Identity', input));
      return { removedId: input.id };
    });
  }
}

const indicatorId = (id: string | null | undefined, field: string): Id | null => (id ? idOf('Indicator', id, field) : null);

const definitionOf = (input: DefineIndicatorInput | RedefineIndicatorInput): DefinitionContent => {
  const { name, measure, definition = null, decimals, rollUp, basis = null } = input;
  const numeratorId = indicatorId(input.numeratorId, 'numeratorId');
  return {
    name,
    measure,
    definition,
    decimals,
    rollUp,
    numeratorId,
    denominatorId: indicatorId(input.denominatorId, 'denominatorId'),
    basis,
  };
};
