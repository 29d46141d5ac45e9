import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { ObjectChange } from '../../platform/audit/object-history.graphql.js';
import { ConnectionOf, PageArgs } from '../../platform/graphql/connection.js';
import { registerEnum } from '../../platform/graphql/enum.js';
import { AreWords } from '../../platform/graphql/input-rules.js';
import { MutationPayload } from '../../platform/graphql/mutation.js';
import { Node } from '../../platform/graphql/node.js';
import { DecimalScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { describe } from '../../shared/terms.js';
import { EventFilter } from '../models/events/model-event.filter.js';
import { ModelFilter } from '../models/model.filter.js';
import { EmulationModel } from '../models/model.graphql.js';
import { Registration } from '../models/registration/registration.graphql.js';
import { Unit } from '../units/unit.graphql.js';
import { AppraisalComplaint } from './complaints/appraisal-complaint.graphql.js';
import { AppraisalEvidence } from './evidence/appraisal-evidence.graphql.js';
import { EntryField, EvaluationExplanation, FeedbackLine, StatedAnswer } from './evaluation-parts.graphql.js';
import { evaluationTerms } from './evaluation.terms.js';
import { AppraisalJudge } from './judges/appraisal-judge.graphql.js';
import { AppraisalRound } from './rounds/appraisal-round.graphql.js';
import { RoundState } from './rounds/appraisal-round.lifecycle.js';
import { ScoreSheet, SelfAssessment } from './sheets/score-sheet.graphql.js';

export const EvaluationOrder = { NUMBER: 'NUMBER', RANK: 'RANK' } as const;
export type EvaluationOrder = keyof typeof EvaluationOrder;
registerEnum(EvaluationOrder, 'EvaluationOrder', evaluationTerms.EvaluationOrder);

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

@InputType({
  description:
    'The final result of a model (điều kiện về kết quả): of a round closed by the day that is not illustrative, of an entry that had not left it. The day is that of the close.',
})
export class ResultFilter extends EventFilter {
  @Field(() => [String], { nullable: true, description: 'With a grade of one of these codes on the day (mã loại).' })
  @IsOptional()
  @ArrayMaxSize(20)
  @AreWords(60)
  grade?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'True: without a grade on the day (chưa xếp loại); false: with one.' })
  withoutGrade?: boolean | null;
}

@InputType({
  description: 'Conditions on evaluations, all of which hold (điều kiện lọc kết quả). One that is omitted or null is not applied.',
})
export class EvaluationFilter {
  @Field(() => ID, { nullable: true, description: 'Entries of this round (đợt thẩm định).' })
  roundId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Entries of this unit and of the units it reaches on the day (đơn vị).' })
  unitId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Entries of this model (mô hình).' })
  modelId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Entries that this person is assigned to score, where you may see who scores them: always where it is you (người chấm).',
  })
  judgeId?: string | null;

  @Field(() => Int, { nullable: true, description: 'Entries of rounds on this year (năm).' })
  year?: number | null;

  @Field(() => RoundState, { nullable: true, description: 'Entries of rounds in this state on the day (trạng thái đợt).' })
  state?: RoundState | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether people have to decide (cần quyết định).' })
  needsDecision?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the entry has left its round (đã rời đợt).' })
  left?: boolean | null;

  @Field(() => ResultFilter, { nullable: true, description: 'Final results of models, of this kind (kết quả của mô hình).' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ResultFilter)
  result?: ResultFilter | null;

  @Field(() => ModelFilter, { nullable: true, description: 'Entries of models that you see and that meet these conditions (mô hình).' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ModelFilter)
  model?: ModelFilter | null;
}

@ArgsType()
export class EvaluationPageArgs extends PageArgs {
  @Field(() => EvaluationFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => EvaluationFilter)
  filter?: EvaluationFilter | null;

  @Field(() => EvaluationOrder, { defaultValue: EvaluationOrder.NUMBER })
  orderBy: EvaluationOrder;
}

@ArgsType()
export class RankingPageArgs extends PageArgs {
  @Field(() => EvaluationFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => EvaluationFilter)
  filter?: EvaluationFilter | null;

  @Field(() => EvaluationOrder, { defaultValue: EvaluationOrder.RANK })
  orderBy: EvaluationOrder;
}

@ArgsType()
export class EvaluationsArgs extends EvaluationPageArgs {
  @Field(() => LocalDateScalar, { nullable: true })
  asOf?: LocalDate | null;
}

@ArgsType()
export class EvaluationArgs {
  @Field(() => ID)
  id: string;

  @Field(() => LocalDateScalar, { nullable: true })
  asOf?: LocalDate | null;
}

@ObjectType({ implements: () => MutationPayload })
export class EvaluationPayload extends MutationPayload {
  @Field(() => Evaluation, { nullable: true })
  evaluation?: Id | null;
}
