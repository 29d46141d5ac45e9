import type { ApolloDriverConfig } from '@nestjs/apollo';
import { ApolloDriver } from '@nestjs/apollo';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginUsageReportingDisabled } from '@apollo/server/plugin/disabled';
import type { Authentication } from '../platform/access/authenticator.port.js';
import type { ApiSettings } from '../platform/config/settings.js';
import { RequestContext, languageOf } from '../platform/graphql/context.js';
import { MAX_COMMENTS, MAX_TOKENS } from '../platform/graphql/document-outline.js';
import { describeSchema } from '../platform/graphql/described-schema.js';
import { DocumentStore } from '../platform/graphql/document-store.js';
import { enterInPlainSigns } from '../platform/graphql/entered-texts.js';
import { errorFormat } from '../platform/graphql/error-format.js';
import { connectDeclaredFields } from '../platform/views/declared-fields.js';
import { stringifyAnswer } from '../platform/views/fast-path.plugin.js';
import type { Planner } from '../platform/views/planner.js';
import type { TrustedDocuments } from '../platform/views/trusted-documents.js';
import { clientOf } from '../platform/http/client.js';
import type { HttpReply, HttpRequest } from '../platform/http/request-id.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { identifyCaller, type Caller } from '../platform/http/caller.js';

const MAX_SELECTIONS = 10_000;
/** The number of errors after which validation stops. */
const MAX_ERRORS = 5;

/** The database is away and it is not known who asks: the gate refuses the request as it would if the database went away later. */
function callerWhileAway(error: unknown): Caller {
  if (!(error instanceof DomainError) || error.category !== 'unavailable') throw error;
  return { actor: undefined, sessionId: undefined, refused: error, sessionEnded: undefined, restricted: undefined };
}

/** The options of the GraphQL server: what is on, and above all what is off. */
export function graphqlOptions(
  authentication: Authentication,
  planner: Planner,
  trusted: TrustedDocuments,
  api: ApiSettings,
): ApolloDriverConfig {
  return {
    driver: ApolloDriver,
    path: '/graphql',
    autoSchemaFile: true,
    sortSchema: true,
    graphiql: false,
    introspection: api.explorable,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    // `formatError` removes suggested names from every message, not only from those of the validation.
    hideSchemaDetailsFromClientErrors: false,
    includeStacktraceInErrorResponses: false,
    maxRecursiveSelections: MAX_SELECTIONS,
    validationOptions: { maxErrors: MAX_ERRORS },
    parseOptions: { maxTokens: MAX_TOKENS, maxComments: MAX_COMMENTS },
    documentStore: new DocumentStore(),
    stopOnApplicationShutdown: true,
    // Cache control wraps every field, which costs a sixth of a list's time; the registry uses no cache hints.
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginUsageReportingDisabled()],
    autoTransformHttpErrors: false,
    formatError: errorFormat(api.explorable),
    stringifyResult: stringifyAnswer,
    transformSchema: schema => {
      trusted.check(schema);
      return enterInPlainSigns(connectDeclaredFields(describeSchema(schema), planner));
    },
    context: async (request: HttpRequest, reply: HttpReply & { readonly elapsedTime: number }) => {
      const waited = reply.elapsedTime;
      const language = languageOf(request.headers['accept-language']);
      const caller = await identifyCaller(request, reply, authentication).catch(callerWhileAway);
      return Object.assign(new RequestContext(request.id, language, caller, clientOf(request), reply), { waited });
    },
  };
}
