import { useQuery, type AnyVariables, type TypedDocumentNode } from 'urql';
import { problemsOf, type Problem } from './problem.js';

export interface Read<Data> {
  readonly data: Data | undefined;
  /** Asking, with nothing to show yet. */
  readonly waiting: boolean;
  /** Asking, while older data are shown. */
  readonly renewing: boolean;
  readonly problem: Problem | undefined;
  again(): void;
}

/** Asks and keeps asking anew after each command. While other variables are asked for, the former answer stays until the new one is there. */
export function useRead<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  { pause = false }: { readonly pause?: boolean } = {},
): Read<Data> {
  const [{ data, fetching, stale, error }, run] = useQuery<Data, AnyVariables>({ query, variables: variables as AnyVariables, pause });
  return {
    data: data ?? undefined,
    waiting: fetching && !data && !error,
    renewing: (fetching || stale) && data !== undefined,
    problem: error ? problemsOf(error)[0] : undefined,
    again: () => run({ requestPolicy: 'network-only' }),
  };
}
