import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ObjectChange } from '../../platform/audit/object-history.graphql.js';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { MutationPayload } from '../../platform/graphql/mutation.js';
import { Node } from '../../platform/graphql/node.js';
import { DecimalScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { describe } from '../../shared/terms.js';
import { EmulationModel } from '../models/model.graphql.js';
import { Registration } from '../models/registration/registration.graphql.js';
import { Unit } from '../units/unit.graphql.js';
import { AppraisalComplaint } from './complaints/appraisal-complaint.graphql.js';
import { AppraisalEvidence } from './evidence/appraisal-evidence.graphql.js';
import { EntryField, EvaluationExplanation, FeedbackLine, StatedAnswer } from './evaluation-parts.graphql.js';
import { evaluationTerms } from './evaluation.terms.js';
import { AppraisalJudge } from './judges/appraisal-judge.graphql.js';
import { AppraisalRound } from './rounds/appraisal-round.graphql.js';
import { ScoreSheet, SelfAssessment } from './sheets/score-sheet.graphql.js';

const BLIND = 'Null: you score it blind';
const CLOSED_ONLY = 'Null: the round was not closed by the day';

@ObjectType({ implements: () => Node, description: describe(evaluationTerms.Evaluation) })
export class Evaluation extends Node {
  @Field(() => AppraisalRound, { description: 'The round (đợt thẩm định).' })
  round: AppraisalRound;

  @Field(() => Int, { description: 'Number in the round (số thứ tự).' })
  number: number;

  @Field(() => Unit, { nullable: true, description: `The unit that is appraised, or whose model is (đơn vị). ${BLIND}.` })
  unit: Unit | null;

  @Field(() => EmulationModel, { nullable: true, description: `The model (mô hình). ${BLIND}, or a unit is appraised.` })
  model: EmulationModel | null;

  @Field(() => Registration, { nullable: true, description: `The registration (lần đăng ký). ${BLIND}, or a unit is appraised.` })
  registration: Registration | null;

  @Field(() => [EntryField], {
    description:
      'The registration form as it was last submitted, without names and title (nội dung phiếu đăng ký). Empty: a unit is appraised.',
  })
  fields: EntryField[];

  @Field(() => Int, { description: 'The year that is appraised (năm).' })
  year: number;

  @Field(() => String, {
    description: 'The block within which quotas are counted (khối). Empty: the round has one, or you score it blind.',
  })
  block: string;

  @Field(() => Boolean, { description: 'Whether it is made up and counts for nothing (minh họa).' })
  illustrative: boolean;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on which it left the round (ngày rời đợt). Null: it did not.' })
  leftOn: LocalDate | null;

  @Field(() => String, { nullable: true, description: `Why it left the round (lý do rời đợt). ${BLIND}, or it did not.` })
  leftReason: string | null;

  @Field(() => DecimalScalar, { description: 'Bonus as found, before its cap (điểm thưởng).' })
  bonus: string;

  @Field(() => DecimalScalar, { description: 'Penalty as found, before its cap (điểm trừ).' })
  penalty: string;

  @Field(() => String, { nullable: true, description: `What bonus, penalty and answers rest on (căn cứ). ${BLIND}, or none were entered.` })
  factsBasis: string | null;

  @Field(() => [StatedAnswer], { description: 'What was answered; what is not answered is not known (các câu trả lời).' })
  answers: StatedAnswer[];

  @Field(() => Int, {
    nullable: true,
    description: `Models of the unit whose recognition began in the year and was not revoked, as the registry counts them (số mô hình được công nhận). ${BLIND}.`,
  })
  recognisedModels: number | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Total of the self-assessment (điểm tự chấm). Null: none was submitted.' })
  self: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: `Final total, rounded (điểm cuối cùng). ${CLOSED_ONLY}, or there is none.` })
  final: string | null;

  @Field(() => String, {
    nullable: true,
    description: `Name of the grade: that of the text, or as decided (xếp loại). ${CLOSED_ONLY}, or the text gives none and nobody has decided.`,
  })
  grade: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the grade (mã loại). Null: as `grade`.' })
  gradeCode: string | null;

  @Field(() => Int, { nullable: true, description: `Rank in the round (hạng). ${CLOSED_ONLY}, or the entry is not ranked.` })
  rank: number | null;

  @Field(() => Boolean, { description: 'Whether it shares its rank and people have to decide (đồng hạng, cần quyết định).' })
  tied: boolean;

  @Field(() => Boolean, {
    description: 'Whether the text gives no grade, or leaves a tie or a place of a quota open, and nobody has decided (cần quyết định).',
  })
  needsDecision: boolean;

  @Field(() => String, { nullable: true, description: 'Who decided the grade (người quyết định). Null: nobody.' })
  decidedBy: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was decided so (lý do quyết định). Null: nobody decided.' })
  decidedReason: string | null;

  @Field(() => EvaluationExplanation, { nullable: true, description: `How the result came about (diễn giải). ${CLOSED_ONLY}.` })
  explanation: EvaluationExplanation | null;

  @Field(() => SelfAssessment, {
    nullable: true,
    description: 'The self-assessment of the unit (phiếu tự chấm). Null: none that you may see.',
  })
  selfAssessment: SelfAssessment | null;

  @Field(() => [ScoreSheet], {
    description: 'The sheets of members that you may see (các phiếu chấm): the board and leaders see all, a member only their own.',
  })
  sheets: ScoreSheet[];

  @Field(() => [AppraisalEvidence], {
    description: 'Files by which the unit shows what it scores itself, by criterion; seen as the self-assessment is (minh chứng).',
  })
  evidence: AppraisalEvidence[];

  @Field(() => [AppraisalComplaint], { description: 'Complaints about its result, the earliest first (khiếu nại, kiến nghị).' })
  complaints: AppraisalComplaint[];

  @Field(() => [AppraisalJudge], { description: 'Who scores it, as far as you may see (người chấm).' })
  judges: AppraisalJudge[];

  @Field(() => [FeedbackLine], { description: 'What the round shows to the unit once it is closed (phản hồi).' })
  feedback: FeedbackLine[];

  @Field(() => Int)
  version: number;

  @Field(() => [ObjectChange])
  history: ObjectChange[];
}

export const EvaluationConnection = ConnectionOf(Evaluation, 'Evaluation');

@ObjectType({ implements: () => MutationPayload })
export class EvaluationPayload extends MutationPayload {
  @Field(() => Evaluation, { nullable: true })
  evaluation?: Id | null;
}
