import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { ChangeInput } from '../../../platform/graphql/change-input.js';
import { IdempotencyKey } from '../../../platform/graphql/idempotency-key.field.js';
import { IsWords } from '../../../platform/graphql/input-rules.js';
import { PartialDateScalar } from '../../../platform/graphql/scalars.js';

const LONG = 5_000;

/** What is known of a replication besides its two models. */
@InputType({ isAbstract: true })
export abstract class ReplicationContentInput {
  @Field(() => PartialDateScalar, { nullable: true, description: 'When the copying began, not in the future (ngày bắt đầu nhân rộng).' })
  startedOn?: string | null;

  @Field(() => ID, { nullable: true, description: 'The plan under which it was done (kế hoạch nhân rộng).' })
  planId?: string | null;

  @Field(() => String, { nullable: true, description: 'What was kept (nội dung giữ nguyên).' })
  @IsOptional()
  @IsWords(LONG)
  kept?: string | null;

  @Field(() => String, { nullable: true, description: 'What was changed (nội dung điều chỉnh).' })
  @IsOptional()
  @IsWords(LONG)
  changed?: string | null;

  @Field(() => String, { nullable: true, description: 'What was dropped (nội dung bỏ).' })
  @IsOptional()
  @IsWords(LONG)
  dropped?: string | null;

  @Field(() => String, { nullable: true, description: 'Results at the origin, to compare with (kết quả nơi gốc).' })
  @IsOptional()
  @IsWords(LONG)
  originResults?: string | null;

  @Field(() => String, { nullable: true, description: 'Results at the copy (kết quả nơi nhân rộng).' })
  @IsOptional()
  @IsWords(LONG)
  copyResults?: string | null;

  @Field(() => String, { nullable: true, description: 'Conditions under which it could be copied (điều kiện nhân rộng).' })
  @IsOptional()
  @IsWords(LONG)
  conditions?: string | null;

  @Field(() => String, { nullable: true, description: 'What was learned (bài học kinh nghiệm).' })
  @IsOptional()
  @IsWords(LONG)
  lessons?: string | null;

  @Field(() => String, { nullable: true, description: 'The paper that says so: title, number, date (nguồn).' })
  @IsOptional()
  @IsWords(1_000)
  source?: string | null;
}

@InputType({
  description:
    'Input of `recordReplication` (ghi nhận nhân rộng). What is omitted or null is not known; `correctReplication` adds it later.',
})
export class RecordReplicationInput extends ReplicationContentInput {
  @Field(() => ID, { description: 'The model that is copied (mô hình gốc).' })
  originId: string;

  @Field(() => ID, { description: 'The model that copies it (mô hình nhân rộng).' })
  copyId: string;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@ChangeInput()
export class CorrectReplicationInput extends ReplicationContentInput {
  @Field(() => ID, { description: 'The replication (lần nhân rộng).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => String, { description: 'Why the entry is corrected (lý do đính chính).' })
  @IsWords(1_000)
  reason: string;
}

@InputType({ description: 'Input of `correctReplicationOrigin` (đính chính mô hình gốc).' })
export class CorrectReplicationOriginInput {
  @Field(() => ID, { description: 'The replication (lần nhân rộng).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => String, { description: 'Why the entry is corrected (lý do đính chính).' })
  @IsWords(1_000)
  reason: string;

  @Field(() => ID, { description: 'The model that is copied (mô hình gốc).' })
  originId: string;
}
