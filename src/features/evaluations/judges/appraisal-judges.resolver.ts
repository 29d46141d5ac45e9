import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../platform/access/allow.js';
import { RequestContext } from '../../../platform/graphql/context.js';
import { mutate } from '../../../platform/graphql/mutation.js';
import { idOf } from '../../../platform/graphql/node.js';
import { EvaluationPayload } from '../evaluation.graphql.js';
import { AppraisalRoundPayload } from '../rounds/appraisal-round.graphql.js';
import { AssignAppraisalsInput, DeclareConflictInput, OverrideConflictInput } from './appraisal-judge.inputs.js';
import { AssignmentsService } from './assignments.service.js';
import { ConflictsService } from './conflicts.service.js';

@Resolver()
export class AppraisalJudgesResolver {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly conflicts: ConflictsService,
  ) {}

  @Mutation(() => AppraisalRoundPayload, {
    description: 'Assigns entries to people who score them: by hand, by lot or evenly (phân công chấm).',
  })
  @Allow('appraisal.manage')
  assignAppraisals(
    @Args('input', { type: () => AssignAppraisalsInput }) input: AssignAppraisalsInput,
    @Context() context: RequestContext,
  ): Promise<AppraisalRoundPayload> {
    return mutate(context, AssignAppraisalsInput, input, async () => {
      const given = {
        roundId: idOf('AppraisalRound', input.roundId, 'roundId'),
        how: input.how,
        byHand: input.byHand.map(({ evaluationId, personIds }, i) => ({
          evaluationId: idOf('Evaluation', evaluationId, 'byHand', i, 'evaluationId'),
          personIds: personIds.map((id, j) => idOf('Person', id, 'byHand', i, 'personIds', j)),
        })),
        perEntry: input.perEntry ?? null,
        personIds: input.personIds.map((id, i) => idOf('Person', id, 'personIds', i)),
        seed: input.seed ?? null,
      };
      return { appraisalRound: await this.assignments.assign(context.signedIn, given) };
    });
  }

  @Mutation(() => EvaluationPayload, {
    description: 'Declares a conflict of interest with an entry: your own, or as the board that of a member (khai báo xung đột lợi ích).',
  })
  @Allow('appraisal.score')
  declareConflict(
    @Args('input', { type: () => DeclareConflictInput }) input: DeclareConflictInput,
    @Context() context: RequestContext,
  ): Promise<EvaluationPayload> {
    return mutate(context, DeclareConflictInput, input, async () => {
      const { reason, words } = input;
      const evaluationId = idOf('Evaluation', input.evaluationId, 'evaluationId');
      const personId = input.personId ? idOf('Person', input.personId, 'personId') : null;
      return { evaluation: await this.conflicts.declare(context.signedIn, { evaluationId, personId, reason, words }) };
    });
  }

  @Mutation(() => EvaluationPayload, {
    description: 'Lets a person score in spite of a conflict of interest, as a second person and with a reason (chấp thuận xung đột).',
  })
  @Allow('appraisal.decide')
  overrideConflict(
    @Args('input', { type: () => OverrideConflictInput }) input: OverrideConflictInput,
    @Context() context: RequestContext,
  ): Promise<EvaluationPayload> {
    return mutate(context, OverrideConflictInput, input, async () => {
      const evaluationId = idOf('Evaluation', input.evaluationId, 'evaluationId');
      const personId = idOf('Person', input.personId, 'personId');
      return { evaluation: await this.conflicts.override(context.signedIn, evaluationId, personId, input.reason) };
    });
  }
}
