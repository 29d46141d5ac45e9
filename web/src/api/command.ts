import { useRef, useState } from 'react';
import { useClient, type AnyVariables, type TypedDocumentNode } from 'urql';
import { shownAnew } from './client.js';
import { inTurn } from './command-turns.js';
import { inInput, problemsOf, type Problem } from './problem.js';

interface Notice {
  readonly code: string;
  readonly message: string;
  readonly field: readonly string[];
  readonly ids: readonly string[];
}

interface Payload {
  readonly userErrors: readonly Problem[];
  readonly warnings?: readonly Notice[];
}

/** What came of a command: its payload, or what keeps it from being done. */
export type Outcome<P> = { readonly done: true; readonly payload: P; readonly warnings: readonly Notice[] } | Refused;
interface Refused {
  readonly done: false;
  readonly problems: readonly Problem[];
}

type PayloadOf<Data> = Data extends Record<string, infer P> ? P : never;

/**
 * Sends a command, when those sent before have been answered; what came of it is known when all that is shown has been read anew.
 * The same input sent again (a second click, a line that broke off) has the same idempotency key, and so is done once;
 * `keyed` says that the input has such a key.
 */
export function useCommand<Data extends object, Variables extends { input: object } | Record<string, never>>(
  document: TypedDocumentNode<Data, Variables>,
  { keyed = false }: { readonly keyed?: boolean } = {},
): { run(input: Variables extends { input: infer I } ? I : undefined): Promise<Outcome<PayloadOf<Data>>>; readonly running: boolean } {
  const client = useClient();
  const [running, setRunning] = useState(false);
  const last = useRef({ text: '', key: '' });
  const run = async (input: unknown): Promise<Outcome<PayloadOf<Data>>> => {
    const text = JSON.stringify(input);
    if (keyed && last.current.text !== text) last.current = { text, key: crypto.randomUUID() };
    const sent = keyed ? { ...(input as object), idempotencyKey: last.current.key } : (input as object | undefined);
    setRunning(true);
    try {
      const { data, error } = await inTurn(client, sent, async current => {
        const answer = await client.mutation<Data, AnyVariables>(document, current ? { input: current } : {}).toPromise();
        await shownAnew(client);
        return answer;
      });
      if (error || !data) return { done: false, problems: error ? problemsOf(error) : [] };
      const payload = Object.values(data)[0] as Payload;
      if (payload.userErrors.length > 0) return { done: false, problems: payload.userErrors.map(inInput) };
      return { done: true, payload: payload as PayloadOf<Data>, warnings: payload.warnings ?? [] };
    } finally {
      setRunning(false);
    }
  };
  return { run, running };
}
