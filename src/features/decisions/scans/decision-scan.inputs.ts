import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsWords } from '../../../platform/graphql/input-rules.js';
import { describePurpose } from '../../../platform/files/file-purposes.js';
import { decisionTerms } from '../decision.terms.js';

describePurpose('DECISION_SCAN', decisionTerms.DECISION_SCAN);

@InputType({ description: 'Input of `attachDecisionScan` (đính kèm bản quét).' })
export class AttachDecisionScanInput {
  @Field(() => ID, { description: 'The decision (văn bản).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => ID, { description: 'The file, uploaded for this decision; the upload returned its identifier (tệp).' })
  fileId: string;
}

@InputType({
  description: 'Input of `detachDecisionScan` (gỡ bản quét). For seven days the file can be attached again, then it is erased.',
})
export class DetachDecisionScanInput extends AttachDecisionScanInput {
  @Field(() => String)
  @IsWords(1_000)
  reason: string;
}
