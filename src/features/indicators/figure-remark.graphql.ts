import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ObjectChange } from '../../platform/audit/object-history.graphql.js';
import { MutationPayload } from '../../platform/graphql/mutation.js';
import { Node } from '../../platform/graphql/node.js';
import { DecimalScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { describe } from '../../shared/terms.js';
import { indicatorTerms } from './indicator.terms.js';

@ObjectType({ implements: () => Node, description: describe(indicatorTerms.FigureRemark) })
export class FigureRemark extends Node {
  @Field(() => String, { description: 'What was said (nội dung).' })
  text: string;

  @Field(() => Boolean, { description: 'Whether something is to be done about it (cần theo dõi).' })
  followUp: boolean;

  @Field(() => String, { description: 'The name of who said it (người ghi).' })
  author: string;

  @Field(() => LocalDateScalar, { description: 'The day on which it was said (ngày ghi).' })
  saidOn: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on which it was settled (ngày xử lý xong). Null: it is not.' })
  settledOn: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'What came of it (kết quả xử lý). Null: it is not settled.' })
  outcome: string | null;

  @Field(() => Int)
  version: number;

  @Field(() => [ObjectChange], { description: 'The changes of it, the latest 500 at most, the latest first (lịch sử).' })
  history: ObjectChange[];
}

@ObjectType({ description: describe(indicatorTerms.FigureOutlier) })
export class FigureOutlier {
  @Field(() => Int, { description: 'How many earlier figures it was compared with (số kỳ trước đã so).' })
  earlier: number;

  @Field(() => DecimalScalar, { description: 'The smallest of them (số nhỏ nhất).' })
  smallest: string;

  @Field(() => DecimalScalar, { description: 'The largest of them (số lớn nhất).' })
  largest: string;
}

@ObjectType({ implements: () => MutationPayload })
export class FigureRemarkPayload extends MutationPayload {
  @Field(() => FigureRemark, { nullable: true })
  figureRemark?: Id | null;
}
