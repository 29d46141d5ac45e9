import { FORM_ITEMS, type FormItem } from '../../movements/form-items.js';

export type ModelFormTexts = Readonly<Record<FormItem, string | null>>;

/** A form whose items are the results of `textOf`. */
export const formOf = (textOf: (item: FormItem) => string | null): ModelFormTexts =>
  Object.fromEntries(FORM_ITEMS.map(item => [item, textOf(item)])) as ModelFormTexts;

export const EMPTY_FORM = formOf(() => null);
