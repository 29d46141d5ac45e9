import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { connect } from '../support/test-server.js';
import { HttpDoor, type DoorAnswer } from './http.door.js';

/** A restored backup, an operator’s hand, a defect: rows that no command could have written. Each is told, none is papered over. */
let registry: TestRegistry;
let client: pg.Client;
let door: HttpDoor;
beforeAll(async () => {
  registry = await openTestRegistry({ example: true, breaksRows: true });
  client = await connect(registry.database.where);
  door = await HttpDoor.open(registry.registry.app);
});
afterAll(async () => {
  await client.end();
  await registry.close();
});

const ask = (query: string): Promise<DoorAnswer> => door.ask({ query, variables: {}, operationName: undefined });

/** Breaks a row, asks, and puts it back. */
async function broken(statements: readonly string[], query: string, mend: readonly string[]): Promise<DoorAnswer> {
  for (const statement of statements) await client.query(statement);
  try {
    return await ask(query);
  } finally {
    for (const statement of mend) await client.query(statement);
  }
}

describe('null where none may be', () => {
  const statements = [
    'alter table emulation_model alter column source drop not null',
    `update emulation_model set source = null where place = 'bộ phận 1 cửa'`,
  ];
  const mend = [
    `update emulation_model set source = 'Tin' where source is null`,
    'alter table emulation_model alter column source set not null',
  ];

  it('is reported by graphql-js at its very place, and the field shows nothing', async () => {
    const told = await broken(statements, '{ models(orderBy: TITLE_DESC) { nodes { title source } } units { totalCount } }', mend);
    expect(told.written).toBeUndefined();
    expect(told.answered).toMatchObject({
      data: null,
      errors: [{ path: ['models', 'nodes', expect.any(Number), 'source'], code: 'INTERNAL' }],
    });
    expect(told.body).not.toMatch(/Cannot return null|emulation_model/);
  });

  it('costs nobody else an answer', async () => {
    const told = await broken(statements, '{ models { totalCount nodes { title } } }', mend);
    expect(told.written).toContain('"totalCount":7');
  });
});

describe('a value that is none of its type', () => {
  const handsOff = ['alter table unit_span disable trigger user'];
  const handsOn = ['alter table unit_span enable trigger user'];

  it('a word that the contract does not have is not shown as if it had', async () => {
    const told = await broken(
      [...handsOff, `update unit_span set kind = 'LANG' where name = 'Quế Minh'`],
      `{ units(filter: { text: "Quế Minh" }, asOf: "2022-10-13") { nodes { kind } } }`,
      [`update unit_span set kind = 'XA' where kind = 'LANG'`, ...handsOn],
    );
    expect(told.written).toBeUndefined();
    expect(told.answered.errors).toEqual([{ path: ['units', 'nodes', 0, 'kind'], code: 'INTERNAL' }]);
  });

  it('nor a day before the calendar of the contract begins', async () => {
    const told = await broken(
      [`update sector set validity = '(,1000-01-01)' where code = 'ECONOMY'`],
      `{ node(id: "${Buffer.from('Sector:01920000-0000-7000-8000-000000000001').toString('base64url')}") { ... on Sector { name validTo } } }`,
      [`update sector set validity = '(,)' where code = 'ECONOMY'`],
    );
    expect(told.written).toBeUndefined();
    expect(told.answered).toMatchObject({ data: { node: { name: 'Kinh tế', validTo: null } }, errors: [{ path: ['node', 'validTo'] }] });
  });
});
