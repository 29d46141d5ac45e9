import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, getNullableType, isObjectType, type GraphQLField } from 'graphql';
import { ROLES, type Role } from '../../src/platform/access/actor.js';
import { fromGlobalId } from '../../src/shared/ids.js';
import { askerWith, openTestRegistry, personWith, type Answer, type Asker, type TestRegistry } from '../support/test-registry.js';
import { givenPeople, delegate } from './given-people.js';
import { AT_UNITS, ELSEWHERE } from './matrix.inputs.js';
import { PLACES, givenPlaces, isReached, type GivenPlaces, type Place } from './matrix.places.js';
import { printedMatrix, type PrintedField } from './matrix.printed.js';

const printed = printedMatrix();
const printedRow = (field: string): PrintedField => printed.find(one => one.field === field)!;

let registry: TestRegistry;
let given: GivenPlaces;
const { give, headAndDeputy } = givenPeople(() => registry);
/** A person of each role at one unit. */
let at: Readonly<Record<Role, Asker>>;
/** The same for the whole registry. */
let everywhere: Readonly<Record<Role, Asker>>;

beforeAll(async () => {
  registry = await openTestRegistry({ retention: { months: 60, reason: 'minh họa' } });
  given = await givenPlaces(() => registry);
  const unitId = fromGlobalId(given.things.own.unitId)!.id;
  const made: [Role, Asker][] = [];
  for (const role of ROLES) made.push([role, await personWith(registry, `${role}.at.own`.toLowerCase(), { role, unitId })]);
  at = Object.fromEntries(made) as Record<Role, Asker>;
  const wide: [Role, Asker][] = [];
  for (const role of ROLES) wide.push([role, await personWith(registry, `${role}.everywhere`.toLowerCase(), { role })]);
  everywhere = Object.fromEntries(wide) as Record<Role, Asker>;
}, 120_000);
afterAll(() => registry.close());

/** The field with all its arguments as variables, and a minimal selection. */
function documentOf(kind: 'query' | 'mutation', field: GraphQLField<unknown, unknown>): string {
  const declared = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const args = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  return `${kind} ${declared && `(${declared})`} { ${field.name}${args && `(${args})`} { __typename } }`;
}

const rootFields = (): (readonly [string, string])[] => {
  const { schema } = registry.registry.app.get(GraphQLSchemaHost);
  return [schema.getQueryType()!, schema.getMutationType()!].flatMap(type => {
    const kind = type.name === 'Query' ? 'query' : 'mutation';
    return Object.values(type.getFields()).map(field => [`${type.name}.${field.name}`, documentOf(kind, field)] as const);
  });
};

describe('every root field', () => {
  it('is in docs/access-matrix.md', () => {
    expect(
      rootFields()
        .map(([name]) => name)
        .toSorted(),
    ).toEqual(printed.map(({ field }) => field).toSorted());
  });

  // Rights are checked before arguments, so no arguments are needed for a refusal.
  it.each(ROLES)('is permitted to %s exactly as in the matrix, at a unit and for the whole registry', async role => {
    const differing: unknown[] = [];
    for (const [field, document] of rootFields()) {
      const { action, isForTheWhole, roles } = printedRow(field);
      // These end or begin a session and are never refused.
      if (action === undefined) continue;
      for (const [where, asker] of [
        ['at a unit', at[role]],
        ['everywhere', everywhere[role]],
      ] as const) {
        const { errors } = await asker.ask(document);
        const isOpen = !(errors ?? []).some(({ extensions }) => extensions.code === 'FORBIDDEN');
        const shouldBe = roles.has(role) && (where === 'everywhere' || !isForTheWhole);
        if (isOpen !== shouldBe) differing.push({ field, where, isOpen });
      }
    }
    expect(differing).toEqual([]);
  });

  it('for people only is refused to a program, whatever it was granted; every other one is not', async () => {
    const program = await askerWith(registry, 'everything', ...ROLES.map(role => ({ role })));
    const refused: string[] = [];
    for (const [field, document] of rootFields()) {
      const { errors } = await program.ask(document);
      if ((errors ?? []).some(({ extensions }) => extensions.code === 'ACCOUNT_NEEDED')) refused.push(field);
    }
    expect(refused).toEqual(printed.filter(({ isForPeople }) => isForPeople).map(({ field }) => field));
    const waysIn = /^Mutation\.(\w+(Account|ApiToken|OutsideIdentity|SecondFactor)\w*|\w+Grant$|issuePasswordReset|changePassword)/;
    expect(printed.filter(({ field, isForPeople }) => waysIn.test(field) && !isForPeople).map(({ field }) => field)).toEqual([]);
    expect(
      (await program.get('{ me { may } }')).me.may.filter((action: string) => /^(account|apiToken|grant\.(?!read))/.test(action)),
    ).toEqual([]);
  });

  it('requires a caller, unless it is public', async () => {
    for (const [field, document] of rootFields()) {
      if (printedRow(field).action === undefined) continue;
      const { errors } = await registry.as.nobody.ask(document);
      expect([field, errors![0]!.extensions.code]).toEqual([field, 'UNAUTHENTICATED']);
    }
  });
});

