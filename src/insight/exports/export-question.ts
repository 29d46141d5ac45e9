import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  GraphQLError,
  Kind,
  getNamedType,
  isObjectType,
  parse,
  validate,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { bothOf } from '../../platform/graphql/graphql-sentences.js';
import { MAX_TOKENS, excessOf } from '../../platform/graphql/document-outline.js';
import { showOf } from '../../platform/views/root-plan.js';
import { columnsOf, type ColumnPath } from './export-columns.js';
import { ExportErrors } from './exports.errors.js';

/** The names under which the answer has what the export adds to the question. */
export const [LIST, ROWS, PAGE] = ['list', 'rows', 'page'] as const;
export const [FIRST, AFTER] = ['exportFirst', 'exportAfter'] as const;

/** A question about a list, made so that it can be asked page by page. */
export interface ExportQuestion {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly columns: readonly ColumnPath[];
}

/** Reads the question of an export. */
@Injectable()
export class ExportQuestions {
  constructor(private readonly modules: ModuleRef) {}

  /** @throws EXPORT_QUESTION_INVALID, EXPORT_NOT_A_LIST. */
  read(text: string): ExportQuestion {
    const { schema } = this.modules.get(GraphQLSchemaHost, { strict: false });
    const excess = excessOf(text);
    if (excess) throw excess;
    const given = this.parsed(text);
    const operations = given.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode[];
    const [asked] = operations;
    const [root, ...others] = asked?.selectionSet.selections ?? [];
    if (!asked || operations.length > 1 || asked.operation !== 'query' || root?.kind !== Kind.FIELD || others.length > 0)
      throw ExportErrors.EXPORT_NOT_A_LIST().at('question');
    const [wrong] = validate(schema, given, undefined, { maxErrors: 1 });
    if (wrong) throw invalid(wrong);
    const field = schema.getQueryType()!.getFields()[root.name.value]!;
    const [nodes, ...further] = root.selectionSet?.selections ?? [];
    const paged = root.arguments?.some(({ name: { value } }) => value === 'first' || value === 'after');
    if (showOf(field)?.kind !== 'page' || nodes?.kind !== Kind.FIELD || nodes.name.value !== 'nodes' || further.length > 0 || paged)
      throw ExportErrors.EXPORT_NOT_A_LIST().at('question');
    const operation = pageByPage(asked, root, nodes);
    const document = { ...given, definitions: given.definitions.map(each => (each === asked ? operation : each)) };
    const connection = getNamedType(field.type);
    const row = isObjectType(connection) && getNamedType(connection.getFields().nodes!.type);
    if (!isObjectType(row)) throw ExportErrors.EXPORT_NOT_A_LIST().at('question');
    const fragments = given.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION) as FragmentDefinitionNode[];
    const columns = columnsOf(row, [nodes.selectionSet!], new Map(fragments.map(each => [each.name.value, each])));
    return { schema, document, operation, columns };
  }

  private parsed(text: string): DocumentNode {
    try {
      return parse(text, { noLocation: true, maxTokens: MAX_TOKENS });
    } catch (error) {
      throw error instanceof GraphQLError ? invalid(error) : error;
    }
  }
}

const invalid = (error: GraphQLError): Error =>
  ExportErrors.EXPORT_QUESTION_INVALID({ why: { value: error.message, ...bothOf(error.message) } }).at('question');

const named = (value: string) => ({ kind: Kind.NAME as const, value });
const variable = (name: string) => ({ kind: Kind.VARIABLE as const, name: named(name) });
const selected = (name: string, inner: readonly string[]): FieldNode => ({
  kind: Kind.FIELD,
  name: named(name),
  selectionSet: { kind: Kind.SELECTION_SET, selections: inner.map(each => ({ kind: Kind.FIELD, name: named(each) })) },
});

/** The same operation with `first` and `after` as variables of the export, and with what leads to the next page. */
function pageByPage(operation: OperationDefinitionNode, root: FieldNode, nodes: FieldNode): OperationDefinitionNode {
  const pageInfo = { ...selected('pageInfo', ['hasNextPage', 'endCursor']), alias: named(PAGE) };
  const list: FieldNode = {
    ...root,
    alias: named(LIST),
    arguments: [
      ...(root.arguments ?? []),
      { kind: Kind.ARGUMENT, name: named('first'), value: variable(FIRST) },
      { kind: Kind.ARGUMENT, name: named('after'), value: variable(AFTER) },
    ],
    selectionSet: { kind: Kind.SELECTION_SET, selections: [{ ...nodes, alias: named(ROWS) }, pageInfo] },
  };
  return {
    ...operation,
    variableDefinitions: [
      ...(operation.variableDefinitions ?? []),
      {
        kind: Kind.VARIABLE_DEFINITION,
        variable: variable(FIRST),
        type: { kind: Kind.NON_NULL_TYPE, type: { kind: Kind.NAMED_TYPE, name: named('Int') } },
      },
      { kind: Kind.VARIABLE_DEFINITION, variable: variable(AFTER), type: { kind: Kind.NAMED_TYPE, name: named('String') } },
    ],
    selectionSet: { kind: Kind.SELECTION_SET, selections: [list] },
  };
}
