import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, isInputObjectType } from 'graphql';
import { fromGlobalId } from '../../src/shared/ids.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { askerWith, openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
let unitId: string;
let neighbour: string;
let movementId: string;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  registry.setClock('2026-06-01T03:00:00Z');
  const parentId = await units.establish({ name: 'Tỉnh A', kind: 'TINH', code: '90' });
  unitId = await units.establish({ name: 'Xã A', parentId, code: '90001' });
  neighbour = await units.establish({ name: 'Xã B', parentId, code: '90002' });
  await models.authority(unitId, unitId);
  movementId = (await run('launchMovement', 'movement', { name: 'Nền', launcherId: neighbour })).id;
});
afterAll(() => registry.close());

interface Answer {
  readonly id: string;
  readonly warnings: { code: string; message: string; field: string[]; ids: string[] }[];
}

async function run(mutation: string, thing: string, input: object, as: any = registry.as.everyRole): Promise<Answer> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const { [mutation]: answer } = await as.get(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${thing} { id } warnings { code message field ids } userErrors { code message } } }`,
    { input },
  );
  expect(answer.userErrors).toEqual([]);
  return { id: answer[thing].id, warnings: answer.warnings };
}

interface Twice {
  /** The field of the payload. */
  readonly thing: string;
  readonly first: () => object;
  /** How the same thing is entered again: not letter by letter, because that is refused in most cases. */
  readonly again: object;
  /** What is a thing of its own. */
  readonly other: object;
}

const DAY = '2024-05-06';
/** Each mutation that enters a thing, with the same thing in other letters, and with another one. */
const TWICE: Readonly<Record<string, Twice>> = {
  draftCriteriaSet: {
    thing: 'criteriaSet',
    first: () => ({ issuerId: unitId, name: 'Bộ tiêu chí “Dân vận khéo”', graded: 'UNIT_YEAR', version: { scoring: 'GUIDANCE' } }),
    again: { name: 'BỘ TIÊU CHÍ dân vận khéo' },
    other: { graded: 'MODEL_REGISTRATION' },
  },
  launchMovement: {
    thing: 'movement',
    first: () => ({ name: 'Phong trào “Dân vận khéo” năm 2025', launcherId: unitId, starts: '2025', ends: '2025' }),
    again: { name: 'PHONG TRÀO dân vận khéo năm 2025', starts: '2025-02' },
    other: { name: 'Phong trào “Dân vận khéo” năm 2026', starts: '2026', ends: '2026' },
  },
  openRegistrationRound: {
    thing: 'registrationRound',
    first: () => ({ movementId, name: 'Đợt đăng ký một', unitId, opensOn: '2026-01-01', closesOn: '2026-03-01' }),
    again: { name: 'Dot dang ki mot', opensOn: '2026-04-01', closesOn: '2026-05-01' },
    other: { name: 'Bổ sung cuối năm', opensOn: '2026-10-01', closesOn: '2026-11-01' },
  },
  recordDecision: {
    thing: 'decision',
    first: () => ({ number: '12/QĐ-UBND', kind: 'DECISION', issuedOn: DAY, issuerId: unitId, abstract: 'Công nhận mô hình dân vận khéo' }),
    again: { number: '12 / qđ-ubnd', kind: 'PLAN' },
    other: { number: '13/QĐ-UBND', abstract: 'Ban hành quy chế' },
  },
  recordPerson: {
    thing: 'person',
    first: () => ({ name: 'Nguyễn Văn Ổn', unitId }),
    again: { name: 'Nguyen Van On' },
    other: { name: 'Nguyễn Văn An' },
  },
  addTheme: {
    thing: 'theme',
    first: () => ({ name: 'Xây dựng nông thôn mới nâng cao' }),
    again: { name: 'Xây dựng nông thôn mới, nâng cao' },
    other: { name: 'Chuyển đổi số' },
  },
  addSector: {
    thing: 'sector',
    first: () => ({ code: 'MOI_TRUONG', name: 'Tài nguyên và môi trường', basis: 'Thử' }),
    again: { code: 'MOI_TRUONG_B', name: 'Tài nguyên môi trường' },
    other: { code: 'BIEN', name: 'Biển đảo' },
  },
  recordPast: {
    thing: 'model',
    first: () => ({
      title: 'Tổ tự quản vệ sinh đường làng',
      unitId,
      subjectKind: 'COLLECTIVE',
      state: 'SUBMITTED',
      attestedOn: DAY,
      source: 'Báo cáo',
    }),
    again: { title: 'Tổ tự quản vệ sinh đường làng ngõ xóm' },
    other: { title: 'Camera an ninh' },
  },
  draftModel: {
    thing: 'model',
    first: () => ({ title: 'Hũ gạo tình thương', unitId, subjectKind: 'COLLECTIVE' }),
    again: { title: 'Hũ gạo “tình thương”' },
    other: { title: 'Bếp ăn từ thiện' },
  },
  applyUnitEvent: {
    thing: 'unitEvent',
    first: () => ({
      effective: DAY,
      changes: [{ establish: { line: 'STATE', kind: 'UBND', name: 'Ủy ban Mặt trận xã A', territoryId: unitId } }],
    }),
    again: { changes: [{ establish: { line: 'STATE', kind: 'UBND', name: 'Uỷ ban mặt trận xã A', territoryId: null } }] },
    other: { changes: [{ establish: { line: 'STATE', kind: 'UBND', name: 'Ủy ban Mặt trận xã B', territoryId: null } }] },
  },
};
const inUnit = (input: any): object =>
  input.changes
    ? { ...input, changes: input.changes.map(({ establish }: any) => ({ establish: { ...establish, territoryId: unitId } })) }
    : input;

/** A unit of the same kind and name in the same place is asked about, so the second one has to be confirmed. */
async function confirmedOf({ changes }: any): Promise<{ confirmed?: string[] }> {
  if (!changes) return {};
  const { units: found } = await registry.as.reader.get('query ($text: String!) { units(filter: { text: $text }) { nodes { id } } }', {
    text: changes[0].establish.name,
  });
  return { confirmed: [found.nodes[0].id] };
}

/** Mutations with an idempotency key, or with `add`, that enter nothing which could be entered twice in silence. */
const NOTHING_TWICE: Readonly<Record<string, string>> = {
  assignTarget: 'one target for each unit and round (target_taken)',
  delegateGrant: 'grants name their account, role, place and days; a second one changes nothing',
  giveGrant: 'the same',
  erasePersonalData: 'enters nothing',
  extendRegistration: 'one extension for each unit and round',
  setReceivingAuthority: 'one rule for each unit, line and day',
  defineIndicator: 'one indicator of a code (indicator_code_taken)',
  defineIdentity: 'one identity of a name (identity_name_taken)',
  reportFigure: 'one figure for each indicator, unit, coverage and period: test/indicators',
  setFigureTarget: 'one target for each indicator, unit, coverage and period (figure_target_taken)',
  remarkOnFigure: 'two remarks on a figure may say the same',
  openReview: 'one review of a name for each unit and period: test/reviews',
  addReviewTask: 'two tasks of a review may say the same',
  freezeReview: 'each freezing is of another moment',
  saveView: 'one view of a name for each account (saved_view_name_taken)',
  requestExport: 'each export is of another moment',
  recordAppraisalComplaint: 'each complaint is a paper of its own, and has its own answer',
  createCouncil: 'one council of a name for each unit and day (council_name_taken)',
  appointCouncilMember: 'one term for each person, council and day (council_member_twice)',
  setCouncilRule: 'one rule for each council, kind of session and day (council_rule_taken)',
  recordReplication: 'a model copies one other (replication_once)',
  planReplication: 'one plan for each model, unit and day (replication_plan_twice)',
  answerStillAlive: 'one answer for each model and year (still_alive_answer_once)',
  planInspection: 'one for each model, inspecting unit and day (inspection_planned_once)',
  recordInspection: 'the same (inspection_held_once)',
  recordCouncilSession: 'one session for each council, kind, day and subject: test/councils',
  copyCriteriaSetVersion: 'another draft of its set, shown among the versions',
  importCriteriaSet: 'a file that is read twice is warned about: test/criteria/drafts-are-seen-by',
  openAppraisalRound:
    'a registration under appraisal is refused; units in two rounds of a year are warned about: test/evaluations/units-in-two-rounds',
  undoUnitEvent: 'enters nothing',
  recordServedTerritory: 'an organisation works for a territory once on a day (served_territory_once)',
  draftDecision: 'one of several drafts; its number, which is compared, comes with the issue',
  draftProposal: 'a draft, shown among the proposals of its body; what is granted twice is refused when it is decided',
  decideProposal: 'a proposal is decided once',
  recordMoneyRule: 'one rule of each kind for each first day (MONEY_RULE_TAKEN)',
  placeHold: 'several reasons can hold one recipient; each is lifted by itself',
  grantCommendations: 'refused for one achievement, with the earlier decision named',
  recordPastCommendation: 'refused for one achievement where recipient, form and achievement are known',
  draftRegistration: 'refused while the last registration is under way',
  recordPastRegistration: 'refused with the version from before the first one, and shown among the registrations of its model',
};

describe('a thing entered twice', () => {
  it('is thought of for each mutation that enters a thing', () => {
    const schema = registry.registry.app.get(GraphQLSchemaHost).schema;
    const entering = Object.values(schema.getMutationType()!.getFields()).filter(({ name, args }) => {
      const input = args[0] && getNamedType(args[0].type);
      if (!isInputObjectType(input)) return false;
      const fields = input.getFields();
      // Steps of models take many models; the lifecycle refuses a step that was taken.
      return (fields.idempotencyKey !== undefined && fields.models === undefined) || /^add[A-Z]/.test(name);
    });
    const thought = [...Object.keys(TWICE), ...Object.keys(NOTHING_TWICE)];
    expect(entering.map(({ name }) => name).filter(name => !thought.includes(name))).toEqual([]);
    expect(thought.filter(name => schema.getMutationType()!.getFields()[name] === undefined)).toEqual([]);
  });

  it.each(Object.entries(TWICE))(
    '%s: is warned about with the first one named, another is not',
    async (mutation, { thing, first, again, other }) => {
      const one = await run(mutation, thing, first());
      expect(one.warnings).toEqual([]);
      expect((await run(mutation, thing, inUnit({ ...first(), ...other }))).warnings).toEqual([]);
      const two = await run(mutation, thing, { ...inUnit({ ...first(), ...again }), ...(await confirmedOf(first())) });
      expect(two.warnings).toEqual([
        {
          code: 'LIKELY_DUPLICATE',
          ids: [one.id],
          field: ['input', expect.any(String)],
          message: expect.stringContaining('có thể trùng với “'),
        },
      ]);
    },
  );
});

it('before an event of units is applied, its preview warns', async () => {
  const establish = { line: 'STATE', kind: 'UBND', name: 'Ủy ban mặt trận xã B', territoryId: neighbour };
  const input = { effective: '2024-07-01', changes: [{ establish }] };
  const preview = async (given: object): Promise<Answer['warnings']> =>
    (
      await registry.as.administrator.get(
        'query ($input: UnitEventInput!) { previewUnitEvent(input: $input) { warnings { code ids message field } } }',
        { input: given },
      )
    ).previewUnitEvent.warnings;
  expect(await preview(input)).toEqual([]);
  const { unitEvent } = await units.apply(input);
  expect(await preview(input)).toMatchObject([{ code: 'LIKELY_DUPLICATE', ids: [unitEvent!.id] }]);
  expect(await preview({ ...input, changes: [{ establish: { ...establish, territoryId: unitId } }] })).toEqual([]);
});

it('a repeated command with its key warns as the first did, and never of itself', async () => {
  const input = { name: 'Trần Thị Bé', unitId: neighbour, idempotencyKey: 'a-person' };
  expect((await run('recordPerson', 'person', input)).warnings).toEqual([]);
  expect((await run('recordPerson', 'person', input)).warnings).toEqual([]);
});

it('what the caller may not see is not named', async () => {
  const name = 'Lê Văn Cả';
  const { id } = await run('recordPerson', 'person', { name });
  const officer = await askerWith(registry, 'officer', { role: 'unitOfficer', unitId: fromGlobalId(neighbour)!.id });
  expect((await run('recordPerson', 'person', { name, unitId: neighbour }, officer)).warnings).toEqual([]);
  expect((await run('recordPerson', 'person', { name, unitId })).warnings).toMatchObject([{ ids: [id] }]);
});

it('a sentence is in the language of the request', async () => {
  await run('addTheme', 'theme', { name: 'Giảm nghèo bền vững' });
  const { data } = await registry.as.everyRole.ask(
    'mutation ($input: AddThemeInput!) { addTheme(input: $input) { warnings { message } } }',
    { input: { name: 'Giảm nghèo bền vững nhé' } },
    { 'accept-language': 'en' },
  );
  expect((data as any).addTheme.warnings[0].message).toMatch(/^This was recorded, but the theme may be the same as “Giảm nghèo bền vững”/);
});
