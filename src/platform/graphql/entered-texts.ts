import { Extensions } from '@nestjs/graphql';
import {
  getNamedType,
  getNullableType,
  GraphQLString,
  isInputObjectType,
  isListType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { withPlainSigns } from '../../shared/signs.js';

const KEPT_AS_GIVEN = 'keptAsGiven';

/** Why a text is not changed on entry: the rule of a code refuses odd signs; a secret is only compared. */
type KeptAsGiven = 'CODE' | 'SECRET';

/** Marks a text input that is not changed on entry. */
export const KeepAsGiven = (because: KeptAsGiven): PropertyDecorator => Extensions({ [KEPT_AS_GIVEN]: because }) as PropertyDecorator;

interface EnteredField {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** How a text input is entered; undefined: it takes no text. */
export function entryOf({ type, extensions }: Pick<EnteredField, 'type' | 'extensions'>): KeptAsGiven | 'PLAIN' | undefined {
  if (getNamedType(type) !== GraphQLString) return undefined;
  return (extensions[KEPT_AS_GIVEN] as KeptAsGiven | undefined) ?? 'PLAIN';
}

/**
 * Puts every text that a mutation is given in plain signs (src/shared/signs.ts), before any rule measures it and any command stores it. At the schema and
 * not in each command, so that no new input can be forgotten.
 */
export function enterInPlainSigns(schema: GraphQLSchema): GraphQLSchema {
  for (const mutation of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { resolve, args } = mutation;
    if (!resolve) throw new Error(`The mutation ${mutation.name} has no resolver.`);
    mutation.resolve = (source, given: Record<string, unknown>, context, info) => resolve(source, entered(args, given), context, info);
  }
  return schema;
}

function entered(fields: readonly EnteredField[], given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const result = { ...given };
  for (const field of fields) if (field.name in given) result[field.name] = enteredValue(field, field.type, given[field.name]);
  return result;
}

function enteredValue(field: EnteredField, given: GraphQLInputType, value: unknown): unknown {
  if (value === null || value === undefined) return value;
  const type = getNullableType(given);
  if (isListType(type)) return (value as readonly unknown[]).map(item => enteredValue(field, type.ofType as GraphQLInputType, item));
  if (isInputObjectType(type)) return entered(Object.values(type.getFields()), value as Readonly<Record<string, unknown>>);
  return typeof value === 'string' && entryOf(field) === 'PLAIN' ? withPlainSigns(value) : value;
}
