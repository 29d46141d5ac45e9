import { DAYS, NAMES, SENTENCES } from './random-names.js';
import type { Command } from './random-command.js';
import type { Random } from './random.js';
import type { TestRegistry } from './test-registry.js';

/** Sectors that follow one another under one code, and themes. */
export async function fillDictionaries({ as }: TestRegistry, command: Command, random: Random): Promise<void> {
  const { sectors } = await as.reader.get(`{ sectors { nodes { id } } }`);
  const ids: string[] = sectors.nodes.map((node: { id: string }) => node.id);
  for (const code of ['ECONOMY', 'GREEN', 'GREEN', 'DIGITAL_2']) {
    if (random.chance(0.6))
      await command('endSector', 'EndSectorInput', { id: random.pick(ids), validTo: random.pick(DAYS), expectedVersion: 1 }, '');
    const added = await command(
      'addSector',
      'AddSectorInput',
      {
        code,
        name: random.pick(NAMES),
        basis: random.pick(SENTENCES),
        validFrom: random.chance(0.7) ? random.pick(DAYS) : null,
        comparesWithIds: random.some(ids, 3),
      },
      'sector { id }',
    );
    if (added) ids.push(added.sector.id);
  }
  for (const name of random.some(NAMES, NAMES.length)) await command('addTheme', 'AddThemeInput', { name }, '');
}
