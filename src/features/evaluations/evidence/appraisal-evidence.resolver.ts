import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../platform/access/allow.js';
import { RequestContext } from '../../../platform/graphql/context.js';
import { mutate } from '../../../platform/graphql/mutation.js';
import { idOf } from '../../../platform/graphql/node.js';
import { EvaluationPayload } from '../evaluation.graphql.js';
import { AttachAppraisalEvidenceInput, DetachAppraisalEvidenceInput } from './appraisal-evidence.graphql.js';
import { AppraisalEvidenceService, type SeenEvidence } from './appraisal-evidence.service.js';

const seenEvidence = ({ id, expectedVersion, fileId }: Omit<AttachAppraisalEvidenceInput, 'code'>): SeenEvidence => ({
  id: idOf('Evaluation', id, 'id'),
  expectedVersion,
  fileId: idOf('File', fileId, 'fileId'),
});

/** The evidence of a self-assessment. */
@Resolver()
export class AppraisalEvidenceResolver {
  constructor(private readonly service: AppraisalEvidenceService) {}

  @Mutation(() => EvaluationPayload, {
    description: 'Attaches an uploaded file to a criterion of the self-assessment (đính kèm minh chứng cho tiêu chí).',
  })
  @Allow('appraisal.selfAssess')
  attachAppraisalEvidence(
    @Args('input', { type: () => AttachAppraisalEvidenceInput }) input: AttachAppraisalEvidenceInput,
    @Context() context: RequestContext,
  ): Promise<EvaluationPayload> {
    return mutate(context, AttachAppraisalEvidenceInput, input, async () => ({
      evaluation: await this.service.attach(context.signedIn, seenEvidence(input), input.code),
    }));
  }

  @Mutation(() => EvaluationPayload, { description: 'Detaches a file from the self-assessment, with a reason (gỡ minh chứng).' })
  @Allow('appraisal.selfAssess')
  detachAppraisalEvidence(
    @Args('input', { type: () => DetachAppraisalEvidenceInput }) input: DetachAppraisalEvidenceInput,
    @Context() context: RequestContext,
  ): Promise<EvaluationPayload> {
    return mutate(context, DetachAppraisalEvidenceInput, input, async () => ({
      evaluation: await this.service.detach(context.signedIn, seenEvidence(input), input.reason),
    }));
  }
}
