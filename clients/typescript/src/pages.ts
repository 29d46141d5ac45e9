import type { Document, RegistryClient } from './client.js';

/** A page of a list, as far as paging needs it. */
export interface Connection<Row> {
  readonly nodes: readonly Row[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/**
 * Every row of a list, page by page. The document has a variable `$after` and selects `nodes` and `pageInfo { hasNextPage endCursor }`.
 * @param list finds the page in the answer: `data => data.models`.
 */
export async function* rows<Data, Variables extends { readonly after?: string | null }, Row>(
  client: RegistryClient,
  document: Document<Data, Variables>,
  variables: Omit<Variables, 'after'>,
  list: (data: Data) => Connection<Row>,
): AsyncGenerator<Row, void, undefined> {
  for (let after: string | null = null; ;) {
    const { nodes, pageInfo } = list(await client.ask(document, { ...variables, after } as unknown as Variables));
    yield* nodes;
    if (!pageInfo.hasNextPage) return;
    after = pageInfo.endCursor;
  }
}
