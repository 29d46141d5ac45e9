import { getNamedType, isEnumType, isListType, isNonNullType, type GraphQLLeafType, type GraphQLOutputType } from 'graphql';
import { JsonText } from '../graphql/json-text.js';
import type { Row } from './run.js';

/** Makes a part of the answer from a row: as JSON text, or as the value from which graphql-js continues. */
export interface Output {
  text(row: Row): string;
  value(row: Row): unknown;
}

type Write = (value: unknown) => string;

const writeText: Write = value => {
  if (typeof value !== 'string') throw new TypeError('Not a text.');
  return JSON.stringify(value);
};

const WRITERS: Readonly<Record<string, Write>> = {
  ID: writeText,
  String: writeText,
  Int: value => {
    if (typeof value !== 'number' || !Number.isInteger(value)) throw new TypeError('Not an Int.');
    return String(value);
  },
  Boolean: value => {
    if (typeof value !== 'boolean') throw new TypeError('Not a Boolean.');
    return value ? 'true' : 'false';
  },
  JSON: value => (value instanceof JsonText ? value.text : JSON.stringify(value)),
};

/** Writes values of a leaf type exactly as graphql-js would; throws where graphql-js would report an error, which then is left to it. */
export function leafWriter(type: GraphQLOutputType): Write {
  if (isNonNullType(type)) {
    const write = leafWriter(type.ofType);
    return value => {
      if (value === null || value === undefined) throw new TypeError('Null where none may be.');
      return write(value);
    };
  }
  if (isListType(type)) {
    const item = leafWriter(type.ofType as GraphQLOutputType);
    return value => (value === null || value === undefined ? 'null' : `[${(value as unknown[]).map(item).join(',')}]`);
  }
  const leaf = getNamedType(type) as GraphQLLeafType;
  // Enums and scalars of ours know themselves what they may show.
  const other: Write = value => JSON.stringify(leaf.serialize(value));
  const words = isEnumType(leaf)
    ? new Map<unknown, string>(leaf.getValues().map(({ value, name }) => [value, JSON.stringify(name)]))
    : undefined;
  const write = words ? (value: unknown) => words.get(value) ?? other(value) : (WRITERS[leaf.name] ?? other);
  return value => (value === null || value === undefined ? 'null' : write(value));
}

/** An object of named outputs, in the order of the document. */
export function objectOutput(fields: readonly (readonly [key: string, output: Output])[], extra?: (row: Row) => object): Output {
  const prefixes = fields.map(([key], i) => `${i === 0 ? '' : ','}${JSON.stringify(key)}:`);
  const outputs = fields.map(([, output]) => output);
  return {
    text: row => {
      let text = '{'; // and nothing more, where everything selected is skipped
      for (let i = 0; i < outputs.length; i++) text += prefixes[i]! + outputs[i]!.text(row);
      return `${text}}`;
    },
    value: row => {
      // Without a prototype, any name a client chooses is a name like any other: “__proto__”, too.
      const object = Object.create(null) as Record<string, unknown>;
      for (const [key, output] of fields) object[key] = output.value(row);
      return extra ? Object.assign(object, extra(row)) : object;
    },
  };
}

/** The same text for every row. */
export const constant = (value: string): Output => ({ text: () => JSON.stringify(value), value: () => value });

/** `null` where `isNull` holds; an error where the type forbids null. */
export function nullable(type: GraphQLOutputType, isNull: (row: Row) => boolean, output: Output): Output {
  return {
    text: row => {
      if (!isNull(row)) return output.text(row);
      if (isNonNullType(type)) throw new TypeError('Null where none may be.');
      return 'null';
    },
    value: row => (isNull(row) ? null : output.value(row)),
  };
}

/** A list of rows, found in a row by `of`. */
export const listOutput = (of: (row: Row) => readonly Row[], item: Output): Output => ({
  text: row => `[${of(row).map(item.text).join(',')}]`,
  value: row => of(row).map(item.value),
});
