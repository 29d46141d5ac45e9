import { HeaderMap, type ApolloServerPlugin, type GraphQLRequestListener, type GraphQLResponse } from '@apollo/server';
import { Plugin } from '@nestjs/apollo';
import { LRUCache } from 'lru-cache';
import { getNamedType, isEnumType, typeFromAST, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { DomainError } from '../errors/domain-error.js';
import { HTTP_STATUS, shown } from '../graphql/error-format.js';
import type { RequestContext } from '../graphql/context.js';
import { Fallbacks } from './fallbacks.js';
import { NotDeclared, type Reach } from './plan-context.js';
import { Planner, type OperationPlan } from './planner.js';
import { shapeOf } from './shape.js';
import { TrustedDocuments } from './trusted-documents.js';

/** Data that is written as JSON already. Apollo passes `data` through untouched only as an object; `stringifyAnswer` writes it out. */
class WrittenData {
  constructor(readonly json: string) {}
}

/** Turns an answer into text: written data is put in as it is, everything else becomes JSON. */
export function stringifyAnswer(answer: { data?: unknown; errors?: unknown; extensions?: unknown }): string {
  const { data, extensions } = answer;
  if (!(data instanceof WrittenData)) return `${JSON.stringify(answer)}\n`;
  return extensions === undefined ? `{"data":${data.json}}\n` : `{"data":${data.json},"extensions":${JSON.stringify(extensions)}}\n`;
}

const stopped = (error: DomainError): GraphQLResponse => ({
  http: { status: HTTP_STATUS.unavailable, headers: new HeaderMap() },
  body: { kind: 'single', singleResult: { errors: [shown(error)] } },
});

const MOST_PLANS = 1_000;
/** The memory of a plan grows with its document: this is twenty-five documents of the largest size, or some hundred of the usual size. */
const MOST_TOKENS_PLANNED = 50_000;
const UNDECLARED = Symbol('undeclared');

/**
 * The first of two executors: a query whose fields are all declared is answered as text from its compiled plan. Everything else, and every
 * operation that fails here, is answered by graphql-js. The gate has checked rights and arguments before either.
 */
@Plugin()
export class FastPath implements ApolloServerPlugin<RequestContext> {
  private readonly passing = new LRUCache<string, OperationPlan | typeof UNDECLARED>({ max: MOST_PLANS, maxSize: MOST_TOKENS_PLANNED });
  /** A cache of their own: other documents do not evict trusted ones. Bounded as well, because each page size is a plan of its own. */
  private readonly staying = new LRUCache<string, OperationPlan | typeof UNDECLARED>({ max: MOST_PLANS });
  private readonly words = new WeakMap<OperationDefinitionNode, ReadonlySet<string>>();

  constructor(
    private readonly planner: Planner,
    private readonly trusted: TrustedDocuments,
    private readonly fallbacks: Fallbacks,
  ) {}

  requestDidStart(): Promise<GraphQLRequestListener<RequestContext>> {
    return Promise.resolve({
      responseForOperation: async ({ schema, document, operation, operationName, queryHash, contextValue }) => {
        // Apollo also calls this for a document of several operations when the request names none; graphql-js then reports the error.
        if ((operation as OperationDefinitionNode | undefined)?.operation !== 'query') return null;
        const { variables, sight } = contextValue;
        try {
          const reach = await this.planner.reachOf(sight);
          const name = `${queryHash} ${operationName ?? ''} ${[...reach.breadths].join()} ${reach.isPerson}`;
          const plan = this.planOf(schema, document, operation, name, variables, reach);
          if (!plan) return null;
          const data = new WrittenData(await this.planner.text(plan, variables, contextValue));
          return {
            http: { status: undefined, headers: new HeaderMap() },
            body: { kind: 'single', singleResult: { data: data as unknown as Record<string, unknown> } },
          };
        } catch (error) {
          // A statement that was stopped would be stopped again.
          if (error instanceof DomainError && error.code === 'TOO_SLOW') return stopped(error);
          // graphql-js runs the operation again: there, errors have paths, and a root field that fails leaves the others. Reading twice is harmless.
          this.fallbacks.count(error, queryHash ?? '');
          return null;
        }
      },
    });
  }

  private planOf(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    name: string,
    variables: Readonly<Record<string, unknown>>,
    reach: Reach,
  ): OperationPlan | undefined {
    const trusted = this.trusted.has(document);
    const cache = trusted ? this.staying : this.passing;
    const key = `${name} ${shapeOf(variables, this.wordsOf(schema, operation))}`;
    let plan = cache.get(key);
    if (plan === undefined) {
      try {
        plan = this.planner.plan(schema, document, operation, variables, reach, trusted);
      } catch (error) {
        if (!(error instanceof NotDeclared)) throw error;
        plan = UNDECLARED;
      }
      if (trusted) this.staying.set(key, plan);
      else this.passing.set(key, plan, { size: plan === UNDECLARED ? 1 : (document.tokenCount ?? 1) });
    }
    return plan === UNDECLARED ? undefined : plan;
  }

  /** The variables whose value is part of the statement's text: names of orders. */
  private wordsOf(schema: GraphQLSchema, operation: OperationDefinitionNode): ReadonlySet<string> {
    let words = this.words.get(operation);
    if (!words) {
      const enums = (operation.variableDefinitions ?? []).filter(({ type }) => {
        const named = typeFromAST(schema, type as never);
        return named && isEnumType(getNamedType(named));
      });
      words = new Set(enums.map(({ variable }) => variable.name.value));
      this.words.set(operation, words);
    }
    return words;
  }
}
