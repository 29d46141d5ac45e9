import { Field, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { File } from '../../../platform/files/file.graphql.js';
import { modelTerms } from '../model.terms.js';
import { describe } from '../../../shared/terms.js';
import { registerEnum } from '../../../platform/graphql/enum.js';
import { describePurpose } from '../../../platform/files/file-purposes.js';

describePurpose('MODEL_ATTACHMENT', modelTerms.MODEL_ATTACHMENT);

export const ModelAttachmentKind = { FORM: 'FORM', REPORT: 'REPORT', EVIDENCE: 'EVIDENCE', PHOTO: 'PHOTO', OTHER: 'OTHER' } as const;
export type ModelAttachmentKind = keyof typeof ModelAttachmentKind;
registerEnum(ModelAttachmentKind, 'ModelAttachmentKind', modelTerms.ModelAttachmentKind);

@ObjectType({ description: describe(modelTerms.ModelAttachment) })
export class ModelAttachment {
  @Field(() => ModelAttachmentKind, { description: 'What the file is (loại tệp).' })
  kind: ModelAttachmentKind;

  @Field(() => String, { nullable: true })
  note: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was attached (lúc đính kèm).' })
  attachedAt: Date;

  @Field(() => File, { description: 'The file (tệp).' })
  file: File;
}
