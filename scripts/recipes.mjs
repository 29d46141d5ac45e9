// `npm run recipes`: follows docs/worked-example.md literally in a copy of the checkout, with the checks and tests it names, and removes the
// copy. It takes some minutes. `--keep` leaves the copy.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { applyBlocks, blocksOf } from './recipe.blocks.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const page = readFileSync(join(root, 'docs/worked-example.md'), 'utf8');
const [commands] = /(?<=^## 7\.[\s\S]*?^```\n)[\s\S]*?(?=^```)/m.exec(page);

const copy = mkdtempSync(join(tmpdir(), 'dvk-recipes-'));
try {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8' });
  for (const file of files.split('\0').filter(Boolean)) cpSync(join(root, file), join(copy, file), { force: true });
  for (const folder of ['node_modules', 'web/node_modules'])
    if (existsSync(join(root, folder))) symlinkSync(join(root, folder), join(copy, folder));
  const [chapter, field, mutation] = page.split(/^## [89]\./m);
  const all = commands.trim().split('\n');
  // Before the last step the quick ones only: those after it cover all.
  for (const [step, checks] of [
    [chapter, all.slice(0, 3)],
    [field, all.slice(0, 3)],
    [mutation, all],
  ]) {
    applyBlocks(copy, blocksOf(step));
    for (const command of checks) {
      console.log(`> ${command}`);
      const { status } = spawnSync(command, { cwd: copy, stdio: 'inherit', shell: true });
      if (status !== 0) throw new Error(`“${command}” failed in a copy that follows docs/worked-example.md.`);
    }
  }
  console.log('The recipes are true.');
} finally {
  if (!process.argv.includes('--keep')) rmSync(copy, { recursive: true, force: true });
  else console.log(copy);
}
