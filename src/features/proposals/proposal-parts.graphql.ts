import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { File } from '../../platform/files/file.graphql.js';
import { registerEnum } from '../../platform/graphql/enum.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import { describe } from '../../shared/terms.js';
import { Commendation } from '../commendations/commendation.graphql.js';
import { CommendationForm } from '../commendations/forms/forms.js';
import { Evaluation } from '../evaluations/evaluation.graphql.js';
import { EmulationModel } from '../models/model.graphql.js';
import { Person } from '../people/person.graphql.js';
import { SubjectKind } from '../sectors/subject-kind.js';
import { Unit } from '../units/unit.graphql.js';
import { Hold } from './holds/hold.graphql.js';
import { ClearanceResult, DossierPart } from './proposal.kinds.js';
import { proposalTerms } from './proposal.terms.js';

registerEnum(DossierPart, 'DossierPart', proposalTerms.DossierPart);
registerEnum(ClearanceResult, 'ClearanceResult', proposalTerms.ClearanceResult);

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
