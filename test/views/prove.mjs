// `npm run prove -- --documents 10000 --seed 7`: the two proofs of the read path over as many documents as one has patience for, and every search at a
// registry of national shape, and what a blind judge can find out.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const wrong = Object.entries(values).find(([, value]) => !/^[1-9]\d{0,8}$/.test(value));
if (wrong) {
  console.error(`--${wrong[0]} needs a whole number, not “${wrong[1]}”.`);
  process.exit(1);
}
const { status } = spawnSync('npm', ['test', '--', 'test/views/proofs', 'test/insight/every-search-at', 'test/evaluations/a-blind'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, PROVE_DOCUMENTS: values.documents, PROVE_SEED: values.seed },
});
process.exit(status ?? 1);
