import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { registerEnum } from '../../platform/graphql/enum.js';
import { IdempotencyKey } from '../../platform/graphql/idempotency-key.field.js';
import { MutationPayload } from '../../platform/graphql/mutation.js';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';
import { describe } from '../../shared/terms.js';
import { exportsTerms } from './exports.terms.js';

export const ExportFormat = { JSONL: 'JSONL', CSV: 'CSV' } as const;
export type ExportFormat = keyof typeof ExportFormat;
registerEnum(ExportFormat, 'ExportFormat', exportsTerms.ExportFormat);

export const ExportState = { WAITING: 'WAITING', READY: 'READY', FAILED: 'FAILED', EXPIRED: 'EXPIRED' } as const;
export type ExportState = keyof typeof ExportState;
registerEnum(ExportState, 'ExportState', exportsTerms.ExportState);

@ObjectType({ description: describe(exportsTerms.Export) })
export class Export {
  @Field(() => ID)
  id: string;

  @Field(() => ExportState, { description: 'How far it is (trạng thái).' })
  state: ExportState;

  @Field(() => ExportFormat, { description: 'How the rows are written (dạng tệp).' })
  format: ExportFormat;

  @Field(() => String, { description: 'The question that it answers (câu hỏi).' })
  question: string;

  @Field(() => DateTimeScalar, { description: 'When it was requested (thời điểm yêu cầu).' })
  requestedAt: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'The moment whose rows it shows (thời điểm số liệu). Null: not written.' })
  asOfMoment: Date | null;

  @Field(() => Int, { nullable: true, description: 'Number of rows (số dòng). Null: not written.' })
  rowCount: number | null;

  @Field(() => String, { nullable: true, description: 'Number of bytes, as text (dung lượng). Null: not written.' })
  size: string | null;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the file in hexadecimal (mã băm). Null: not written.' })
  sha256: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where to download it with `GET`, on this server; parts by `Range` (đường dẫn tải về). Null: not ready.',
  })
  url: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When its file is erased (hết hạn). Null: not written.' })
  expiresAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it could not be written (lý do lỗi). Null: it did not fail.' })
  failure: string | null;
}

@InputType({ description: 'A list to export (yêu cầu kết xuất).' })
export class RequestExportInput {
  @Field(() => String, {
    description:
      'A GraphQL query for one list, with its filter and order, and `nodes` with the columns (câu hỏi GraphQL). For example: `{ models(filter: { state: [RECOGNISED] }) { nodes { id title unit { name } } } }`.',
  })
  @MaxLength(20_000)
  question: string;

  @Field(() => String, { nullable: true, description: 'Its variables, as a JSON object in text (biến, dạng JSON). Omitted or null: none.' })
  @IsOptional()
  @MaxLength(20_000)
  variables?: string | null;

  @Field(() => ExportFormat, { defaultValue: ExportFormat.JSONL, description: 'How the rows are written (dạng tệp).' })
  format: ExportFormat;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@ObjectType({ implements: () => MutationPayload })
export class RequestExportPayload extends MutationPayload {
  @Field(() => Export, { nullable: true })
  export?: Export | null;
}
