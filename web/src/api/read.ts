import { useState } from 'react';
import { useQuery, type AnyVariables, type CombinedError, type TypedDocumentNode } from 'urql';
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

/** The request itself failed: the line is gone, the server is busy or starting. It says nothing of what was asked for. */
const isOfRequest = ({ graphQLErrors }: CombinedError): boolean => graphQLErrors.every(({ path }) => path === undefined);

/** Asks and keeps asking anew after each command. While other variables are asked for, the former answer stays until the new one is there; where a request fails, the answer before stays. */
export function useRead<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  { pause = false }: { readonly pause?: boolean } = {},
): Read<Data> {
  const [{ data, fetching, stale, error }, run] = useQuery<Data, AnyVariables>({ query, variables: variables as AnyVariables, pause });
  const asked = JSON.stringify(variables);
  const [last, setLast] = useState<{ readonly asked: string; readonly data: Data }>();
  if (data && !error && data !== last?.data) setLast({ asked, data });
  const kept = error && isOfRequest(error) && last?.asked === asked ? last.data : undefined;
  return {
    data: data ?? kept,
    waiting: fetching && !data && !error,
    renewing: (fetching || stale) && (data ?? kept) !== undefined,
    problem: error ? problemsOf(error)[0] : undefined,
    again: () => run({ requestPolicy: 'network-only' }),
  };
}
