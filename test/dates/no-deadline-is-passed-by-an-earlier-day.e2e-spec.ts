import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, isInputObjectType, type GraphQLInputType, type GraphQLSchema } from 'graphql';
import { accessMatrix } from '../../src/app/access-matrix.js';
import { RIGHTS, type RootFieldRights } from '../../src/platform/access/allow.js';
import { addDays } from '../../src/shared/dates.js';
import { TODAY } from '../evaluations/given-rounds.js';
import { givenMovements } from '../movements/given-movements.js';
import { givenProposals } from '../proposals/given-proposals.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { BY_PAPER, BY_THE_CLOCK, HOLDS_ON_DAYS, NO_DEADLINE, SETS_A_DEADLINE } from './days-of-commands.js';

let registry: TestRegistry;
let schema: GraphQLSchema;
const given = givenProposals(() => registry);
const { rounds } = given;
const movements = givenMovements(() => registry);
const clock = (days: number): void => registry.setClock(`${addDays(TODAY, days)}T03:00:00Z`);

beforeAll(async () => {
  registry = await openTestRegistry();
  schema = registry.registry.app.get(GraphQLSchemaHost).schema;
}, 60_000);
beforeEach(() => clock(0));
afterAll(() => registry.close());

const DAYS = new Set(['LocalDate', 'PartialDate']);

/** Whether an input has a day, at whatever depth. */
function takesADay(type: GraphQLInputType, above: readonly string[] = []): boolean {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return DAYS.has(named.name);
  return !above.includes(named.name) && Object.values(named.getFields()).some(field => takesADay(field.type, [...above, named.name]));
}

const withADay = (): { readonly name: string; readonly action: string }[] =>
  Object.values(schema.getMutationType()!.getFields())
    .filter(({ args }) => args.some(({ type }) => takesADay(type)))
    .map(({ name, extensions }) => ({ name, action: (extensions[RIGHTS] as RootFieldRights).action! }));

const ofUnits = (action: string): boolean =>
  accessMatrix.everybody.includes(action) || accessMatrix.unitOfficer.includes(action) || accessMatrix.unitHead.includes(action);

it('each command that takes a day is classified, and once', () => {
  const classified = [BY_THE_CLOCK, NO_DEADLINE, BY_PAPER, SETS_A_DEADLINE, HOLDS_ON_DAYS].flat();
  expect(classified.toSorted()).toEqual(
    withADay()
      .map(({ name }) => name)
      .toSorted(),
  );
});

it('only boards and leaders state a day by a paper, or set a deadline; what units do has no deadline or asks the clock', () => {
  const boards = new Set([...BY_PAPER, ...SETS_A_DEADLINE]);
  const units = withADay().filter(({ action }) => ofUnits(action));
  expect(units.map(({ name }) => name).filter(name => boards.has(name))).toEqual([]);
});

/** Of each command by the clock: a deadline that is over, and what the command answers when an earlier day is stated. */
const ATTEMPTS: Readonly<Record<string, () => Promise<readonly string[]>>> = {
  async submitModels() {
    const province = await rounds.units.establish({ name: 'Tỉnh B', kind: 'TINH' });
    const commune = await rounds.units.establish({ name: 'Xã B', parentId: province });
    await rounds.models.authority(commune, province);
    const movementId = await movements.made('launchMovement', { name: 'Phong trào', launcherId: province, starts: '2000' });
    const days = { opensOn: addDays(TODAY, -9), closesOn: addDays(TODAY, 1) };
    const roundId = await movements.made('openRegistrationRound', { movementId, name: 'Đợt', unitId: province, ...days });
    const model = await rounds.models.draft(commune, { roundId });
    clock(2);
    const { data } = await registry.as.unitHead.ask(
      'mutation ($input: StepModelsInput!) { submitModels(input: $input) { rows { userErrors { code } } userErrors { code } } }',
      { input: { models: [{ id: model }], on: TODAY } },
    );
    const { rows, userErrors } = data.submitModels;
    return [...userErrors, ...rows[0].userErrors].map(({ code }: { code: string }) => code);
  },
  async recordAppraisalComplaint() {
    const { province, registrationIds } = await rounds.received(1);
    const round = await given.closedRound(province, registrationIds, { complaintDays: 1 });
    clock(2);
    const complaint = { evaluationId: round.entries.nodes[0].id, receivedOn: TODAY, words: 'Tính thiếu điểm' };
    return (await given.send(registry.as.unitHead, 'recordAppraisalComplaint', complaint)).refused.map(({ code }: any) => code);
  },
  async openPublicComment() {
    const commune = await rounds.units.establish({ name: 'Xã C' });
    const proposal = await given.done(given.draft({ proposerId: commune, items: [given.line()] }));
    const opened = await given.part('openPublicComment', proposal, { days: 5, from: addDays(TODAY, -30) });
    return opened.refused.map(({ code }: any) => code);
  },
};

const REFUSED: Readonly<Record<string, string>> = {
  submitModels: 'MODEL_AFTER_DEADLINE',
  recordAppraisalComplaint: 'APPRAISAL_COMPLAINT_LATE',
  openPublicComment: 'PROPOSAL_COMMENT_FROM_EARLIER',
};

it.each(BY_THE_CLOCK)('no deadline is passed by stating an earlier day: %s', async name => {
  expect(await ATTEMPTS[name]!()).toEqual([REFUSED[name]]);
});
