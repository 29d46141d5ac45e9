import type { ObjectState } from '../../platform/audit/object-version.js';
import { parsePartialDate } from '../../shared/dates.js';
import { FORM_ITEMS, type FormItem, type ModelContent, type ModelFormTexts } from './model-content.js';

/** A model's content as the trail tells it: one name a field, items of the form beside the rest. */
export type ToldModel = Omit<ModelContent, 'form' | 'starts'> & ModelFormTexts & { readonly starts: string | null };

/** Every field, those without a value as `null`. */
export const everyField = ({ form, starts, ...content }: ModelContent): ToldModel & ObjectState => ({
  ...content,
  starts: starts?.text ?? null,
  ...form,
});

/** The same without the items that the form leaves out. */
export const forTrail = (content: ModelContent): ObjectState =>
  Object.fromEntries(Object.entries(everyField(content)).filter(([name, value]) => value !== null || !isFormItem(name)));

/** The content that was told so. */
export function toldBy(told: ToldModel): ModelContent {
  const form = Object.fromEntries(FORM_ITEMS.map(item => [item, told[item]])) as ModelFormTexts;
  const rest = Object.fromEntries(Object.entries(told).filter(([name]) => !isFormItem(name))) as Omit<ToldModel, FormItem>;
  return { ...rest, starts: told.starts === null ? null : parsePartialDate(told.starts)!, form };
}

/** Only what has changed, before and after. */
export function differences(before: ObjectState, after: ObjectState): [ObjectState, ObjectState] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = names.filter(name => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null));
  const pick = (from: ObjectState): ObjectState => Object.fromEntries(changed.map(name => [name, from[name] ?? null]));
  return [pick(before), pick(after)];
}

const isFormItem = (name: string): boolean => FORM_ITEMS.includes(name as FormItem);
