import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsWords } from '../../../platform/graphql/input-rules.js';

@InputType({ description: 'Hangs a file on the decision that it was uploaded for.' })
export class AttachDecisionScanInput {
  @Field(() => ID)
  id: string;

  @Field(() => Int, { description: 'The version you have seen.' })
  expectedVersion: number;

  @Field(() => ID, { description: 'As the upload answered it.' })
  fileId: string;
}

@InputType({ description: 'Takes a file off a decision. For seven days it can be attached again; then it is erased.' })
export class DetachDecisionScanInput extends AttachDecisionScanInput {
  @Field(() => String, { description: 'Lý do.' })
  @IsWords(1_000)
  reason: string;
}
