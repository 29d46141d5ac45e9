import { AccountsService } from '../../src/features/accounts/accounts.service.js';
import { GrantsService } from '../../src/features/accounts/grants/grants.service.js';
import { systemActor } from '../../src/platform/access/actor.js';
import { fromGlobalId } from '../../src/shared/ids.js';
import { connect } from '../support/test-server.js';
import { addDays, dayInVietnam } from '../../src/shared/dates.js';
import { Browser, PASSWORD, givenReset } from '../accounts/browser.js';
import type { Asker, TestRegistry } from '../support/test-registry.js';

const TODAY = dayInVietnam(new Date());
export const later = (days: number): string => addDays(TODAY, days);

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly browser: Browser;
}

export interface GivenRight {
  readonly id: string;
  readonly version: number;
}

export interface HeadAndDeputy {
  readonly head: Person;
  readonly deputy: Person;
  readonly grant: GivenRight;
}

type Asking = Pick<Asker, 'ask'>;

/** Runs a mutation. @returns its payload, or the code of the error that refused it. */
export async function run(by: Asking, name: string, type: string, input: object, shown = ''): Promise<any> {
  const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ${shown} userErrors { code field message } } }`;
  const { data, errors } = await by.ask(document, { input });
  return errors ? { code: errors[0]!.extensions.code } : data[name];
}

export const codes = ({ userErrors }: { userErrors: { code: string; field: string[] }[] }): string[] =>
  userErrors.map(({ code, field }) => `${code} ${field.slice(1).join('.')}`);

const GRANT = `grant { id version role onBehalfOf paperNumber delegatedFrom { id } unit { name } line validFrom validTo inForce }`;

export const delegate = (by: Asking, grantId: string, to: Person | string, more: object = {}): Promise<any> => {
  const toAccountId = typeof to === 'string' ? to : to.id;
  return run(by, 'delegateGrant', 'DelegateGrantInput', { grantId, toAccountId, validTo: later(7), reason: 'Đi công tác', ...more }, GRANT);
};

export const end = (by: Asking, { id, version }: GivenRight): Promise<any> =>
  run(by, 'endGrant', 'EndGrantInput', { id, expectedVersion: version, reason: 'Đã về' }, 'grant { inForce }');

export const draft = (by: Asking, unitId: string): Promise<{ code?: string; model?: { id: string; history: any[] } }> => {
  const input = { title: 'Mô hình', unitId, subjectKind: 'COLLECTIVE' };
  return run(by, 'draftModel', 'DraftModelInput', input, 'model { id history { actor onBehalfOf } }');
};

let count = 0;

/** People with accounts, signed in. */
export function givenPeople(registry: () => TestRegistry): {
  /** A person without grants. */
  person(): Promise<Person>;
  give(holder: Person, role: string, more?: object): Promise<GivenRight>;
  /** A person with a role at a unit, and another person. */
  headAndDeputy(role: string, unitId: string | null, more?: object): Promise<HeadAndDeputy>;
} {
  const person = async (): Promise<Person> => {
    const name = `can-bo-${++count}`;
    const input = { name, displayName: name };
    const { account } = await run(registry().as.administrator, 'createAccount', 'CreateAccountInput', input, 'account { id }');
    const secret = await givenReset(registry(), account.id);
    await run(registry().as.nobody, 'resetPassword', 'ResetPasswordInput', { secret, newPassword: PASSWORD });
    const browser = new Browser(registry().url);
    await browser.signIn(name, PASSWORD);
    return { id: account.id, name, browser };
  };
  const give = async (holder: Person, role: string, more: object = {}): Promise<GivenRight> => {
    const input = { holderId: holder.id, role, reason: 'Phân công', ...more };
    return (await run(registry().as.administrator, 'giveGrant', 'GiveGrantInput', input, GRANT)).grant;
  };
  return {
    person,
    give,
    async headAndDeputy(role, unitId, more = {}) {
      const [head, deputy] = [await person(), await person()];
      return { head, deputy, grant: await give(head, role, { unitId, ...more }) };
    },
  };
}

/** Takes the administrator of the tests out of the count of administrators, or brings them back. The row is written past the commands, which would refuse it. */
export async function setTestAdministrator(registry: TestRegistry, present: boolean): Promise<void> {
  const client = await connect(registry.database.where);
  await client.query(`update account set blocked_at = ${present ? 'null' : 'now()'} where name = 'administrator'`);
  await client.end();
}

/** The operator of the server, who needs no account. @returns the code of the refusal, or `DONE`. */
export function onServer({ registry: { app } }: TestRegistry): Readonly<Record<'block' | 'unblock', (id: string) => Promise<string>>> & {
  end(grant: GivenRight): Promise<string>;
} {
  const by = systemActor('test');
  const coded = (done: Promise<unknown>): Promise<string> =>
    done.then(
      () => 'DONE',
      (error: { code?: string; errors?: readonly { code: string }[] }) => error.code ?? error.errors![0]!.code,
    );
  const row = (id: string): string => fromGlobalId(id)!.id;
  return {
    block: id => coded(app.get(AccountsService).blockAccount(by, { id: row(id), reason: 'Thử' })),
    unblock: id => coded(app.get(AccountsService).unblockAccount(by, { id: row(id), reason: 'Thử' })),
    end: ({ id, version }) => coded(app.get(GrantsService).endGrant(by, { id: row(id), expectedVersion: version, reason: 'Thử' })),
  };
}
