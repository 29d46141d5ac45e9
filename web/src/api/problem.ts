import type { CombinedError } from 'urql';

/** What keeps a command from being done, in the server's words. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  /** Where in the input: `['form', 'aims']`; empty: the whole. */
  readonly field: readonly string[];
}

/** Commands have one argument, `input`, which every path begins with; forms name what is in it. */
export const inInput = (problem: Problem): Problem =>
  problem.field[0] === 'input' ? { ...problem, field: problem.field.slice(1) } : problem;

/** The code of a request that did not reach the server, or whose answer did not reach the browser. */
export const UNREACHED = 'UNREACHED';

export function problemsOf(error: CombinedError): Problem[] {
  if (error.graphQLErrors.length === 0) return [{ code: UNREACHED, message: '', field: [] }];
  return error.graphQLErrors.map(({ message, extensions }) =>
    inInput({ code: String(extensions.code), message, field: Array.isArray(extensions.field) ? extensions.field.map(String) : [] }),
  );
}
