import {
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { describe, vietnameseOf, type Terms } from '../../shared/terms.js';
import { apiTerms } from './api.terms.js';
import { requiredInChange } from './change-input.js';
import { commonArguments, commonFields, commonInputFields } from './common.terms.js';

type Mutation = GraphQLField<unknown, unknown>;

interface Describable {
  readonly name: string;
  description?: string | null | undefined;
}

/**
 * Describes what means the same everywhere and what follows from other descriptions: common fields and arguments, the pages of a list,
 * the input and the payload of a mutation, and what it means to omit a field of a change. A description that a contract class gives is never replaced.
 */
export function describeSchema(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) describeCommon(field, commonInputFields);
      describeChange(type);
    }
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      describeCommon(field, commonFields);
      for (const argument of field.args) describeCommon(argument, commonArguments);
    }
    if (isObjectType(type)) describePage(type);
  }
  for (const root of [schema.getQueryType(), schema.getMutationType()])
    if (root) root.description ??= describe(apiTerms[root.name as 'Query' | 'Mutation']);
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  for (const mutation of mutations) describeMutation(mutation, mutations);
  return schema;
}

function describeCommon(described: Describable, terms: Terms): void {
  const term = terms[described.name];
  if (term) described.description ??= describe(term);
}

/** `UnitConnection` and `UnitEdge`: the term of a page is that of its rows. */
function describePage(type: GraphQLObjectType): void {
  const { node, nodes } = type.getFields();
  const row = node ?? nodes;
  if (!/(Edge|Connection)$/.test(type.name) || !row) return;
  const shown = getNamedType(row.type);
  type.description ??= node
    ? `One row of a list of \`${shown.name}\` (một dòng: ${vietnamese(shown)}).`
    : `One page of a list of \`${shown.name}\` (trang danh sách: ${vietnamese(shown)}).`;
}

/** Adds to each optional field of the input of a change what it means to omit it and to give null, unless its description says so. */
function describeChange(type: GraphQLInputObjectType): void {
  const required = requiredInChange(type.name);
  if (!required) return;
  for (const field of Object.values(type.getFields())) {
    const said = field.description ?? '';
    if (isNonNullType(field.type) || said.includes('Omitted')) continue;
    const meaning = said.includes('Null') ? [] : [required.includes(field.name) ? 'Null: refused.' : whenNull(field)];
    field.description = [said, ...whenGiven(field), 'Omitted: unchanged.', ...meaning].join(' ');
  }
}

function whenNull({ type }: GraphQLInputField): string {
  if (isListType(type)) return 'Null: an empty list.';
  return isInputObjectType(type) ? 'Null: all of it is removed.' : 'Null: removed.';
}

function whenGiven({ type }: GraphQLInputField): string[] {
  if (isListType(type)) return ['It replaces the whole list.'];
  return isInputObjectType(type) ? ['A field omitted in it is unchanged, and null removes it.'] : [];
}

/** The input and the payload of a mutation: their term is that of what it does. An input that several mutations share is described in its class. */
function describeMutation(mutation: Mutation, all: readonly Mutation[]): void {
  const input = inputOf(mutation);
  if (input && all.filter(other => inputOf(other) === input).length === 1)
    input.description ??= `Input of \`${mutation.name}\` (${vietnameseOf(mutation.description ?? '')}).`;
  const payload = getNamedType(mutation.type) as GraphQLObjectType;
  const names = all.filter(({ type }) => getNamedType(type) === payload).map(({ name }) => `\`${name}\``);
  payload.description ??= `Result of ${names.join(', ')} (kết quả lệnh).`;
  for (const field of Object.values(payload.getFields())) {
    const shown = getNamedType(field.type);
    if (isObjectType(shown))
      field.description ??= `The object after the change (${vietnamese(shown)}). Null when \`userErrors\` is not empty.`;
  }
}

const inputOf = ({ args }: Mutation): GraphQLNamedType | undefined => args[0] && getNamedType(args[0].type);

const vietnamese = (type: GraphQLNamedType): string => vietnameseOf(type.description ?? '') ?? type.name;
