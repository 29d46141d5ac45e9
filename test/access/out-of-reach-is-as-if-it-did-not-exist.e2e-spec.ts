import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, getNullableType, isInputObjectType, isListType, isObjectType } from 'graphql';
import { ROLES } from '../../src/platform/access/actor.js';
import { registryViews } from '../../src/app/views.js';
import { fromGlobalId, toGlobalId } from '../../src/shared/ids.js';
import { openTestRegistry, personWith, type Answer, type Asker, type TestRegistry } from '../support/test-registry.js';
import { AT_UNITS } from './matrix.inputs.js';
import { BESIDES, NAMED_BY_NOTHING } from './out-of-reach.inputs.js';
import { givenPlaces, type GivenPlaces, type Things } from './matrix.places.js';
import { printedMatrix } from './matrix.printed.js';

let registry: TestRegistry;
let given: GivenPlaces;
/** A person with every role at one unit. */
let person: Asker;
let hiddenThings: readonly string[];

beforeAll(async () => {
  registry = await openTestRegistry({ retention: { months: 60, reason: 'minh họa' } });
  given = await givenPlaces(() => registry);
  const unitId = fromGlobalId(given.things.own.unitId)!.id;
  person = await personWith(registry, 'moi.vai.tro', ...ROLES.map(role => ({ role, unitId })));
  const elsewhere = Object.values<string>(given.things.foreign as unknown as Record<keyof Things, string>);
  const { nodes } = await person.get('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: elsewhere });
  hiddenThings = elsewhere.filter((_id, i) => nodes[i] === null);
}, 120_000);
afterAll(() => registry.close());

const INPUTS = { ...AT_UNITS, ...BESIDES };
const NO_ROW = '01900000-0000-7000-8000-00000000dead';

/** The types of which nobody sees all: of those, what lies out of reach does not exist. */
const HIDDEN: ReadonlySet<string> = new Set(registryViews.views.filter(({ scope }) => scope.kind !== 'open').map(({ name }) => name));

async function run(name: string, input: unknown): Promise<Answer> {
  const field = registry.registry.app.get(GraphQLSchemaHost).schema.getMutationType()!.getFields()[name]!;
  const payload = getNullableType(field.type);
  const row = isObjectType(payload) ? getNamedType(payload.getFields().rows?.type) : undefined;
  const rows = isObjectType(row) && row.getFields().userErrors ? 'rows { userErrors { code field message } }' : '';
  const document = `mutation ($input: ${String(field.args[0]!.type)}) { ${name}(input: $input) { ${rows} userErrors { code field message } } }`;
  return person.ask(document, { input: input as object });
}

interface Told {
  readonly code: string;
  readonly message: string;
  readonly field?: unknown;
}

/** All errors of an answer, with the ids in them taken out. */
function toldBy(name: string, { data, errors }: Answer, ...ids: readonly string[]): Told[] {
  const payload = data?.[name];
  const mendable: Told[] = [...(payload?.userErrors ?? []), ...(payload?.rows ?? []).flatMap((one: any) => one.userErrors ?? [])];
  const all = [
    ...(errors ?? []).map(({ message, extensions }): Told => ({ message, code: extensions.code, field: extensions.field })),
    ...mendable,
  ];
  const plain = JSON.stringify(all);
  return JSON.parse(ids.reduce((text, id) => text.replaceAll(id, '<id>'), plain)) as Told[];
}

interface NamedId {
  readonly path: readonly (string | number)[];
  readonly type: string;
}

/** Where an input names things by their ids. */
function idsIn(value: unknown, path: readonly (string | number)[] = []): NamedId[] {
  if (typeof value === 'string') {
    const found = fromGlobalId(value);
    return found && path.length > 0 ? [{ path, type: found.type }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => idsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]));
}

/** The fields for ids, and for lists of them, that an input leaves out. */
function idFieldsOf(type: unknown, input: object): (readonly [readonly string[], boolean])[] {
  if (!isInputObjectType(type)) return [];
  return Object.values(type.getFields()).flatMap(field => {
    if (getNamedType(field.type).name !== 'ID' || field.name in input) return [];
    return [[[field.name], isListType(getNullableType(field.type))] as const];
  });
}

