import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { describePurpose } from '../../../platform/files/file-purposes.js';
import { File } from '../../../platform/files/file.graphql.js';
import { IsCode, IsWords } from '../../../platform/graphql/input-rules.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { describe } from '../../../shared/terms.js';
import { evaluationTerms } from '../evaluation.terms.js';

describePurpose('APPRAISAL_EVIDENCE', evaluationTerms.APPRAISAL_EVIDENCE);

@ObjectType({ description: describe(evaluationTerms.AppraisalEvidence) })
export class AppraisalEvidence {
  @Field(() => String, { description: 'Code of the criterion (mã tiêu chí).' })
  code: string;

  @Field(() => DateTimeScalar, { description: 'When it was attached (lúc đính kèm).' })
  attachedAt: Date;

  @Field(() => File, { description: 'The file (tệp).' })
  file: File;
}

@InputType({ description: 'An entry and its version, to attach evidence or to detach it (trường hợp cần minh chứng).' })
class ChangedEvidenceInput {
  @Field(() => ID, { description: 'The entry (kết quả thẩm định).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => ID, { description: 'The file, uploaded for this entry; the upload returned its identifier (tệp).' })
  fileId: string;
}

@InputType({ description: 'Input of `attachAppraisalEvidence` (đính kèm minh chứng cho tiêu chí).' })
export class AttachAppraisalEvidenceInput extends ChangedEvidenceInput {
  @Field(() => String, { description: 'Code of the criterion that it is evidence for (mã tiêu chí).' })
  @IsCode(40)
  code: string;
}

@InputType({
  description: 'Input of `detachAppraisalEvidence` (gỡ minh chứng). For seven days the file can be attached again, then it is erased.',
})
export class DetachAppraisalEvidenceInput extends ChangedEvidenceInput {
  @Field(() => String)
  @IsWords(1_000)
  reason: string;
}
