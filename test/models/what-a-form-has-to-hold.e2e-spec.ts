import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dayInVietnam } from '../../src/shared/dates.js';
import { FULL_FORM } from '../support/full-form.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

const TODAY = dayInVietnam(new Date());
const ALL = ['SITUATION', 'AIMS', 'APPROACH', 'AUDIENCE', 'FORCES', 'RESOURCES', 'SCHEDULE', 'OUTPUTS', 'SUSTAINABILITY'];

let registry: TestRegistry;
let commune: string;
let made = 0;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  commune = await units.establish({ name: 'Xã A' });
  await models.authority(commune, commune);
});
afterAll(() => registry.close());

const change = async (name: string, type: string, input: object, shown: string): Promise<any> =>
  (
    await registry.as.boardStaff.get<any>(`mutation ($input: ${type}!) { ${name}(input: $input) { ${shown} userErrors { code field } } }`, {
      input,
    })
  )[name];

/** A movement with a round that is open to the commune today. */
async function openRound(): Promise<{ movementId: string; roundId: string }> {
  const launch = { name: `Phong trào ${++made}`, launcherId: commune, starts: '2020' };
  const movementId = (await change('launchMovement', 'LaunchMovementInput', launch, 'movement { id }')).movement.id;
  const open = { movementId, name: 'Đợt một', unitId: commune, opensOn: addDays(TODAY, -30), closesOn: addDays(TODAY, 30) };
  const roundId = (await change('openRegistrationRound', 'OpenRegistrationRoundInput', open, 'registrationRound { id }')).registrationRound
    .id;
  return { movementId, roundId };
}

const state = (what: 'Movement' | 'Round', id: string, items: string[], more: object = {}): Promise<any> =>
  change(
    `set${what}FormItems`,
    'SetRequiredFormItemsInput',
    { id, items, from: addDays(TODAY, -10), basis: 'Kế hoạch (minh họa)', expectedVersion: 1, ...more },
    `${what === 'Movement' ? 'movement' : 'registrationRound'} { version requiredItems { items basis } }`,
  );

const missing = async (id: string, more: Record<string, unknown> = {}): Promise<string[]> => {
  const [row] = await models.step('submitModels', id, more);
  return row!.userErrors.map(({ code, message }) => (code === 'MODEL_FORM_ITEM_MISSING' ? /`form\.(\w+)`/.exec(message)![1]! : code));
};

describe('without a statement', () => {
  it('a form has to contain every item of the real form, and each that it lacks is named', async () => {
    const empty = await models.draft(commune, { form: null });
    expect(await missing(empty)).toEqual(ALL.map(item => item.toLowerCase()));
    const nearly = await models.draft(commune, { form: { ...FULL_FORM, aims: null, outputs: null } });
    expect(await missing(nearly)).toEqual(['aims', 'outputs']);
    expect(await missing(await models.draft(commune))).toEqual([]);
  });

  it('the actions of a draft name them in the language of the reader, and the file stays as it is', async () => {
    const id = await models.draft(commune, { form: { ...FULL_FORM, aims: null } });
    await missing(id);
    const { model } = await registry.as.unitHead.get(
      `query ($id: ID!) { model(id: $id) { state steps { action } actions { name allowed blockedBy { code message } } } }`,
      { id },
    );
    expect(model).toMatchObject({ state: 'DRAFT', steps: [{ action: 'draft' }, { action: 'draft' }] });
    expect(model.actions.find(({ name }: any) => name === 'submit')).toEqual({
      name: 'submit',
      allowed: false,
      blockedBy: [
        {
          code: 'MODEL_FORM_ITEM_MISSING',
          message: 'Phiếu đăng ký còn thiếu mục “mục tiêu, tiêu chí” (`form.aims`). Hãy điền mục này rồi nộp lại.',
        },
      ],
    });
  });
});

