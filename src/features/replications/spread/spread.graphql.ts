import { Field, Int, ObjectType } from '@nestjs/graphql';
import { describe } from '../../../shared/terms.js';
import { replicationTerms } from '../replication.terms.js';

@ObjectType({ description: describe(replicationTerms.SpreadSurvival) })
export class SpreadSurvival {
  @Field(() => Int, { description: 'Years after the copying began (số năm).' })
  years: number;

  @Field(() => Int, {
    description: 'Copies that began so long ago (số mô hình đủ thời gian); their day is known, at the latest its last possible one.',
  })
  copies: number;

  @Field(() => Int, { description: 'Known to have run on that day or later (còn duy trì).' })
  alive: number;

  @Field(() => Int, { description: 'Known to have stopped by that day (đã dừng).' })
  stopped: number;

  @Field(() => Int, { description: 'Nobody has seen them since (chưa rõ). Silence is no sign of life.' })
  unknown: number;
}

@ObjectType({ description: describe(replicationTerms.Spread) })
export class Spread {
  @Field(() => Int, { description: 'Direct copies (số nhân rộng trực tiếp): the `totalCount` of `copies`.' })
  directCopies: number;

  @Field(() => Int, { description: 'Copies, copies of copies, and so on (tổng số nhân rộng).' })
  copies: number;

  @Field(() => Int, { description: 'How many generations there are (số bậc lan tỏa). 0: no copy.' })
  depth: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'Days from the start of the model to its first direct copy (thời gian lan tỏa), of copies whose beginning is known to the day. Null: there is none, or the start of the model is not known to the day.',
  })
  daysToFirstCopy: number | null;

  @Field(() => Int, { description: 'Copies of which it is not known when they began (chưa rõ ngày bắt đầu). `survival` leaves them out.' })
  undated: number;

  @Field(() => [SpreadSurvival], { description: 'What became of all copies after 1, 2 and 3 years (tỷ lệ duy trì).' })
  survival: SpreadSurvival[];
}
