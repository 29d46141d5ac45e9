import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

type Store = NonNullable<ApolloServerOptions<BaseContext>['documentStore']>;

/** A word of a parsed document takes about half a kilobyte: 25 megabytes in all, and some hundred documents of the usual length. */
const MAX_CACHED_TOKENS = 50_000;

/**
 * Documents that were parsed and found valid. Apollo's own store reckons a document by its JSON, a tenth of what it takes in memory, and
 * writes that JSON each time to know.
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
