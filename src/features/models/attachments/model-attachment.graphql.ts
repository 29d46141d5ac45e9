import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { File } from '../../../platform/files/file.graphql.js';

export const ModelAttachmentKind = { FORM: 'FORM', REPORT: 'REPORT', EVIDENCE: 'EVIDENCE', PHOTO: 'PHOTO', OTHER: 'OTHER' } as const;
export type ModelAttachmentKind = keyof typeof ModelAttachmentKind;
registerEnumType(ModelAttachmentKind, {
  name: 'ModelAttachmentKind',
  description: 'Phiếu đăng ký, báo cáo, minh chứng, ảnh, khác: a working list of ours, no official one.',
});

@ObjectType({ description: 'A file that a model has, and what it is there for (tệp đính kèm của mô hình).' })
export class ModelAttachment {
  @Field(() => ModelAttachmentKind)
  kind: ModelAttachmentKind;

  @Field(() => String, { nullable: true, description: 'Ghi chú.' })
  note: string | null;

  @Field(() => DateTimeScalar)
  attachedAt: Date;

  @Field(() => File)
  file: File;
}
