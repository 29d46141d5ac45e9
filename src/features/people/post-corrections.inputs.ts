import { Field, ID, InputType } from '@nestjs/graphql';
import { ChangeInput, RefusesNull } from '../../platform/graphql/change-input.js';
import { IsWords } from '../../platform/graphql/input-rules.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import { SeenPersonInput } from './person.graphql.js';

@InputType()
export class RemovePostInput extends SeenPersonInput {
  @Field(() => ID, { description: 'The post (chức vụ).' })
  postId: string;

  @Field(() => String)
  @IsWords(1_000)
  reason: string;
}

@ChangeInput()
export class CorrectPostInput extends RemovePostInput {
  @Field(() => ID, { nullable: true, description: 'The unit of the post, in force at that time (đơn vị công tác).' })
  @RefusesNull()
  unitId?: string;

  @Field(() => String, { nullable: true, description: 'Title of the post (chức vụ).' })
  @RefusesNull()
  @IsWords(200)
  title?: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day (ngày bắt đầu). Null: not known.' })
  validFrom?: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day (ngày cuối). Null: the post continues.' })
  validTo?: LocalDate | null;
}
