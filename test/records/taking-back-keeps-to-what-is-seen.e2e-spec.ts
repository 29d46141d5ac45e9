import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { DomainError } from '../../src/platform/errors/domain-error.js';
import { translateDatabaseError } from '../../src/platform/database/database-errors.js';
import { RecordKinds } from '../../src/platform/records/record-kinds.js';
import { newId } from '../../src/shared/ids.js';
import { run } from '../access/given-people.js';
import { rowId } from '../movements/given-movements.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { askerWith, openTestRegistry, type Asker, type TestRegistry } from '../support/test-registry.js';
import { connect } from '../support/test-server.js';

let registry: TestRegistry;
let db: pg.Client;
let communeA: string;
let communeB: string;
/** Of commune A only. */
let officer: Asker;
let staff: Asker;

const units = givenUnits(() => registry);
const models = givenModels(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry({ retention: { months: 24, reason: 'minh họa' } });
  db = await connect(registry.database.where);
  const province = await units.establish({ name: 'P', kind: 'TINH' });
  communeA = await units.establish({ name: 'A', parentId: province });
  communeB = await units.establish({ name: 'B', parentId: province });
  officer = await askerWith(registry, 'officer', { role: 'unitOfficer', unitId: rowId(communeA) });
  staff = await askerWith(registry, 'staff', { role: 'boardStaff', unitId: rowId(communeA) });
});
afterAll(async () => {
  await db.end();
  await registry.close();
});

const remove = (by: Asker, name: string, id: string, expectedVersion = 1): Promise<any> =>
  run(by, name, 'RemoveRecordInput', { id, expectedVersion, reason: 'Nhập nhầm' }, 'removedId');
const merge = (by: Asker, name: string, id: string, intoId: string): Promise<any> =>
  run(by, name, 'MergeRecordInput', { id, intoId, expectedVersion: 1, reason: 'Nhập hai lần' }, '__typename');
const person = async (unitId: string, name = 'Nguyễn Văn A'): Promise<string> =>
  (await run(registry.as.boardStaff, 'recordPerson', 'RecordPersonInput', { name, unitId }, 'person { id }')).person.id;
const theme = async (name: string): Promise<string> =>
  (await run(registry.as.administrator, 'addTheme', 'AddThemeInput', { name }, 'theme { id }')).theme.id;
const phone = (id: string, number: string): Promise<unknown> =>
  db.query(`insert into personal_data (person_id, phone, recorded_on) values ($1, $2, now())`, [rowId(id), number]);
const codes = ({ userErrors }: any): string[] => userErrors.map(({ code }: any) => code);
const messageOf = ({ userErrors }: any): string => userErrors[0].message;

describe('what the caller does not see', () => {
  it('is no record to them: neither removed nor merged into', async () => {
    const [own, foreign] = [await person(communeA), await person(communeB)];
    expect(await remove(officer, 'removePerson', foreign)).toMatchObject({ code: 'PERSON_NOT_FOUND' });
    expect(await merge(officer, 'mergePerson', own, foreign)).toMatchObject({ code: 'PERSON_NOT_FOUND' });
    expect(await merge(officer, 'mergePerson', foreign, own)).toMatchObject({ code: 'PERSON_NOT_FOUND' });
  });

  it('keeps a record all the same, counted and not named', async () => {
    const id = await person(communeA);
    await db.query('update emulation_model set person_id = $2 where id = $1', [
      rowId(await models.draft(communeB, { subjectKind: 'INDIVIDUAL' })),
      rowId(id),
    ]);
    expect(messageOf(await remove(officer, 'removePerson', id))).toContain('1 bản ghi khác mà bạn không xem được');
    expect(messageOf(await remove(registry.as.boardStaff, 'removePerson', id))).toContain('1 mô hình');
  });

  it('is protected data also to who edits people without the right to read them', async () => {
    const id = await person(communeA);
    await phone(id, '0900000000');
    expect(messageOf(await remove(officer, 'removePerson', id))).toContain('1 bản ghi khác mà bạn không xem được');
    expect(messageOf(await remove(staff, 'removePerson', id))).toContain('1 dữ liệu cá nhân được bảo vệ (erasePersonalData)');
  });

  it('is not moved by merging what belongs to no unit', async () => {
    const [doubled, kept] = [await theme('Nếp sống văn minh'), await theme('Nếp sống văn hóa')];
    await models.draft(communeB, { themes: ['Nếp sống văn minh'] });
    expect(codes(await merge(staff, 'mergeTheme', doubled, kept))).toEqual(['RECORD_RESTS_ELSEWHERE']);
    expect(codes(await merge(registry.as.boardStaff, 'mergeTheme', doubled, kept))).toEqual([]);
  });
});

