import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { mutate } from '../../platform/graphql/mutation.js';
import { idOf } from '../../platform/graphql/node.js';
import { CouncilSession, CouncilSessionPayload } from './council-session.graphql.js';
import {
  CorrectCouncilSessionInput,
  RecordCouncilSessionInput,
  RecordCouncilVotesInput,
  RemoveCouncilVotesInput,
} from './council-session.inputs.js';
import { CouncilSessionsService } from './council-sessions.service.js';
import { CouncilVotesService } from './council-votes.service.js';

@Resolver(() => CouncilSession)
export class CouncilSessionsResolver {
  constructor(
    private readonly sessions: CouncilSessionsService,
    private readonly votes: CouncilVotesService,
  ) {}

  @Mutation(() => CouncilSessionPayload, { description: 'Records a session that a council has held, with who took part (ghi phiên họp).' })
  @Allow('council.manage')
  recordCouncilSession(
    @Args('input', { type: () => RecordCouncilSessionInput }) input: RecordCouncilSessionInput,
    @Context() context: RequestContext,
  ): Promise<CouncilSessionPayload> {
    return mutate(context, RecordCouncilSessionInput, input, async () => {
      const { kind, heldOn, subject, minutesNumber = null, minutesDate = null, minutesText = null, idempotencyKey } = input;
      const given = {
        councilId: idOf('Council', input.councilId, 'councilId'),
        kind,
        heldOn,
        subject,
        minutesNumber,
        minutesDate,
        minutesText,
        attendance: input.attendance.map(({ memberId, presence }, i) => ({
          memberId: idOf('CouncilMember', memberId, 'attendance', String(i), 'memberId'),
          presence,
        })),
        chairId: memberOf(input.chairId, 'chairId'),
        secretaryId: memberOf(input.secretaryId, 'secretaryId'),
      };
      return { councilSession: await this.sessions.record(context.signedIn, given, idempotencyKey) };
    });
  }

  @Mutation(() => CouncilSessionPayload, {
    description:
      'Corrects the subject or the minutes of a session (đính chính phiên họp). One of another day is removed and recorded anew.',
  })
  @Allow('council.manage')
  correctCouncilSession(
    @Args('input', { type: () => CorrectCouncilSessionInput }) input: CorrectCouncilSessionInput,
    @Context() context: RequestContext,
  ): Promise<CouncilSessionPayload> {
    return mutate(context, CorrectCouncilSessionInput, input, async () => {
      const { subject, minutesNumber, minutesDate, minutesText, expectedVersion, reason } = input;
      const seen = { id: idOf('CouncilSession', input.id, 'id'), expectedVersion, reason };
      const changes = { subject, minutesNumber, minutesDate, minutesText };
      return { councilSession: await this.sessions.correct(context.signedIn, seen, changes) };
    });
  }

  @Mutation(() => CouncilSessionPayload, {
    description: 'Records the votes on a question of a session that had a quorum (ghi kết quả biểu quyết).',
  })
  @Allow('council.manage')
  recordCouncilVotes(
    @Args('input', { type: () => RecordCouncilVotesInput }) input: RecordCouncilVotesInput,
    @Context() context: RequestContext,
  ): Promise<CouncilSessionPayload> {
    return mutate(context, RecordCouncilVotesInput, input, async () => {
      const { expectedVersion, text, inFavour, against, abstained, writtenInFavour, writtenAgainst, writtenAbstained } = input;
      const given = {
        sessionId: idOf('CouncilSession', input.sessionId, 'sessionId'),
        expectedVersion,
        text,
        votes: { inFavour, against, abstained, writtenInFavour, writtenAgainst, writtenAbstained },
        opinions: input.opinions.map(({ memberId, choice, words = null }, i) => ({
          memberId: idOf('CouncilMember', memberId, 'opinions', String(i), 'memberId'),
          choice,
          words,
        })),
      };
      return { councilSession: await this.votes.record(context.signedIn, given) };
    });
  }

  @Mutation(() => CouncilSessionPayload, { description: 'Removes votes that were entered by mistake (gỡ kết quả biểu quyết ghi nhầm).' })
  @Allow('council.manage')
  removeCouncilVotes(
    @Args('input', { type: () => RemoveCouncilVotesInput }) input: RemoveCouncilVotesInput,
    @Context() context: RequestContext,
  ): Promise<CouncilSessionPayload> {
    return mutate(context, RemoveCouncilVotesInput, input, async () => {
      const { expectedVersion, reason } = input;
      const sessionId = idOf('CouncilSession', input.sessionId, 'sessionId');
      const questionId = idOf('CouncilQuestion', input.questionId, 'questionId');
      return { councilSession: await this.votes.remove(context.signedIn, { sessionId, questionId, expectedVersion, reason }) };
    });
  }
}

const memberOf = (id: string | null | undefined, field: string): ReturnType<typeof idOf> | null =>
  id ? idOf('CouncilMember', id, field) : null;
