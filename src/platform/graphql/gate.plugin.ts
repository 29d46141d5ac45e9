import 'reflect-metadata';
import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { Plugin } from '@nestjs/apollo';
import {
  GraphQLError,
  getArgumentValues,
  getVariableValues,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Actor } from '../access/actor.js';
import { METHOD, RIGHTS, type RootFieldRights } from '../access/allow.js';
import { Rights } from '../access/rights.js';
import type { DomainError } from '../errors/domain-error.js';
import { PlatformErrors } from '../errors/platform.errors.js';
import { RequestContext, type ResolvedOperation } from './context.js';
import { MAX, outlineOfVariables } from './document-outline.js';
import { conditionsOf, errorsInConditions } from './document-conditions.js';
import { operationFacts, type RequestedField, type OperationFacts, type RowCost } from './document-facts.js';
import { refuse, refuseVariables } from './error-format.js';
import { hasRules, violationsOf } from './input-rules.js';

/** Errors in variables that are reported. Each message contains the whole value, so of a large body only one is reported. */
const MAX_VARIABLE_ERRORS = 20;
const LARGE_VARIABLES = 10_000;

/** An operation of any sender. */
export type CheckedOperation = Pick<ResolvedOperation, 'schema' | 'document' | 'operation'> & {
  readonly request: { readonly variables?: Record<string, unknown> };
  readonly contextValue: Pick<RequestContext, 'actor' | 'caller' | 'sight' | 'variables' | 'cost'>;
};

type CoercedVariables = Readonly<Record<string, unknown>>;

/** A right that a field of the operation requires. */
interface RequiredRight {
  readonly action: string;
  readonly everywhere: boolean;
  readonly withPrintedPassword: boolean;
}

/** What is found once for each cached operation: its facts, the rights it requires, and the errors that do not depend on variables. */
interface OperationAnalysis {
  readonly facts: OperationFacts;
  readonly requiredRights: readonly RequiredRight[];
  readonly refusals: readonly DomainError[];
  readonly variableFields: readonly RequestedField[];
  /** Its `@skip` and `@include` with a variable. */
  readonly conditions: readonly DirectiveNode[];
}

/**
 * The gate: the one place that checks rights, size and arguments of every operation, before any resolver and any SQL runs.
 * Nest's guards and pipes are not used for this: they do not run for fields that are answered without a resolver.
 */
@Plugin()
export class Gate implements ApolloServerPlugin<RequestContext> {
  private readonly argumentClasses = new Map<GraphQLField<unknown, unknown>, (new () => object) | undefined>();
  private readonly analyses = new WeakMap<OperationDefinitionNode, OperationAnalysis>();

  constructor(private readonly rights: Rights) {}

  requestDidStart(): Promise<GraphQLRequestListener<RequestContext>> {
    return Promise.resolve({
      didResolveOperation: request => Promise.resolve(this.check(request)),
      willSendResponse: ({ response: { body }, contextValue: { cost } }) => {
        if (cost > 0 && body.kind === 'single')
          body.singleResult.extensions = { ...body.singleResult.extensions, cost: { rows: cost, limit: MAX.rows } };
        return Promise.resolve();
      },
    });
  }

  /** Checks an operation for a caller, and sets what the caller sees, the coerced variables and the cost. Exports ask it for the question that they repeat. */
  check(request: CheckedOperation): void {
    const { schema, document, operation, contextValue: context } = request;
    if (context.caller.refused) throw refuse(context.caller.refused);
    if (!operation) return;
    const analysis = this.analysisOf(schema, document, operation);
    this.checkRights(analysis.requiredRights, context);
    if (context.actor) context.sight = this.rights.sightOf(context.actor);
    if (analysis.refusals.length > 0) throw refuse(...analysis.refusals);

    const given = request.request.variables ?? {};
    const { size, excess } = outlineOfVariables(given);
    if (excess) throw refuse(excess);
    const variables = getVariableValues(schema, operation.variableDefinitions ?? [], given, {
      maxErrors: size > LARGE_VARIABLES ? 1 : MAX_VARIABLE_ERRORS,
    });
    if (variables.errors) throw refuseVariables(variables.errors);
    const unclear = errorsInConditions(analysis.conditions, variables.coerced);
    if (unclear.length > 0) throw refuseVariables(unclear);
    context.variables = variables.coerced;
    const violations = analysis.variableFields.flatMap(field => this.violations(field, variables.coerced));
    if (violations.length > 0) throw refuse(...violations);
    context.cost = rowsOf(analysis.facts.rows, variables.coerced);
    const costly = tooCostly(context.cost);
    if (costly.length > 0) throw refuse(...costly);
  }

