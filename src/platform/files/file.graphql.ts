import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MaxLength, MinLength } from 'class-validator';
import { MutationPayload } from '../graphql/mutation.js';
import { DateTimeScalar } from '../graphql/scalars.js';
import { UploadPurpose } from './file-purposes.js';

registerEnumType(UploadPurpose, {
  name: 'UploadPurpose',
  description: 'What a file is uploaded for (mục đích tải lên); it decides which kinds are taken.',
});

export const FileState = { QUARANTINED: 'QUARANTINED', READY: 'READY', REFUSED: 'REFUSED' } as const;
export type FileState = keyof typeof FileState;
registerEnumType(FileState, {
  name: 'FileState',
  description: 'Chờ quét mã độc, dùng được, bị từ chối: a refused file is erased, what is known of it stays.',
});

@ObjectType({ description: 'A file that was uploaded (tệp đính kèm).' })
export class File {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: 'Tên tệp, made harmless.' })
  name: string;

  @Field(() => String, { description: 'Told by its content, never by its name.' })
  mediaType: string;

  @Field(() => Int, { description: 'Dung lượng, in bytes.' })
  size: number;

  @Field(() => String, { description: 'Of its content, in hexadecimal (mã kiểm tra).' })
  sha256: string;

  @Field(() => FileState)
  state: FileState;

  @Field(() => String, { description: 'Người tải lên.' })
  uploadedBy: string;

  @Field(() => DateTimeScalar)
  uploadedAt: Date;

  @Field(() => String, { description: 'Where it is read, on this server, by whoever may read the record it hangs on (địa chỉ tải về).' })
  url: string;
}

@InputType({ description: 'Asks for leave to upload one file.' })
export class RequestUploadInput {
  @Field(() => UploadPurpose)
  purpose: string;

  @Field(() => String, { description: 'Tên tệp; folders and special characters are taken out. Its ending must agree with the content.' })
  @MinLength(1)
  @MaxLength(1_000)
  fileName: string;

  @Field(() => ID, { nullable: true, description: 'The record it is for (hồ sơ), where the purpose has one.' })
  recordId?: string | null;
}

@ObjectType({
  description: 'A one-time ticket for one file (phiếu tải lên): send the bytes with `PUT` to `url`, as they are, before it expires.',
})
export class UploadTicket {
  @Field(() => String, { description: 'On this server; it holds the secret, and whoever has it can upload.' })
  url: string;

  @Field(() => DateTimeScalar)
  expiresAt: Date;

  @Field(() => Int)
  maxBytes: number;

  @Field(() => [String], { description: 'The kinds that are taken, by the endings of their names.' })
  endings: string[];
}

@ObjectType({ implements: () => MutationPayload })
export class RequestUploadPayload extends MutationPayload {
  @Field(() => UploadTicket, { nullable: true })
  ticket?: UploadTicket | null;
}
