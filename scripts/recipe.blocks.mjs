import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The changes that a page of recipes shows: a path on a line of its own, then a block with the whole of a new file, or with a `diff` of one
 * that exists. A hunk of a diff ends with an empty line; its lines without a mark, or marked with a minus, stand in the file exactly once.
 */
export function blocksOf(markdown) {
  const found = markdown.matchAll(/^`([^`\n]+)`\n\n(`{3,})(\w+)\n([\s\S]*?)^\2$/gm);
  return Array.from(found, ([, path, , language, text]) => ({ path, text, isDiff: language === 'diff' }));
}

/** Makes the changes in `folder`. @throws what does not fit: a file that is there already or not, lines that are not there exactly once. */
export function applyBlocks(folder, blocks) {
  for (const { path, text, isDiff } of blocks) {
    const file = join(folder, path);
    if (existsSync(file) !== isDiff) throw new Error(`${path} ${isDiff ? 'does not exist' : 'exists already'}.`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, isDiff ? changed(path, readFileSync(file, 'utf8'), text) : text);
  }
}

function changed(path, content, diff) {
  const hunks = diff.split(/\n\n/).map(hunk => hunk.split('\n').filter(line => line !== ''));
  return hunks.reduce((before, hunk) => {
    const lines = marks => hunk.filter(line => marks.includes(line[0])).map(line => `${line.slice(1)}\n`);
    const [old, now] = [lines(' -').join(''), lines(' +').join('')];
    const parts = `\n${before}`.split(`\n${old}`);
    if (parts.length !== 2) throw new Error(`${path} has these lines ${parts.length - 1} times:\n${old}`);
    return parts.join(`\n${now}`).slice(1);
  }, content);
}
