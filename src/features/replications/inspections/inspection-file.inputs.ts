import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { describePurpose } from '../../../platform/files/file-purposes.js';
import { IsWords } from '../../../platform/graphql/input-rules.js';
import { inspectionTerms } from './inspection.terms.js';

describePurpose('INSPECTION', inspectionTerms.INSPECTION);

@InputType({ description: 'Input of `attachInspectionFile` (đính kèm tài liệu kiểm tra).' })
export class AttachInspectionFileInput {
  @Field(() => ID, { description: 'The inspection (cuộc kiểm tra).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => ID, { description: 'The file, uploaded for this inspection; the upload returned its identifier (tệp).' })
  fileId: string;
}

@InputType({
  description: 'Input of `detachInspectionFile` (gỡ tài liệu kiểm tra). For seven days the file can be attached again, then it is erased.',
})
export class DetachInspectionFileInput extends AttachInspectionFileInput {
  @Field(() => String)
  @IsWords(1_000)
  reason: string;
}
