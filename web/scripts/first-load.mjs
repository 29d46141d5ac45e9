// What a browser loads before the first page is there: the page, its scripts and styles as sent (gzip), and the fonts of plain text.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const MOST_BYTES = 200 * 1024;
/** Of the pages that can come first, the one of those who are not signed in loads the one after it, too. */
const FIRST = ['features/sign-in/sign-in.page.tsx', 'features/waiting/waiting.page.tsx'];

/** @throws when it is more than 200 KB. @returns the bytes of each file */
export function firstLoad(folder) {
  const chunks = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'));
  const files = new Set(
    readdirSync(join(folder, 'assets'))
      .filter(name => /-(latin|vietnamese)-400-normal.*\.woff2$/.test(name))
      .map(name => `assets/${name}`),
  );
  const take = name => {
    const { file, css = [], imports = [] } = chunks[name];
    if (files.has(file)) return;
    for (const path of [file, ...css]) files.add(path);
    for (const other of imports) take(other);
  };
  for (const name of ['index.html', 'src/texts/vi/first.ts', 'generated/first-terms.vi.ts', ...FIRST.map(page => `src/${page}`)])
    if (chunks[name]) take(name);
  const size = file => statSync(join(folder, `${file}.gz`), { throwIfNoEntry: false })?.size ?? statSync(join(folder, file)).size;
  const bytes = Object.fromEntries([
    ['index.html', gzipSync(readFileSync(join(folder, 'index.html'))).length],
    ...[...files].map(file => [file, size(file)]),
  ]);
  const total = Object.values(bytes).reduce((sum, one) => sum + one, 0);
  if (total > MOST_BYTES)
    throw new Error(`The first load is ${Math.round(total / 1024)} KB, and may be 200 KB at most:\n${JSON.stringify(bytes, null, 2)}`);
  return { total, bytes };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { total, bytes } = firstLoad(fileURLToPath(new URL('../dist', import.meta.url)));
  console.log(bytes, `${Math.round(total / 1024)} KB`);
}
