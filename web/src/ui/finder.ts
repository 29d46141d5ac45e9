import type { TypedDocumentNode } from 'urql';

export interface Picked {
  readonly id: string;
  readonly label: string;
  /** Under the label: how it differs from others of the same name. */
  readonly hint?: string | undefined;
}

/** How things of one kind are found by what is typed. */
export interface Finder {
  readonly query: TypedDocumentNode<unknown, Record<string, unknown>>;
  variables(text: string | null, day: string | undefined): Record<string, unknown>;
  items(data: unknown, text: string): readonly Picked[];
}

export function finder<Data, Variables extends Record<string, unknown>>(
  query: TypedDocumentNode<Data, Variables>,
  variables: (text: string | null, day: string | undefined) => Variables,
  items: (data: Data, text: string) => readonly Picked[],
): Finder {
  return { query: query as Finder['query'], variables, items: (data, text) => items(data as Data, text) };
}
