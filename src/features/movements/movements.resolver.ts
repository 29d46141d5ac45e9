import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CheckedArgs } from '../../platform/access/allow.js';
import { RestoreVersionInput } from '../../platform/audit/object-history.graphql.js';
import type { Page } from '../../platform/graphql/connection.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { mutate } from '../../platform/graphql/mutation.js';
import { idOf } from '../../platform/graphql/node.js';
import { LikelyDuplicates } from '../../platform/views/likely-duplicates.js';
import { ShowsOne, ShowsPage, declared } from '../../platform/views/shows.js';
import type { Change } from '../../shared/change.js';
import { parsePartialDate, type PartialDate } from '../../shared/dates.js';
import type { ActInput } from '../units/unit-event.graphql.js';
import { Movement, MovementArgs, MovementConnection, MovementPayload, MovementsArgs } from './movement.graphql.js';
import { CorrectMovementInput, EndMovementInput, LaunchMovementInput } from './movement.inputs.js';
import { movementLikeness } from './movement-likeness-sql.js';
import { movementView } from './movement.view.js';
import type { GivenMovement } from './movement.store.js';
import { MovementsService } from './movements.service.js';
import {
  AssignedTarget,
  AssignedTargetConnection,
  AssignedTargetPageArgs,
  RegistrationRound,
  RegistrationRoundConnection,
  RegistrationRoundPageArgs,
} from './registration-round.graphql.js';

@Resolver(() => Movement)
export class MovementsResolver {
  constructor(
    private readonly service: MovementsService,
    private readonly duplicates: LikelyDuplicates,
  ) {}

  @Query(() => MovementConnection, { description: 'Movements known by a day, the latest first (danh sách phong trào).' })
  @Allow('registry.read')
  @ShowsPage(movementView)
  movements(@Args() _args: MovementsArgs): Page<Movement> {
    return declared();
  }

  @Query(() => Movement, { nullable: true, description: 'One movement (phong trào). Null: there is none with this identifier.' })
  @Allow('registry.read')
  @ShowsOne(movementView)
  movement(@Args() _args: MovementArgs): Movement | null {
    return declared();
  }

  @Mutation(() => MovementPayload, { description: 'Enters a movement that is launched (phát động phong trào).' })
  @Allow('movement.edit')
  launchMovement(
    @Args('input', { type: () => LaunchMovementInput }) input: LaunchMovementInput,
    @Context() context: RequestContext,
  ): Promise<MovementPayload> {
    return mutate(
      context,
      LaunchMovementInput,
      input,
      async () => {
        const { name, launcherId, act = null, starts = null, ends = null, note = null, idempotencyKey } = input;
        const period = { starts: partialDate(starts), ends: partialDate(ends) };
        const given = { name, launcherId: idOf('Unit', launcherId, 'launcherId'), ...actOf(act), ...period, note };
        return { movement: await this.service.launchMovement(context.signedIn, given, idempotencyKey) };
      },
      async ({ movement }) => this.duplicates.warningsAbout(context.signedIn, movementLikeness, movement!),
    );
  }

  @Mutation(() => MovementPayload, { description: 'Corrects a movement that was entered wrongly (đính chính phong trào).' })
  @Allow('movement.edit')
  correctMovement(
    @Args('input', { type: () => CorrectMovementInput }) input: CorrectMovementInput,
    @Context() context: RequestContext,
  ): Promise<MovementPayload> {
    return mutate(
      context,
      CorrectMovementInput,
      input,
      async () => {
        const { name, launcherId, act, starts, ends, note, expectedVersion, reason } = input;
        const changes = {
          name,
          launcherId: launcherId && idOf('Unit', launcherId, 'launcherId'),
          ...(act !== undefined && (act ? actChange(act) : actOf(null))),
          starts: starts === undefined ? undefined : partialDate(starts),
          ends: ends === undefined ? undefined : partialDate(ends),
          note,
        };
        const seen = { id: idOf('Movement', input.id, 'id'), expectedVersion, reason };
        return { movement: await this.service.correctMovement(context.signedIn, seen, changes) };
      },
      async ({ movement }) => this.duplicates.warningsAbout(context.signedIn, movementLikeness, movement!),
    );
  }

  @Mutation(() => MovementPayload, {
    description: 'Restores what a movement said after an earlier change, as a new change (khôi phục phiên bản của phong trào).',
  })
  @Allow('movement.edit')
  restoreMovementVersion(
    @Args('input', { type: () => RestoreVersionInput }) input: RestoreVersionInput,
    @Context() context: RequestContext,
  ): Promise<MovementPayload> {
    return mutate(context, RestoreVersionInput, input, async () => {
      const changeId = idOf('AuditEntry', input.changeId, 'changeId');
      const seen = { ...input, id: idOf('Movement', input.id, 'id'), changeId };
      return { movement: await this.service.restoreVersion(context.signedIn, seen) };
    });
  }

  @Mutation(() => MovementPayload, { description: 'Sets the last day of a movement (kết thúc phong trào).' })
  @Allow('movement.edit')
  endMovement(
    @Args('input', { type: () => EndMovementInput }) input: EndMovementInput,
    @Context() context: RequestContext,
  ): Promise<MovementPayload> {
    return mutate(context, EndMovementInput, input, async () => {
      const { ends, ...rest } = input;
      const seen = { ...rest, id: idOf('Movement', input.id, 'id') };
      return { movement: await this.service.endMovement(context.signedIn, seen, partialDate(ends)!) };
    });
  }

  @ResolveField(() => RegistrationRoundConnection, { description: 'Its registration rounds (các đợt đăng ký).' })
  @CheckedArgs()
  rounds(@Args() _args: RegistrationRoundPageArgs): Page<RegistrationRound> {
    return declared();
  }

  @ResolveField(() => AssignedTargetConnection, {
    description: 'The numbers of models that units have to build, in all its rounds (chỉ tiêu giao).',
  })
  @CheckedArgs()
  targets(@Args() _args: AssignedTargetPageArgs): Page<AssignedTarget> {
    return declared();
  }
}

const partialDate = (text: string | null): PartialDate | null => (text === null ? null : parsePartialDate(text)!);

type Act = Pick<GivenMovement, 'actNumber' | 'actDate' | 'actIssuer'>;

/** An act that a change gives: a part that is left out is kept. */
const actChange = ({ number, date, issuer }: ActInput): Change<Act> => ({ actNumber: number, actDate: date, actIssuer: issuer });

const actOf = (act: LaunchMovementInput['act']): Act => ({
  actNumber: act?.number ?? null,
  actDate: act?.date ?? null,
  actIssuer: act?.issuer ?? null,
});
