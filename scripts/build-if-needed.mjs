// Builds what is older than its sources, the server and the web client each for itself; otherwise says nothing and costs some milliseconds.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const time = path => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const newest = path =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory()
    ? Math.max(time(path), ...readdirSync(path).map(name => newest(join(path, name))))
    : time(path);
const isOlder = (stamp, sources) => time(join(root, stamp)) <= Math.max(...sources.map(source => newest(join(root, source))));

function run(script, ...options) {
  const built = spawnSync(process.execPath, [script, ...options], { cwd: root, stdio: ['ignore', 2, 2] });
  if (built.status !== 0) process.exit(built.status ?? 1);
}

const STAMP = 'dist/.built';
const only = process.argv[2];
if (only !== 'web' && isOlder(STAMP, ['src', 'package.json', 'tsconfig.json', 'tsconfig.build.json'])) {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  run(createRequire(import.meta.url).resolve('typescript/bin/tsc'), '-p', 'tsconfig.build.json');
  writeFileSync(join(root, STAMP), '');
}

const WEB = ['src', 'scripts', 'index.html', 'package.json', 'vite.config.ts'].map(name => `web/${name}`);
if (isOlder('web/dist/.built', ['schema.gql', ...WEB])) run(join(root, 'web/scripts/build.mjs'));
