import {
  cacheExchange,
  Client,
  fetchExchange,
  makeOperation,
  mapExchange,
  type CombinedError,
  type Exchange,
  type Operation,
  type OperationResult,
} from 'urql';
import { fromArray, mergeMap, pipe, tap } from 'wonka';

/** What every query shows and every command may change: after a command, all that is shown is asked anew, also what lists a new thing. */
const EVERYTHING = ['registry'];
const MOST_MS = 60_000;

export interface ClientEvents {
  /** A request was answered as from somebody who is not signed in. */
  onSignedOut(): void;
}

export const SIGNED_OUT: ReadonlySet<unknown> = new Set(['SESSION_ENDED', 'UNAUTHENTICATED']);
const codeOf = (error: CombinedError | undefined): unknown => error?.graphQLErrors[0]?.extensions.code;

const queriesUnderway = new WeakMap<Client, Map<number, Operation>>();
const LOOK_MS = 10;

const pause = (): Promise<void> => new Promise(resolve => setTimeout(resolve, LOOK_MS));

/** Resolves when all that is shown has been read after the commands answered so far. */
export async function shownAnew(client: Client): Promise<void> {
  // What a command makes stale is asked anew right after its answer.
  await pause();
  const underway = queriesUnderway.get(client) ?? new Map<number, Operation>();
  const asked = [...underway.keys()];
  while (asked.some(key => underway.has(key))) await pause();
}

/**
 * A query on its way when a command is answered may have been read before the command: it is given up and asked anew.
 * (`cacheExchange` asks anew only what has been answered.)
 */
const readAfterCommands: Exchange = ({ client, forward }) => {
  const underway = new Map<number, Operation>();
  queriesUnderway.set(client, underway);
  const sent = (operation: Operation): Operation[] => {
    const { key, kind } = operation;
    const earlier = underway.get(key);
    underway.delete(key);
    if (kind === 'query') underway.set(key, operation);
    return kind === 'query' && earlier ? [makeOperation('teardown', earlier), operation] : [operation];
  };
  const answered = ({ operation }: OperationResult): void => {
    if (operation.kind === 'query') underway.delete(operation.key);
    if (operation.kind !== 'mutation') return;
    for (const query of underway.values()) {
      client.reexecuteOperation(makeOperation('query', query, { ...query.context, requestPolicy: 'network-only' }));
    }
  };
  return operations =>
    pipe(
      operations,
      mergeMap(operation => fromArray(sent(operation))),
      forward,
      tap(answered),
    );
};

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
      readAfterCommands,
      fetchExchange,
    ],
  });
}
