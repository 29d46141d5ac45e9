// Builds when a source is newer than the last build; otherwise says nothing and costs some milliseconds.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'dist', '.built');
const time = path => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const newest = folder =>
  Math.max(time(folder), ...readdirSync(folder, { withFileTypes: true }).map(e => (e.isDirectory() ? newest : time)(join(folder, e.name))));

const sources = [join(root, 'package.json'), join(root, 'tsconfig.json'), join(root, 'tsconfig.build.json')];
if (time(stamp) <= Math.max(newest(join(root, 'src')), ...sources.map(time))) {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const built = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (built.status !== 0) process.exit(built.status ?? 1);
  writeFileSync(stamp, '');
}
