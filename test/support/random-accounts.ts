import { ApiTokensService } from '../../src/features/accounts/tokens/api-tokens.service.js';
import { SectorsService } from '../../src/features/sectors/sectors.service.js';
import type { Actor } from '../../src/platform/access/actor.js';
import { Authentication } from '../../src/platform/access/authenticator.port.js';
import { addDays } from '../../src/shared/dates.js';
import { fromGlobalId, toGlobalId } from '../../src/shared/ids.js';
import type { Command } from './random-command.js';
import { NAMES, SENTENCES, TODAY } from './random-names.js';
import type { RandomUnits } from './random-units.js';
import type { Random } from './random.js';
import type { TestRegistry } from './test-registry.js';

const EVERYWHERE = { role: 'administrator', unitId: null, line: null, onBehalfOf: null, lastDay: null } as const;

/** Accounts of people, some with the same e-mail, some blocked, some acting for others; and tokens of programs, some revoked. */
export async function fillAccounts(registry: TestRegistry, command: Command, units: RandomUnits, random: Random): Promise<void> {
  const accounts: string[] = [];
  for (const [i, displayName] of random.some(NAMES, 12).entries()) {
    const email = random.chance(0.5) ? random.pick(['phong@vi-du.example', 'Ban.Dan-Van@vi-du.example']) : null;
    const input = { name: `${random.pick(['an', 'binh', '9', '10'])}-${i}`, displayName, email };
    const made = await command('createAccount', 'CreateAccountInput', input, 'account { id }');
    if (made) accounts.push(made.account.id);
  }
  await fillGrants(registry, command, units, random, accounts);
  for (const id of accounts) {
    if (random.chance(0.3)) await command('blockAccount', 'BlockAccountInput', { id, reason: 'Chuyển công tác' }, '');
  }
  // Accounts issue tokens, and there may be none.
  for (const name of accounts.length > 0 ? random.some(NAMES, 5) : []) {
    const maker = { ...(await personOf(registry, random.pick(accounts))), grants: [EVERYWHERE] };
    const given = { name, role: 'reportingClient', unitId: null, line: null, validFrom: null, lastDay: TODAY } as const;
    const { id } = await registry.registry.app.get(ApiTokensService).issueToken(maker, given);
    if (random.chance(0.4))
      await command('revokeApiToken', 'RevokeApiTokenInput', { id: toGlobalId('ApiToken', id), reason: 'Hết dùng' }, '');
  }
}

/** Grants of people at random units, some ended; some are delegated and then used. */
async function fillGrants(
  registry: TestRegistry,
  command: Command,
  units: RandomUnits,
  random: Random,
  accounts: readonly string[],
): Promise<void> {
  for (const holderId of accounts) {
    const given = {
      holderId,
      role: random.pick(['BOARD_STAFF', 'BOARD_STAFF', 'LEADER', 'UNIT_OFFICER']),
      unitId: random.chance(0.5) ? units.anyId() : null,
      validTo: random.chance(0.5) ? addDays(TODAY, random.below(30)) : null,
      reason: random.pick(SENTENCES),
    };
    const made = await command('giveGrant', 'GiveGrantInput', given, 'grant { id }');
    if (!made || random.chance(0.4)) continue;
    const handedOn = {
      grantId: made.grant.id,
      toAccountId: random.pick(accounts),
      validTo: addDays(TODAY, random.below(20)),
      reason: random.pick(SENTENCES),
      paperNumber: random.chance(0.5) ? `${random.between(1, 99)}-UQ/BDV` : null,
    };
    if (await command('delegateGrant', 'DelegateGrantInput', handedOn, 'grant { id }'))
      await actFor(registry, handedOn.toAccountId, random);
    const ended = { id: made.grant.id, expectedVersion: 1, reason: 'Hết nhiệm vụ' };
    if (random.chance(0.3)) await command('endGrant', 'EndGrantInput', ended, '');
  }
}

/** Creates a theme as the account; refused where it has no right. */
async function actFor(registry: TestRegistry, accountId: string, random: Random): Promise<void> {
  const deputy = await personOf(registry, accountId);
  await registry.registry.app
    .get(SectorsService)
    .addTheme(deputy, `${random.pick(SENTENCES).slice(0, 80)} ${random.below(1_000_000)}`)
    .catch(() => undefined);
}

const personOf = ({ registry: { app } }: TestRegistry, accountId: string): Promise<Actor> =>
  app.get(Authentication).actorOf({ kind: 'ACCOUNT', id: fromGlobalId(accountId)!.id, name: 'cán bộ' });
