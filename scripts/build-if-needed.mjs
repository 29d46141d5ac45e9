// Builds what is older than its sources, the server and the web client each for itself; otherwise says nothing and costs some milliseconds.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
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

const LOCK = join(root, '.building');
/** No build takes as long: the number of its holder belongs to another process by now. */
const LONGEST_MS = 180_000;
const isAlive = pid => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** 0: the lock is being written, or was just given back. */
function holderOfLock() {
  try {
    return Number(readFileSync(LOCK, 'utf8'));
  } catch {
    return 0;
  }
}

/** One process builds at a time: two files of tests may find the client old at one moment. The lock of a process that has died is taken over. */
function alone() {
  for (;;) {
    try {
      return writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = holderOfLock();
    if ((holder > 0 && !isAlive(holder)) || time(LOCK) < Date.now() - LONGEST_MS) rmSync(LOCK, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
}

const STAMP = 'dist/.built';
const WEB_STAMP = 'web/dist/.built';
const WEB = ['src', 'scripts', 'index.html', 'explorer.html', 'package.json', 'vite.config.ts'].map(name => `web/${name}`);
const only = process.argv[2];
const serverIsOlder = () => only !== 'web' && isOlder(STAMP, ['src', 'package.json', 'tsconfig.json', 'tsconfig.build.json']);
const clientIsOlder = () => isOlder(WEB_STAMP, ['schema.gql', ...WEB]);
if (!serverIsOlder() && !clientIsOlder()) process.exit();

alone();
process.on('exit', () => rmSync(LOCK, { force: true }));
if (serverIsOlder()) {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  run(createRequire(import.meta.url).resolve('typescript/bin/tsc'), '-p', 'tsconfig.build.json');
  writeFileSync(join(root, STAMP), '');
}
if (clientIsOlder()) run(join(root, 'web/scripts/build.mjs'));
