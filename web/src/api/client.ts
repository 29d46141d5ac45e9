import { cacheExchange, Client, fetchExchange, makeOperation, mapExchange, type CombinedError } from 'urql';

/** What every query shows and every command may change: after a command, all that is shown is asked anew, also what lists a new thing. */
const EVERYTHING = ['registry'];
const MOST_MS = 60_000;

export interface ClientEvents {
  /** A request was answered as from somebody who is not signed in. */
  onSignedOut(): void;
}

const SIGNED_OUT: ReadonlySet<unknown> = new Set(['SESSION_ENDED', 'UNAUTHENTICATED']);
const codeOf = (error: CombinedError | undefined): unknown => error?.graphQLErrors[0]?.extensions.code;

/** The client of the API. Messages of the server come in `language`. */
export function apiClient(language: string, { onSignedOut }: ClientEvents): Client {
  return new Client({
    url: '/graphql',
    requestPolicy: 'cache-and-network',
    preferGetMethod: false,
    fetchOptions: () => ({ headers: { 'accept-language': language }, signal: AbortSignal.timeout(MOST_MS) }),
    exchanges: [
      mapExchange({
        onOperation: operation => makeOperation(operation.kind, operation, { ...operation.context, additionalTypenames: EVERYTHING }),
        onError: error => {
          if (SIGNED_OUT.has(codeOf(error))) onSignedOut();
        },
      }),
      cacheExchange,
      fetchExchange,
    ],
  });
}
