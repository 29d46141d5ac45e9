import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../platform/access/allow.js';
import { RequestContext } from '../../../platform/graphql/context.js';
import { mutate } from '../../../platform/graphql/mutation.js';
import { idOf } from '../../../platform/graphql/node.js';
import { DecisionPayload } from '../decision.graphql.js';
import { AttachDecisionScanInput, DetachDecisionScanInput } from './decision-scan.inputs.js';
import { DecisionScans, type HungScan } from './decision-scans.service.js';

const hung = ({ id, expectedVersion, fileId }: AttachDecisionScanInput): HungScan => ({
  id: idOf('Decision', id, 'id'),
  expectedVersion,
  fileId: idOf('File', fileId, 'fileId'),
});

/** The paper of a decision as files. */
@Resolver()
export class DecisionScansResolver {
  constructor(private readonly service: DecisionScans) {}

  @Mutation(() => DecisionPayload, { description: 'Attaches an uploaded scan to a decision (đính kèm bản quét).' })
  @Allow('decision.correct')
  attachDecisionScan(
    @Args('input', { type: () => AttachDecisionScanInput }) input: AttachDecisionScanInput,
    @Context() context: RequestContext,
  ): Promise<DecisionPayload> {
    return mutate(context, AttachDecisionScanInput, input, async () => ({
      decision: await this.service.attach(context.signedIn, hung(input)),
    }));
  }

  @Mutation(() => DecisionPayload, { description: 'Detaches a scan from a decision, with a reason (gỡ bản quét).' })
  @Allow('decision.correct')
  detachDecisionScan(
    @Args('input', { type: () => DetachDecisionScanInput }) input: DetachDecisionScanInput,
    @Context() context: RequestContext,
  ): Promise<DecisionPayload> {
    return mutate(context, DetachDecisionScanInput, input, async () => ({
      decision: await this.service.detach(context.signedIn, hung(input), input.reason),
    }));
  }
}
