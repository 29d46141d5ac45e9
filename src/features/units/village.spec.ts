import { expect, it } from '@jest/globals';
import { cleanVillage, VILLAGE_KIND_NAMES, VillageKind } from './village.js';

it.each(Object.values(VillageKind))('%s: a name typed with its kind, in any letters, is the same village', kind => {
  const word = VILLAGE_KIND_NAMES[kind].vi;
  for (const typed of ['3', ` ${word} 3`, `${word.toUpperCase()}  3`])
    expect(cleanVillage({ kind, name: typed })).toEqual({ kind, name: '3' });
  expect(cleanVillage({ kind, name: `${word}g Lâu 3` }).name).toBe(`${word}g Lâu 3`);
});
