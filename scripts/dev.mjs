// `npm run dev` and `npm run debug`: compiles `src` as it changes and starts the registry again after each compilation without an error.
// The log is formatted for reading. This process holds the embedded database, which so stays up between two starts of the registry.
// Arguments are options of node: `npm run dev -- --inspect-brk`.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pretty from 'pino-pretty';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'dist', '.built');
const say = text => process.stderr.write(`[dev] ${text}\n`);

const compiler = spawn(
  process.execPath,
  [createRequire(import.meta.url).resolve('typescript/bin/tsc'), '-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput'],
  { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
);

let database;
let registry;
let changing = Promise.resolve();
let ending = false;

createInterface({ input: compiler.stdout }).on('line', line => {
  const errors = /Found (\d+) errors?\. Watching/.exec(line)?.[1];
  if (errors === undefined) {
    if (line.trim() !== '' && !/Starting .*compilation/.test(line)) process.stderr.write(`${line}\n`);
  } else if (errors !== '0')
    say(`${errors} error(s). ${registry ? 'The registry still runs as it was.' : 'The registry starts once they are mended.'}`);
  else changing = changing.then(restart);
});

async function restart() {
  if (ending) return;
  // What `npm run cli` in another terminal finds built it does not build again.
  writeFileSync(stamp, '');
  try {
    database ??= await openDatabase();
  } catch (error) {
    say(error.message);
    return;
  }
  await stop();
  if (ending) return;
  registry = spawn(process.execPath, ['--enable-source-maps', ...process.argv.slice(2), 'dist/main.js'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  readable(registry.stderr);
  const started = registry;
  started.once('exit', code => {
    if (registry !== started) return;
    registry = undefined;
    if (!ending) say(`The registry ended (code ${code}). It starts again with the next change.`);
  });
}

/** The registry's own way to its database: with `DATABASE_URL` nothing is held. */
async function openDatabase() {
  const { readSettings } = await import('../dist/platform/config/settings.js');
  const { openDatabase: open } = await import('../dist/app/database-location.js');
  return open(readSettings());
}

/** Pipes the log through pino-pretty; sentences that are no JSON pass as they are. */
function readable(log) {
  log.pipe(
    pretty({
      destination: 2,
      colorize: process.stderr.isTTY,
      ignore: 'pid,hostname',
      translateTime: 'HH:MM:ss',
      singleLine: true,
      sync: true,
    }),
  );
}

function stop() {
  const running = registry;
  registry = undefined;
  if (!running || running.exitCode !== null) return Promise.resolve();
  return new Promise(done => {
    running.once('exit', done);
    running.kill('SIGTERM');
  });
}

async function end() {
  if (ending) return;
  ending = true;
  compiler.kill();
  await changing.catch(() => undefined);
  await stop();
  await database?.embedded?.release();
  process.exit(0);
}

// npm dies of a signal without handing it on.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) void end();
}, 500).unref();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
compiler.once('exit', code => {
  if (!ending) say(`The compiler ended (code ${code}).`);
  void end();
});