function withValue(input: unknown, [key, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (key === undefined) return value;
  const copy: any = Array.isArray(input) ? [...input] : { ...(input as object) };
  copy[key] = withValue(copy[key], rest, value);
  return copy;
}

/** The version that the thing has, and one that it cannot have. */
const VERSIONS = [1, 999] as const;
const withVersion = (input: unknown, version: number): unknown =>
  JSON.parse(JSON.stringify(input), (key, value: unknown) => (key === 'expectedVersion' ? version : value));

/** A thing of this type elsewhere that the person does not see. Some of a type are published, such as decisions that were issued. */
const hiddenOf = (type: string): string | undefined => hiddenThings.find(id => fromGlobalId(id)!.type === type);

describe('every mutation', () => {
  it('that names a thing is tried here', () => {
    const mutations = printedMatrix().flatMap(({ field, action, isForTheWhole }) =>
      field.startsWith('Mutation.') && !isForTheWhole && action !== undefined && action !== 'account.own'
        ? [field.slice('Mutation.'.length)]
        : [],
    );
    expect([...Object.keys(INPUTS), ...Object.keys(NAMED_BY_NOTHING)].toSorted()).toEqual(mutations.toSorted());
  });

  it.each(Object.keys(INPUTS))('%s answers of a hidden thing as of one that does not exist, wherever its input names it', async name => {
    const input = INPUTS[name]!(given.things.own, given);
    for (const { path, type } of idsIn(input)) {
      const hidden = hiddenOf(type);
      if (!HIDDEN.has(type) || hidden === undefined) continue;
      const missing = toGlobalId(type, NO_ROW);
      for (const version of VERSIONS) {
        const ask = async (id: string): Promise<Told[]> =>
          toldBy(
            name,
            await run(name, withVersion(withValue(input, path, id), version)),
            hidden,
            missing,
            NO_ROW,
            fromGlobalId(hidden)!.id,
          );
        const [ofHidden, ofMissing] = [await ask(hidden), await ask(missing)];
        expect([name, path, ofHidden]).toEqual([name, path, ofMissing]);
        expect([name, path, ofMissing.length > 0]).toEqual([name, path, true]);
      }
    }
  });

  it.each(Object.keys(INPUTS))('%s does so in every field that takes an id, and that its usual input leaves out', async name => {
    const input = INPUTS[name]!(given.things.own, given);
    const type = registry.registry.app.get(GraphQLSchemaHost).schema.getMutationType()!.getFields()[name]!.args[0]!.type;
    for (const [path, inList] of idFieldsOf(getNullableType(type), input)) {
      for (const hiddenType of HIDDEN) {
        const hidden = hiddenOf(hiddenType);
        if (hidden === undefined) continue;
        const missing = toGlobalId(hiddenType, NO_ROW);
        const ask = async (id: string): Promise<Told[]> =>
          toldBy(name, await run(name, withValue(input, path, inList ? [id] : id)), hidden, missing, NO_ROW, fromGlobalId(hidden)!.id);
        const ofMissing = await ask(missing);
        if (ofMissing.some(({ code }) => code === 'ID_INVALID')) continue;
        expect([name, path, hiddenType, await ask(hidden)]).toEqual([name, path, hiddenType, ofMissing]);
      }
    }
  });

  it.each(Object.keys(AT_UNITS))('%s refuses what lies at a unit out of reach, and says nothing else of it', async name => {
    for (const place of ['foreign', 'parent'] as const) {
      for (const version of VERSIONS) {
        const told = toldBy(name, await run(name, withVersion(AT_UNITS[name]!(given.things[place], given), version)));
        expect([name, place, version, told.map(({ code }) => code)]).toEqual([
          name,
          place,
          version,
          [expect.stringMatching(/^(OUT_OF_REACH|\w+_NOT_FOUND)$/)],
        ]);
      }
    }
  });
});
