import { toGlobalId } from '../../src/shared/ids.js';
import type { Command } from './random-command.js';
import { DAYS, SENTENCES } from './random-names.js';
import type { RandomUnits } from './random-units.js';
import type { Random } from './random.js';

/** Organisations that work for territories, some no longer; entered early, so that events of units change both. */
export async function fillServedTerritories(command: Command, units: RandomUnits, random: Random): Promise<void> {
  const ofLine = (isTerritory: boolean): string[] =>
    units.known.filter(({ line }) => (line === 'TERRITORY') === isTerritory).map(({ id }) => toGlobalId('Unit', id));
  const [bodies, territories] = [ofLine(false), ofLine(true)];
  if (bodies.length === 0 || territories.length === 0) return;
  for (let i = 0; i < 16; i++) {
    const given = {
      bodyId: random.pick(bodies),
      territoryId: random.pick(territories),
      validFrom: random.pick(DAYS),
      validTo: random.chance(0.3) ? random.pick(DAYS) : null,
      basis: random.pick(SENTENCES),
    };
    const made = await command('recordServedTerritory', 'RecordServedTerritoryInput', given, 'unit { servedTerritories { id version } }');
    if (!made || random.chance(0.7)) continue;
    const { id, version } = random.pick<{ id: string; version: number }>(made.unit.servedTerritories);
    const seen = { id, expectedVersion: version, reason: 'Thay đổi phân công' };
    if (random.chance(0.7)) await command('endServedTerritory', 'EndServedTerritoryInput', { ...seen, validTo: random.pick(DAYS) }, '');
    else await command('removeServedTerritory', 'RemoveServedTerritoryInput', seen, '');
  }
}
