import { idOf } from '../../../platform/graphql/node.js';
import { parsePartialDate, type PartialDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import { cleanVillage, type VillageName } from '../../units/village.js';

/** Converts one field of a model's content: from an input, to its column and from it. */
export interface ContentField<Value, Given = Value, Stored = Value, Change = Value> {
  /** The value for a new model whose input leaves the field out; `undefined`: the field is required. */
  readonly whenOmitted: Value | undefined;
  /** @param name the field's name in the input, for errors. @throws ID_INVALID */
  fromInput(given: Given, name: string): Change;
  /** The value after a change that gives this field. */
  changed(current: Value, change: Change): Value;
  /** Normalises the value for storage: texts in NFC, without blanks at both ends. */
  clean(value: Value): Value;
  toColumn(value: Value): Stored;
  fromColumn(stored: Stored): Value;
}

const same = <T>(value: T): T => value;

export const plain = <Value>(): ContentField<Value> => ({
  whenOmitted: undefined,
  fromInput: same,
  changed: (_current, change) => change,
  clean: same,
  toColumn: same,
  fromColumn: same,
});

export const text: ContentField<string> = { ...plain<string>(), clean: cleanText };

/** The id of another object, which inputs give as an opaque id. */
export const reference = (type: string): ContentField<Id> => ({ ...plain<Id>(), fromInput: (given, name) => idOf(type, given, name) });

/** A village of the model’s unit. */
export const village: ContentField<VillageName> = {
  ...plain<VillageName>(),
  fromInput: ({ kind, name }) => ({ kind, name }),
  clean: cleanVillage,
};

/** A date as its source gives it. Inputs and columns hold its text, which is validated before. */
export const partialDate: ContentField<PartialDate, string, string> = {
  whenOmitted: undefined,
  fromInput: given => parsePartialDate(given)!,
  changed: (_current, change) => change,
  clean: same,
  toColumn: date => date.text,
  fromColumn: stored => parsePartialDate(stored)!,
};

/** A field that can be empty: `null` in inputs, content and column. */
export const optional = <Value, Given, Stored>(
  field: ContentField<Value, Given, Stored>,
): ContentField<Value | null, Given | null, Stored | null> => ({
  whenOmitted: null,
  fromInput: (given, name) => (given === null ? null : field.fromInput(given, name)),
  changed: (_current, change) => change,
  clean: value => (value === null ? null : field.clean(value)),
  toColumn: value => (value === null ? null : field.toColumn(value)),
  fromColumn: stored => (stored === null ? null : field.fromColumn(stored)),
});
