import { idOf } from '../../../platform/graphql/node.js';
import { changed, givenIn, type Change } from '../../../shared/change.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import { optional, partialDate, plain, reference, text, village, type ContentField } from './content-field.js';
import type { FormItem } from '../../movements/form-items.js';
import { EMPTY_FORM, formOf, type ModelFormTexts } from './model-form.js';
import type { SubjectKind } from '../../sectors/subject-kind.js';
import type { ModelKind } from './model-kinds.js';

/**
 * The fields of a model's content that are columns of `emulation_model`, under the names of the entity's properties. Inputs, the store, the
 * reader and the trail all use this map: a new field is one entry here, and one each in the entity, the input, the contract and the view.
 */
const COLUMNS = {
  title: text,
  kind: plain<ModelKind>(),
  subjectKind: plain<SubjectKind>(),
  unitId: reference('Unit'),
  parentId: optional(reference('EmulationModel')),
  /** The person whose model it is, or who represents the household. */
  personId: optional(reference('Person')),
  /** The model that this one copies (nhân rộng). */
  copyOfId: optional(reference('EmulationModel')),
  sectorId: optional(reference('Sector')),
  place: optional(text),
  village: optional(village),
  starts: optional(partialDate),
  endsOn: optional(plain<LocalDate>()),
};

type FormChange = Change<Record<FormItem, string | null>>;
/** A form that is given changes the items that it names; `null` empties all of them. */
const formField: ContentField<ModelFormTexts, FormChange | null, ModelFormTexts, FormChange> = {
  whenOmitted: EMPTY_FORM,
  fromInput: given => (given === null ? EMPTY_FORM : givenIn(given)),
  changed,
  clean: form => formOf(item => form[item] && cleanText(form[item])),
  toColumn: form => form,
  fromColumn: form => form,
};

/** The fields that have a table of their own. */
const PARTS = {
  jointOwnerIds: part<readonly Id[]>([], (ids, name) => ids.map((id, i) => idOf('Unit', id, name, i))),
  themes: part<readonly string[]>([], names => names),
  form: formField,
};

function part<Value, Given = Value>(empty: Value, read: (given: Given, name: string) => Value): ContentField<Value, Given | null> {
  return { ...plain<Value>(), whenOmitted: empty, fromInput: (given, name) => (given === null ? empty : read(given, name)) };
}

const FIELDS = { ...COLUMNS, ...PARTS };
type Fields = typeof FIELDS;

/** What a registration, or a paper, says of a model. A value that it does not give is `null`. */
export type ModelContent = { readonly [Name in keyof Fields]: ReturnType<Fields[Name]['clean']> };

/** What a change gives: a field left out keeps its value, and so does an item left out of the form. */
export type ContentChange = Change<{ readonly [Name in keyof Fields]: ReturnType<Fields[Name]['fromInput']> }>;

/** The content's columns, as the entity has them. */
export type ContentColumns = { readonly [Name in keyof typeof COLUMNS]: ReturnType<(typeof COLUMNS)[Name]['toColumn']> };

type InputValue<Name extends keyof Fields> = Parameters<Fields[Name]['fromInput']>[0];
type Required = { [Name in keyof Fields]: null extends InputValue<Name> ? never : Name }[keyof Fields];

/** What inputs give: opaque ids, texts. The rules of the input classes refuse `null` for a field that must have a value. */
type ContentInput = { readonly [Name in keyof Fields]?: InputValue<Name> | null };
type NewContentInput = ContentInput & { readonly [Name in Required]: InputValue<Name> };
/** Makes the compiler refuse an input class that lacks a field. */
type Complete<Input> = keyof Fields extends keyof Input ? unknown : { readonly lacks: Exclude<keyof Fields, keyof Input> };

const mapped = (fields: object, valueOf: (field: ContentField<unknown>, name: string) => unknown): unknown =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, valueOf(field as ContentField<unknown>, name)]));
type Named = Readonly<Record<string, unknown>>;

/** The content without any optional value. */
export const EMPTY_CONTENT = mapped(FIELDS, field => field.whenOmitted) as Omit<ModelContent, Required>;

/** The fields that an input of a change gives; those left out are not in the result. @throws ID_INVALID */
export function changeIn<Input extends ContentInput>(input: Input & Complete<Input>): ContentChange {
  const given = Object.entries(FIELDS).filter(([name]) => (input as Named)[name] !== undefined);
  return mapped(Object.fromEntries(given), (field, name) => field.fromInput((input as Named)[name], name)) as ContentChange;
}

/** The content after a change. */
export const changedContent = (content: ModelContent, change: ContentChange): ModelContent =>
  mapped(FIELDS, (field, name) => {
    const given = (change as Named)[name];
    const current = (content as Named)[name];
    return given === undefined ? current : field.changed(current, given);
  }) as ModelContent;

/** The content of a new model. @throws ID_INVALID */
export const contentIn = <Input extends NewContentInput>(input: Input & Complete<Input>): ModelContent =>
  changedContent(EMPTY_CONTENT as ModelContent, changeIn<ContentInput & Input>(input));

export const cleanContent = (content: ModelContent): ModelContent =>
  mapped(FIELDS, (field, name) => field.clean((content as Named)[name])) as ModelContent;

export const toColumns = (content: ModelContent): ContentColumns =>
  mapped(COLUMNS, (field, name) => field.toColumn((content as Named)[name])) as ContentColumns;

export const fromColumns = (row: ContentColumns): Pick<ModelContent, keyof ContentColumns> =>
  mapped(COLUMNS, (field, name) => field.fromColumn((row as Named)[name])) as Pick<ModelContent, keyof ContentColumns>;

/** The names of the columns. */
export const CONTENT_COLUMNS = Object.keys(COLUMNS) as readonly (keyof ContentColumns)[];
