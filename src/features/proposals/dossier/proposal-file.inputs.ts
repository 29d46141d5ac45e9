import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsWords } from '../../../platform/graphql/input-rules.js';
import { DossierPart } from '../proposal.kinds.js';

@InputType({ isAbstract: true })
abstract class ProposalFileInput {
  @Field(() => ID, { description: 'The proposal, not decided yet (tờ trình).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => ID, { description: 'The file, uploaded for this proposal; the upload returned its identifier (tệp).' })
  fileId: string;
}

@InputType({ description: 'Input of `attachProposalFile` (đính kèm tài liệu hồ sơ).' })
export class AttachProposalFileInput extends ProposalFileInput {
  @Field(() => DossierPart, { description: 'Which part of the dossier (loại tài liệu).' })
  part: DossierPart;
}

@InputType({
  description: 'Input of `detachProposalFile` (gỡ tài liệu hồ sơ). For seven days the file can be attached again, then it is erased.',
})
export class DetachProposalFileInput extends ProposalFileInput {
  @Field(() => String)
  @IsWords(1_000)
  reason: string;
}
