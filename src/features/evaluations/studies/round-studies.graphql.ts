import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { UserError } from '../../../platform/graphql/mutation.js';
import { DecimalScalar } from '../../../platform/graphql/scalars.js';
import { describe } from '../../../shared/terms.js';
import { evaluationTerms } from '../evaluation.terms.js';

@ObjectType({ description: describe(evaluationTerms.StudiedResult) })
export class StudiedResult {
  @Field(() => DecimalScalar, { nullable: true, description: 'Total, rounded (tổng điểm). Null: the text gives none.' })
  total: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the grade by the text (xếp loại). Null: the text gives none.' })
  grade: string | null;

  @Field(() => Int, { nullable: true, description: 'Rank (hạng). Null: not ranked.' })
  rank: number | null;
}

@ObjectType({ description: describe(evaluationTerms.AppraisalStudyRow) })
export class AppraisalStudyRow {
  @Field(() => Int, { description: 'Number in the round (số thứ tự).' })
  number: number;

  @Field(() => ID, { description: 'The evaluation (kết quả thẩm định).' })
  evaluationId: string;

  @Field(() => StudiedResult, { description: 'As it is stored (kết quả đã khóa).' })
  before: StudiedResult;

  @Field(() => StudiedResult, {
    nullable: true,
    description: 'Under the other version (kết quả theo phiên bản kia). Null: its sheets cannot be scored under it.',
  })
  after: StudiedResult | null;

  @Field(() => [String], { description: 'What differs: `total`, `grade`, `rank` (khác nhau ở).' })
  differences: string[];

  @Field(() => [String], { description: 'Codes of criteria on its sheets that the other version does not have (tiêu chí không còn).' })
  dropped: string[];

  @Field(() => [String], {
    description: 'Codes of questions that nobody was asked in the round: nothing is assumed of them (chưa có câu trả lời).',
  })
  unanswered: string[];

  @Field(() => [UserError], {
    description: 'Why its sheets cannot be scored under the other version; nothing is filled in (lý do không chấm được).',
  })
  problems: UserError[];
}

@ObjectType({ description: describe(evaluationTerms.AppraisalStudy) })
export class AppraisalStudy {
  @Field(() => [AppraisalStudyRow], { description: 'One for each entry, by number (từng trường hợp).' })
  rows: AppraisalStudyRow[];

  @Field(() => Int, { description: 'Entries whose result differs (số trường hợp khác).' })
  differing: number;
}

@ArgsType()
export class AppraisalStudyArgs {
  @Field(() => ID, { description: 'A closed round (đợt đã khóa).' })
  roundId: string;

  @Field(() => ID, { description: 'The version to score it under, which may be a draft (phiên bản để chấm lại).' })
  criteriaVersionId: string;
}

@ObjectType({ description: describe(evaluationTerms.RankWithout) })
export class RankWithout {
  @Field(() => ID, { description: 'Who is left out (người chấm).' })
  personId: string;

  @Field(() => String, { description: 'Their name (họ tên).' })
  name: string;

  @Field(() => Int, { nullable: true, description: 'The rank then (hạng khi đó). Null: not ranked.' })
  rank: number | null;
}

@ObjectType({ description: describe(evaluationTerms.AdvisedEntry) })
export class AdvisedEntry extends StudiedResult {
  @Field(() => Int, { description: 'Number in the round (số thứ tự).' })
  number: number;

  @Field(() => ID, { description: 'The evaluation (kết quả thẩm định).' })
  evaluationId: string;

  @Field(() => Boolean, { description: 'Whether it shares its rank (đồng hạng).' })
  tied: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'Rank under a trimmed mean of the same sheets (hạng khi bỏ điểm cao nhất, thấp nhất). Null: not ranked.',
  })
  rankTrimmed: number | null;

  @Field(() => [RankWithout], { description: 'The members without whose sheets its rank is another (hạng khi bỏ phiếu của một người).' })
  rankWithout: RankWithout[];
}

@ObjectType({ description: describe(evaluationTerms.JudgeBias) })
export class JudgeBias {
  @Field(() => ID, { description: 'The member (người chấm).' })
  personId: string;

  @Field(() => String, { description: 'Their name (họ tên).' })
  name: string;

  @Field(() => Int, { description: 'Entries that they and others scored (số trường hợp so được).' })
  entries: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'The mean of their totals less those of the others on the same entries, to hundredths: below zero is severe, above it lenient (chấm chặt hay rộng). Null: nobody to compare with.',
  })
  difference: string | null;
}

@ObjectType({ description: describe(evaluationTerms.AppraisalAdvice) })
export class AppraisalAdvice {
  @Field(() => Boolean, { description: 'Whether the round is open, so that sheets may still come (tạm tính).' })
  provisional: boolean;

  @Field(() => [AdvisedEntry], { description: 'The best first, then what is not ranked, by number (thứ hạng).' })
  entries: AdvisedEntry[];

  @Field(() => [JudgeBias], { description: 'The members, the most severe first (người chấm).' })
  judges: JudgeBias[];
}

@ArgsType()
export class AppraisalAdviceArgs {
  @Field(() => ID, { description: 'The round, open or closed (đợt thẩm định).' })
  roundId: string;
}
