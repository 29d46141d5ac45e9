import { expect, it } from '@jest/globals';
import { requestIds } from './request-id.js';

const UUID = /^[0-9a-f-]{36}$/;
const of = (remoteAddress: string, given: string | undefined): Parameters<ReturnType<typeof requestIds>>[0] => ({
  headers: { 'x-request-id': given },
  socket: { remoteAddress },
});

it('a trusted proxy gives the id of a request, if it is safe in a log; nobody else does', () => {
  const idOf = requestIds(['127.0.0.1', '10.0.0.0/8', 'fd00::/8']);
  for (const proxy of ['127.0.0.1', '10.9.8.7', 'fd00::1', '::ffff:10.0.0.1'])
    expect([proxy, idOf(of(proxy, 'proxy-12345678'))]).toEqual([proxy, 'proxy-12345678']);
  for (const client of ['192.168.1.1', '::1', '']) expect(idOf(of(client, 'proxy-12345678'))).toMatch(UUID);
  for (const unsafe of ['a b"c{}', 'kurz', undefined]) expect(idOf(of('127.0.0.1', unsafe))).toMatch(UUID);
  expect(requestIds([])(of('127.0.0.1', 'proxy-12345678'))).toMatch(UUID);
});
