import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExampleLoader } from '../../src/app/example/example.loader.js';
import { registryOn, type Registry } from '../../src/app/registry.js';
import { GrantsService } from '../../src/features/accounts/grants/grants.service.js';
import { ApiTokensService } from '../../src/features/accounts/tokens/api-tokens.service.js';
import { ROLES, systemActor, type Role } from '../../src/platform/access/actor.js';
import { LOCAL_ACCESS, OPEN_API, type AccessSettings, type ApiSettings, type Timeouts } from '../../src/platform/config/settings.js';
import { Database } from '../../src/platform/database/database.js';
import type { Id } from '../../src/shared/ids.js';
import type { Retention } from '../../src/platform/config/retention.js';
import { LOCAL_FILES, type FileSettings } from '../../src/platform/files/file.settings.js';
import { Fallbacks } from '../../src/platform/views/fallbacks.js';
import { Log } from '../../src/platform/logging/log.js';
import { signedInHeaders, type GrantedRole } from './signed-in.js';
import { testDatabase, type TestDatabase } from './test-server.js';

export type { GrantedRole } from './signed-in.js';

export interface Answer<Data = any> {
  readonly data: Data;
  readonly errors?: readonly { readonly message: string; readonly path?: readonly (string | number)[]; readonly extensions: any }[];
  readonly status: number;
  readonly headers: Headers;
}

export interface Asker {
  /** Sends an operation over HTTP. */
  ask<Data = any>(query: string, variables?: Record<string, unknown>, headers?: Record<string, string>): Promise<Answer<Data>>;
  /** The data of an answer without errors. */
  get<Data = any>(query: string, variables?: Record<string, unknown>): Promise<Data>;
}

export interface TestRegistry {
  readonly registry: Registry;
  readonly database: TestDatabase;
  readonly url: string;
  /** A client of each role for the whole registry, the administrator and `everyRole` people and the others programs; `reader` is a reporting client, `everyRole` has all roles. */
  readonly as: Readonly<Record<Role | 'reader' | 'everyRole' | 'nobody', Asker>>;
  readonly tokens: Readonly<Record<Role | 'reader' | 'everyRole', string>>;
  /** A new token of an administrator, or the client with this token. */
  newcomer(token?: string): Promise<Asker & { readonly token: string }>;
  /** Sets the registry's clock; undefined lets it run again. */
  setClock(now: string | undefined): void;
  close(): Promise<void>;
}

interface Opening {
  /** The real review; `'illustrated'`: with the invented unit, as on a fresh start. */
  readonly example?: boolean | 'illustrated';
  readonly api?: Partial<ApiSettings>;
  readonly access?: Partial<AccessSettings>;
  readonly files?: Partial<FileSettings>;
  readonly log?: Log;
  readonly timeouts?: Timeouts;
  readonly retention?: Retention;
  /** Whether the test makes rows that no command can make, so that the fast path fails on them. */
  readonly breaksRows?: boolean;
  /** The database of another registry: a second process on the same data. */
  readonly beside?: TestDatabase;
}

