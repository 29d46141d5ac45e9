import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getNamedType, isListType, isNonNullType } from 'graphql';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { changedObjects, commandsOf, type ChangedObject, type TwoValues } from './changed-objects.js';
import {
  inputMutations,
  inputTypes,
  keepsWhenOmitted,
  leavesOf,
  partialChanges,
  readerOf,
  refusesNull,
  type InputMutation,
} from './change-inputs.js';
import { traceOf } from './trace.js';

/** The mutations of these verbs change an object that exists, so what they leave out stays. */
const CHANGING = /^(edit|correct|change|update|keep|revise)/;

describe('the schema states what an optional field means', () => {
  it('of each field that may be omitted: in its description, or in that of its input', () => {
    const silent = [...inputTypes()]
      .filter(({ isOneOf, description }) => !isOneOf && !/omitted/i.test(description ?? ''))
      .flatMap(type =>
        Object.values(type.getFields())
          .filter(field => !isNonNullType(field.type) && !/omitted/i.test(field.description ?? ''))
          .map(({ name }) => `${type.name}.${name}`),
      );
    expect(silent).toEqual([]);
  });

  it('of each field that a change may leave out: it stays, and null removes it or is refused', () => {
    const changes = inputMutations.filter(({ name, optional }) => CHANGING.test(name) || optional.some(keepsWhenOmitted));
    const unsaid = changes.flatMap(({ name, optional }) =>
      optional
        .filter(field => !keepsWhenOmitted(field) || !/Null: /.test(field.description))
        .map(({ path }) => `${name}.${path.join('.')}`),
    );
    expect(unsaid).toEqual([]);
  });
});

let registry: TestRegistry;
let objects: Readonly<Record<string, ChangedObject>>;
const commands = commandsOf(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry({ retention: { months: 24, reason: 'Quy chế nội bộ (minh họa)' } });
  objects = await changedObjects(() => registry);
});
afterAll(() => registry.close());

const isPair = (values: TwoValues): values is readonly [unknown, unknown] => Array.isArray(values);
const nth = (values: TwoValues, n: 0 | 1): unknown =>
  isPair(values) ? values[n] : Object.fromEntries(Object.entries(values).map(([name, pair]) => [name, pair[n]]));

/** The value under the path, and the object with another value there. */
const at = (object: any, [name, ...below]: readonly string[]): any => (name === undefined ? object : at(object?.[name], below));
const having = (object: any, [name, ...below]: readonly string[], value: unknown): any =>
  name === undefined ? value : { ...object, [name]: having(object[name], below, value) };
const only = (path: readonly string[], value: unknown): any =>
  path.toReversed().reduce<unknown>((inner, name) => ({ [name]: inner }), value);

/** An object with every field filled, and what a test does with it. */
async function filled(mutation: InputMutation) {
  const known = objects[mutation.name];
  if (!known)
    throw new Error(
      `“${mutation.name}” changes an object field by field, and this test cannot make one: add it to changed-objects.ts, with two values of each field.`,
    );
  const forgotten = mutation.optional.map(({ path: [name] }) => name!).filter(name => !(name in known.fields));
  if (forgotten.length > 0)
    throw new Error(`“${mutation.name}” has a new field: give changed-objects.ts two values of ${forgotten.join(', ')}.`);
  const first = Object.fromEntries(Object.entries(known.fields).map(([name, values]) => [name, nth(values, 0)]));
  const id = await known.create(first);
  const trace = traceOf(registry, id, mutation.shown![1]);
  const has = mutation.input.getFields();
  return {
    id,
    first,
    trace,
    second: (path: readonly string[]): unknown => {
      const values = known.fields[path[0]!]!;
      return isPair(values) ? values[1] : values[path[1]!]![1];
    },
    async state(): Promise<Record<string, unknown>> {
      if (known.read) return known.read(id);
      const { selection, state } = readerOf(mutation);
      const { node } = await registry.as.everyRole.get(
        `query ($id: ID!) { node(id: $id) { ... on ${mutation.shown![1].name} { ${selection} } } }`,
        {
          id,
        },
      );
      return state(node);
    },
    async send(change: object): Promise<any> {
      const { version } = await trace();
      const seen = { id, ...('expectedVersion' in has && { expectedVersion: version }), ...('reason' in has && { reason: 'Kiểm thử' }) };
      return commands.run(mutation.name, { ...seen, ...known.names?.(id), ...change }, `${mutation.shown![0]} { id }`);
    },
  };
}

/** As another hand writes it: with blanks around, and letters in parts. */
const respelled = (value: unknown): unknown => (typeof value === 'string' ? ` ${value.normalize('NFD')} ` : value);

describe.each(partialChanges.map(mutation => [mutation.name, mutation] as const))('%s', (_name, mutation) => {
  it('changes a field that is sent alone, and no other', async () => {
    const { first, second, state, send } = await filled(mutation);
    expect(await state()).toEqual(first);
    for (const { path } of leavesOf(mutation)) {
      expect((await send(only(path, second(path)))).userErrors).toEqual([]);
      expect(await state()).toEqual(having(first, path, second(path)));
      expect((await send(only(path, at(first, path)))).userErrors).toEqual([]);
      expect(await state()).toEqual(first);
    }
  });

  it('removes a field for null, and no other, or refuses null by the name of the field', async () => {
    const { first, state, send, trace } = await filled(mutation);
    const nested = mutation.optional.filter(
      ({ path: [name] }) => !leavesOf(mutation).some(({ path }) => path.length === 1 && path[0] === name),
    );
    for (const field of [...leavesOf(mutation), ...nested]) {
      const { path } = field;
      const before = await trace();
      const { userErrors } = await send(only(path, null));
      if (refusesNull(field)) {
        expect(userErrors).toMatchObject([{ code: 'INPUT_INVALID', field: ['input', ...path] }]);
        expect(userErrors[0].message).toContain(`“${path.join('.')}”`);
        expect(await trace()).toEqual(before);
      } else {
        expect(userErrors).toEqual([]);
        const value = at(first, path);
        const removed = nested.includes(field) ? Object.fromEntries(Object.keys(value).map(name => [name, null])) : null;
        expect(await state()).toEqual(having(first, path, isListType(field.type) ? [] : removed));
        expect((await send(only(path, value))).userErrors).toEqual([]);
      }
      expect(await state()).toEqual(first);
    }
  });

  it('raises no version and writes nothing for what the object has already, spelled as it may be', async () => {
    const { id, first, state, send, trace } = await filled(mutation);
    const before = await trace();
    const changes = leavesOf(mutation).map(({ path, type }) => {
      const value = at(first, path);
      return only(
        path,
        getNamedType(type).name === 'String' ? (Array.isArray(value) ? value.toReversed().map(respelled) : respelled(value)) : value,
      );
    });
    for (const change of [{}, first, ...changes]) {
      expect(await send(change)).toEqual({ [mutation.shown![0]]: { id }, userErrors: [] });
      expect(await trace()).toEqual(before);
    }
    expect(await state()).toEqual(first);
  });
});
