import type { Command } from './random-command.js';
import { DAYS, NAMES, SENTENCES } from './random-names.js';
import type { RandomUnits } from './random-units.js';
import type { Random } from './random.js';

/** People with posts, some ended, some following one another. */
export async function fillPeople(command: Command, units: RandomUnits, random: Random): Promise<void> {
  for (const name of random.some(NAMES, 8)) {
    const post = (): object => ({
      unitId: units.anyId(),
      title: random.pick(SENTENCES).slice(0, 100),
      validFrom: random.chance(0.6) ? random.pick(DAYS) : null,
    });
    const achievement = random.chance(0.5) ? random.pick(SENTENCES) : null;
    const made = await command('recordPerson', 'RecordPersonInput', { name, achievement, post: post() }, 'person { id allPosts { id } }');
    if (!made) continue;
    const { id, allPosts } = made.person;
    const end = { id, postId: allPosts[0].id, validTo: random.pick(DAYS), expectedVersion: 1, reason: 'Hết nhiệm kỳ' };
    const ended = random.chance(0.5) && (await command('endPost', 'EndPostInput', end, 'person { id }'));
    await command('appointPerson', 'AppointPersonInput', { id, expectedVersion: ended ? 2 : 1, post: post() }, 'person { id }');
  }
}
