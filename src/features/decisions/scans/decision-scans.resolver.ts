import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../platform/access/allow.js';
import { RequestContext } from '../../../platform/graphql/context.js';
import { mutate } from '../../../platform/graphql/mutation.js';
import { idOf } from '../../../platform/graphql/node.js';
import { DecisionPayload } from '../decision.graphql.js';
import { AttachDecisionScanInput, DetachDecisionScanInput } from './decision-scan.inputs.js';
import { DecisionScans, type SeenScan } from './decision-scans.service.js';

const seenScan = ({ id, expectedVersion, fileId }: AttachDecisionScanInput): SeenScan => ({
  id: idOf('Decision', id, 'id'),
  expectedVersion,
  fileId: idOf('File', fileId, 'fileId'),
});

/** Attaches scans of the paper to decisions and detaches them. */
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
      decision: await this.service.attach(context.signedIn, seenScan(input)),
    }));
  }

  @Mutation(() => DecisionPayload, { description: 'Detaches a scan from a decision, with a reason (gỡ bản quét).' })
  @Allow('decision.correct')
  detachDecisionScan(
    @Args('input', { type: () => DetachDecisionScanInput }) input: DetachDecisionScanInput,
    @Context() context: RequestContext,
  ): Promise<DecisionPayload> {
    return mutate(context, DetachDecisionScanInput, input, async () => ({
      decision: await this.service.detach(context.signedIn, seenScan(input), input.reason),
    }));
  }
}
