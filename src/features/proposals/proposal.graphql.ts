import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { ObjectChange } from '../../platform/audit/object-history.graphql.js';
import { File } from '../../platform/files/file.graphql.js';
import { ConnectionOf, PageArgs } from '../../platform/graphql/connection.js';
import { registerEnum } from '../../platform/graphql/enum.js';
import { MutationPayload } from '../../platform/graphql/mutation.js';
import { Node } from '../../platform/graphql/node.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { describe } from '../../shared/terms.js';
import { Commendation } from '../commendations/commendation.graphql.js';
import { CommendationForm } from '../commendations/forms/forms.js';
import { Decision } from '../decisions/decision.graphql.js';
import { Evaluation } from '../evaluations/evaluation.graphql.js';
import { AppraisalRound } from '../evaluations/rounds/appraisal-round.graphql.js';
import { EmulationModel } from '../models/model.graphql.js';
import { Person } from '../people/person.graphql.js';
import { SubjectKind } from '../sectors/subject-kind.js';
import { Unit } from '../units/unit.graphql.js';
import { Hold } from './holds/hold.graphql.js';
import { ClearanceResult, DossierPart } from './proposal.kinds.js';
import { ProposalState } from './proposal.lifecycle.js';
import { proposalTerms } from './proposal.terms.js';

registerEnum(ProposalState, 'ProposalState', proposalTerms.ProposalState);
registerEnum(DossierPart, 'DossierPart', proposalTerms.DossierPart);
registerEnum(ClearanceResult, 'ClearanceResult', proposalTerms.ClearanceResult);

export const ProposalOrder = { DRAFTED_ON_DESC: 'DRAFTED_ON_DESC', DRAFTED_ON: 'DRAFTED_ON' } as const;
export type ProposalOrder = keyof typeof ProposalOrder;
registerEnum(ProposalOrder, 'ProposalOrder', proposalTerms.ProposalOrder);

@ObjectType({ description: describe(proposalTerms.StandardExplanation) })
export class StandardExplanation {
  @Field(() => Int, {
    nullable: true,
    description: 'How many conditions are met (số điều kiện đạt). Null: the registry has no standard for the form.',
  })
  met: number | null;

  @Field(() => Int, { nullable: true, description: 'Of how many (tổng số điều kiện). Null: the registry has no standard for the form.' })
  of: number | null;

  @Field(() => [String], { description: 'The conditions that are missing (điều kiện còn thiếu).' })
  missing: string[];

  @Field(() => Boolean, { description: 'Whether exactly one condition is missing (gần đủ điều kiện).' })
  near: boolean;

  @Field(() => String, { description: 'The same in words, with the act (diễn giải).' })
  text: string;
}

@ObjectType({ description: describe(proposalTerms.MetCondition) })
export class MetCondition {
  @Field(() => String, { description: 'Its code (mã điều kiện).' })
  code: string;

  @Field(() => String, { description: 'What shows it (căn cứ).' })
  basis: string;
}

@ObjectType({ description: describe(proposalTerms.ProposedItem) })
export class ProposedItem {
  @Field(() => Int, { description: 'Its number in the proposal (số thứ tự).' })
  number: number;

  @Field(() => CommendationForm, { description: 'Form or title (hình thức, danh hiệu).' })
  form: CommendationForm;

  @Field(() => SubjectKind, { description: 'Collective, person or household (đối tượng).' })
  kind: SubjectKind;

  @Field(() => String, { nullable: true, description: 'Name (tên). Null: a list without names.' })
  name: string | null;

  @Field(() => String, { nullable: true, description: 'Post (chức vụ). Null: none, or not known.' })
  post: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Unit of the recipient (tên đơn vị). Null: the recipient is a unit itself, or not known.',
  })
  unitName: string | null;

  @Field(() => Int, { nullable: true, description: 'Of a list without names: how many (số lượng). Null: it names its recipient.' })
  count: number | null;

  @Field(() => String, { description: 'Achievement (thành tích).' })
  reason: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day of the achievement (từ ngày). Null: not known.' })
  periodFrom: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day of the achievement (đến ngày). Null: not known.' })
  periodTo: LocalDate | null;

  @Field(() => [MetCondition], { description: 'The conditions that are stated as met, each with what shows it (điều kiện đạt được).' })
  met: MetCondition[];

  @Field(() => EmulationModel, { nullable: true, description: 'The model (mô hình). Null: none, or you do not see it.' })
  model: EmulationModel | null;

  @Field(() => Person, { nullable: true, description: 'The person of the directory (người). Null: none, or you do not see them.' })
  person: Person | null;

  @Field(() => Unit, { nullable: true, description: 'The unit (đơn vị). Null: not known.' })
  unit: Unit | null;

  @Field(() => Evaluation, {
    nullable: true,
    description: 'The result on which it rests (kết quả thẩm định). Null: none, or you do not see it.',
  })
  evaluation: Evaluation | null;

  @Field(() => StandardExplanation, { description: 'Which conditions of the standard are met (tiêu chuẩn).' })
  standard: StandardExplanation;

  @Field(() => [Commendation], { description: 'What the same model was granted already, and is in force (đã được khen).' })
  earlier: Commendation[];

  @Field(() => Hold, {
    nullable: true,
    description: 'What keeps the recipient from being granted now (chưa khen thưởng). Null: nothing that you see.',
  })
  hold: Hold | null;

  @Field(() => Commendation, { nullable: true, description: 'What came of it (khen thưởng). Null: not granted.' })
  commendation: Commendation | null;

  @Field(() => String, { nullable: true, description: 'Why the decision left it out (lý do chưa quyết định). Null: it did not.' })
  leftOutReason: string | null;
}

@ObjectType({ description: describe(proposalTerms.ProposalFile) })
export class ProposalFile {
  @Field(() => DossierPart, { description: 'Which part of the dossier (loại tài liệu).' })
  part: DossierPart;

  @Field(() => File, { description: 'The file (tệp).' })
  file: File;
}

@ObjectType({ description: describe(proposalTerms.Clearance) })
export class Clearance {
  @Field(() => ID, { description: 'Its identifier, for `answerClearance` (mã).' })
  id: string;

  @Field(() => String, { description: 'The agency that is asked (cơ quan được hỏi).' })
  agency: string;

  @Field(() => LocalDateScalar, { description: 'When it was asked (ngày hỏi).' })
  askedOn: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When it answered (ngày trả lời). Null: not yet.' })
  answeredOn: LocalDate | null;

  @Field(() => ClearanceResult, { nullable: true, description: 'What it answered (kết quả). Null: not yet.' })
  result: ClearanceResult | null;

  @Field(() => String, { nullable: true, description: 'Its words (nội dung trả lời). Null: none.' })
  words: string | null;
}

@ObjectType({ description: describe(proposalTerms.Objection) })
export class Objection {
  @Field(() => ID, { description: 'Its identifier, for `answerObjection` (mã).' })
  id: string;

  @Field(() => LocalDateScalar, { description: 'When it was received (ngày nhận).' })
  receivedOn: LocalDate;

  @Field(() => String, { description: 'What it says (nội dung).' })
  words: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When it was answered (ngày trả lời). Null: not yet.' })
  answeredOn: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'The answer (trả lời). Null: not yet.' })
  answer: string | null;
}

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
