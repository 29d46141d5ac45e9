import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CheckedArgs } from '../../platform/access/allow.js';
import type { Page } from '../../platform/graphql/connection.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { mutate } from '../../platform/graphql/mutation.js';
import { idOf } from '../../platform/graphql/node.js';
import { ShowsOne, ShowsPage, declared } from '../../platform/views/shows.js';
import type { Change } from '../../shared/change.js';
import type { ActInput } from '../units/unit-event.graphql.js';
import { Council, CouncilArgs, CouncilConnection, CouncilPayload, CouncilsArgs } from './council.graphql.js';
import { CorrectCouncilInput, CreateCouncilInput, EndCouncilInput } from './council.inputs.js';
import { CouncilSession, CouncilSessionConnection, CouncilSessionPageArgs } from './council-session.graphql.js';
import type { CouncilContent } from './council.store.js';
import { councilView } from './council.view.js';
import { CouncilsService } from './councils.service.js';

@Resolver(() => Council)
export class CouncilsResolver {
  constructor(private readonly service: CouncilsService) {}

  @Query(() => CouncilConnection, { description: 'Councils that you may see, by name (danh sách hội đồng).' })
  @Allow('registry.read')
  @ShowsPage(councilView)
  councils(@Args() _args: CouncilsArgs): Page<Council> {
    return declared();
  }

  @Query(() => Council, { nullable: true, description: 'One council (hội đồng). Null: you see none with this identifier.' })
  @Allow('registry.read')
  @ShowsOne(councilView)
  council(@Args() _args: CouncilArgs): Council | null {
    return declared();
  }

  @Mutation(() => CouncilPayload, { description: 'Enters a council of a unit (lập hội đồng).' })
  @Allow('council.manage')
  createCouncil(
    @Args('input', { type: () => CreateCouncilInput }) input: CreateCouncilInput,
    @Context() context: RequestContext,
  ): Promise<CouncilPayload> {
    return mutate(context, CreateCouncilInput, input, async () => {
      const { name, kind, act = null, validFrom, validTo = null, note = null, idempotencyKey } = input;
      const given = { unitId: idOf('Unit', input.unitId, 'unitId'), name, kind, ...actOf(act), validFrom, validTo, note };
      return { council: await this.service.createCouncil(context.signedIn, given, idempotencyKey) };
    });
  }

  @Mutation(() => CouncilPayload, { description: 'Corrects what was entered wrongly of a council (đính chính hội đồng).' })
  @Allow('council.manage')
  correctCouncil(
    @Args('input', { type: () => CorrectCouncilInput }) input: CorrectCouncilInput,
    @Context() context: RequestContext,
  ): Promise<CouncilPayload> {
    return mutate(context, CorrectCouncilInput, input, async () => {
      const { name, kind, act, validFrom, validTo, note, expectedVersion, reason } = input;
      const changes = { name, kind, validFrom, validTo, note, ...(act !== undefined && (act ? actChange(act) : actOf(null))) };
      const seen = { id: idOf('Council', input.id, 'id'), expectedVersion, reason };
      return { council: await this.service.correctCouncil(context.signedIn, seen, changes) };
    });
  }

  @Mutation(() => CouncilPayload, {
    description: 'Sets the last day of a council; terms that would go on end with it (kết thúc hội đồng).',
  })
  @Allow('council.manage')
  endCouncil(
    @Args('input', { type: () => EndCouncilInput }) input: EndCouncilInput,
    @Context() context: RequestContext,
  ): Promise<CouncilPayload> {
    return mutate(context, EndCouncilInput, input, async () => {
      const { expectedVersion, reason, validTo } = input;
      const seen = { id: idOf('Council', input.id, 'id'), expectedVersion, reason };
      return { council: await this.service.endCouncil(context.signedIn, seen, validTo) };
    });
  }

  @ResolveField(() => CouncilSessionConnection, { description: 'The sessions that it has held (các phiên họp).' })
  @CheckedArgs()
  sessions(@Args() _args: CouncilSessionPageArgs): Page<CouncilSession> {
    return declared();
  }
}

type Act = Pick<CouncilContent, 'actNumber' | 'actDate' | 'actIssuer'>;

/** An act that a change gives: a part that is left out is kept. */
const actChange = ({ number, date, issuer }: ActInput): Change<Act> => ({ actNumber: number, actDate: date, actIssuer: issuer });

const actOf = (act: ActInput | null): Act => ({
  actNumber: act?.number ?? null,
  actDate: act?.date ?? null,
  actIssuer: act?.issuer ?? null,
});
