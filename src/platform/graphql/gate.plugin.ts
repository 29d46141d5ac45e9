import 'reflect-metadata';
import type { ApolloServerPlugin, GraphQLRequestContextDidResolveOperation, GraphQLRequestListener } from '@apollo/server';
import { Plugin } from '@nestjs/apollo';
import { Inject } from '@nestjs/common';
import {
  Kind,
  TypeInfo,
  getArgumentValues,
  getVariableValues,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { ACCESS_MATRIX, mayDo, type AccessMatrix } from '../access/access-rules.js';
import { METHOD, RIGHTS, type RootFieldRights } from '../access/allow.js';
import { PlatformErrors } from '../errors/platform.errors.js';
import { RequestContext } from './context.js';
import { refuse, refuseVariables } from './error-format.js';
import { violationsOf } from './input-rules.js';

const MAX_DEPTH = 12;

type Resolved = GraphQLRequestContextDidResolveOperation<RequestContext>;

/**
 * The one gate: rights, depth and arguments of every operation are settled here, before anything runs and before any SQL.
 * Nest's guards and pipes do not run for answers that Apollo takes from elsewhere, so nothing on GraphQL hangs on them.
 */
@Plugin()
export class Gate implements ApolloServerPlugin<RequestContext> {
  private readonly argumentClasses = new Map<GraphQLField<unknown, unknown>, (new () => object) | undefined>();

  constructor(@Inject(ACCESS_MATRIX) private readonly matrix: AccessMatrix) {}

  requestDidStart(): Promise<GraphQLRequestListener<RequestContext>> {
    return Promise.resolve({ didResolveOperation: request => Promise.resolve(this.settle(request)) });
  }

  private settle(request: Resolved): void {
    const { schema, operation, contextValue: context } = request;
    if (context.refused) throw refuse(context.refused);
    if (!operation) return;
    const document = reachable(request.document, request.operationName ?? operation.name?.value ?? null);
    const depth = depthOf(operation.selectionSet, document, new Map());
    if (depth > MAX_DEPTH) throw refuse(PlatformErrors.QUERY_TOO_DEEP({ depth, limit: MAX_DEPTH }));

    const variables = getVariableValues(schema, operation.variableDefinitions ?? [], request.request.variables ?? {}, { maxErrors: 20 });
    if (variables.errors) throw refuseVariables(variables.errors);
    context.variables = variables.coerced;
    for (const [field, node] of fieldsOf(schema, document)) {
      this.checkRights(field, context);
      this.checkArguments(field, node, variables.coerced);
    }
  }

  private checkRights(field: GraphQLField<unknown, unknown>, { actor }: RequestContext): void {
    const rights = field.extensions[RIGHTS] as RootFieldRights | undefined;
    if (!rights || rights.action === undefined) return;
    if (!actor) throw refuse(PlatformErrors.UNAUTHENTICATED());
    if (!mayDo(this.matrix, actor.role, rights.action)) throw refuse(PlatformErrors.FORBIDDEN({ action: rights.action }));
  }

  private checkArguments(field: GraphQLField<unknown, unknown>, node: FieldNode, variables: Record<string, unknown>): void {
    const type = this.argumentClassOf(field);
    if (!type) return;
    const violations = violationsOf(type, getArgumentValues(field, node, variables));
    if (violations.length > 0) throw refuse(...violations.map(violation => violation.at(node.alias?.value ?? node.name.value)));
  }

  /** The `@ArgsType` class of a field's method, found where Nest keeps it: the type of the parameter that takes all arguments. */
  private argumentClassOf(field: GraphQLField<unknown, unknown>): (new () => object) | undefined {
    if (!this.argumentClasses.has(field)) this.argumentClasses.set(field, findArgumentClass(field));
    return this.argumentClasses.get(field);
  }
}

const NEST_ARGUMENTS = '__routeArguments__';
/** Nest's number for “all arguments of a GraphQL field”. */
const ARGS_PARAMETER = 3;

function findArgumentClass(field: GraphQLField<unknown, unknown>): (new () => object) | undefined {
  const method = field.extensions[METHOD] as [new () => object, string] | undefined;
  if (!method) return undefined;
  const [owner, name] = method;
  const parameters = (Reflect.getMetadata(NEST_ARGUMENTS, owner, name) ?? {}) as Record<string, { index: number; data?: unknown }>;
  const types = Reflect.getMetadata('design:paramtypes', owner.prototype, name) as (new () => object)[];
  const whole = Object.entries(parameters).find(([key, { data }]) => key.startsWith(`${ARGS_PARAMETER}:`) && data === undefined);
  return whole && types[whole[1].index];
}

/** The document without the operations that do not run. */
function reachable(document: DocumentNode, operationName: string | null): DocumentNode {
  if (operationName === null) return document;
  const runs = document.definitions.filter(d => d.kind !== Kind.OPERATION_DEFINITION || d.name?.value === operationName);
  return { ...document, definitions: runs };
}

function fieldsOf(schema: GraphQLSchema, document: DocumentNode): [GraphQLField<unknown, unknown>, FieldNode][] {
  const found: [GraphQLField<unknown, unknown>, FieldNode][] = [];
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: node => {
        const field = types.getFieldDef();
        if (field) found.push([field, node]);
      },
    }),
  );
  return found;
}

/** How deep the selection nests, fragments followed. Validation has refused circles among fragments before. */
function depthOf(selection: SelectionSetNode, document: DocumentNode, known: Map<string, number>): number {
  let deepest = 0;
  for (const node of selection.selections) {
    let depth = 0;
    if (node.kind === Kind.FIELD)
      depth = node.name.value.startsWith('__') ? 0 : 1 + (node.selectionSet ? depthOf(node.selectionSet, document, known) : 0);
    else if (node.kind === Kind.INLINE_FRAGMENT) depth = depthOf(node.selectionSet, document, known);
    else {
      const name = node.name.value;
      if (!known.has(name)) {
        const fragment = document.definitions.find(d => d.kind === Kind.FRAGMENT_DEFINITION && d.name.value === name);
        known.set(name, fragment?.kind === Kind.FRAGMENT_DEFINITION ? depthOf(fragment.selectionSet, document, known) : 0);
      }
      depth = known.get(name)!;
    }
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
