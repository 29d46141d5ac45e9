import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { isInputObjectType, getNamedType } from 'graphql';
import { unitRuleChecks } from '../../src/features/units/unit-rules.checks.js';
import { printedMatrix } from '../access/matrix.printed.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { commune, type Rule, type Scene } from './unit-rule.js';
import { RULES } from './unit-rules.table.js';
import { COMMANDS, givenLists } from './unit-ways.lists.js';
import { WAYS, setting, type Way } from './unit-ways.table.js';
import { newWorld, type Attribute, type World } from './unit-world.js';

let registry: TestRegistry;
beforeAll(async () => (registry = await openTestRegistry()));
afterAll(() => registry.close());
const lists = givenLists(() => registry);

interface Cell {
  readonly rule: Rule;
  readonly scene: Scene;
  readonly way: Way;
  /** By which attribute an existing unit comes into the wrong state. */
  readonly attribute: Attribute;
}

/** Whether a unit gets into the whole state at once. */
const isWhole = ({ founds, undoes }: Way): boolean => founds === true || undoes === 'end';
const cellsOf = (rule: Rule, scene: Scene, way: Way): Cell[] => {
  if (way.suits?.(scene) === false || (way.founds && scene.ofExisting) || (way.opensRegistry && scene !== rule.scenes[0])) return [];
  const attributes = scene.attributes.filter(attribute => way.sets.includes(attribute));
  return (isWhole(way) ? attributes.slice(0, 1) : attributes).map(attribute => ({ rule, scene, way, attribute }));
};
const CELLS = Object.entries(RULES).flatMap(([code, rule]) =>
  rule.scenes.flatMap(scene =>
    Object.entries(WAYS).flatMap(([name, way]) =>
      cellsOf(rule, scene, way).map(cell => [code, `${scene.name}, by ${name}${isWhole(way) ? '' : `: ${cell.attribute}`}`, cell] as const),
    ),
  ),
);

const digestOf = async ({ rows }: World): Promise<string> =>
  (
    await rows<{ digest: string }>(
      `select md5(concat((select string_agg(u::text, '' order by id) from unit u), (select string_agg(s::text, '' order by id) from unit_span s),
                         (select string_agg(c::text, '' order by id) from unit_succession c))) as digest`,
      [],
    )
  )[0]!.digest;

type Trial = Pick<Cell, 'scene' | 'way' | 'attribute'>;
interface Outcome {
  readonly codes: string[];
  readonly changed: boolean;
}

async function attempt({ scene, way, attribute }: Trial, confirm: boolean, world?: World): Promise<Outcome> {
  world ??= await newWorld(registry);
  const { wrong, right, happen } = await scene.stage(world);
  let [subject, event, before] = ['', '', null as string | null];
  if (way.undoes) {
    subject = await world.found(wrong);
    const change = way.undoes === 'end' ? { dissolve: { unitId: subject } } : setting(subject, attribute, right[attribute]);
    event = await world.apply([change], '2005-01-01');
  } else if (!way.founds) {
    before = way.start ? await way.start(world, wrong, attribute) : right[attribute]!;
    subject = await world.found({ ...wrong, [attribute]: before });
  }
  await happen?.(subject);
  const trial = { world, lists, registry, wrong, attribute, subject, event, before, confirm };
  await way.prepare?.(trial);
  const digest = await digestOf(world);
  const codes = await way.brings(trial);
  return { codes, changed: (await digestOf(world)) !== digest };
}