async function mutationOf(by: Pick<Asker, 'ask'>, name: string, input: object): Promise<Answer> {
  const field = registry.registry.app.get(GraphQLSchemaHost).schema.getMutationType()!.getFields()[name]!;
  const payload = getNullableType(field.type);
  const each = isObjectType(payload) ? getNamedType(payload.getFields().rows?.type) : undefined;
  const rows = isObjectType(each) && each.getFields().userErrors ? 'rows { userErrors { code } }' : '';
  const type = String(field.args[0]!.type);
  return by.ask(`mutation ($input: ${type}) { ${name}(input: $input) { ${rows} userErrors { code } } }`, { input });
}

/** Whether the answer is that the caller may not, or that there is no such record; any other answer passed the check of rights. */
function wasRefused(name: string, { data, errors }: Answer): boolean {
  const payload = data?.[name];
  const mendable = [...(payload?.userErrors ?? []), ...(payload?.rows ?? []).flatMap((one: any) => one.userErrors ?? [])];
  const codes: string[] = [...(errors ?? []).map(({ extensions }) => extensions.code), ...mendable.map(({ code }: any) => code)];
  return codes.some(code =>
    /^(FORBIDDEN|OUT_OF_REACH|(MODEL|COMMENDATION|PROPOSAL|HOLD|PERSON|REGISTRATION_EXTENSION|TARGET|COUNCIL(_MEMBER|_RULE|_SESSION)?|FIGURE(_TARGET|_REMARK)?|REVIEW(_TASK)?|APPRAISAL_ROUND|EVALUATION|CRITERIA_(SET|VERSION)|REPLICATION(_PLAN)?|STILL_ALIVE_ANSWER|INSPECTION)_NOT_FOUND)$/.test(
      code,
    ),
  );
}

describe('every mutation', () => {
  const ofUnits = Object.keys(AT_UNITS);

  it('is about a unit, the whole registry or oneself, or listed with the reason why not', () => {
    const own = new Set(['account.own', undefined]);
    const others = printed
      .filter(({ field, action, isForTheWhole }) => field.startsWith('Mutation.') && !isForTheWhole && !own.has(action))
      .map(({ field }) => field.slice('Mutation.'.length));
    expect([...ofUnits, ...Object.values(ELSEWHERE).flat()].toSorted()).toEqual(others.toSorted());
  });

  it.each(ROLES)(
    'about a unit is permitted to %s at their own unit and those below, not above and not at neighbours',
    async role => {
      const differing: unknown[] = [];
      for (const name of ofUnits) {
        const may = printedRow(`Mutation.${name}`).roles.has(role);
        for (const place of may ? PLACES : (['own'] as const)) {
          const answer = await mutationOf(at[role], name, AT_UNITS[name]!(given.things[place], given));
          const isDone = !wasRefused(name, answer);
          if (isDone !== (may && isReached(place))) differing.push({ name, place, isDone, answer: JSON.stringify(answer).slice(0, 400) });
          const malformed = (answer.errors ?? []).filter(({ extensions }) => ['BAD_USER_INPUT', 'INTERNAL'].includes(extensions.code));
          expect([name, malformed]).toEqual([name, []]);
        }
      }
      expect(differing).toEqual([]);
    },
    120_000,
  );
});

it('everything done by delegated rights is recorded as such in the audit trail', async () => {
  const { head, deputy } = await headAndDeputy('UNIT_OFFICER', given.things.own.unitId);
  for (const role of ['UNIT_HEAD', 'BOARD_STAFF', 'LEADER', 'ADMINISTRATOR']) {
    const grant = await give(head, role, { unitId: given.things.own.unitId });
    expect((await delegate(head.browser, grant.id, deputy)).userErrors).toEqual([]);
  }
  for (const [name, inputs] of Object.entries(AT_UNITS)) {
    const answer = await mutationOf(deputy.browser, name, inputs(given.things.child, given));
    expect([name, wasRefused(name, answer)]).toEqual([name, false]);
  }
  const { auditEntries } = await registry.as.auditor.get(
    `query ($filter: AuditEntryFilter) { auditEntries(first: 100, filter: $filter) { nodes { action onBehalfOf } } }`,
    { filter: { actorId: deputy.id } },
  );
  const done = auditEntries.nodes.filter(({ action }: { action: string }) => !/^(session|account|password)\./.test(action));
  expect(new Set(done.map(({ onBehalfOf }: { onBehalfOf: string | null }) => onBehalfOf))).toEqual(new Set([head.displayName]));
  expect(done.map(({ action }: { action: string }) => action)).toEqual(
    expect.arrayContaining(['model.drafted', 'model.recordedPast', 'decision.recorded', 'movement.launched', 'registrationRound.opened']),
  );
});

