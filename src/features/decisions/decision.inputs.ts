import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { ChangeInput, RefusesNull } from '../../platform/graphql/change-input.js';
import { IdempotencyKey } from '../../platform/graphql/idempotency-key.field.js';
import { IsCode, IsWords } from '../../platform/graphql/input-rules.js';
import { PartialDateScalar } from '../../platform/graphql/scalars.js';
import { DecisionKind } from './decision-kinds.js';

@InputType({
  description: 'Input of `recordDecision` (nhập quyết định, văn bản). What the paper does not say is omitted or null, never invented.',
})
export class RecordDecisionInput {
  @Field(() => String, {
    nullable: true,
    description: 'Number and symbol exactly as on the paper, leading zeros included (số, ký hiệu). Omitted or null: not known.',
  })
  @IsOptional()
  @IsCode(100)
  number?: string | null;

  @Field(() => DecisionKind, { description: 'Class of the document (loại văn bản).' })
  kind: DecisionKind;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description:
      'Day of issue, not in the future; of a paper of the past the month or the year, where no more is known (ngày ban hành). Omitted or null: not known.',
  })
  issuedOn?: string | null;

  @Field(() => ID, { description: 'The issuing unit, in force on the day of issue (cơ quan ban hành).' })
  issuerId: string;

  @Field(() => String, {
    nullable: true,
    description: 'Name and post of the signer, nothing more (người ký, chức vụ). Omitted or null: not known.',
  })
  @IsOptional()
  @IsWords(300)
  signer?: string | null;

  @Field(() => String, { nullable: true, description: 'The post that the signer held then (chức vụ khi ký). Omitted or null: not known.' })
  @IsOptional()
  @IsWords(300)
  signerPost?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Summary, as the document itself gives it (trích yếu). Omitted or null: not known.',
  })
  @IsOptional()
  @IsWords(2_000)
  abstract?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Where it is known from, for example a list or a report (nguồn thông tin). Required where the number or the exact day is not known. Omitted or null: from the paper itself.',
  })
  @IsOptional()
  @IsWords(1_000)
  source?: string | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@ChangeInput()
export class CorrectDecisionInput {
  @Field(() => ID, { description: 'The decision (văn bản).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => String, { description: 'Why the entry is corrected (lý do đính chính).' })
  @IsWords(1_000)
  reason: string;

  @Field(() => String, { nullable: true, description: 'Number and symbol exactly as on the paper (số, ký hiệu).' })
  @IsOptional()
  @IsCode(100)
  number?: string | null;

  @Field(() => DecisionKind, { nullable: true, description: 'Class of the document (loại văn bản).' })
  @RefusesNull()
  kind?: DecisionKind;

  @Field(() => PartialDateScalar, { nullable: true, description: 'Day of issue, or as precise as known (ngày ban hành).' })
  issuedOn?: string | null;

  @Field(() => ID, { nullable: true, description: 'The issuing unit, in force on the day of issue (cơ quan ban hành).' })
  @RefusesNull()
  issuerId?: string;

  @Field(() => String, { nullable: true, description: 'Name and post of the signer (người ký, chức vụ).' })
  @IsOptional()
  @IsWords(300)
  signer?: string | null;

  @Field(() => String, { nullable: true, description: 'The post that the signer held then (chức vụ khi ký).' })
  @IsOptional()
  @IsWords(300)
  signerPost?: string | null;

  @Field(() => String, { nullable: true, description: 'Summary, as the document itself gives it (trích yếu).' })
  @IsOptional()
  @IsWords(2_000)
  abstract?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Where it is known from, for example a list or a report (nguồn thông tin). Required where the number or the exact day is not known.',
  })
  @IsOptional()
  @IsWords(1_000)
  source?: string | null;
}
