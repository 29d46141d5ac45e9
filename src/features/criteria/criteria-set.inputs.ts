import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { ChangeInput, RefusesNull } from '../../platform/graphql/change-input.js';
import { IdempotencyKey } from '../../platform/graphql/idempotency-key.field.js';
import { IsWords } from '../../platform/graphql/input-rules.js';
import { GradedThing } from './document/set-document.js';
import { CriteriaSetVersionInput } from './version.inputs.js';

@InputType({ description: 'Input of `draftCriteriaSet` (soạn bộ tiêu chí). What is not known is omitted, never invented.' })
export class DraftCriteriaSetInput {
  @Field(() => String, { description: 'Name (tên bộ tiêu chí), at most 300 characters.' })
  name: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The unit that issues it (cơ quan ban hành). Omitted or null: it is no unit of this registry; the act names it.',
  })
  issuerId?: string | null;

  @Field(() => GradedThing, { description: 'What it grades (đối tượng chấm).' })
  graded: GradedThing;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether it is made up to show how it works (bộ minh họa).' })
  illustrative: boolean;

  @Field(() => String, { nullable: true })
  note?: string | null;

  @Field(() => CriteriaSetVersionInput, { description: 'What its first version says (phiên bản đầu).' })
  version: CriteriaSetVersionInput;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@ChangeInput()
export class CorrectCriteriaSetInput {
  @Field(() => ID, { description: 'The set, of which nothing is published yet (bộ tiêu chí).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => String, { description: 'Why the entry is corrected (lý do đính chính).' })
  @IsWords(1_000)
  reason: string;

  @Field(() => String, { nullable: true, description: 'Name (tên bộ tiêu chí).' })
  @RefusesNull()
  @IsWords(300)
  name?: string;

  @Field(() => ID, { nullable: true, description: 'The unit that issues it (cơ quan ban hành). Null: it is no unit of this registry.' })
  issuerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Free remark (ghi chú). Null: none.' })
  @IsOptional()
  @IsWords(2_000)
  note?: string | null;
}

@InputType()
export class EditCriteriaSetVersionInput {
  @Field(() => ID, { description: 'The draft (bản nháp).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => CriteriaSetVersionInput, { description: 'All that it says from now on; what is omitted is emptied (nội dung thay thế).' })
  version: CriteriaSetVersionInput;
}

@InputType()
export class CopyCriteriaSetVersionInput {
  @Field(() => ID, { description: 'The version to copy to a new draft of its set (phiên bản được sao chép).' })
  id: string;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType()
export class PublishCriteriaSetVersionInput {
  @Field(() => ID, { description: 'The draft (bản nháp).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => String, {
    nullable: true,
    description: 'Why it is published although it is incomplete (lý do ban hành khi còn thiếu). Omitted or null: it is complete.',
  })
  @IsOptional()
  @IsWords(2_000)
  reason?: string | null;
}

@InputType()
export class ImportCriteriaSetInput {
  @Field(() => String, { description: 'The file: JSON in the format of `CriteriaSetVersion.document` (tệp JSON).' })
  @MaxLength(500_000)
  document: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The unit that issues the new set (cơ quan ban hành). Omitted or null: it is no unit of this registry.',
  })
  issuerId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'A version of the set that gets the file as a new draft (nhập vào bộ đã có). Omitted or null: a new set.',
  })
  intoSetOfId?: string | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}
