import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { ObjectChange } from '../../platform/audit/object-history.graphql.js';
import { ConnectionOf, PageArgs } from '../../platform/graphql/connection.js';
import { registerEnum } from '../../platform/graphql/enum.js';
import { MutationPayload } from '../../platform/graphql/mutation.js';
import { Node } from '../../platform/graphql/node.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { describe } from '../../shared/terms.js';
import { Decision } from '../decisions/decision.graphql.js';
import { AppraisalRound } from '../evaluations/rounds/appraisal-round.graphql.js';
import { Unit } from '../units/unit.graphql.js';
import { DossierPart } from './proposal.kinds.js';
import { ProposalState } from './proposal.lifecycle.js';
import { proposalTerms } from './proposal.terms.js';
import { Clearance, Objection, ProposalFile, ProposedItem } from './proposal-parts.graphql.js';

registerEnum(ProposalState, 'ProposalState', proposalTerms.ProposalState);

export const ProposalOrder = { DRAFTED_ON_DESC: 'DRAFTED_ON_DESC', DRAFTED_ON: 'DRAFTED_ON' } as const;
export type ProposalOrder = keyof typeof ProposalOrder;
registerEnum(ProposalOrder, 'ProposalOrder', proposalTerms.ProposalOrder);

@ObjectType({ implements: () => Node, description: describe(proposalTerms.Proposal) })
export class Proposal extends Node {
  @Field(() => String, { description: 'Title (trích yếu).' })
  title: string;

  @Field(() => ProposalState, { description: 'State (trạng thái).' })
  state: ProposalState;

  @Field(() => Unit, { description: 'The body that proposes (cơ quan đề nghị).' })
  proposer: Unit;

  @Field(() => Unit, { nullable: true, description: 'The body to which it was sent, the last one (nơi nhận). Null: not sent yet.' })
  issuer: Unit | null;

  @Field(() => AppraisalRound, {
    nullable: true,
    description: 'The round whose results it proposes (đợt thẩm định). Null: none, or you do not see it.',
  })
  round: AppraisalRound | null;

  @Field(() => LocalDateScalar, { description: 'When it was drafted (ngày lập).' })
  draftedOn: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When it was sent, the last time (ngày trình). Null: not sent yet.' })
  sentOn: LocalDate | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'When the dossier was received for appraisal: it decides which law governs (ngày nhận hồ sơ). Null: not sent yet.',
  })
  receivedOn: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When it was returned, the last time (ngày trả lại). Null: never.' })
  returnedOn: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'Why (lý do trả lại). Null: never returned.' })
  returnReason: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Since when it is public for comment (công khai từ ngày). Null: it is not.',
  })
  commentFrom: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day for comment (công khai đến ngày). Null: it is not public.' })
  commentTo: LocalDate | null;

  @Field(() => [ProposedItem], { description: 'Who should be granted what (danh sách đề nghị).' })
  items: ProposedItem[];

  @Field(() => [ProposalFile], { description: 'The dossier (hồ sơ).' })
  dossier: ProposalFile[];

  @Field(() => [DossierPart], {
    description: 'The usual parts that the dossier does not have; nothing forbids to send it without (tài liệu còn thiếu).',
  })
  missingParts: DossierPart[];

  @Field(() => [Clearance], { description: 'What other agencies were asked (xin ý kiến các cơ quan).' })
  clearances: Clearance[];

  @Field(() => [Objection], { description: 'Objections of the public (ý kiến phản ánh).' })
  objections: Objection[];

  @Field(() => String, { description: 'Of what it says now; an approval names it (mã nội dung).' })
  contentHash: string;

  @Field(() => Decision, { nullable: true, description: 'The decision (quyết định). Null: not decided.' })
  decision: Decision | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was decided with objections or questions open (lý do vẫn quyết định). Null: none were.',
  })
  despiteReason: string | null;

  @Field(() => Int)
  version: number;

  @Field(() => [ObjectChange])
  history: ObjectChange[];
}

export const ProposalConnection = ConnectionOf(Proposal, 'Proposal');

@InputType({ description: 'Conditions on proposals (điều kiện lọc tờ trình). One that is omitted or null is not applied.' })
export class ProposalFilter {
  @Field(() => [ProposalState], { nullable: true, description: 'Only those in one of these states (trạng thái).' })
  @IsOptional()
  @ArrayMaxSize(4)
  state?: ProposalState[] | null;

  @Field(() => ID, { nullable: true, description: 'Only those of this proposing body (cơ quan đề nghị).' })
  proposerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only those sent to this body (nơi nhận).' })
  issuerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only those from this round (đợt thẩm định).' })
  roundId?: string | null;
}

@ArgsType()
export class ProposalsArgs extends PageArgs {
  @Field(() => ProposalFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => ProposalFilter)
  filter?: ProposalFilter | null;

  @Field(() => ProposalOrder, { defaultValue: ProposalOrder.DRAFTED_ON_DESC })
  orderBy: ProposalOrder;
}

@ArgsType()
export class ProposalArgs {
  @Field(() => ID, { description: 'The proposal (tờ trình).' })
  id: string;

  @Field(() => LocalDateScalar, { nullable: true })
  asOf?: LocalDate | null;
}

@ObjectType({ implements: () => MutationPayload })
export class ProposalPayload extends MutationPayload {
  @Field(() => Proposal, { nullable: true })
  proposal?: Id | null;
}
