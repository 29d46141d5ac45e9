import type { ObjectState } from '../../../platform/audit/object-version.js';
import { fromColumns, toColumns, type ContentColumns, type ModelContent } from './model-content.js';
import { FORM_ITEMS, formOf, type FormItem, type ModelFormTexts } from './model-form.js';

/** A model's content as the trail keeps it: one name a field, items of the form among them. */
type TrailContent = ContentColumns & Pick<ModelContent, 'jointOwnerIds' | 'themes'> & ModelFormTexts;

/** Every field, those without a value as `null`. */
export const everyField = (content: ModelContent): TrailContent & ObjectState => {
  const { jointOwnerIds, themes, form } = content;
  return { ...toColumns(content), jointOwnerIds, themes, ...form };
};

/** The same without the items that the form leaves out. */
export const forTrail = (content: ModelContent): ObjectState =>
  Object.fromEntries(Object.entries(everyField(content)).filter(([name, value]) => value !== null || !isFormItem(name)));

/** The content that an entry of the trail holds. */
export const fromTrail = (trail: TrailContent): ModelContent => {
  const { jointOwnerIds, themes } = trail;
  return { ...fromColumns(trail), jointOwnerIds, themes, form: formOf(item => trail[item]) };
};

/** Only what has changed, before and after. */
export function differences(before: ObjectState, after: ObjectState): [ObjectState, ObjectState] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = names.filter(name => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null));
  const pick = (from: ObjectState): ObjectState => Object.fromEntries(changed.map(name => [name, from[name] ?? null]));
  return [pick(before), pick(after)];
}

const isFormItem = (name: string): boolean => FORM_ITEMS.includes(name as FormItem);
