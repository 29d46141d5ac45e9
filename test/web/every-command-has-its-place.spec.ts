import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, Kind, parse, type GraphQLObjectType, type OperationTypeNode } from 'graphql';
import { NO_PAGE, type Reason } from './commands-without-a-page.js';

const schema = buildSchema(readFileSync('schema.gql', 'utf8'));
const SOURCES = join('web', 'src');

/** The root fields that the documents of the client ask for. */
function sentBy(operation: `${OperationTypeNode}`): ReadonlySet<string> {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.graphql'));
  const definitions = files.flatMap(file => parse(readFileSync(join(SOURCES, file), 'utf8')).definitions);
  const selections = definitions.flatMap(definition =>
    definition.kind === Kind.OPERATION_DEFINITION && definition.operation === operation ? definition.selectionSet.selections : [],
  );
  return new Set(selections.flatMap(selection => (selection.kind === Kind.FIELD ? [selection.name.value] : [])));
}

const fieldsOf = (type: GraphQLObjectType): readonly string[] => Object.keys(type.getFields());
const named = (part: 'mutations' | 'queries'): readonly string[] => Object.values(NO_PAGE).flatMap((of: Reason) => [...(of[part] ?? [])]);

describe.each([
  ['command', 'mutation', 'mutations', fieldsOf(schema.getMutationType()!)],
  ['question', 'query', 'queries', fieldsOf(schema.getQueryType()!)],
] as const)('every %s of the registry', (_, operation, part, all) => {
  const sent = sentBy(operation);

  it('is sent by the client, or the table says why not', () => {
    expect(all.filter(field => !sent.has(field) && !named(part).includes(field))).toEqual([]);
  });

  it('is in the table once, exists, and is sent by no page', () => {
    const twice = named(part).filter((field, at, fields) => fields.indexOf(field) !== at);
    expect([...twice, ...named(part).filter(field => sent.has(field) || !all.includes(field))]).toEqual([]);
  });
});

it('each document of the client is used', () => {
  const generated = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' });
  const texts = generated.filter(file => /\.tsx?$/u.test(file)).map(file => readFileSync(join(SOURCES, file), 'utf8'));
  const operations = generated
    .filter(file => file.endsWith('.graphql'))
    .flatMap(file => [...readFileSync(join(SOURCES, file), 'utf8').matchAll(/^(?:query|mutation) (\w+)/gmu)].map(([, name]) => name!));
  expect(operations.filter(name => !texts.some(text => new RegExp(`\\b${name}\\b`, 'u').test(text)))).toEqual([]);
});
