import { idOf } from '../../../platform/graphql/node.js';
import { parsePartialDate, type PartialDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';

/** How one field of a model's content gets from an input into the content, and from there into its column and back. */
export interface ContentField<Value, Given = Value, Stored = Value> {
  /** What the content holds where an input leaves the field out; `undefined`: a new model has to say it. */
  readonly whenOmitted: Value | undefined;
  /** @param name the field's name in the input, for errors. @throws ID_INVALID */
  fromInput(given: Given, name: string): Value;
  /** As it is kept: texts in NFC, without blanks at both ends. */
  clean(value: Value): Value;
  toColumn(value: Value): Stored;
  fromColumn(stored: Stored): Value;
}

const same = <T>(value: T): T => value;

export const plain = <Value>(): ContentField<Value> => ({
  whenOmitted: undefined,
  fromInput: same,
  clean: same,
  toColumn: same,
  fromColumn: same,
});

export const text: ContentField<string> = { ...plain<string>(), clean: cleanText };

/** The id of another thing, which inputs give as an opaque one. */
export const reference = (type: string): ContentField<Id> => ({ ...plain<Id>(), fromInput: (given, name) => idOf(type, given, name) });

/** A date as its source gives it; inputs and columns hold its text, checked before. */
export const partialDate: ContentField<PartialDate, string, string> = {
  whenOmitted: undefined,
  fromInput: given => parsePartialDate(given)!,
  clean: same,
  toColumn: date => date.text,
  fromColumn: stored => parsePartialDate(stored)!,
};

/** A field that may say nothing, which is `null` everywhere. */
export const optional = <Value, Given, Stored>(
  field: ContentField<Value, Given, Stored>,
): ContentField<Value | null, Given | null, Stored | null> => ({
  whenOmitted: null,
  fromInput: (given, name) => (given === null ? null : field.fromInput(given, name)),
  clean: value => (value === null ? null : field.clean(value)),
  toColumn: value => (value === null ? null : field.toColumn(value)),
  fromColumn: stored => (stored === null ? null : field.fromColumn(stored)),
});