describe('what is seen', () => {
  const titles = (places: readonly Place[]): string[] => places.map(place => `Ma trận ${place}`).toSorted();
  const REACHED = PLACES.filter(isReached);
  /** By place: the places of the records that belong to its unit. */
  const BELONGING: Readonly<Record<Place, readonly Place[]>> = {
    own: ['own', 'child'],
    child: ['child'],
    parent: PLACES,
    foreign: ['foreign'],
  };

  it.each(ROLES)('by %s of models, in lists, counts, by id, as nodes, in searches and under units', async role => {
    const asker = at[role];
    const ids = PLACES.map(place => given.things[place].modelId);
    const data = await asker.get(
      `query ($ids: [ID!]!, $own: ID!, $child: ID!, $parent: ID!, $foreign: ID!) {
        models(first: 100, filter: { text: "ma trận" }) { totalCount nodes { title } }
        nodes(ids: $ids) { ... on EmulationModel { title } }
        search(first: 100, filter: { text: "ma trận", types: [MODEL] }) { totalCount nodes { ... on EmulationModel { title } } }
        own: unit(id: $own) { ...its } child: unit(id: $child) { ...its } parent: unit(id: $parent) { ...its } foreign: unit(id: $foreign) { ...its } }
       fragment its on Unit { id models(first: 100, filter: { text: "ma trận" }) { totalCount nodes { title } } }`,
      { ids, ...Object.fromEntries(PLACES.map(place => [place, given.things[place].unitId])) },
    );
    const named = (nodes: readonly ({ title: string } | null)[]): string[] => nodes.flatMap(node => node?.title ?? []).toSorted();
    expect(named(data.models.nodes)).toEqual(titles(REACHED));
    expect(data.models.totalCount).toBe(REACHED.length);
    expect(named(data.nodes)).toEqual(titles(REACHED));
    expect(data.nodes.map((node: unknown) => node !== null)).toEqual(PLACES.map(isReached));
    expect(named(data.search.nodes)).toEqual(titles(REACHED));
    expect(data.search.totalCount).toBe(REACHED.length);
    for (const place of PLACES) {
      // Units are visible to all; of the models that belong to one, those within reach.
      const own = BELONGING[place].filter(isReached);
      expect([place, data[place].id, named(data[place].models.nodes), data[place].models.totalCount]).toEqual([
        place,
        given.things[place].unitId,
        titles(own),
        own.length,
      ]);
      const { model } = await asker.get(`query ($id: ID!) { model(id: $id) { title } }`, { id: given.things[place].modelId });
      expect(model?.title ?? null).toBe(isReached(place) ? `Ma trận ${place}` : null);
    }
  });

  it.each(ROLES)('by %s of what units were given in a round', async role => {
    const { nodes } = (
      await at[role].get(`{ registrationRounds(first: 20) { nodes { id
      targets(first: 100) { totalCount nodes { unit { id } } } extensions(first: 100) { totalCount nodes { unit { id } } } } } }`)
    ).registrationRounds;
    const round = nodes.find(({ id }: { id: string }) => id === given.roundId);
    for (const page of [round.targets, round.extensions]) {
      expect(page.nodes.map(({ unit }: any) => unit.id).toSorted()).toEqual(REACHED.map(place => given.things[place].unitId).toSorted());
      expect(page.totalCount).toBe(REACHED.length);
    }
  });

  it.each(ROLES)('by %s of people of a unit', async role => {
    const { people, nodes } = await at[role].get(
      `query ($ids: [ID!]!) { people(first: 100) { totalCount nodes { id } } nodes(ids: $ids) { id } }`,
      { ids: PLACES.map(place => given.things[place].personId) },
    );
    const shown = new Set(people.nodes.map(({ id }: { id: string }) => id));
    expect(people.totalCount).toBe(people.nodes.length);
    expect(PLACES.filter(place => shown.has(given.things[place].personId))).toEqual(REACHED);
    expect(nodes.map((node: unknown) => node !== null)).toEqual(PLACES.map(isReached));
  });

  it.each(ROLES)('by %s of the audit trail, if the matrix permits reading it', async role => {
    const { data } = await at[role].ask(`{ auditEntries(first: 100) { nodes { unit { id } } } }`);
    if (!printedRow('Query.auditEntries').roles.has(role)) return expect(data ?? null).toBeNull();
    const reached = REACHED.map(place => given.things[place].unitId);
    const seen = new Set(data.auditEntries.nodes.map(({ unit }: any) => unit.id));
    expect([...seen].toSorted()).toEqual(reached.toSorted());
  });
});
