import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { print, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import { StartupError } from '../errors/startup-error.js';

/** Documents that the operator vouches for: a folder of `.graphql` files, checked at start. Their plans stay, and their statements are named at once. */
export class TrustedDocuments {
  private readonly hashes = new Set<string>();
  private readonly known = new WeakMap<DocumentNode, boolean>();
  private readonly documents: readonly { readonly file: string; readonly document: DocumentNode }[];

  /** @throws StartupError naming a file that is no document. */
  constructor(folder: string | undefined) {
    const files = folder === undefined ? [] : listed(folder).filter(file => file.endsWith('.graphql'));
    this.documents = files.map(file => ({ file, document: parsed(join(folder!, file)) }));
    for (const { document } of this.documents) this.hashes.add(hashOf(document));
  }

  /** @throws StartupError naming the first file that asks for what the schema does not have. */
  check(schema: GraphQLSchema): void {
    for (const { file, document } of this.documents) {
      const [wrong] = validate(schema, document);
      if (wrong) refuse(file, wrong.message);
    }
  }

  /** Whether a client's document is one of them, spacing apart. */
  has(document: DocumentNode): boolean {
    if (this.hashes.size === 0) return false;
    let known = this.known.get(document);
    if (known === undefined) this.known.set(document, (known = this.hashes.has(hashOf(document))));
    return known;
  }
}

const hashOf = (document: DocumentNode): string => createHash('sha256').update(print(document)).digest('base64');

function listed(folder: string): string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch (cause) {
    throw new StartupError(
      `Không đọc được thư mục TRUSTED_DOCUMENTS “${folder}”.`,
      `Cannot read the folder TRUSTED_DOCUMENTS “${folder}”.`,
      { cause },
    );
  }
}

function parsed(path: string): DocumentNode {
  try {
    return parse(readFileSync(path, 'utf8'), { noLocation: true });
  } catch (error) {
    return refuse(path, error instanceof Error ? error.message : String(error));
  }
}

function refuse(file: string, reason: string): never {
  throw new StartupError(
    `Câu hỏi tin cậy “${file}” không hợp lệ: ${reason}. Hãy sửa hoặc bỏ tệp đó.`,
    `The trusted document “${file}” is not valid: ${reason}. Correct or remove it.`,
  );
}