describe('the table has', () => {
  it('every rule about units', () => {
    const sources = ['unit-event.rules.ts', 'unit-event.checks.ts'].map(file => readFileSync(`src/features/units/${file}`, 'utf8'));
    const codes = new Set(Array.from(sources.join('').matchAll(/UnitErrors\.([A-Z_]+)\(/g), ([, code]) => code));
    expect(Object.keys(RULES).toSorted()).toEqual([...codes].toSorted());
    const checks = Object.values(RULES).map(({ check }) => check);
    expect(checks).toEqual(expect.arrayContaining(unitRuleChecks.map(({ name }) => name)));
  });

  it('every way by which a name, a kind, a code or a place gets into the registry', () => {
    const fields = printedMatrix().filter(({ action }) => action === 'unit.change' || action === 'unitEvent.undo');
    // That an organisation works for a territory changes nothing of either.
    const roots = fields.map(({ field }) => field.replace('Mutation.', '')).filter(name => !name.endsWith('ServedTerritory'));
    const changes = changesOfAnEvent();
    const names = [...roots.filter(name => name !== 'applyUnitEvent'), ...Object.keys(changes), ...COMMANDS.map(({ name }) => name)];
    const known = new Set(Object.keys(WAYS).map(name => name.replace(/ \(.*/, '')));
    expect([...known, 'split', 'dissolve'].toSorted()).toEqual(names.toSorted());
    // What is under a unit that is split or dissolved has to be moved in the same event.
    for (const [change, sets] of Object.entries(changes)) expect([change, sets]).toEqual([change, WAYS[change]?.sets.toSorted() ?? []]);
  });

  it('a case for each rule in each way that sets what it is about, or the reason why there is none', () => {
    for (const [code, rule] of Object.entries(RULES)) {
      const about = new Set(rule.scenes.flatMap(({ attributes }) => attributes));
      const without = Object.entries(WAYS)
        .filter(([, way]) => way.sets.some(attribute => about.has(attribute)))
        .filter(([, way]) => rule.scenes.every(scene => cellsOf(rule, scene, way).length === 0))
        .map(([name]) => name);
      expect([code, without.toSorted()]).toEqual([code, Object.keys(rule.never).toSorted()]);
    }
  });
});

const ATTRIBUTES: Readonly<Record<string, readonly Attribute[]>> = {
  line: ['line'],
  kind: ['kind'],
  name: ['name'],
  code: ['code'],
  parentId: ['parentId'],
  territoryId: ['territoryId'],
  // Units under one that ends get another place.
  intoId: ['parentId', 'territoryId'],
  successors: ['parentId', 'territoryId'],
};
const OTHERS = ['mark', 'validFrom', 'validTo', 'source', 'unitId', 'unitIds', 'expectedVersion', 'on', 'staying', 'intoIds', 'goesOn'];

/** What each change of an event sets. A field that is neither here nor there is new, and stops the test. */
function changesOfAnEvent(): Record<string, Attribute[]> {
  const { schema } = registry.registry.app.get(GraphQLSchemaHost);
  const change = schema.getType('UnitEventChangeInput');
  if (!isInputObjectType(change)) throw new Error('There is no UnitEventChangeInput.');
  return Object.fromEntries(
    Object.values(change.getFields()).map(({ name, type }) => {
      const input = getNamedType(type);
      if (!isInputObjectType(input)) throw new Error(`${name} is no input.`);
      const fields = Object.keys(input.getFields());
      expect([...Object.keys(ATTRIBUTES), ...OTHERS]).toEqual(expect.arrayContaining(fields));
      return [name, fields.flatMap(field => ATTRIBUTES[field] ?? []).toSorted()];
    }),
  );
}

describe.each(Object.keys(RULES))('%s', code => {
  it.each(CELLS.filter(([of]) => of === code).map(([, name, cell]) => [name, cell] as const))('%s', async (_, cell) => {
    const { answers, confirmable = false } = cell.rule;
    // Where the registry does not ask, to confirm the unit is of no use.
    const { codes, changed } = await attempt(cell, !confirmable);
    expect(codes).not.toEqual([]);
    expect(answers).toEqual(expect.arrayContaining(codes));
    expect(changed).toBe(false);
    if (confirmable) expect(await attempt(cell, true)).toEqual({ codes: [], changed: true });
  });
});

it.each(Object.entries(WAYS).filter(([, { sets, undoes }]) => sets.includes('name') && !undoes))(
  '%s makes one space of blanks in a name',
  async (_, way) => {
    const world = await newWorld(registry);
    const wrong = commune(world, { name: ' Bình \t  Yên ' });
    const scene: Scene = { name: 'blanks', attributes: ['name'], stage: () => ({ wrong, right: { name: 'Khác' } }) };
    expect(await attempt({ scene, way, attribute: 'name' }, false, world)).toEqual({ codes: [], changed: true });
    const names = await world.rows<{ name: string }>(`select distinct name from unit_span where code = $1 and name <> 'Khác'`, [
      wrong.code,
    ]);
    expect(names).toEqual([{ name: 'Bình Yên' }]);
  },
);
