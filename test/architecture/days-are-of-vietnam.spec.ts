import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from '@jest/globals';

const ROOT = resolve(import.meta.dirname, '../..');
/** The one place that makes a day of a moment. */
const DATES = 'src/shared/dates.ts';
/** A day cut from a moment is that of Greenwich, which is yesterday in Việt Nam until seven in the morning. */
const CUT = new RegExp(String.raw`toISOString\(\)\s*\.slice\(0, 10\)`);

it('a day is made of a moment in one place, which knows that it is a day in Việt Nam; in tests, too', () => {
  const files = ['src', 'test', 'bench'].flatMap(folder =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => /\.m?ts$/.test(name))
      .map(name => join(folder, name)),
  );
  expect(files.filter(file => CUT.test(readFileSync(join(ROOT, file), 'utf8')))).toEqual([DATES]);
});
