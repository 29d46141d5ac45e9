import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../platform/access/allow.js';
import { RequestContext } from '../../../platform/graphql/context.js';
import { mutate } from '../../../platform/graphql/mutation.js';
import { idOf } from '../../../platform/graphql/node.js';
import { EvaluationPayload } from '../evaluation.graphql.js';
import { AnswerAppraisalComplaintInput, RecordAppraisalComplaintInput } from './appraisal-complaint.graphql.js';
import { ComplaintsService } from './complaints.service.js';

@Resolver()
export class ComplaintsResolver {
  constructor(private readonly service: ComplaintsService) {}

  @Mutation(() => EvaluationPayload, { description: 'Records a complaint about a result (ghi nhận khiếu nại, kiến nghị về kết quả).' })
  @Allow('appraisal.complain')
  recordAppraisalComplaint(
    @Args('input', { type: () => RecordAppraisalComplaintInput }) input: RecordAppraisalComplaintInput,
    @Context() context: RequestContext,
  ): Promise<EvaluationPayload> {
    return mutate(context, RecordAppraisalComplaintInput, input, async () => {
      const { receivedOn, words, source, idempotencyKey } = input;
      const evaluationId = idOf('Evaluation', input.evaluationId, 'evaluationId');
      const given = { evaluationId, receivedOn, words, ...(typeof source === 'string' && { source }) };
      return { evaluation: await this.service.record(context.signedIn, given, idempotencyKey) };
    });
  }

  @Mutation(() => EvaluationPayload, {
    description:
      'Answers a complaint so that the result stays (trả lời khiếu nại). One that is followed is named where the round is opened again.',
  })
  @Allow('appraisal.decide')
  answerAppraisalComplaint(
    @Args('input', { type: () => AnswerAppraisalComplaintInput }) input: AnswerAppraisalComplaintInput,
    @Context() context: RequestContext,
  ): Promise<EvaluationPayload> {
    return mutate(context, AnswerAppraisalComplaintInput, input, async () => {
      const seen = { id: idOf('Evaluation', input.evaluationId, 'evaluationId'), expectedVersion: input.expectedVersion };
      const complaintId = idOf('AppraisalComplaint', input.complaintId, 'complaintId');
      return { evaluation: await this.service.answer(context.signedIn, seen, complaintId, input.answer) };
    });
  }
}
