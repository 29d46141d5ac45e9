/** The items of the registration forms besides name, area and time (249/MTTQ-BTT of 2026, ten items in all). */
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
export type ModelFormTexts = Readonly<Record<FormItem, string | null>>;

/** A form whose items are the results of `textOf`. */
export const formOf = (textOf: (item: FormItem) => string | null): ModelFormTexts =>
  Object.fromEntries(FORM_ITEMS.map(item => [item, textOf(item)])) as ModelFormTexts;

export const EMPTY_FORM = formOf(() => null);