describe('what is stated', () => {
  it('for a movement holds for all its rounds, and what is stated for a round instead of it', async () => {
    const { movementId, roundId } = await openRound();
    const draft = (): Promise<string> => models.draft(commune, { roundId, form: { situation: 'Có' } });
    expect((await state('Movement', movementId, ['AIMS', 'SITUATION'])).movement).toEqual({
      version: 2,
      requiredItems: { items: ['SITUATION', 'AIMS'], basis: 'Kế hoạch (minh họa)' },
    });
    expect(await missing(await draft())).toEqual(['aims']);
    expect((await state('Round', roundId, [], { basis: 'Công văn' })).registrationRound.requiredItems).toEqual({
      items: [],
      basis: 'Công văn',
    });
    expect(await missing(await draft())).toEqual([]);
    expect(await missing(await models.draft(commune, { form: { situation: 'Có' } }))).toHaveLength(8);
  });

  it('holds from its day on: a file that was handed in before is asked by what held then', async () => {
    const { roundId } = await openRound();
    await state('Round', roundId, ['OUTPUTS']);
    await state('Round', roundId, ['AIMS'], { from: TODAY, expectedVersion: 2 });
    const draft = (): Promise<string> => models.draft(commune, { roundId, form: null });
    expect(await missing(await draft())).toEqual(['aims']);
    const { registrationRounds } = await registry.as.reader.get(
      `query ($asOf: LocalDate) { registrationRounds(asOf: $asOf, first: 100) { nodes { id requiredItems { items } } } }`,
      { asOf: addDays(TODAY, -1) },
    );
    expect(registrationRounds.nodes.find(({ id }: any) => id === roundId).requiredItems.items).toEqual(['OUTPUTS']);
  });

  it('from the same day replaces what was stated; the same again changes nothing', async () => {
    const { movementId } = await openRound();
    await state('Movement', movementId, ['AIMS']);
    expect((await state('Movement', movementId, ['OUTPUTS'], { expectedVersion: 2 })).movement.requiredItems.items).toEqual(['OUTPUTS']);
    const again = await state('Movement', movementId, ['OUTPUTS'], { expectedVersion: 3 });
    expect(again.movement).toEqual({ version: 3, requiredItems: { items: ['OUTPUTS'], basis: 'Kế hoạch (minh họa)' } });
  });

  it('is refused with an older version, the same item twice, an item that is none', async () => {
    const { movementId } = await openRound();
    expect((await state('Movement', movementId, ['AIMS'], { expectedVersion: 7 })).userErrors).toMatchObject([{ code: 'STALE_VERSION' }]);
    expect((await state('Movement', movementId, ['AIMS', 'AIMS'])).userErrors).toMatchObject([
      { code: 'INPUT_INVALID', field: ['input', 'items'] },
    ]);
    await expect(state('Movement', movementId, ['HEIGHT'])).rejects.toThrow(/HEIGHT/);
  });

  it('differently from one day is named where it keeps two movements or rounds apart', async () => {
    const [kept, doubled] = [await openRound(), await openRound()];
    for (const [what, field] of [
      ['Movement', 'movementId'],
      ['Round', 'roundId'],
    ] as const) {
      await state(what, kept[field], ['AIMS']);
      await state(what, doubled[field], ['OUTPUTS']);
    }
    const merge = async (name: string, field: 'movementId' | 'roundId'): Promise<any> => {
      const input = { id: doubled[field], intoId: kept[field], expectedVersion: 2, reason: 'Nhập hai lần' };
      const { [name]: answer } = await registry.as.boardStaff.get<any>(
        `mutation ($input: MergeRecordInput!) { ${name}(input: $input) { userErrors { code message } } }`,
        { input },
      );
      return answer.userErrors;
    };
    const errors = await merge('mergeMovement', 'movementId');
    expect(errors.map(({ code }: any) => code)).toEqual(['RECORD_PARTS_DIFFER', 'RECORD_PARTS_DIFFER']);
    expect(errors[0].message).toContain('mục bắt buộc');
  });
});
