import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CheckedArgs } from '../../platform/access/allow.js';
import type { Page } from '../../platform/graphql/connection.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { mutate } from '../../platform/graphql/mutation.js';
import { idOf } from '../../platform/graphql/node.js';
import { LikelyDuplicates } from '../../platform/views/likely-duplicates.js';
import { ShowsPage, declared } from '../../platform/views/shows.js';
import { AssignedTargetsService } from './assigned-targets.service.js';
import { roundLikeness } from './movement-likeness-sql.js';
import { registrationRoundView } from './movement.view.js';
import { RegistrationExtensionsService } from './registration-extensions.service.js';
import {
  AssignedTarget,
  AssignedTargetConnection,
  AssignedTargetPageArgs,
  RegistrationExtension,
  RegistrationExtensionConnection,
  RegistrationExtensionPageArgs,
  RegistrationRound,
  RegistrationRoundConnection,
  RegistrationRoundPayload,
  RegistrationRoundsArgs,
} from './registration-round.graphql.js';
import {
  AssignTargetInput,
  ExtendRegistrationInput,
  MoveRegistrationDeadlineInput,
  OpenRegistrationRoundInput,
  WithdrawExtensionInput,
} from './registration-round.inputs.js';
import { RegistrationRoundsService } from './registration-rounds.service.js';

@Resolver(() => RegistrationRound)
export class RegistrationRoundsResolver {
  constructor(
    private readonly roundsService: RegistrationRoundsService,
    private readonly extensionsService: RegistrationExtensionsService,
    private readonly targetsService: AssignedTargetsService,
    private readonly duplicates: LikelyDuplicates,
  ) {}

  @Query(() => RegistrationRoundConnection, { description: 'Registration rounds, the latest first (danh sách đợt đăng ký).' })
  @Allow('registry.read')
  @ShowsPage(registrationRoundView)
  registrationRounds(@Args() _args: RegistrationRoundsArgs): Page<RegistrationRound> {
    return declared();
  }

  @Mutation(() => RegistrationRoundPayload, { description: 'Opens a registration round (mở đợt đăng ký).' })
  @Allow('registrationRound.edit')
  openRegistrationRound(
    @Args('input', { type: () => OpenRegistrationRoundInput }) input: OpenRegistrationRoundInput,
    @Context() context: RequestContext,
  ): Promise<RegistrationRoundPayload> {
    return mutate(
      context,
      OpenRegistrationRoundInput,
      input,
      async () => {
        const { idempotencyKey, name, opensOn, closesOn, appraisedAt } = input;
        const movementId = idOf('Movement', input.movementId, 'movementId');
        const given = { movementId, name, unitId: idOf('Unit', input.unitId, 'unitId'), opensOn, closesOn, appraisedAt };
        return { registrationRound: await this.roundsService.openRegistrationRound(context.signedIn, given, idempotencyKey) };
      },
      async ({ registrationRound }) => this.duplicates.warningsAbout(context.signedIn, roundLikeness, registrationRound!),
    );
  }

  @Mutation(() => RegistrationRoundPayload, { description: 'Moves the deadline for all units (dời hạn đăng ký).' })
  @Allow('registrationRound.edit')
  moveRegistrationDeadline(
    @Args('input', { type: () => MoveRegistrationDeadlineInput }) input: MoveRegistrationDeadlineInput,
    @Context() context: RequestContext,
  ): Promise<RegistrationRoundPayload> {
    return mutate(
      context,
      MoveRegistrationDeadlineInput,
      input,
      async () => {
        const { closesOn, ...rest } = input;
        const seen = { ...rest, id: idOf('RegistrationRound', input.id, 'id') };
        return { registrationRound: await this.roundsService.moveRegistrationDeadline(context.signedIn, seen, closesOn) };
      },
      async ({ registrationRound }) => this.roundsService.warningsAbout(registrationRound!),
    );
  }

  @Mutation(() => RegistrationRoundPayload, { description: 'Gives one unit and the units below it more time (gia hạn).' })
  @Allow('registrationRound.edit')
  extendRegistration(
    @Args('input', { type: () => ExtendRegistrationInput }) input: ExtendRegistrationInput,
    @Context() context: RequestContext,
  ): Promise<RegistrationRoundPayload> {
    return mutate(context, ExtendRegistrationInput, input, async () => {
      const { idempotencyKey, closesOn, reason, expectedVersion = null } = input;
      const given = { ...roundAndUnit(input), closesOn, reason, expectedVersion };
      return { registrationRound: await this.extensionsService.extendRegistration(context.signedIn, given, idempotencyKey) };
    });
  }

  @Mutation(() => RegistrationRoundPayload, { description: 'Withdraws an extension (rút gia hạn).' })
  @Allow('registrationRound.edit')
  withdrawExtension(
    @Args('input', { type: () => WithdrawExtensionInput }) input: WithdrawExtensionInput,
    @Context() context: RequestContext,
  ): Promise<RegistrationRoundPayload> {
    return mutate(context, WithdrawExtensionInput, input, async () => {
      const seen = { ...input, id: idOf('RegistrationExtension', input.id, 'id') };
      return { registrationRound: await this.extensionsService.withdrawExtension(context.signedIn, seen) };
    });
  }

  @Mutation(() => RegistrationRoundPayload, { description: 'Assigns a number of models to a unit, or changes it (giao chỉ tiêu).' })
  @Allow('target.assign')
  assignTarget(
    @Args('input', { type: () => AssignTargetInput }) input: AssignTargetInput,
    @Context() context: RequestContext,
  ): Promise<RegistrationRoundPayload> {
    return mutate(context, AssignTargetInput, input, async () => {
      const { idempotencyKey, count, basis, expectedVersion = null } = input;
      const given = { ...roundAndUnit(input), count, basis, expectedVersion };
      return { registrationRound: await this.targetsService.assignTarget(context.signedIn, given, idempotencyKey) };
    });
  }

  @ResolveField(() => RegistrationExtensionConnection, { description: 'The units that have more time (các gia hạn).' })
  @CheckedArgs()
  extensions(@Args() _args: RegistrationExtensionPageArgs): Page<RegistrationExtension> {
    return declared();
  }

  @ResolveField(() => AssignedTargetConnection, { description: 'The numbers of models that units have to build (chỉ tiêu giao).' })
  @CheckedArgs()
  targets(@Args() _args: AssignedTargetPageArgs): Page<AssignedTarget> {
    return declared();
  }
}

const roundAndUnit = (input: { roundId: string; unitId: string }): { roundId: string; unitId: string } => ({
  roundId: idOf('RegistrationRound', input.roundId, 'roundId'),
  unitId: idOf('Unit', input.unitId, 'unitId'),
});
