import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/shared/ids.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

/** The filter `text` of lists folds what is asked and what is stored by one function: whatever signs a name has, it is found by itself. */
let registry: TestRegistry;
beforeAll(async () => (registry = await openTestRegistry({ example: true })));
afterAll(() => registry.close());

const LETTERS = [...'aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵfjwz'];
const SIGNS = [...'“”‘’"\'–—-…„«»·•/\\%_()[]№°½²€₫&@#*+=~^|<>`´¨'];
const signs = [...LETTERS, ...LETTERS.map(letter => letter.toUpperCase()), 'Ð', ...SIGNS];

/** Names are stored in NFC, as every command stores them. */
const names = signs.map(sign => `Phong trào ${sign}${sign} thử`.normalize('NFC'));

describe('a row is found by its own name', () => {
  it('a movement, letter by letter and sign by sign', async () => {
    const [unit] = await registry.registry.source.query('select id from unit limit 1');
    for (const name of names)
      await registry.registry.source.query(
        `insert into movement (id, name, launcher_id, recorded_on, period, version) select $1, $2, $3, '2026-01-01', daterange('2026-01-01', null), 1`,
        [newId(), name, unit.id],
      );
    const missed: string[] = [];
    for (const name of names) {
      const { movements } = await registry.as.reader.get(
        'query ($text: String) { movements(filter: { text: $text }, first: 100) { nodes { name } } }',
        {
          text: name,
        },
      );
      if (!movements.nodes.some((found: { name: string }) => found.name === name)) missed.push(name);
    }
    expect(missed).toEqual([]);
  });

  it('and not by a pattern in what is asked', async () => {
    const count = async (text: string): Promise<number> =>
      (await registry.as.reader.get('query ($text: String) { movements(filter: { text: $text }) { totalCount } }', { text })).movements
        .totalCount;
    expect(await count('Phong trào %')).toBe(1);
    expect(await count('Phong trào _')).toBe(1);
    expect(await count('Phong trào \\')).toBe(1);
  });
});
