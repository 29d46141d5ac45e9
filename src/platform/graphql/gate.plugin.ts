import 'reflect-metadata';
import type { ApolloServerPlugin, GraphQLRequestContextDidResolveOperation, GraphQLRequestListener } from '@apollo/server';
import { Plugin } from '@nestjs/apollo';
import {
  getArgumentValues,
  getVariableValues,
  type DocumentNode,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Actor } from '../access/actor.js';
import { METHOD, RIGHTS, type RootFieldRights } from '../access/allow.js';
import { Rights } from '../access/rights.js';
import type { DomainError } from '../errors/domain-error.js';
import { PlatformErrors } from '../errors/platform.errors.js';
import { RequestContext } from './context.js';
import { MOST, excessOfNames } from './document-outline.js';
import { factsOf, type AskedField, type OperationFacts, type RowCost } from './document-facts.js';
import { refuse, refuseVariables } from './error-format.js';
import { violationsOf } from './input-rules.js';

/** How many faults of variables are told. Each is told with the whole value that it is in: of a large one, one is enough. */
const MOST_FAULTS = 20;
const LARGE_BODY = 10_000;

type Resolved = GraphQLRequestContextDidResolveOperation<RequestContext>;
type Variables = Readonly<Record<string, unknown>>;

/** A right that a field of the operation asks for. */
interface AskedRight {
  readonly action: string;
  readonly everywhere: boolean;
}

/** An operation with what has been found of it before: its facts, and the refusals that do not depend on variables. */
interface Known {
  readonly facts: OperationFacts;
  readonly asked: readonly AskedRight[];
  readonly refusals: readonly DomainError[];
  readonly changing: readonly AskedField[];
}

/**
 * The one gate: rights, size and arguments of every operation are settled here, before anything runs and before any SQL.
 * Nest's guards and pipes do not run for answers that Apollo takes from elsewhere, so nothing on GraphQL hangs on them.
 */
@Plugin()
export class Gate implements ApolloServerPlugin<RequestContext> {
  private readonly argumentClasses = new Map<GraphQLField<unknown, unknown>, (new () => object) | undefined>();
  private readonly known = new WeakMap<OperationDefinitionNode, Known>();

  constructor(private readonly rights: Rights) {}

  requestDidStart(): Promise<GraphQLRequestListener<RequestContext>> {
    return Promise.resolve({
      didResolveOperation: request => Promise.resolve(this.settle(request)),
      willSendResponse: ({ response: { body }, contextValue: { cost } }) => {
        if (cost > 0 && body.kind === 'single')
          body.singleResult.extensions = { ...body.singleResult.extensions, cost: { rows: cost, limit: MOST.rows } };
        return Promise.resolve();
      },
    });
  }

  private settle(request: Resolved): void {
    const { schema, document, operation, contextValue: context } = request;
    if (context.asker.refused) throw refuse(context.asker.refused);
    if (!operation) return;
    const known = this.knownOf(schema, document, operation);
    this.checkRights(known.asked, context);
    if (context.actor) context.sight = this.rights.sightOf(context.actor);
    if (known.refusals.length > 0) throw refuse(...known.refusals);

    const given = request.request.variables ?? {};
    const isLarge = Number(request.request.http?.headers.get('content-length')) > LARGE_BODY;
    const excess = isLarge ? excessOfNames(given) : undefined;
    if (excess) throw refuse(excess);
    const variables = getVariableValues(schema, operation.variableDefinitions ?? [], given, {
      maxErrors: isLarge ? 1 : MOST_FAULTS,
    });
    if (variables.errors) throw refuseVariables(variables.errors);
    context.variables = variables.coerced;
    const violations = known.changing.flatMap(asked => this.violations(asked, variables.coerced));
    if (violations.length > 0) throw refuse(...violations);
    context.cost = rowsOf(known.facts.rows, variables.coerced);
    const costly = tooCostly(context.cost);
    if (costly.length > 0) throw refuse(...costly);
  }

  /** What stands against an operation, whoever asks and with whatever variables. */
  refusalsOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): readonly DomainError[] {
    const { refusals, facts } = this.knownOf(schema, document, operation);
    if (refusals.length > 0) return refusals;
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], {});
    return coerced ? tooCostly(rowsOf(facts.rows, coerced)) : [];
  }

  private knownOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Known {
    let known = this.known.get(operation);
    if (!known) {
      const facts = factsOf(schema, document, operation);
      const tooMuch = (['depth', 'aliases', 'directives', 'objects', 'roots'] as const)
        .filter(what => facts[what] > MOST[what])
        .map(what => PlatformErrors.QUERY_TOO_LARGE({ what, count: facts[what], limit: MOST[what] }));
      const checked = facts.fields.filter(({ field }) => this.argumentClassOf(field));
      const fixed = checked.filter(asked => asked.fixed).flatMap(asked => this.violations(asked, {}));
      known = {
        facts,
        asked: facts.fields.flatMap(({ field }) => rightOf(field) ?? []),
        refusals: [...tooMuch, ...fixed],
        changing: checked.filter(asked => !asked.fixed),
      };
      this.known.set(operation, known);
    }
    return known;
  }

  private checkRights(asked: readonly AskedRight[], { actor, asker }: RequestContext): void {
    if (asked.length === 0) return;
    if (!actor) throw refuse(asker.lapsed ?? PlatformErrors.UNAUTHENTICATED());
    const denied = asked.find(right => !this.isGiven(actor, right));
    if (denied) throw refuse(this.rights.forbidden(denied.action, denied.everywhere));
  }

  private isGiven(actor: Actor, { action, everywhere }: AskedRight): boolean {
    return everywhere ? this.rights.reach(actor, action) === 'everywhere' : this.rights.may(actor, action);
  }

  private violations({ field, node }: AskedField, variables: Variables): DomainError[] {
    const found = violationsOf(this.argumentClassOf(field)!, getArgumentValues(field, node, variables));
    return found.map(violation => violation.at(node.alias?.value ?? node.name.value));
  }

  /** The `@ArgsType` class of a field's method, found where Nest keeps it: the type of the parameter that takes all arguments. */
  private argumentClassOf(field: GraphQLField<unknown, unknown>): (new () => object) | undefined {
    if (!this.argumentClasses.has(field)) this.argumentClasses.set(field, findArgumentClass(field));
    return this.argumentClasses.get(field);
  }
}

function rightOf(field: GraphQLField<unknown, unknown>): AskedRight | undefined {
  const { action, everywhere = false } = (field.extensions[RIGHTS] as RootFieldRights | undefined) ?? {};
  return action === undefined ? undefined : { action, everywhere };
}

const tooCostly = (rows: number): DomainError[] => (rows > MOST.rows ? [PlatformErrors.QUERY_TOO_COSTLY({ rows, limit: MOST.rows })] : []);

/** How many rows an answer can hold at most: page sizes multiplied down the nesting. */
function rowsOf(costs: readonly RowCost[], variables: Variables): number {
  let rows = 0;
  for (const { paged, times, nested } of costs) {
    const size = paged ? (getArgumentValues(paged.field, paged.node, variables).first as number) : times;
    rows += size * (1 + rowsOf(nested, variables));
  }
  return rows;
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
