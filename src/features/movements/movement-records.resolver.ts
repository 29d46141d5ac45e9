import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { mutate } from '../../platform/graphql/mutation.js';
import { idOf } from '../../platform/graphql/node.js';
import { MergeRecordInput, RemoveRecordInput, RemovedRecordPayload, seenRecord } from '../../platform/records/record.inputs.js';
import { Records } from '../../platform/records/records.service.js';
import { CorrectReceivingAuthorityInput, CorrectRegistrationRoundInput } from './movement-corrections.inputs.js';
import { MovementPayload } from './movement.graphql.js';
import { RenameMovementInput } from './movement.inputs.js';
import { MovementNamesService } from './movement-names.service.js';
import { ReceivingAuthoritiesService } from './receiving-authorities.service.js';
import { ReceivingAuthorityPayload } from './receiving-authority.graphql.js';
import { RegistrationRoundPayload } from './registration-round.graphql.js';
import { RegistrationRoundsService } from './registration-rounds.service.js';

/** Takes back what belongs to movements: corrected with a reason, removed while nothing rests on it, merged where it was entered twice. */
@Resolver()
export class MovementRecordsResolver {
  constructor(
    private readonly names: MovementNamesService,
    private readonly records: Records,
    private readonly rounds: RegistrationRoundsService,
    private readonly authorities: ReceivingAuthoritiesService,
  ) {}

  @Mutation(() => MovementPayload, {
    description:
      'Gives a movement another name from a day on (đổi tên phong trào). A name that was entered wrongly is corrected instead: `correctMovement`.',
  })
  @Allow('movement.edit')
  renameMovement(
    @Args('input', { type: () => RenameMovementInput }) input: RenameMovementInput,
    @Context() context: RequestContext,
  ): Promise<MovementPayload> {
    return mutate(context, RenameMovementInput, input, async () => {
      const { name, from, expectedVersion, reason } = input;
      const seen = { id: idOf('Movement', input.id, 'id'), expectedVersion, reason };
      return { movement: await this.names.rename(context.signedIn, seen, name, from) };
    });
  }

  @Mutation(() => MovementPayload, {
    description: 'Takes back the latest renaming of a movement, which was entered by mistake (hủy lần đổi tên).',
  })
  @Allow('movement.edit')
  undoMovementRename(
    @Args('input', { type: () => RemoveRecordInput }) input: RemoveRecordInput,
    @Context() context: RequestContext,
  ): Promise<MovementPayload> {
    return mutate(context, RemoveRecordInput, input, async () => ({
      movement: await this.names.undoRename(context.signedIn, seenRecord('Movement', input)),
    }));
  }

  @Mutation(() => RegistrationRoundPayload, {
    description: 'Corrects the name or the days of a round that were entered wrongly (đính chính đợt đăng ký).',
  })
  @Allow('registrationRound.edit')
  correctRegistrationRound(
    @Args('input', { type: () => CorrectRegistrationRoundInput }) input: CorrectRegistrationRoundInput,
    @Context() context: RequestContext,
  ): Promise<RegistrationRoundPayload> {
    return mutate(
      context,
      CorrectRegistrationRoundInput,
      input,
      async () => {
        const { name, opensOn, closesOn, appraisedAt, expectedVersion, reason } = input;
        const seen = { id: idOf('RegistrationRound', input.id, 'id'), expectedVersion, reason };
        const changes = { name, opensOn, closesOn, appraisedAt };
        return { registrationRound: await this.rounds.correctRegistrationRound(context.signedIn, seen, changes) };
      },
      async ({ registrationRound }) => this.rounds.warningsAbout(registrationRound!),
    );
  }

  @Mutation(() => ReceivingAuthorityPayload, {
    description: 'Corrects a rule that was entered wrongly (đính chính quy tắc tiếp nhận, công nhận).',
  })
  @Allow('receivingAuthority.edit')
  correctReceivingAuthority(
    @Args('input', { type: () => CorrectReceivingAuthorityInput }) input: CorrectReceivingAuthorityInput,
    @Context() context: RequestContext,
  ): Promise<ReceivingAuthorityPayload> {
    return mutate(
      context,
      CorrectReceivingAuthorityInput,
      input,
      async () => {
        const { receiverId, recogniserId, level, requiresAppraisal, validFrom, validTo, basis, expectedVersion, reason } = input;
        const seen = { id: idOf('ReceivingAuthority', input.id, 'id'), expectedVersion, reason };
        const changes = {
          receiverId: receiverId && idOf('Unit', receiverId, 'receiverId'),
          recogniserId: recogniserId && idOf('Unit', recogniserId, 'recogniserId'),
          level,
          requiresAppraisal,
          validFrom,
          validTo,
          basis,
        };
        return { receivingAuthority: await this.authorities.correctReceivingAuthority(context.signedIn, seen, changes) };
      },
      async ({ receivingAuthority }) => this.authorities.warningsAbout(receivingAuthority!),
    );
  }