describe('two people of one name', () => {
  it('are not one where the names differ, and each difference is named', async () => {
    const [one, other] = [await person(communeA, 'Nguyễn Văn B'), await person(communeA, 'Trần Thị C')];
    const done = await merge(officer, 'mergePerson', one, other);
    expect([codes(done), messageOf(done)]).toEqual([['RECORDS_DIFFER'], expect.stringContaining('khác nhau về họ và tên')]);
  });

  it('keep their protected data: moved where one had some, one where they are alike, refused where they differ; the trail never has them', async () => {
    const merged = async (first: string | null, second: string | null): Promise<[string[], string[]]> => {
      const [doubled, kept] = [await person(communeA), await person(communeA)];
      if (first !== null) await phone(doubled, first);
      if (second !== null) await phone(kept, second);
      const refused = codes(await merge(officer, 'mergePerson', doubled, kept));
      const { rows } = await db.query('select phone from personal_data where person_id = any($1) order by phone', [
        [doubled, kept].map(rowId),
      ]);
      return [refused, rows.map(row => row.phone)];
    };
    expect(await merged('0911111111', null)).toEqual([[], ['0911111111']]);
    expect(await merged('0911111111', '0911111111')).toEqual([[], ['0911111111']]);
    expect(await merged('0911111111', '0922222222')).toEqual([['RECORD_PARTS_DIFFER'], ['0911111111', '0922222222']]);
    const { rows } = await db.query(
      `select 1 from audit_entry where coalesce(before, '{}')::text || coalesce(after, '{}')::text ~ '09[12]{8}'`,
    );
    expect(rows).toEqual([]);
  });
});

it('the print of a person’s data says who wrote what also under a record that was merged into it', async () => {
  const [doubled, kept] = [await person(communeA, 'Lê Thị D'), await person(communeA, 'Lê Thị D')];
  await merge(officer, 'mergePerson', doubled, kept);
  const { sections } = await run(
    staff,
    'gatherPersonalData',
    'PurposeInput',
    { id: kept, purpose: 'Người này yêu cầu' },
    'sections { title lines }',
  );
  const lines: string[] = sections.at(-1).lines;
  expect(lines.filter(line => line.includes('person.recorded'))).toHaveLength(2);
  expect(lines.filter(line => line.includes('Nhập hai lần'))).toHaveLength(2);
});

