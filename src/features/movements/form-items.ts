import type { Bilingual } from '../../shared/language.js';
import { term, type Term } from '../../shared/terms.js';

/** The items of the registration form besides the name of the model and its area (249/MTTQ-BTT of 2026: ten items with the name). */
export const FORM_ITEMS = [
  'situation',
  'aims',
  'approach',
  'audience',
  'forces',
  'resources',
  'schedule',
  'outputs',
  'sustainability',
] as const;
export type FormItem = (typeof FORM_ITEMS)[number];

/** The words for the items. */
export const FORM_ITEM_TERMS: Readonly<Record<FormItem, Term>> = {
  situation: term('thực trạng, lý do', 'The present situation and the reason for the model'),
  aims: term('mục tiêu, tiêu chí', 'Aims and criteria'),
  approach: term('nội dung, cách thức', 'What is done and how'),
  audience: term('đối tượng thụ hưởng', 'The people for whom it is done'),
  forces: term('lực lượng', 'Who leads, who co-operates and who takes part'),
  resources: term('nguồn lực', 'Resources'),
  schedule: term('tiến độ, ngày đánh giá', 'Schedule and day of evaluation'),
  outputs: term('sản phẩm, kết quả đầu ra', 'Outputs that can be verified'),
  sustainability: term('khả năng duy trì, nhân rộng', 'How it can be sustained and replicated'),
};

/** An item as the API and the table name it, e.g. `AIMS` for the field `aims`. */
export type FormItemName = Uppercase<FormItem>;
export const nameOfItem = (item: FormItem): FormItemName => item.toUpperCase() as FormItemName;
export const FORM_ITEM_NAMES: readonly FormItemName[] = FORM_ITEMS.map(nameOfItem);

/** The item within a sentence: “mục tiêu, tiêu chí”. */
export const wordsForItem = (item: FormItem): Bilingual => ({ vi: FORM_ITEM_TERMS[item].vi, en: item });