  @Mutation(() => RemovedRecordPayload, {
    description: 'Removes a movement that was entered by mistake, while it has no rounds (gỡ bỏ phong trào).',
  })
  @Allow('movement.edit')
  removeMovement(
    @Args('input', { type: () => RemoveRecordInput }) input: RemoveRecordInput,
    @Context() context: RequestContext,
  ): Promise<RemovedRecordPayload> {
    return mutate(context, RemoveRecordInput, input, async () => {
      await this.records.remove(context.signedIn, seenRecord('Movement', input));
      return { removedId: input.id };
    });
  }

  @Mutation(() => MovementPayload, {
    description: 'Merges a movement that was entered twice into the other entry, which is kept (gộp phong trào trùng).',
  })
  @Allow('movement.edit')
  mergeMovement(
    @Args('input', { type: () => MergeRecordInput }) input: MergeRecordInput,
    @Context() context: RequestContext,
  ): Promise<MovementPayload> {
    return mutate(context, MergeRecordInput, input, async () => ({
      movement: await this.records.merge(context.signedIn, seenRecord('Movement', input), idOf('Movement', input.intoId, 'intoId')),
    }));
  }

  @Mutation(() => RemovedRecordPayload, {
    description: 'Removes a round that was opened by mistake, while no model, target or extension is in it (gỡ bỏ đợt đăng ký).',
  })
  @Allow('registrationRound.edit')
  removeRegistrationRound(
    @Args('input', { type: () => RemoveRecordInput }) input: RemoveRecordInput,
    @Context() context: RequestContext,
  ): Promise<RemovedRecordPayload> {
    return mutate(context, RemoveRecordInput, input, async () => {
      await this.records.remove(context.signedIn, seenRecord('RegistrationRound', input));
      return { removedId: input.id };
    });
  }

  @Mutation(() => RegistrationRoundPayload, {
    description: 'Merges a round that was opened twice into the other, which is kept (gộp đợt đăng ký trùng).',
  })
  @Allow('registrationRound.edit')
  mergeRegistrationRound(
    @Args('input', { type: () => MergeRecordInput }) input: MergeRecordInput,
    @Context() context: RequestContext,
  ): Promise<RegistrationRoundPayload> {
    return mutate(context, MergeRecordInput, input, async () => ({
      registrationRound: await this.records.merge(
        context.signedIn,
        seenRecord('RegistrationRound', input),
        idOf('RegistrationRound', input.intoId, 'intoId'),
      ),
    }));
  }

  @Mutation(() => RemovedRecordPayload, { description: 'Removes a target that was assigned by mistake (gỡ bỏ chỉ tiêu).' })
  @Allow('target.assign')
  removeTarget(
    @Args('input', { type: () => RemoveRecordInput }) input: RemoveRecordInput,
    @Context() context: RequestContext,
  ): Promise<RemovedRecordPayload> {
    return mutate(context, RemoveRecordInput, input, async () => {
      await this.records.remove(context.signedIn, seenRecord('AssignedTarget', input));
      return { removedId: input.id };
    });
  }

  @Mutation(() => RemovedRecordPayload, {
    description: 'Removes a rule that never held; one that held is ended with `endReceivingAuthority` (gỡ bỏ quy tắc tiếp nhận).',
  })
  @Allow('receivingAuthority.edit')
  removeReceivingAuthority(
    @Args('input', { type: () => RemoveRecordInput }) input: RemoveRecordInput,
    @Context() context: RequestContext,
  ): Promise<RemovedRecordPayload> {
    return mutate(context, RemoveRecordInput, input, async () => {
      await this.records.remove(context.signedIn, seenRecord('ReceivingAuthority', input));
      return { removedId: input.id };
    });
  }
}
