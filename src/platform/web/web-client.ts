import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { documentsAt, type DocumentFile } from '../views/document-files.js';

/** Injection token of the `WebClient`; undefined where it is not built. */
export const WEB_CLIENT = Symbol('web client');

/** Where `npm run build` puts the web client, seen from `src` as from `dist`. */
export const WEB_FOLDER = fileURLToPath(new URL('../../../web/dist/', import.meta.url));

/** A file of the client with its compressed forms, all in memory: they are five megabytes, and no path of a request reaches the disk. */
export interface WebFile {
  readonly type: string;
  readonly bytes: Buffer;
  readonly br: Buffer | undefined;
  readonly gzip: Buffer | undefined;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The built web client: its page, its files by name, the addresses that the page answers, and the documents that it asks with. */
export interface WebClient {
  /** The page, with `__NONCE__` where the nonce of an answer goes. */
  readonly page: string;
  readonly files: ReadonlyMap<string, WebFile>;
  /** First parts of the paths that are the client's: `mo-hinh` for `/mo-hinh` and all below it. */
  readonly addresses: readonly string[];
  readonly documents: readonly DocumentFile[];
  /** The page on which people try questions (GraphiQL), with files of its own. */
  readonly explorer: Pick<WebClient, 'page' | 'files'>;
}

/** @returns undefined where the client is not built. */
export function webClientAt(folder: string): WebClient | undefined {
  if (!existsSync(join(folder, 'index.html'))) return undefined;
  return {
    page: readFileSync(join(folder, 'index.html'), 'utf8'),
    files: filesIn(join(folder, 'assets')),
    addresses: Object.values(JSON.parse(readFileSync(join(folder, 'addresses.json'), 'utf8')) as Record<string, string>),
    documents: documentsAt(join(folder, 'documents.json')),
    explorer: { page: readFileSync(join(folder, 'explorer/explorer.html'), 'utf8'), files: filesIn(join(folder, 'explorer/assets')) },
  };
}

function filesIn(assets: string): ReadonlyMap<string, WebFile> {
  const files = readdirSync(assets).flatMap(name => {
    const type = TYPES[extname(name)];
    return type === undefined ? [] : [[name, fileOf(join(assets, name), type)] as const];
  });
  return new Map(files);
}

function fileOf(path: string, type: string): WebFile {
  const compressed = (ending: string): Buffer | undefined => (existsSync(path + ending) ? readFileSync(path + ending) : undefined);
  return { type, bytes: readFileSync(path), br: compressed('.br'), gzip: compressed('.gz') };
}
