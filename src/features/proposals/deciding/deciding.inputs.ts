import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { IdempotencyKey } from '../../../platform/graphql/idempotency-key.field.js';
import { IsCode, IsWords } from '../../../platform/graphql/input-rules.js';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import type { LocalDate } from '../../../shared/dates.js';
import { GrantingDecisionInput } from '../../commendations/grants/grant.inputs.js';

@InputType({ isAbstract: true })
abstract class SeenProposalInput {
  @Field(() => ID, { description: 'The proposal (tờ trình).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;
}

@InputType({ description: 'Input of `sendProposal` (trình).' })
export class SendProposalInput extends SeenProposalInput {
  @Field(() => ID, {
    description: 'The body that may grant every form of the proposal, a level up or of another track where the power is there (nơi nhận).',
  })
  issuerId: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When it was sent (ngày trình). Omitted or null: today.' })
  sentOn?: LocalDate | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'When the dossier was received for appraisal: it decides which law governs (ngày nhận hồ sơ). Omitted or null: the day on which it was sent.',
  })
  receivedOn?: LocalDate | null;
}

@InputType({ description: 'Input of `returnProposal` (trả lại tờ trình).' })
export class ReturnProposalInput extends SeenProposalInput {
  @Field(() => String)
  @IsWords(2_000)
  reason: string;
}

@InputType({ description: 'A line that the decision does not grant (dòng chưa quyết định).' })
export class LeftOutInput {
  @Field(() => Int, { description: 'Its number in the proposal (số thứ tự).' })
  number: number;

  @Field(() => String, { description: 'Why; shown to those who see the proposal, and not in the trail (lý do).' })
  @IsWords(1_000)
  reason: string;
}

@InputType({ description: 'Input of `decideProposal` (quyết định khen thưởng theo tờ trình). Either `decisionId` or `decision` is given.' })
export class DecideProposalInput extends SeenProposalInput {
  @Field(() => String, { description: 'The hash of the content that is approved: `contentHash`, as it was read (mã nội dung được duyệt).' })
  @IsCode(64)
  contentHash: string;

  @Field(() => ID, { nullable: true, description: 'A decision of the registry (quyết định). Omitted or null: `decision` is a new one.' })
  decisionId?: string | null;

  @Field(() => GrantingDecisionInput, {
    nullable: true,
    description: 'A new decision (quyết định mới). Omitted or null: `decisionId` names one.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => GrantingDecisionInput)
  decision?: GrantingDecisionInput | null;

  @Field(() => [LeftOutInput], {
    nullable: true,
    description: 'Lines that it does not grant (dòng chưa quyết định). Omitted or null: it grants all.',
  })
  @IsOptional()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => LeftOutInput)
  leaveOut?: LeftOutInput[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why it is decided although objections or questions to agencies are open (lý do vẫn quyết định). Omitted or null: none are.',
  })
  @IsOptional()
  @IsWords(2_000)
  despiteReason?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why the newer law is more favourable, where a person who has seen both decided so (lý do áp dụng quy định có lợi hơn). Omitted or null: the law by its dates.',
  })
  @IsOptional()
  @IsWords(1_000)
  newerLawReason?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When it was handed over (ngày trao). Omitted or null: not known.' })
  presentedOn?: LocalDate | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}
