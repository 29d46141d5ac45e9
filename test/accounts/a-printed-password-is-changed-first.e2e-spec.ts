import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { AccountsService } from '../../src/features/accounts/accounts.service.js';
import { Database } from '../../src/platform/database/database.js';
import { asker, openTestRegistry, type Asker, type TestRegistry } from '../support/test-registry.js';

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { account { name } userErrors { code } } }';
const CHANGE = 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { userErrors { code } } }';
const ME = '{ me { name may roles mustChangePassword } }';
const chosen = 'mot-mat-khau-tu-chon-2026';

let registry: TestRegistry;
let printed = '';
let first: Asker;

const signIn = async (password: string): Promise<Asker> => {
  const answer = await asker(registry.url, undefined).ask(SIGN_IN, { input: { name: 'admin', password } });
  expect(answer.data.signIn.userErrors).toEqual([]);
  return asker(registry.url, undefined, { cookie: answer.headers.get('set-cookie')!.split(';')[0]! });
};

beforeAll(async () => {
  registry = await openTestRegistry();
  // As at the first start, when there is no account yet.
  await registry.registry.app.get(Database).rows(`truncate account cascade`);
  printed = (await registry.registry.app.get(AccountsService).ensureAdministrator(undefined))!;
  first = await signIn(printed);
});
afterAll(() => registry.close());

it('a session with it has no right, and says so', async () => {
  expect((await first.get(ME)).me).toEqual({ name: 'admin', may: [], roles: [], mustChangePassword: true });
});

it.each([
  '{ units { totalCount } }',
  '{ accounts { totalCount } }',
  '{ mySessions { id } }',
  'mutation { createAccount(input: { name: "khac", displayName: "Khác" }) { userErrors { code } } }',
  'mutation { enrolSecondFactor(input: { currentPassword: "x" }) { secret } }',
])('nothing else is answered: %s', async document => {
  const { errors } = await first.ask(document);
  expect(errors![0]!.extensions.code).toBe('PASSWORD_PRINTED');
});

it('it is changed once; from then on the administrator has every right', async () => {
  const same = await first.get(CHANGE, { input: { currentPassword: printed, newPassword: printed } });
  expect(same.changePassword.userErrors).toEqual([{ code: 'PASSWORD_SAME' }]);
  const answer = await first.ask(CHANGE, { input: { currentPassword: printed, newPassword: chosen } });
  expect(answer.data.changePassword.userErrors).toEqual([]);
  const next = asker(registry.url, undefined, { cookie: answer.headers.get('set-cookie')!.split(';')[0]! });
  for (const session of [next, await signIn(chosen)]) {
    const { me } = await session.get(ME);
    expect(me).toMatchObject({ roles: ['ADMINISTRATOR'], mustChangePassword: false });
    expect(await session.get('{ accounts { totalCount } }')).toEqual({ accounts: { totalCount: 1 } });
  }
});

it('a password that the operator chose (ADMIN_PASSWORD) needs no change', async () => {
  await registry.registry.app.get(Database).rows(`truncate account cascade`);
  expect(await registry.registry.app.get(AccountsService).ensureAdministrator(chosen)).toBeUndefined();
  expect((await (await signIn(chosen)).get(ME)).me.mustChangePassword).toBe(false);
});
