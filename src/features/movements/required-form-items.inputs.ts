import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayUnique } from 'class-validator';
import { IsWords } from '../../platform/graphql/input-rules.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import { FORM_ITEM_NAMES, type FormItemName } from './form-items.js';
import { FormItem } from './required-form-items.graphql.js';

@InputType({ description: 'What registration forms have to contain from a day on (mục bắt buộc của phiếu đăng ký).' })
export class SetRequiredFormItemsInput {
  @Field(() => ID, { description: 'The movement or the round (phong trào, đợt đăng ký).' })
  id: string;

  @Field(() => LocalDateScalar, {
    description:
      'The first day on which forms that are submitted have to contain them (từ ngày). What was stated from the same day before is replaced.',
  })
  from: LocalDate;

  @Field(() => [FormItem], {
    description: 'The items, other than the name of the model (các mục bắt buộc). An empty list: the name alone is required.',
  })
  @ArrayUnique()
  @ArrayMaxSize(FORM_ITEM_NAMES.length)
  items: FormItemName[];

  @Field(() => String, { description: 'The document that says so, or a remark that none is known (căn cứ).' })
  @IsWords(1_000)
  basis: string;

  @Field(() => Int)
  expectedVersion: number;
}
