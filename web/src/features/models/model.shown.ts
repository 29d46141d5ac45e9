import type { ModelData } from '#documents/model';

/** A model as its page reads it. */
export type ShownModel = NonNullable<ModelData['model']>;

/** The items of the registration form, in the order of the form. */
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
