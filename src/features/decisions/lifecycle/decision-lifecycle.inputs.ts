import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { registerEnum } from '../../../platform/graphql/enum.js';
import { IdempotencyKey } from '../../../platform/graphql/idempotency-key.field.js';
import { IsCode, IsWords } from '../../../platform/graphql/input-rules.js';
import { DateTimeScalar, LocalDateScalar } from '../../../platform/graphql/scalars.js';
import type { LocalDate } from '../../../shared/dates.js';
import { describe } from '../../../shared/terms.js';
import { DecisionKind } from '../decision-kinds.js';
import { DecisionState, RevocationGround } from '../decision-states.js';
import { decisionTerms } from '../decision.terms.js';

registerEnum(RevocationGround, 'RevocationGround', decisionTerms.RevocationGround);

@InputType({ description: 'Input of `draftDecision` (dự thảo quyết định). Number and day come with its issue.' })
export class DraftDecisionInput {
  @Field(() => DecisionKind, { description: 'Class of the document (loại văn bản).' })
  kind: DecisionKind;

  @Field(() => ID, { description: 'The issuing unit (cơ quan ban hành).' })
  issuerId: string;

  @Field(() => String, { nullable: true, description: 'Name of the signer (người ký). Omitted or null: not known yet.' })
  @IsOptional()
  @IsWords(300)
  signer?: string | null;

  @Field(() => String, { nullable: true, description: 'Post of the signer (chức vụ người ký). Omitted or null: not known yet.' })
  @IsOptional()
  @IsWords(300)
  signerPost?: string | null;

  @Field(() => String, { nullable: true, description: 'Summary (trích yếu). Omitted or null: not written yet.' })
  @IsOptional()
  @IsWords(2_000)
  abstract?: string | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'A decision and its version (quyết định và phiên bản đã xem).' })
export class ApproveDecisionInput {
  @Field(() => ID, { description: 'The decision (quyết định).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;
}

@InputType({ description: 'Input of `issueDecision` (ban hành quyết định).' })
export class IssueDecisionInput extends ApproveDecisionInput {
  @Field(() => String, { description: 'Number and symbol exactly as on the paper (số, ký hiệu).' })
  @IsCode(100)
  number: string;

  @Field(() => LocalDateScalar, { description: 'Day of issue (ngày ban hành).' })
  issuedOn: LocalDate;
}

@InputType({ description: 'Input of `amendDecision` (sửa đổi, bổ sung quyết định).' })
export class AmendDecisionInput extends ApproveDecisionInput {
  @Field(() => ID, { description: 'The decision that amends it (quyết định sửa đổi).' })
  byId: string;

  @Field(() => String, { description: 'What is amended (nội dung sửa đổi).' })
  @IsWords(1_000)
  reason: string;
}

@InputType({ description: 'Input of `revokeDecision` (thu hồi, hủy bỏ quyết định).' })
export class RevokeDecisionInput extends ApproveDecisionInput {
  @Field(() => LocalDateScalar, { description: 'The day of the revocation (ngày thu hồi).' })
  on: LocalDate;

  @Field(() => RevocationGround, { description: 'Ground in the law (căn cứ).' })
  ground: RevocationGround;

  @Field(() => ID, {
    nullable: true,
    description:
      'The decision that revokes it, which recognitions of models need (quyết định thu hồi). Omitted or null: none in the registry.',
  })
  byId?: string | null;

  @Field(() => String, { description: 'What happened (lý do).' })
  @IsWords(1_000)
  reason: string;
}

@InputType({ description: 'Input of `takeBackDecisionRevocation` (bỏ việc thu hồi quyết định ghi nhầm).' })
export class TakeBackDecisionRevocationInput extends ApproveDecisionInput {
  @Field(() => String)
  @IsWords(1_000)
  reason: string;
}

@ObjectType({ description: describe(decisionTerms.DecisionCarries) })
export class DecisionCarries {
  @Field(() => String, { description: 'What they are (loại).' })
  what: string;

  @Field(() => Int, { description: 'How many (số lượng).' })
  count: number;

  @Field(() => [String], { description: 'Some of them by name, at most twenty (tên).' })
  names: string[];

  @Field(() => String, { description: 'What becomes of them when the decision is revoked (hệ quả khi thu hồi).' })
  effect: string;
}

@ObjectType({ description: describe(decisionTerms.DecisionContentChange) })
export class DecisionContentChange {
  @Field(() => String, { description: 'The field, or `carries` for a line of what it would carry (nội dung).' })
  field: string;

  @Field(() => String, { nullable: true, description: 'As approved (đã phê duyệt). Null: nothing.' })
  before: string | null;

  @Field(() => String, { nullable: true, description: 'As it is now (hiện nay). Null: nothing.' })
  after: string | null;
}

@ObjectType({ description: describe(decisionTerms.DecisionPreviewed) })
export class DecisionPreviewed {
  @Field(() => DecisionState, { description: 'State (trạng thái).' })
  state: DecisionState;

  @Field(() => [DecisionCarries], { description: 'What it carries, or would carry, and what falls with it (nội dung kéo theo).' })
  carries: DecisionCarries[];

  @Field(() => String, { nullable: true, description: 'Who approved it (người phê duyệt). Null: nobody.' })
  approvedBy: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was approved (thời điểm phê duyệt). Null: it was not.' })
  approvedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Hash of what was approved (mã băm nội dung đã duyệt). Null: nothing was.' })
  approvedHash: string | null;

  @Field(() => [DecisionContentChange], {
    description: 'What changed since it was approved; it then has to be approved again (thay đổi sau phê duyệt).',
  })
  changes: DecisionContentChange[];
}

@ArgsType()
export class DecisionPreviewArgs {
  @Field(() => ID)
  id: string;
}
