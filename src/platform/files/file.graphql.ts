import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MaxLength, MinLength } from 'class-validator';
import { MutationPayload } from '../graphql/mutation.js';
import { DateTimeScalar } from '../graphql/scalars.js';
import { UploadPurpose, purposeDescriptions } from './file-purposes.js';
import { apiTerms } from '../graphql/api.terms.js';
import { describe } from '../../shared/terms.js';
import { registerEnum } from '../graphql/enum.js';

registerEnumType(UploadPurpose, {
  name: 'UploadPurpose',
  description: describe(apiTerms.UploadPurpose),
  valuesMap: purposeDescriptions,
});

export const FileState = { QUARANTINED: 'QUARANTINED', READY: 'READY', REFUSED: 'REFUSED' } as const;
export type FileState = keyof typeof FileState;
registerEnum(FileState, 'FileState', apiTerms.FileState);

@ObjectType({ description: describe(apiTerms.File) })
export class File {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: 'Name of the file, without folders and special characters (tên tệp).' })
  name: string;

  @Field(() => String, { description: 'Media type, determined from the content and not from the name (loại tệp).' })
  mediaType: string;

  @Field(() => Int, { description: 'Size in bytes (dung lượng).' })
  size: number;

  @Field(() => String, { description: 'SHA-256 hash of the content, hexadecimal (mã kiểm tra).' })
  sha256: string;

  @Field(() => FileState, { description: 'Whether it can be read (trạng thái tệp).' })
  state: FileState;

  @Field(() => String, { description: 'Name of the person or program that uploaded it (người tải lên).' })
  uploadedBy: string;

  @Field(() => DateTimeScalar, { description: 'When it was uploaded (lúc tải lên).' })
  uploadedAt: Date;

  @Field(() => String, { description: 'Address on this server where it is downloaded by those who may read its record (địa chỉ tải về).' })
  url: string;
}

@InputType()
export class RequestUploadInput {
  @Field(() => UploadPurpose, { description: 'What the file is for (mục đích tải lên).' })
  purpose: string;

  @Field(() => String, {
    description: 'Name of the file, with an ending that agrees with the content (tên tệp). Folders and special characters are removed.',
  })
  @MinLength(1)
  @MaxLength(1_000)
  fileName: string;

  @Field(() => ID, { nullable: true, description: 'The record that the file belongs to (hồ sơ). Omitted or null: the purpose has none.' })
  recordId?: string | null;
}

@ObjectType({
  description: describe(apiTerms.UploadTicket),
})
export class UploadTicket {
  @Field(() => String, {
    description: 'Address on this server for the upload (địa chỉ tải lên). It contains the secret: with it anyone can upload.',
  })
  url: string;

  @Field(() => DateTimeScalar, { description: 'When the ticket expires (hết hạn lúc).' })
  expiresAt: Date;

  @Field(() => Int, { description: 'Largest size in bytes (dung lượng tối đa).' })
  maxBytes: number;

  @Field(() => [String], { description: 'Accepted endings of the file name, for example `pdf` (đuôi tệp được nhận).' })
  endings: string[];
}

@ObjectType({ implements: () => MutationPayload })
export class RequestUploadPayload extends MutationPayload {
  @Field(() => UploadTicket, { nullable: true, description: 'The ticket (phiếu tải lên). Null when `userErrors` is not empty.' })
  ticket?: UploadTicket | null;
}
