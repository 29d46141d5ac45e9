import { Field, ObjectType } from '@nestjs/graphql';
import { describe } from '../../shared/terms.js';
import type { FormItemName } from '../movements/form-items.js';
import { FormItem } from '../movements/required-form-items.graphql.js';
import { evaluationTerms } from './evaluation.terms.js';

@ObjectType({ description: describe(evaluationTerms.EvaluationExplanation) })
export class EvaluationExplanation {
  @Field(() => String, { description: 'All steps as one text (toàn văn).' })
  text: string;

  @Field(() => [String], { description: 'One sentence a step (từng bước).' })
  steps: string[];

  @Field(() => String, { description: 'The derivation as JSON, as docs/appraisal-format.md describes it (dữ liệu diễn giải).' })
  data: string;
}

@ObjectType({ description: describe(evaluationTerms.FeedbackLine) })
export class FeedbackLine {
  @Field(() => String, { description: 'Code of the criterion (mã tiêu chí).' })
  code: string;

  @Field(() => String, { description: 'The criterion (tiêu chí).' })
  text: string;

  @Field(() => String, {
    nullable: true,
    description: 'The aggregate of its points, exact, a fraction where no decimal is (điểm tổng hợp). Null: the round does not show it.',
  })
  points: string | null;

  @Field(() => [String], { description: 'What members wrote, without names (nhận xét). Empty: nothing, or the round does not show it.' })
  words: string[];
}

@ObjectType({ description: describe(evaluationTerms.StatedAnswer) })
export class StatedAnswer {
  @Field(() => String, { description: 'Its code in the version (mã).' })
  code: string;

  @Field(() => Boolean, { description: 'Whether it holds (có xảy ra).' })
  holds: boolean;
}

@ObjectType({ description: describe(evaluationTerms.EntryField) })
export class EntryField {
  @Field(() => FormItem, { description: 'The item of the registration form (mục của phiếu đăng ký).' })
  name: FormItemName;

  @Field(() => String, { description: 'What was submitted (nội dung đã nộp).' })
  text: string;
}
