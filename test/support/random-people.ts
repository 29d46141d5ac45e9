import { randomVillage } from './random-villages.js';
import type { Command } from './random-command.js';
import { DAYS, NAMES, SENTENCES } from './random-names.js';
import type { RandomUnits } from './random-units.js';
import type { Random } from './random.js';

/** People with or without a unit, some of whom changed it, with posts, some ended, some in succession. */
export async function fillPeople(command: Command, units: RandomUnits, random: Random): Promise<void> {
  for (const name of random.some(NAMES, 12)) {
    const post = (): object => ({
      unitId: units.anyId(),
      title: random.pick(SENTENCES).slice(0, 100),
      validFrom: random.chance(0.6) ? random.pick(DAYS) : null,
    });
    const given = {
      name,
      achievement: random.chance(0.5) ? random.pick(SENTENCES) : null,
      unitId: random.chance(0.6) ? units.anyId() : null,
      village: random.chance(0.5) ? randomVillage(random) : null,
      post: random.chance(0.6) ? post() : null,
    };
    const made = await command('recordPerson', 'RecordPersonInput', given, 'person { id allPosts { id } }');
    if (!made) continue;
    const { id, allPosts } = made.person;
    let expectedVersion = 1;
    const change = async (mutation: string, type: string, input: object): Promise<void> => {
      if (await command(mutation, type, { id, expectedVersion, ...input }, 'person { id }')) expectedVersion++;
    };
    if (allPosts.length > 0 && random.chance(0.5)) {
      await change('endPost', 'EndPostInput', { postId: allPosts[0].id, validTo: random.pick(DAYS), reason: 'Hết nhiệm kỳ' });
    }
    if (random.chance(0.6)) await change('appointPerson', 'AppointPersonInput', { post: post() });
    if (random.chance(0.4)) {
      await change('correctPerson', 'CorrectPersonInput', { unitId: random.chance(0.8) ? units.anyId() : null, reason: 'Chuyển đến' });
    }
  }
}
