import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { auditServer } from 'graphql-http';
import type { ApiSettings } from '../../src/platform/config/settings.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

/**
 * Where the registry deviates from the audits of “GraphQL over HTTP”, and why.
 * A query in a URL could be sent from any page and appears in the logs of every proxy: it needs a header that pages cannot send.
 * An invalid document is answered with 400 in either media type, so that monitoring sees it.
 */
const EXCEPTIONS = ['notice 5A70', 'notice 6A70', 'notice D6D5', 'warn 572B', 'warn 7B9B', 'warn FDE2'];

/** Three audits query `__type`, which an API without introspection does not answer. */
const ASK_TO_LOOK_AROUND = ['error 28B9', 'error BF61', 'warn 2EA1'];

const registries: TestRegistry[] = [];
beforeAll(async () => {
  for (const explorable of [true, false]) registries.push(await openTestRegistry({ api: { explorable } satisfies Partial<ApiSettings> }));
});
afterAll(() => Promise.all(registries.map(registry => registry.close())));

it.each([
  ['an explorable API', 0, 55, EXCEPTIONS],
  ['a closed one', 1, 52, [...EXCEPTIONS, ...ASK_TO_LOOK_AROUND]],
] as const)('%s follows “GraphQL over HTTP” but for the named exceptions', async (_, which, ok, exceptions) => {
  const results = await auditServer({ url: `${registries[which]!.url}/graphql` });
  const others = results.filter(({ status }) => status !== 'ok').map(({ id, status }) => `${status} ${id}`);
  expect(others.toSorted()).toEqual(exceptions.toSorted());
  expect(results.length - others.length).toBe(ok);
});

it.each([
  ['first', 'Int'],
  ['orderBy', 'ModelOrder'],
])('null in a variable for “%s”, which may not be null, is the client’s error by name and not a fault of ours', async (argument, type) => {
  const { errors, status } = await registries[0]!.as.reader.ask(`query ($v: ${type}) { models(${argument}: $v) { totalCount } }`, {
    v: null,
  });
  expect(status).toBe(400);
  expect(errors).toMatchObject([{ message: `Tham số “${argument}” không được để trống.`, extensions: { code: 'BAD_USER_INPUT' } }]);
});

it.each(['skip', 'include'])('null in a variable for “@%s” is the client’s error by name, too', async condition => {
  const document = `query ($v: Boolean = true) { models { totalCount nodes @${condition}(if: $v) { title } } statistics(measures: [MODELS]) { asOf } }`;
  const { errors, status } = await registries[0]!.as.reader.ask(document, { v: null });
  expect(status).toBe(400);
  expect(errors).toMatchObject([{ message: 'Tham số “if” không được để trống.', extensions: { code: 'BAD_USER_INPUT' } }]);
  expect((await registries[0]!.as.reader.ask(document)).errors).toBeUndefined();
});
