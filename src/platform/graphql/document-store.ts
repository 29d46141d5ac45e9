import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

type Store = NonNullable<ApolloServerOptions<BaseContext>['documentStore']>;

/** A token of a parsed document takes about half a kilobyte: 25 megabytes in all, or some hundred documents of the usual length. */
const MAX_CACHED_TOKENS = 50_000;

/**
 * Cache of parsed and validated documents. Apollo's own cache estimates the size of a document by its JSON, which is a tenth of its memory, and
 * serialises it each time to do so.
 */
export class DocumentStore implements Store {
  private readonly documents = new LRUCache<string, DocumentNode>({
    maxSize: MAX_CACHED_TOKENS,
    sizeCalculation: ({ tokenCount = 1 }) => tokenCount,
  });

  get(key: string): Promise<DocumentNode | undefined> {
    return Promise.resolve(this.documents.get(key));
  }

  set(key: string, document: DocumentNode): Promise<void> {
    this.documents.set(key, document);
    return Promise.resolve();
  }

  delete(key: string): Promise<boolean> {
    return Promise.resolve(this.documents.delete(key));
  }
}
