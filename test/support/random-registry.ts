import { fillAccounts } from './random-accounts.js';
import { commandOf, type Command } from './random-command.js';
import { fillCommendations } from './random-commendations.js';
import { fillSavedViews } from './random-saved-views.js';
import { fillProposals } from './random-proposals.js';
import { fillCouncils } from './random-councils.js';
import { fillEvaluations } from './random-evaluations.js';
import { fillFigures } from './random-figures.js';
import { fillFiles } from './random-files.js';
import { fillCriteria } from './random-criteria.js';
import { fillDictionaries } from './random-dictionaries.js';
import { fillPeople } from './random-people.js';
import { RandomModels } from './random-models.js';
import { RandomMovements } from './random-movements.js';
import { fillReplications } from './random-replications.js';
import { TODAY } from './random-names.js';
import { fillServedTerritories } from './random-served-territories.js';
import { RandomUnits } from './random-units.js';
import type { Random } from './random.js';
import type { TestRegistry } from './test-registry.js';

/**
 * Fills a registry with a small country and its history, by the ordinary mutations. A refused one has no effect:
 * the more are refused the better, because the others have passed the rules in unusual orders.
 * @param communes how many more than a dozen: scopes of many units use other plans.
 * @param command how a mutation is sent.
 */
export async function fillAtRandom(
  registry: TestRegistry,
  random: Random,
  { communes = 0, command = commandOf(registry) }: { communes?: number; command?: Command } = {},
): Promise<void> {
  const clock = new Date(`${TODAY}T01:00:00Z`);
  registry.setClock(clock.toISOString());
  const units = new RandomUnits(registry.registry.app, random);
  await units.establishAll();
  if (communes > 0) await units.settle(communes);
  await fillServedTerritories(command, units, random);
  await fillDictionaries(registry, command, random);
  await fillCriteria(command, units, random);
  await fillPeople(command, units, random);
  await fillAccounts(registry, command, units, random);
  const movements = new RandomMovements(registry, command, units, random);
  const models = await RandomModels.of({ registry, command, units, movements, random });
  for (let round = 0; round < 4; round++) {
    await units.change(8);
    await units.look(registry);
    await movements.go(3);
    await models.go(12);
    // Some entries have the same time, so that lists by time have ties.
    clock.setTime(clock.getTime() + 1_234_567);
    registry.setClock(clock.toISOString());
  }
  await fillReplications(registry, command, units, random);
  await fillFiles(registry, command, random);
  await fillCouncils(registry, command, units, random);
  await fillEvaluations(registry, command, units, random);
  await fillCommendations(registry, command, units, random);
  await fillFigures(registry, command, units, random);
  await fillSavedViews(command, units, random);
  await fillProposals(registry, command, units, random);
  await units.undoSome();
}
