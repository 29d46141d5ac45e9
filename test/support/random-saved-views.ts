import type { Command } from './random-command.js';
import { NAMES } from './random-names.js';
import type { RandomUnits } from './random-units.js';
import type { Random } from './random.js';

const ASKED = [
  ['MODELS', { filter: { text: 'đường' }, orderBy: 'TITLE' }],
  ['STATISTICS', { measures: ['MODELS'] }],
  ['REVIEWS', {}],
] as const;

/** Questions by a name, some shared with a unit, some changed. */
export async function fillSavedViews(command: Command, units: RandomUnits, random: Random): Promise<void> {
  for (let i = 0; i < 6; i++) {
    const [lists, asked] = random.pick(ASKED);
    const saved = { name: `${random.pick(NAMES)} ${i}`, lists, arguments: JSON.stringify(asked) };
    const made = await command('saveView', 'SaveViewInput', saved, 'savedView { id }');
    if (!made) continue;
    const shared = { id: made.savedView.id, expectedVersion: 1, unitId: units.anyId() };
    if (random.chance(0.6)) await command('shareView', 'ShareViewInput', shared, '');
    const edited = { id: made.savedView.id, expectedVersion: 1, name: `${random.pick(NAMES)} khác ${i}` };
    if (random.chance(0.4)) await command('editView', 'EditViewInput', edited, '');
  }
}
