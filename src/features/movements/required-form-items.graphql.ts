import { Field, ObjectType } from '@nestjs/graphql';
import { registerEnum } from '../../platform/graphql/enum.js';
import { describe } from '../../shared/terms.js';
import { FORM_ITEM_NAMES, type FormItemName } from './form-items.js';
import { movementTerms } from './movement.terms.js';

export const FormItem = Object.fromEntries(FORM_ITEM_NAMES.map(name => [name, name])) as { [N in FormItemName]: N };
registerEnum(FormItem, 'FormItem', movementTerms.FormItem);

@ObjectType({ description: describe(movementTerms.RequiredFormItems) })
export class RequiredFormItems {
  @Field(() => [FormItem], { description: 'The items, other than the name of the model (các mục bắt buộc).' })
  items: FormItemName[];

  @Field(() => String, {
    nullable: true,
    description:
      'The document that says so (căn cứ). Null: nothing was stated, so every item of the form is required (249/MTTQ-BTT of 2026; not verified for other forms).',
  })
  basis: string | null;
}
