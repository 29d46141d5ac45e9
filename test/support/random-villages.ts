import type { Random } from './random.js';

/** Few names, so that several rows are of one village. */
export const randomVillage = (random: Random): object => ({
  kind: random.pick(['THON', 'TO_DAN_PHO', 'BAN', 'OTHER']),
  name: random.pick(['3', '10', 'Thôn 9', 'Nà Lốc', 'Phú Trung “A”']),
});
