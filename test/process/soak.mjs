// `npm run soak -- --kills 100 --commands 200 --tries 10000 --seed 7`: what must survive anything, for as long as one has patience.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    commands: { type: 'string', default: '200' },
    tries: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const wrong = Object.entries(values).find(([, value]) => !/^[1-9]\d{0,8}$/.test(value));
if (wrong) {
  console.error(`--${wrong[0]} needs a whole number, not “${wrong[1]}”.`);
  process.exit(1);
}
const { kills, commands, tries, seed } = values;
// One after the other: how long a start takes is told, and must not wait for the editors.
const { status } = spawnSync('npm', ['test', '--', '--runInBand', 'test/process/random-kills', 'test/models/many-editors'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, SOAK_KILLS: kills, SOAK_COMMANDS: commands, SOAK_TRIES: tries, SOAK_SEED: seed },
});
process.exit(status ?? 1);
