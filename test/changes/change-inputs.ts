import { readFileSync } from 'node:fs';
import {
  buildSchema,
  getNamedType,
  isInputObjectType,
  isNonNullType,
  isObjectType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
} from 'graphql';

/** An optional field of an input, under its path: `['form', 'aims']`. */
export interface OptionalField {
  readonly path: readonly string[];
  readonly description: string;
  readonly type: GraphQLInputField['type'];
}

/** A mutation, its input, and the object that it answers. */
export interface InputMutation {
  readonly name: string;
  readonly input: GraphQLInputObjectType;
  readonly optional: readonly OptionalField[];
  /** The field of the payload that is the changed object, with its type. */
  readonly shown: readonly [name: string, type: GraphQLObjectType] | undefined;
}

const schema = buildSchema(readFileSync(new URL('../../schema.gql', import.meta.url), 'utf8'));

/** Not part of the object: they describe the command. */
const OF_THE_COMMAND = new Set(['reason', 'idempotencyKey', 'expectedVersion']);

const fieldsOf = (type: GraphQLInputObjectType): GraphQLInputField[] => Object.values(type.getFields());

export const inputMutations: readonly InputMutation[] = Object.values(schema.getMutationType()!.getFields()).flatMap(mutation => {
  const input = mutation.args[0] && getNamedType(mutation.args[0].type);
  if (!isInputObjectType(input)) return [];
  const optional = fieldsOf(input)
    .filter(({ type, name }) => !isNonNullType(type) && !OF_THE_COMMAND.has(name))
    .map(({ name, description, type }) => ({ path: [name], description: description ?? '', type }));
  const payload = getNamedType(mutation.type) as GraphQLObjectType;
  const shown = Object.values(payload.getFields())
    .map(({ name, type }) => [name, getNamedType(type)] as const)
    .find((field): field is [string, GraphQLObjectType] => field[0] !== 'userErrors' && isObjectType(field[1]));
  return { name: mutation.name, input, optional, shown };
});

/** Whether the description says that the field keeps its value when it is omitted. */
export const keepsWhenOmitted = ({ description }: OptionalField): boolean => description.includes('Omitted: unchanged.');
export const refusesNull = ({ description }: OptionalField): boolean => description.includes('Null: refused.');

/** The mutations that change an object field by field. */
export const partialChanges = inputMutations.filter(({ optional }) => optional.some(keepsWhenOmitted));

/** The optional fields with those of nested inputs in place of the nested input. */
export const leavesOf = ({ optional }: InputMutation): OptionalField[] =>
  optional.flatMap(field => {
    const nested = getNamedType(field.type);
    // An input whose own fields are required is replaced as a whole: a village is its kind and its name.
    if (!isInputObjectType(nested) || fieldsOf(nested).some(({ type }) => isNonNullType(type))) return field;
    return fieldsOf(nested).map(({ name, type }) => ({ path: [...field.path, name], description: field.description, type }));
  });

/** Every input type of a mutation, nested ones included. */
export function inputTypes(): ReadonlySet<GraphQLInputObjectType> {
  const found = new Set<GraphQLInputObjectType>();
  const visit = (type: GraphQLInputObjectType): void => {
    if (found.has(type)) return;
    found.add(type);
    for (const field of fieldsOf(type)) {
      const inner = getNamedType(field.type);
      if (isInputObjectType(inner)) visit(inner);
    }
  };
  for (const { input } of inputMutations) visit(input);
  return found;
}

/** Reads the fields of an input back from the object: `unitId` is `unit { id }`, `themes` the names of `themes { name }`. */
export function readerOf({ input, optional, shown }: InputMutation): {
  readonly selection: string;
  /** The object in the shape of the input. */
  state(object: any): Record<string, unknown>;
} {
  const [, type] = shown!;
  const parts = optional.map(({ path: [name] }) => {
    const given = input.getFields()[name!]!;
    const nested = getNamedType(given.type);
    const field = name!.replace(/Ids$/, 's').replace(/Id$/, '');
    const out = type.getFields()[field];
    if (!out) throw new Error(`${type.name} does not show “${name}”: a recipe of changed-objects.ts has to read it.`);
    if (isInputObjectType(nested)) {
      const names = fieldsOf(nested).map(inner => inner.name);
      const isWhole = fieldsOf(nested).some(inner => isNonNullType(inner.type));
      const read = (value: any): unknown =>
        value === null && isWhole ? null : Object.fromEntries(names.map(inner => [inner, value?.[inner] ?? null]));
      return { name: name!, select: `${field} { ${names.join(' ')} }`, read };
    }
    if (!isObjectType(getNamedType(out.type))) return { name: name!, select: field, read: (value: any): unknown => value };
    const key = field === name ? 'name' : 'id';
    const read = (value: any): unknown =>
      Array.isArray(value) ? value.map(each => each[key] as string).toSorted() : (value?.[key] ?? null);
    return { name: name!, select: `${field} { ${key} }`, read };
  });
  return {
    selection: parts.map(({ select }) => select).join(' '),
    state: object => Object.fromEntries(parts.map(({ name, select, read }) => [name, read(object[select.split(' ')[0]!])])),
  };
}
