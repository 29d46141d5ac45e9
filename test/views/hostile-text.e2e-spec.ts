import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, isEnumType, isInputObjectType, isNonNullType, type GraphQLArgument, type GraphQLInputType } from 'graphql';
import { Planner } from '../../src/platform/views/planner.js';
import { foldText } from '../../src/shared/text.js';
import { NAMES } from '../support/random-names.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { HttpDoor } from './http.door.js';
import { declaredBy } from './shown-fields.js';
import { HOSTILE } from './value.pool.js';

let registry: TestRegistry;
let door: HttpDoor;
beforeAll(async () => {
  registry = await openTestRegistry({ example: true });
  door = await HttpDoor.open(registry.registry.app);
});
afterAll(() => registry.close());

const STRINGS = [...HOSTILE, `'`, `"`, '\\', '\u0000', '\ud800', '', ' ', 'a'.repeat(5_000)];
/** What may come of a string that is none of what was asked for; what passes is looked for and not found. */
const FINE = new Set([undefined, 'INPUT_INVALID', 'ID_INVALID', 'CURSOR_INVALID', 'BAD_USER_INPUT']);

interface TextPlace {
  readonly query: string;
  readonly type: string;
  /** The input field or argument: `ModelFilter.text`. */
  readonly field: string;
}

type Taking = Pick<GraphQLArgument, 'name' | 'type' | 'defaultValue'>;

const isText = (type: GraphQLInputType): boolean => /^(String|ID|LocalDate|PartialDate|DateTime)$/.test(getNamedType(type).name);
const isRequired = ({ type, defaultValue }: Taking): boolean => isNonNullType(type) && defaultValue === undefined;

/** A value of a required argument: an object with what it requires in its turn, otherwise a text. */
function someOf(type: GraphQLInputType): string {
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues()[0]!.name;
  if (!isInputObjectType(named)) return '"x"';
  const required = Object.values(named.getFields()).filter(isRequired);
  return `{ ${required.map(field => `${field.name}: ${someOf(field.type)}`).join(', ')} }`;
}

/** Every place among these that takes text, however deep, with whatever must stand beside it. */
function* textPlaces(of: string, taking: readonly Taking[], query: (given: string) => string): Generator<TextPlace> {
  for (const { name, type } of taking) {
    const beside = taking.filter(other => other.name !== name && isRequired(other)).map(other => `${other.name}: ${someOf(other.type)}`);
    const given = (value: string): string => query([`${name}: ${value}`, ...beside].join(', '));
    const named = getNamedType(type);
    if (isText(type)) yield { type: String(type), query: given('$text'), field: `${of}.${name}` };
    else if (isInputObjectType(named)) yield* textPlaces(named.name, Object.values(named.getFields()), inner => given(`{ ${inner} }`));
  }
}

it('no text in any argument of any root field is more than text', async () => {
  const { app } = registry.registry;
  const { schema } = app.get(GraphQLSchemaHost);
  const declares = declaredBy(schema, app.get(Planner));
  const roots = Object.values(schema.getQueryType()!.getFields()).filter(field => declares('Query', field.name));
  const places = roots.flatMap(({ name, args }) => [...textPlaces(name, args, given => `${name}(${given}) { __typename }`)]);
  expect(places.length).toBeGreaterThan(40);
  // Filters are parts of one another, so that a field has many places: one of them gets every string, and each other one the next few.
  const known = new Set<string>();
  let turn = 0;
  for (const place of places) {
    const texts = known.has(place.field) ? Array.from({ length: 3 }, () => STRINGS[turn++ % STRINGS.length]!) : STRINGS;
    known.add(place.field);
    for (const text of texts) {
      const { answered, fields } = await door.ask({
        query: `query ($text: ${place.type}) { ${place.query} }`,
        variables: { text },
        operationName: undefined,
      });
      const code = answered.errors[0]?.code;
      if (!FINE.has(code)) throw new Error(`${JSON.stringify(text)} in ${place.query} is answered ${fields.join(' ')}`);
    }
  }
}, 120_000);

it('a name with any sign is found by itself', async () => {
  const { as } = registry;
  const names = [...NAMES, ...HOSTILE];
  for (const name of names) {
    await as.administrator.get(`mutation ($name: String!) { addTheme(input: { name: $name }) { userErrors { code } } }`, { name });
  }
  for (const text of names) {
    const { themes } = await as.reader.get(`query ($text: String) { themes(filter: { text: $text }, first: 100) { nodes { name } } }`, {
      text,
    });
    // Another spelling of it may have been there first.
    expect(themes.nodes.map((node: { name: string }) => foldText(node.name))).toContain(foldText(text));
  }
  expect((await as.reader.get('{ units(asOf: "2022-10-13") { totalCount } }')).units.totalCount).toBeGreaterThan(20);
});