  /** The errors of an operation that do not depend on the caller or on variables: for `documents build`. */
  refusalsOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): readonly DomainError[] {
    const { refusals, facts } = this.analysisOf(schema, document, operation);
    if (refusals.length > 0) return refusals;
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], {});
    return coerced ? tooCostly(rowsOf(facts.rows, coerced)) : [];
  }

  private analysisOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): OperationAnalysis {
    let analysis = this.analyses.get(operation);
    if (!analysis) {
      const facts = operationFacts(schema, document, operation);
      const tooMuch = (['depth', 'aliases', 'directives', 'objects', 'pages', 'roots'] as const)
        .filter(what => facts[what] > MAX[what])
        .map(what => PlatformErrors.QUERY_TOO_LARGE({ what, count: facts[what], limit: MAX[what] }));
      const checked = facts.fields.filter(({ field }) => this.argumentClassOf(field));
      const fixed = checked.filter(field => field.fixed).flatMap(field => this.violations(field, {}));
      analysis = {
        facts,
        requiredRights: facts.fields.flatMap(({ field }) => rightOf(field) ?? []),
        refusals: [...tooMuch, ...fixed],
        variableFields: checked.filter(field => !field.fixed),
        conditions: conditionsOf(document, operation),
      };
      this.analyses.set(operation, analysis);
    }
    return analysis;
  }

  private checkRights(requiredRights: readonly RequiredRight[], { actor, caller }: CheckedOperation['contextValue']): void {
    if (requiredRights.length === 0) return;
    if (!actor) throw refuse(caller.sessionEnded ?? PlatformErrors.UNAUTHENTICATED());
    if (caller.restricted && !requiredRights.every(({ withPrintedPassword }) => withPrintedPassword)) throw refuse(caller.restricted);
    const denied = requiredRights.find(right => !this.isGranted(actor, right));
    if (denied) throw refuse(this.rights.refusal(actor, denied.action, denied.everywhere));
  }

  private isGranted(actor: Actor, { action, everywhere }: RequiredRight): boolean {
    return everywhere ? this.rights.reach(actor, action) === 'everywhere' : this.rights.may(actor, action);
  }

  private violations({ field, node }: RequestedField, variables: CoercedVariables): DomainError[] {
    const broken = violationsOf(this.argumentClassOf(field)!, argumentsOf(field, node, variables));
    return broken.map(violation => violation.at(node.alias?.value ?? node.name.value));
  }

  /** The `@ArgsType` class of a field's method if it has rules, read from Nest's metadata: the type of the parameter that takes all arguments. */
  private argumentClassOf(field: GraphQLField<unknown, unknown>): (new () => object) | undefined {
    if (!this.argumentClasses.has(field)) this.argumentClasses.set(field, findArgumentClass(field));
    return this.argumentClasses.get(field);
  }
}

/** @throws BAD_USER_INPUT where a variable that may be null is null for an argument that may not. Validation cannot see that. */
function argumentsOf(field: GraphQLField<unknown, unknown>, node: FieldNode, variables: CoercedVariables): Record<string, unknown> {
  try {
    return getArgumentValues(field, node, variables);
  } catch (error) {
    throw error instanceof GraphQLError ? refuseVariables([error]) : error;
  }
}

function rightOf(field: GraphQLField<unknown, unknown>): RequiredRight | undefined {
  const { action, everywhere = false, withPrintedPassword = false } = (field.extensions[RIGHTS] as RootFieldRights | undefined) ?? {};
  return action === undefined ? undefined : { action, everywhere, withPrintedPassword };
}

const tooCostly = (rows: number): DomainError[] => (rows > MAX.rows ? [PlatformErrors.QUERY_TOO_COSTLY({ rows, limit: MAX.rows })] : []);

/** How many rows an answer can contain at most: page sizes, multiplied along the nesting; and the prices of fields that count (`Costs`). */
function rowsOf(costs: readonly RowCost[], variables: CoercedVariables): number {
  let rows = 0;
  for (const { paged, priced, named, times, nested } of costs) {
    if (priced) {
      const { requested, price } = priced;
      rows += price(getArgumentValues(requested.field, requested.node, variables));
      continue;
    }
    const size = named ? idsIn(named, variables) : paged ? (getArgumentValues(paged.field, paged.node, variables).first as number) : times;
    rows += size * (1 + rowsOf(nested, variables));
  }
  return rows;
}

const idsIn = ({ field, node }: RequestedField, variables: CoercedVariables): number =>
  (getArgumentValues(field, node, variables).ids as readonly unknown[]).length;

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
  const type = whole && types[whole[1].index];
  return type && hasRules(type) ? type : undefined;
}
