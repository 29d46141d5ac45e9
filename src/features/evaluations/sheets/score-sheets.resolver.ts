import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../platform/access/allow.js';
import { RequestContext } from '../../../platform/graphql/context.js';
import { mutate } from '../../../platform/graphql/mutation.js';
import { idOf } from '../../../platform/graphql/node.js';
import { EvaluationPayload } from '../evaluation.graphql.js';
import { AbstainAppraisalInput, AppraisalInput, RestoreAppraisalVersionInput, SelfAssessmentInput } from './score-sheet.inputs.js';
import type { GivenSheet } from './given-sheet.js';
import { ScoreSheetsService, type ForWhom, type SeenSheet } from './score-sheets.service.js';

@Resolver()
export class ScoreSheetsResolver {
  constructor(private readonly service: ScoreSheetsService) {}

  @Mutation(() => EvaluationPayload, { description: 'Saves a draft of the self-assessment of the unit (lưu nháp phiếu tự chấm).' })
  @Allow('appraisal.selfAssess')
  saveSelfAssessment(
    @Args('input', { type: () => SelfAssessmentInput }) input: SelfAssessmentInput,
    @Context() context: RequestContext,
  ): Promise<EvaluationPayload> {
    return this.assess(input, 'DRAFT', context);
  }

  @Mutation(() => EvaluationPayload, {
    description: 'Submits the self-assessment of the unit (nộp phiếu tự chấm). Until the round is closed it can be submitted again.',
  })
  @Allow('appraisal.selfAssess')
  submitSelfAssessment(
    @Args('input', { type: () => SelfAssessmentInput }) input: SelfAssessmentInput,
    @Context() context: RequestContext,
  ): Promise<EvaluationPayload> {
    return this.assess(input, 'SUBMITTED', context);
  }

  @Mutation(() => EvaluationPayload, { description: 'Saves a draft of a sheet (lưu nháp phiếu chấm).' })
  @Allow('appraisal.score')
  saveAppraisal(
    @Args('input', { type: () => AppraisalInput }) input: AppraisalInput,
    @Context() context: RequestContext,
  ): Promise<EvaluationPayload> {
    return this.score(input, 'DRAFT', context);
  }

  @Mutation(() => EvaluationPayload, {
    description: 'Submits a sheet, which counts at once (nộp phiếu chấm). Until the round is closed it can be submitted again.',
  })
  @Allow('appraisal.score')
  submitAppraisal(
    @Args('input', { type: () => AppraisalInput }) input: AppraisalInput,
    @Context() context: RequestContext,
  ): Promise<EvaluationPayload> {
    return this.score(input, 'SUBMITTED', context);
  }

  @Mutation(() => EvaluationPayload, { description: 'Records that a member does not score an entry (không chấm).' })
  @Allow('appraisal.score')
  abstainAppraisal(
    @Args('input', { type: () => AbstainAppraisalInput }) input: AbstainAppraisalInput,
    @Context() context: RequestContext,
  ): Promise<EvaluationPayload> {
    return mutate(context, AbstainAppraisalInput, input, async () => {
      return { evaluation: await this.service.abstain(context.signedIn, seenOf(input), whomOf(input), input.reason) };
    });
  }

  @Mutation(() => EvaluationPayload, {
    description:
      'Goes back to a saved version of a sheet, as a draft (trở lại lần lưu trước). A submitted sheet counts no longer until it is submitted again.',
  })
  @Allow('appraisal.score')
  restoreAppraisalVersion(
    @Args('input', { type: () => RestoreAppraisalVersionInput }) input: RestoreAppraisalVersionInput,
    @Context() context: RequestContext,
  ): Promise<EvaluationPayload> {
    return mutate(context, RestoreAppraisalVersionInput, input, async () => {
      const { expectedVersion, number } = input;
      const sheetId = idOf('ScoreSheet', input.id, 'id');
      return { evaluation: await this.service.restore(context.signedIn, { sheetId, expectedVersion, number }) };
    });
  }

  private assess(input: SelfAssessmentInput, state: 'DRAFT' | 'SUBMITTED', context: RequestContext): Promise<EvaluationPayload> {
    return mutate(context, SelfAssessmentInput, input, async () => {
      return { evaluation: await this.service.assessOneself(context.signedIn, seenOf(input), sheetOf(input), state) };
    });
  }

  private score(input: AppraisalInput, state: 'DRAFT' | 'SUBMITTED', context: RequestContext): Promise<EvaluationPayload> {
    return mutate(context, AppraisalInput, input, async () => {
      return { evaluation: await this.service.score(context.signedIn, seenOf(input), whomOf(input), sheetOf(input), state) };
    });
  }
}

const seenOf = ({
  evaluationId,
  expectedVersion = null,
}: {
  readonly evaluationId: string;
  readonly expectedVersion?: number | null;
}): SeenSheet => ({
  evaluationId: idOf('Evaluation', evaluationId, 'evaluationId'),
  expectedVersion,
});

const whomOf = ({ personId, paper = null }: { readonly personId?: string | null; readonly paper?: string | null }): ForWhom => ({
  personId: personId ? idOf('Person', personId, 'personId') : null,
  paper,
});

const sheetOf = ({ scores, remark = null }: SelfAssessmentInput): GivenSheet => ({
  scores: scores.map(({ code, points = null, mark = null, level = null, words = null }) => ({ code, points, mark, level, words })),
  remark,
});
