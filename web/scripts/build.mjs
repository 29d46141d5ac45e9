// Builds the client into `dist`: its documents, its files with their compressed forms, and the addresses that its page answers.
// It is built next to `dist` and put in its place at the end: what is half built is never served.
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { readDocuments, writeDocuments } from './documents.mjs';
import { firstLoad } from './first-load.mjs';

// Whatever runs this (a test, a developer's shell): what is built is what people use.
process.env.NODE_ENV = 'production';

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const COMPRESSED = /\.(css|js|svg)$/;

const found = readDocuments();
writeDocuments(found);

const draft = mkdtempSync(join(web, '.dist-'));
try {
  await build({ root: web, logLevel: 'warn', build: { outDir: draft, emptyOutDir: true, manifest: true } });
  // A page of its own: it shares no file with the client, so nothing of it is in the client's first load.
  const explorer = { outDir: join(draft, 'explorer'), rolldownOptions: { input: join(web, 'explorer.html') } };
  await build({
    root: web,
    base: '/explorer/',
    logLevel: 'error',
    html: { cspNonce: '' },
    build: { ...explorer, chunkSizeWarningLimit: 2_000 },
  });
  for (const assets of [join(draft, 'assets'), join(draft, 'explorer/assets')])
    for (const name of readdirSync(assets).filter(file => COMPRESSED.test(file))) {
      const bytes = readFileSync(join(assets, name));
      writeFileSync(join(assets, `${name}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
      writeFileSync(join(assets, `${name}.gz`), gzipSync(bytes, { level: 9 }));
    }
  const operations = found.documents.flatMap(({ operations: own }) => own.map(({ id, name, type, body }) => ({ id, name, type, body })));
  const manifest = { format: 'apollo-persisted-query-manifest', version: 1, operations };
  writeFileSync(join(draft, 'documents.json'), JSON.stringify(manifest));
  copyFileSync(join(web, 'src/api/addresses.json'), join(draft, 'addresses.json'));
  firstLoad(draft);
  rmSync(join(web, 'dist'), { recursive: true, force: true });
  renameSync(draft, join(web, 'dist'));
  writeFileSync(join(web, 'dist', '.built'), '');
} finally {
  rmSync(draft, { recursive: true, force: true });
}
