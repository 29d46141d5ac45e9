import type { ObjectState } from '../../../platform/audit/object-version.js';
import { fromColumns, toColumns, type ContentColumns, type ModelContent } from './model-content.js';
import { FORM_ITEMS, type FormItem } from '../../movements/form-items.js';
import { formOf, type ModelFormTexts } from './model-form.js';

/** A model's content as the trail keeps it: flat, with the items of the form among the fields. */
type TrailContent = ContentColumns & Pick<ModelContent, 'jointOwnerIds' | 'themes'> & ModelFormTexts;

/** All fields; those without a value are `null`. */
export const everyField = (content: ModelContent): TrailContent & ObjectState => {
  const { jointOwnerIds, themes, form } = content;
  return { ...toColumns(content), jointOwnerIds, themes, ...form };
};

/** The same without empty items of the form, and with lists in a fixed order: two contents that say the same are equal. */
export const forTrail = (content: ModelContent): ObjectState => {
  const lists = { jointOwnerIds: content.jointOwnerIds.toSorted(), themes: content.themes.toSorted() };
  const fields = Object.entries({ ...everyField(content), ...lists });
  return Object.fromEntries(fields.filter(([name, value]) => value !== null || !isFormItem(name)));
};

/** The content in an entry of the trail. */
export const fromTrail = (trail: TrailContent): ModelContent => {
  const { jointOwnerIds, themes } = trail;
  return { ...fromColumns(trail), jointOwnerIds, themes, form: formOf(item => trail[item]) };
};

/** The fields that differ, with their values before and after. */
export function differences(before: ObjectState, after: ObjectState): [ObjectState, ObjectState] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = names.filter(name => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null));
  const pick = (from: ObjectState): ObjectState => Object.fromEntries(changed.map(name => [name, from[name] ?? null]));
  return [pick(before), pick(after)];
}

const isFormItem = (name: string): boolean => FORM_ITEMS.includes(name as FormItem);
