import { HeaderMap, type ApolloServerPlugin, type GraphQLRequestListener, type GraphQLResponse } from '@apollo/server';
import { Plugin } from '@nestjs/apollo';
import { LRUCache } from 'lru-cache';
import { getNamedType, isEnumType, typeFromAST, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { DomainError } from '../errors/domain-error.js';
import { HTTP_STATUS, shown } from '../graphql/error-format.js';
import type { RequestContext } from '../graphql/context.js';
import { Fallbacks } from './fallbacks.js';
import { NotDeclared, type Breadths } from './plan-context.js';
import { Planner, type OperationPlan } from './planner.js';
import { shapeOf } from './shape.js';
import { TrustedDocuments } from './trusted-documents.js';

/** An answer that is written already; `stringifyResult` puts it out as it is. Apollo carries nothing else through. */
class WrittenData {
  constructor(readonly json: string) {}
}

/** How the answer of an operation becomes text: written data as it stands, everything else as JSON. */
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
/** A plan takes as much memory as its document is long: twenty-five of the longest, or some hundred of the usual length. */
const MOST_TOKENS_PLANNED = 50_000;
const UNDECLARED = Symbol('undeclared');

/**
 * The first of two executors: a query whose fields are all declared is answered as text from its compiled plan. Everything else, and every
 * answer that is not clean, goes to graphql-js, whose word counts. The gate has settled rights and arguments before either.
 */
@Plugin()
export class FastPath implements ApolloServerPlugin<RequestContext> {
  private readonly passing = new LRUCache<string, OperationPlan | typeof UNDECLARED>({ max: MOST_PLANS, maxSize: MOST_TOKENS_PLANNED });
  /** No other document drives the trusted ones out. They are bounded, too: each page size a client thinks of is a plan of its own. */
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
        // Apollo asks even where a document of several operations names none; graphql-js says what is wrong then.
        if ((operation as OperationDefinitionNode | undefined)?.operation !== 'query') return null;
        const { variables, sight } = contextValue;
        try {
          const reach = await this.planner.reachOf(sight);
          const name = `${queryHash} ${operationName ?? ''} ${[...reach].join()}`;
          const plan = this.planOf(schema, document, operation, name, variables, reach);
          if (!plan) return null;
          const data = new WrittenData(await this.planner.text(plan, variables, sight));
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
    reach: Breadths,
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

  /** The variables whose very word decides the statement: names of orders. */
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
