import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type DocumentNode } from 'graphql';
import { z } from 'zod';
import type { Bilingual } from '../../shared/language.js';
import { StartupError } from '../errors/startup-error.js';
import { bothOf } from '../graphql/graphql-sentences.js';

/** A document as the operator has written it. */
export interface DocumentFile {
  /** The file, or the operation of a manifest: named in errors. */
  readonly name: string;
  readonly body: string;
  readonly document: DocumentNode;
}

/** The format that GraphQL clients know (Apollo’s persisted query manifest): an id is the SHA-256 of its body. */
const MANIFEST = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string().min(1), name: z.string(), type: z.string(), body: z.string() })),
});

export type Manifest = z.infer<typeof MANIFEST>;

/** The SHA-256 of the text in hexadecimal, by which clients name a document. */
export const documentId = (body: string): string => createHash('sha256').update(body).digest('hex');

/**
 * The documents of a folder of `.graphql` files, or of a manifest.
 * @throws StartupError naming the file that cannot be read or is no document.
 */
export function documentsAt(place: string): readonly DocumentFile[] {
  const files = filesOf(place);
  if (!files) return operationsOf(place);
  return files.map(file => documentFile(file, readFileSync(join(place, file), 'utf8').trim()));
}

/** The names of a folder’s documents in order; undefined where the place is a file. */
function filesOf(place: string): string[] | undefined {
  try {
    if (statSync(place).isFile()) return undefined;
    return readdirSync(place)
      .filter(file => file.endsWith('.graphql'))
      .toSorted();
  } catch (cause) {
    throw new StartupError(`Không đọc được TRUSTED_DOCUMENTS “${place}”.`, `Cannot read TRUSTED_DOCUMENTS “${place}”.`, { cause });
  }
}

function operationsOf(file: string): DocumentFile[] {
  const { operations } = readManifest(file);
  const altered = operations.find(({ id, body }) => id !== documentId(body));
  if (altered)
    refuseDocument(altered.name, { vi: 'mã của nó không phải SHA-256 của nội dung', en: 'its id is not the SHA-256 of its body' });
  return operations.map(({ name, body }) => documentFile(name, body));
}

function readManifest(file: string): Manifest {
  try {
    return MANIFEST.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new StartupError(
      `“${file}” không phải tệp kê câu hỏi tin cậy. Hãy tạo bằng: npm run cli -- documents build THƯ-MỤC`,
      `“${file}” is no manifest of trusted documents. Make one with: npm run cli -- documents build FOLDER`,
      { cause },
    );
  }
}

function documentFile(name: string, body: string): DocumentFile {
  try {
    return { name, body, document: parse(body, { noLocation: true }) };
  } catch (error) {
    return refuseDocument(name, bothOf(error instanceof Error ? error.message : String(error)));
  }
}

/** A reason that is a sentence of its own ends inside another. */
const unstopped = (text: string): string => text.replace(/\.$/, '');

/** @throws StartupError always. */
export function refuseDocument(name: string, reason: Bilingual): never {
  throw new StartupError(
    `Câu hỏi tin cậy “${name}” không hợp lệ: ${unstopped(reason.vi)}. Hãy sửa hoặc bỏ nó.`,
    `The trusted document “${name}” is not valid: ${unstopped(reason.en)}. Correct or remove it.`,
  );
}
