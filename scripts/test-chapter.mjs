// `npm run test:chapter -- models`: the specs of one chapter (or one folder of `platform/` or `test/`), and no others.
// What follows goes to jest: `npm run test:chapter -- models --watch`.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const HOMES = ['src/features', 'src/insight', 'src/platform', 'test'];
const hasSpecs = folder => readdirSync(folder, { recursive: true }).some(file => file.endsWith('spec.ts'));
const folders = HOMES.flatMap(home => readdirSync(join(root, home), { withFileTypes: true }).map(entry => ({ home, entry })))
  .filter(({ home, entry }) => entry.isDirectory() && hasSpecs(join(root, home, entry.name)))
  .map(({ home, entry }) => ({ home, name: entry.name }));

const [chapter, ...rest] = process.argv.slice(2);
const found = folders.filter(({ name }) => name === chapter);
if (found.length === 0) {
  const names = [...new Set(folders.map(({ name }) => name))].toSorted();
  console.error(`Usage: npm run test:chapter -- <chapter>, one of: ${names.join(', ')}.`);
  process.exit(1);
}
const patterns = found.map(({ home, name }) => `/${home}/${name}/`);
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const run = spawnSync(npm, ['test', '--', ...patterns, ...rest], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
process.exit(run.status ?? 1);
