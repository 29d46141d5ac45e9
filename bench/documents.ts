import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const DOCUMENTS = join(import.meta.dirname, 'documents');

export const documentOf = (name: string): string => readFileSync(join(DOCUMENTS, `${name}.graphql`), 'utf8');

/** The same question under another name of its operation: none of the trusted ones, though all of its words are. */
export const strangerOf = (document: string): string => document.replace(/query (\w+)/, 'query Any$1');

export const bodyOf = (document: string, variables: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ query: document, variables });