/** A new registry, listening on a free port, on a new copy of the migrated database. */
export async function openTestRegistry({
  example = false,
  api,
  access,
  files,
  log: given,
  timeouts,
  retention,
  breaksRows = false,
  beside,
}: Opening = {}): Promise<TestRegistry> {
  const database = beside ?? (await testDatabase());
  let now: Date | undefined;
  const log = given ?? new Log((process.env.TEST_LOG as 'info' | undefined) ?? 'silent');
  const folder = await mkdtemp(join(tmpdir(), 'dvk-files-'));
  const settings = {
    api: { ...OPEN_API, ...api },
    access: { ...LOCAL_ACCESS, ...access },
    files: { ...LOCAL_FILES, folder, ...files },
    retention,
    ...(timeouts && { timeouts }),
  };
  const registry = await registryOn(database.where, { log, clock: () => now ?? new Date(), ...settings });
  if (example) await registry.app.get(ExampleLoader).loadIfEmpty({ illustrated: example === 'illustrated' });
  await registry.app.listen(0, '127.0.0.1');
  const { port } = registry.app.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const accounts = registry.app.get(ApiTokensService);
  const made: [Role, string][] = [];
  for (const role of ROLES) made.push([role, await accounts.createToken(systemActor('test'), { name: role, role })]);
  const byRole = Object.fromEntries(made) as Record<Role, string>;
  const everyRole = await tokenWith({ registry }, 'everyRole', ...ROLES.map(role => ({ role })));
  const tokens = { ...byRole, reader: byRole.reportingClient, everyRole };
  const askers = Object.fromEntries(Object.entries(tokens).map(([role, token]) => [role, asker(url, token)])) as Record<
    Role | 'reader' | 'everyRole',
    Asker
  >;
  return {
    registry,
    database,
    url,
    tokens,
    as: {
      ...askers,
      // Accounts, tokens and grants are for people.
      administrator: await personWith({ registry, url }, 'administrator', { role: 'administrator' }),
      everyRole: await personWith({ registry, url }, 'everyRole', ...ROLES.map(role => ({ role }))),
      nobody: asker(url, undefined),
    },
    newcomer: async known => {
      const shown = known ?? (await accounts.createToken(systemActor('test'), { name: 'newcomer', role: 'administrator' }));
      return { ...asker(url, shown), token: shown };
    },
    setClock: to => (now = to === undefined ? undefined : new Date(to)),
    close: async () => {
      const { faults } = registry.app.get(Fallbacks);
      await registry.close();
      if (!beside) await database.drop();
      await rm(folder, { recursive: true, force: true });
      // graphql-js answers what the fast path cannot: an answer alone does not show that.
      if (faults > 0 && !breaksRows) throw new Error(`The fast path failed ${faults} times; TEST_LOG=error shows why.`);
    },
  };
}

export const askerWith = async (
  { registry, url }: Pick<TestRegistry, 'registry' | 'url'>,
  name: string,
  ...grants: readonly GrantedRole[]
): Promise<Asker> => asker(url, await tokenWith({ registry }, name, ...grants));

/** The same of a person who is signed in. */
export const personWith = async (
  { registry: { app }, url }: Pick<TestRegistry, 'registry' | 'url'>,
  name: string,
  ...grants: readonly GrantedRole[]
): Promise<Asker> => asker(url, undefined, await signedInHeaders(app, name, ...grants));

/** A client with these grants, each for the whole registry and all lines unless stated. */
export async function tokenWith(
  { registry: { app } }: Pick<TestRegistry, 'registry'>,
  name: string,
  ...grants: readonly GrantedRole[]
): Promise<string> {
  const accounts = app.get(ApiTokensService);
  const token = await accounts.createToken(systemActor('test'), { name });
  const [{ id }] = (await app.get(Database).rows(`select id from api_token order by id desc limit 1`)) as [{ id: Id }];
  await app.get(Database).tx(systemActor('test'), async tx => {
    for (const { role, unitId = null, line = null } of grants) {
      const holder = { kind: 'TOKEN', id } as const;
      await app.get(GrantsService).giveIn(tx, { holder, role, unitId, line, validFrom: null, validTo: null, reason: 'Kiểm thử' });
    }
  });
  return token;
}

export function asker(url: string, token: string | undefined, more: Readonly<Record<string, string>> = {}): Asker {
  const ask: Asker['ask'] = async (query, variables = {}, headers = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }), ...more, ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return { ...((await response.json()) as Omit<Answer, 'status' | 'headers'>), status: response.status, headers: response.headers };
  };
  return {
    ask,
    get: async (query, variables) => {
      const { data, errors } = await ask(query, variables);
      if (errors) throw new Error(JSON.stringify(errors, null, 1));
      return data;
    },
  };
}
