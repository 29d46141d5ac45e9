import type { Answer, TestRegistry } from '../support/test-registry.js';

export const SIGN_IN = `mutation ($input: SignInInput!) {
  signIn(input: $input) { account { name } session { id current } userErrors { code field } }
}`;

/** A browser: it keeps cookies and sends them with every request, with the origin of the page. */
export class Browser {
  readonly cookies = new Map<string, string>();
  /** The `set-cookie` headers of the last response. */
  setCookies: string[] = [];

  constructor(
    readonly url: string,
    /** Headers that a proxy adds or changes. */
    private readonly added: Readonly<Record<string, string>> = {},
  ) {}

  async ask<Data = any>(query: string, variables: object = {}, headers: Record<string, string> = {}): Promise<Answer<Data>> {
    const response = await this.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.url, ...this.added, ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return { ...((await response.json()) as Omit<Answer, 'status' | 'headers'>), status: response.status, headers: response.headers };
  }

  async get<Data = any>(query: string, variables: object = {}): Promise<Data> {
    const { data, errors } = await this.ask(query, variables);
    if (errors) throw new Error(JSON.stringify(errors, null, 1));
    return data;
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(init.headers as Record<string, string>), ...(cookie && { cookie }) };
    const response = await fetch(new URL(path, this.url), { redirect: 'manual', ...init, headers });
    this.setCookies = response.headers.getSetCookie();
    for (const set of this.setCookies) this.keep(set);
    return response;
  }

  signIn(name: string, password: string, more: object = {}): Promise<Answer> {
    return this.ask(SIGN_IN, { input: { name, password, ...more } });
  }

  /** The sign-in name of the person who uses this browser, by `me`. */
  async me(): Promise<string | null> {
    return (await this.get('{ me { name } }')).me?.name ?? null;
  }

  private keep(set: string): void {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!;
    if (/max-age=0/i.test(set)) this.cookies.delete(name!);
    else this.cookies.set(name!, value!);
  }
}

export const PASSWORD = 'một câu ngắn dễ nhớ';
let count = 0;

interface Granted {
  readonly role?: string;
  /** The unit at which the role is granted; absent: the whole registry. */
  readonly unitId?: string;
}

/** An account with the password above. @returns its sign-in name and id. */
export async function givenAccount(
  { as }: TestRegistry,
  { role = 'REPORTING_CLIENT', unitId }: Granted = {},
): Promise<{ name: string; id: string }> {
  const name = `can-bo-${++count}`;
  const { createAccount } = await as.administrator.get(
    `mutation ($input: CreateAccountInput!) { createAccount(input: $input) { account { id } userErrors { code } } }`,
    { input: { name, displayName: 'Cán bộ A' } },
  );
  const { id } = createAccount.account;
  await as.administrator.get(`mutation ($input: GiveGrantInput!) { giveGrant(input: $input) { grant { id } } }`, {
    input: { holderId: id, role, unitId, reason: 'Phân công' },
  });
  const secret = await givenReset({ as }, id);
  await as.nobody.get(`mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { userErrors { code } } }`, {
    input: { secret, newPassword: PASSWORD },
  });
  return { name, id };
}

export async function givenReset({ as }: Pick<TestRegistry, 'as'>, accountId: string): Promise<string> {
  const { issuePasswordReset } = await as.administrator.get(
    `mutation ($input: IssuePasswordResetInput!) { issuePasswordReset(input: $input) { secret expiresAt userErrors { code } } }`,
    { input: { accountId } },
  );
  return issuePasswordReset.secret;
}

/** A person who is signed in. */
export async function givenSignedIn(registry: TestRegistry, given?: Granted): Promise<{ browser: Browser; name: string; id: string }> {
  const account = await givenAccount(registry, given);
  const browser = new Browser(registry.url);
  await browser.signIn(account.name, PASSWORD);
  return { browser, ...account };
}