describe('rounds of two movements that are one', () => {
  const made = async (name: string, type: string, input: object, field: string): Promise<string> =>
    (await run(registry.as.boardStaff, name, type, input, `${field} { id }`))[field].id;
  const movement = (more: object = {}): Promise<string> =>
    made('launchMovement', 'LaunchMovementInput', { name: 'Thi đua chung', launcherId: communeA, ...more }, 'movement');
  const round = (movementId: string, closesOn = '2026-12-31'): Promise<string> =>
    made(
      'openRegistrationRound',
      'OpenRegistrationRoundInput',
      { movementId, unitId: communeA, name: 'Đợt 1', opensOn: '2026-01-01', closesOn },
      'registrationRound',
    );
  const target = (roundId: string, count: number): Promise<unknown> =>
    run(registry.as.boardStaff, 'assignTarget', 'AssignTargetInput', { roundId, unitId: communeA, count, basis: 'minh họa' }, '__typename');

  it('merge along where they are the same, with what rests on them', async () => {
    const [doubled, kept] = [await movement(), await movement()];
    const [first, second] = [await round(doubled), await round(kept)];
    await target(first, 3);
    const model = await models.draft(communeA, { roundId: first });
    expect(codes(await merge(registry.as.boardStaff, 'mergeMovement', doubled, kept))).toEqual([]);
    const { node } = await registry.as.boardStaff.get(
      `query ($id: ID!) { node(id: $id) { ... on RegistrationRound { id movement { id } targets { nodes { count } } } } }`,
      { id: first },
    );
    expect(node).toEqual({ id: second, movement: { id: kept }, targets: { nodes: [{ count: 3 }] } });
    const { rows } = await db.query('select round_id from emulation_model where id = $1', [rowId(model)]);
    expect(rows).toEqual([{ round_id: rowId(second) }]);
  });

  it('keep the movements apart where they differ, or where a unit has two different targets', async () => {
    const [doubled, kept] = [await movement(), await movement()];
    await round(doubled, '2026-11-30');
    await round(kept);
    const done = await merge(registry.as.boardStaff, 'mergeMovement', doubled, kept);
    expect([codes(done), messageOf(done)]).toEqual([['RECORDS_DIFFER'], expect.stringContaining('hạn đăng ký')]);
    const [third, fourth] = [await movement(), await movement()];
    await target(await round(third), 3);
    await target(await round(fourth), 5);
    const targets = await merge(registry.as.boardStaff, 'mergeMovement', third, fourth);
    expect([codes(targets), messageOf(targets)]).toEqual([['RECORD_PARTS_DIFFER'], expect.stringContaining('chỉ tiêu giao')]);
  });

  it('do not outlast the movement that is kept', async () => {
    const [doubled, kept] = [await movement(), await movement({ starts: '2026', ends: '2026-06-30' })];
    await round(doubled);
    expect(codes(await merge(registry.as.boardStaff, 'mergeMovement', doubled, kept))).toEqual(['MOVEMENT_ROUND_GOES_ON']);
  });
});

describe('two commands at one moment', () => {
  it('a record on which something has just come to rest is not removed', async () => {
    const id = await theme('Vừa dùng');
    const model = rowId(await models.draft(communeA));
    const other = await connect(registry.database.where);
    await other.query('begin');
    await other.query('insert into emulation_model_theme (model_id, theme_id) values ($1, $2)', [model, rowId(id)]);
    const removed = remove(registry.as.boardStaff, 'removeTheme', id);
    // It either waits for the other by now, or runs later and counts its row.
    await new Promise(done => setTimeout(done, 300));
    await other.query('commit');
    await other.end();
    expect(codes(await removed)).toEqual(['RECORD_IN_USE']);
  });

  it('a model that names a theme which is just removed has it anew', async () => {
    const name = 'Vừa gỡ';
    const id = rowId(await theme(name));
    const other = await connect(registry.database.where);
    await other.query('begin');
    await other.query('delete from theme where id = $1', [id]);
    const draft = run(
      registry.as.unitOfficer,
      'draftModel',
      'DraftModelInput',
      { title: 'M', unitId: communeA, subjectKind: 'COLLECTIVE', themes: [name] },
      'model { themes { id name } }',
    );
    await new Promise(done => setTimeout(done, 300));
    await other.query('commit');
    await other.end();
    const { model, userErrors } = await draft;
    expect(userErrors).toEqual([]);
    expect(model.themes.map((given: any) => given.name)).toEqual([name]);
    expect(rowId(model.themes[0].id)).not.toBe(id);
  });

  it('every foreign key to such a record has this sentence', () => {
    const kinds = registry.registry.app.get(RecordKinds);
    const constraints = kinds.all.flatMap(({ table }) => kinds.referencesTo(table).map(({ constraint }) => constraint));
    expect(constraints.length).toBeGreaterThan(10);
    for (const constraint of constraints) {
      const error = translateDatabaseError(Object.assign(new Error('violates foreign key'), { code: '23503', constraint }));
      expect([constraint, error instanceof DomainError && error.code]).toEqual([constraint, 'RECORD_GONE']);
    }
  });

  it('two merges of the same two records in opposite directions do not lock each other out', async () => {
    const [one, other] = [await theme(`Một ${newId()}`), await theme(`Hai ${newId()}`)];
    const done = await Promise.all([
      merge(registry.as.boardStaff, 'mergeTheme', one, other),
      merge(registry.as.boardStaff, 'mergeTheme', other, one),
    ]);
    expect(done.map(codes).toSorted()).toEqual([[], ['RECORD_MERGED']]);
  });
});
