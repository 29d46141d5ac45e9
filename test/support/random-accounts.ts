import type { Command } from './random-command.js';
import { NAMES, TODAY } from './random-names.js';
import type { Random } from './random.js';

/** People, some with one e-mail, some blocked; and tokens of programs, some revoked. */
export async function fillAccounts(command: Command, random: Random): Promise<void> {
  for (const [i, displayName] of random.some(NAMES, 12).entries()) {
    const email = random.chance(0.5) ? random.pick(['phong@vi-du.example', 'Ban.Dan-Van@vi-du.example']) : null;
    const input = { name: `${random.pick(['an', 'binh', '9', '10'])}-${i}`, displayName, email };
    const made = await command('createAccount', 'CreateAccountInput', input, 'account { id }');
    if (made && random.chance(0.3))
      await command('blockAccount', 'BlockAccountInput', { id: made.account.id, reason: 'Chuyển công tác' }, '');
  }
  for (const name of random.some(NAMES, 5)) {
    const made = await command('createApiToken', 'CreateApiTokenInput', { name, lastDay: TODAY }, 'apiToken { id }');
    if (made && random.chance(0.4))
      await command('revokeApiToken', 'RevokeApiTokenInput', { id: made.apiToken.id, reason: 'Hết dùng' }, '');
  }
}
