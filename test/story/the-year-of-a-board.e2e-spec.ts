import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditSealer } from '../../src/platform/audit/audit-sealer.js';
import { FULL_FORM } from '../support/full-form.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { ninePeople, PEOPLE, type SignInName } from './nine-people.js';

/*
 * One year of a board for mass mobilisation, from the launch of the movement to the revocation of a recognition, told by what nine people do in
 * the registry and see there. Read it from the top: each step is a sentence, and each stands on those before it.
 */

let registry: TestRegistry;
const story = ninePeople(() => registry);
const accounts = {} as Record<SignInName, string>;
const units: Record<string, string> = {};
let [movement, round, model, decision] = ['', '', '', ''];
const rows = 'rows { model { state holder { fullName } } userErrors { code message } }';
const versionOf = async (id: string): Promise<number> =>
  (await story.reads('can.bo', 'query ($id: ID!) { model(id: $id) { version } }', { id })).model.version;

beforeAll(async () => {
  registry = await openTestRegistry();
});
afterAll(() => registry.close());

describe('in January, the registry is prepared', () => {
  it('the administrator makes an account for each of the nine, and each chooses a password', async () => {
    story.day('2026-01-05');
    for (const name of Object.keys(PEOPLE) as SignInName[]) accounts[name] = await story.join(registry.as.administrator, name);
    const given = { holderId: accounts['quan.tri'], role: 'ADMINISTRATOR', reason: 'Quyết định phân công' };
    const { giveGrant } = await registry.as.administrator.get(
      'mutation ($input: GiveGrantInput!) { giveGrant(input: $input) { userErrors { code } } }',
      { input: given },
    );
    expect(giveGrant.userErrors).toEqual([]);
    expect((await story.reads('quan.tri', '{ me { account { displayName } roles } }')).me).toEqual({
      account: { displayName: 'Quản trị viên' },
      roles: ['ADMINISTRATOR'],
    });
  });

  it('she enters a province, two communes and the board of the province, by their act', async () => {
    const changes = [
      { establish: { line: 'TERRITORY', kind: 'TINH', name: 'A', mark: 'province' } },
      { establish: { line: 'TERRITORY', kind: 'XA', name: 'A', parentId: '#province', mark: 'a' } },
      { establish: { line: 'TERRITORY', kind: 'XA', name: 'B', parentId: '#province', mark: 'b' } },
      { establish: { line: 'PARTY', kind: 'PARTY_BOARD', name: 'Ban Dân vận tỉnh A', territoryId: '#province', mark: 'board' } },
    ];
    const act = { number: '1/NQ-TH', issuer: 'Cơ quan A' };
    const event = await story.does(
      'quan.tri',
      'applyUnitEvent',
      { effective: '2020-01-01', act, changes },
      'unitEvent { effects { kind unit } }',
    );
    expect(event.unitEvent.effects.map(({ unit }: any) => unit)).toEqual(['Tỉnh A', 'Xã A', 'Xã B', 'Ban Dân vận tỉnh A']);
    const { units: list } = await story.reads('quan.tri', '{ units(first: 10) { nodes { id fullName } } }');
    for (const { id, fullName } of list.nodes) units[fullName] = id;
  });

  it('each gets the rights of the office, and the head of a commune names the officer, found by name', async () => {
    const grants: [SignInName, string, string | undefined][] = [
      ['thu.truong', 'UNIT_HEAD', units['Xã A']],
      ['can.bo.b', 'UNIT_OFFICER', units['Xã B']],
      ['chuyen.vien', 'BOARD_STAFF', units['Tỉnh A']],
      ['truong.ban', 'LEADER', units['Tỉnh A']],
      ['lanh.dao', 'LEADER', units['Tỉnh A']],
      ['uy.vien', 'COUNCIL_MEMBER', units['Tỉnh A']],
      ['kiem.tra', 'AUDITOR', undefined],
    ];
    for (const [name, role, unitId] of grants)
      await story.does('quan.tri', 'giveGrant', { holderId: accounts[name], role, unitId, reason: 'Quyết định phân công' });
    const person = await story.does('chuyen.vien', 'recordPerson', { name: 'Cá nhân A', unitId: units['Xã A'] }, 'person { id }');
    const link = { accountId: accounts['can.bo'], personId: person.person.id, validFrom: '2026-01-05', reason: 'Phân công' };
    await story.does('quan.tri', 'linkAccountToPerson', link);
    const { colleagues } = await story.reads('thu.truong', '{ colleagues(filter: { text: "can bo" }) { nodes { id displayName } } }');
    expect(colleagues.nodes.map((one: any) => one.displayName)).toEqual(['Cán bộ xã A']);
    const given = { holderId: colleagues.nodes[0].id, role: 'UNIT_OFFICER', unitId: units['Xã A'], reason: 'Phân công' };
    await story.does('thu.truong', 'giveGrant', given);
  });
});

describe('in February, the board launches the movement', () => {
  it('with its plan, and opens a round in which the communes register until the end of March', async () => {
    story.day('2026-02-02');
    const board = units['Ban Dân vận tỉnh A'];
    const rule = { unitId: units['Tỉnh A'], line: 'TERRITORY', receiverId: board, recogniserId: board, level: 'PROVINCE' };
    const authority = { ...rule, validFrom: '2026-01-01', basis: 'Hướng dẫn 1-HD/BDV' };
    // The office itself lies under the province, where the staff have their right.
    await story.does('chuyen.vien', 'setReceivingAuthority', authority);
    const plan = { name: 'Thi đua Dân vận khéo 2026', launcherId: board, act: { number: '2-KH/BDV', date: '2026-02-02' }, starts: '2026' };
    movement = (await story.does('chuyen.vien', 'launchMovement', plan, 'movement { id }')).movement.id;
    const open = { movementId: movement, name: 'Đăng ký 2026', unitId: units['Tỉnh A'], opensOn: '2026-02-02', closesOn: '2026-03-31' };
    round = (await story.does('chuyen.vien', 'openRegistrationRound', open, 'registrationRound { id }')).registrationRound.id;
  });
});

describe('in March, a commune registers a model', () => {
  it('the officer drafts it, and the officer of another commune neither sees nor may enter it', async () => {
    story.day('2026-03-10');
    const draft = { title: 'Tổ tự quản', unitId: units['Xã A'], subjectKind: 'COLLECTIVE', roundId: round, form: { aims: 'Đường sạch' } };
    model = (await story.does('can.bo', 'draftModel', draft, 'model { id state }')).model.id;
    expect((await story.reads('can.bo.b', 'query ($id: ID!) { model(id: $id) { id } }', { id: model })).model).toBeNull();
    expect(await story.isRefused('can.bo.b', 'draftModel', draft)).toEqual(['OUT_OF_REACH']);
  });

  it('the registry says what the form still lacks; the officer completes it, and the head submits', async () => {
    expect(await story.isRefused('thu.truong', 'submitModels', { models: [{ id: model }] }, rows)).toContain('MODEL_FORM_ITEM_MISSING');
    await story.does('can.bo', 'editModel', { id: model, expectedVersion: await versionOf(model), form: FULL_FORM });
    const submitted = await story.does('thu.truong', 'submitModels', { models: [{ id: model }] }, rows);
    expect(submitted.rows[0].model).toEqual({ state: 'SUBMITTED', holder: { fullName: 'Ban Dân vận tỉnh A' } });
  });

  it('the board returns it with a reason, gets it again, and receives it', async () => {
    story.day('2026-03-20');
    const { waitingForMe } = await story.reads('chuyen.vien', '{ waitingForMe(first: 5) { totalCount } }');
    expect(waitingForMe.totalCount).toBe(1);
    await story.does('chuyen.vien', 'returnModels', { models: [{ id: model }], reason: 'Nêu rõ địa bàn' }, rows);
    await story.does('can.bo', 'editModel', { id: model, expectedVersion: await versionOf(model), place: 'Thôn 1' });
    await story.does('thu.truong', 'submitModels', { models: [{ id: model }] }, rows);
    await story.does('chuyen.vien', 'receiveModels', { models: [{ id: model }] }, rows);
  });

  it('after the last day nobody registers any more, whatever day is stated', async () => {
    story.day('2026-04-01');
    const late = { title: 'Đến muộn', unitId: units['Xã B'], subjectKind: 'COLLECTIVE', roundId: round };
    expect(await story.isRefused('can.bo.b', 'draftModel', late)).toEqual(['MODEL_AFTER_DEADLINE']);
  });
});

describe('in the summer, the model runs', () => {
  it('it starts in May, is found weak in July, and the file is opened for appraisal', async () => {
    story.day('2026-05-04');
    await story.does('can.bo', 'startModels', { models: [{ id: model }] }, rows);
    story.day('2026-07-06');
    await story.does('chuyen.vien', 'strengthenModels', { models: [{ id: model }], reason: 'Ít hộ tham gia' }, rows);
    await story.does('chuyen.vien', 'openAppraisalOfModels', { models: [{ id: model }] }, rows);
  });
});

describe('in October, the board recognises it', () => {
  it('staff record the decision; they do not decide themselves, nor does a member of the council', async () => {
    story.day('2026-10-12');
    const paper = {
      number: '7-QĐ/BDV',
      kind: 'DECISION',
      issuedOn: '2026-10-12',
      issuerId: units['Ban Dân vận tỉnh A'],
      signer: 'Trưởng ban',
    };
    decision = (await story.does('chuyen.vien', 'recordDecision', paper, 'decision { id }')).decision.id;
    const recognise = { models: [{ id: model }], decisionId: decision, level: 'PROVINCE' };
    expect(await story.isRefused('chuyen.vien', 'recogniseModels', recognise, rows)).toEqual(['FORBIDDEN']);
    expect(await story.isRefused('uy.vien', 'recogniseModels', recognise, rows)).toEqual(['FORBIDDEN']);
    expect((await story.does('truong.ban', 'recogniseModels', recognise, rows)).rows[0].model.state).toBe('RECOGNISED');
  });

  it('every reader of the province sees the recognition and the decision it rests on', async () => {
    for (const name of ['can.bo', 'lanh.dao', 'uy.vien'] as const) {
      const query = 'query ($id: ID!) { model(id: $id) { recognitions { level decision { number } } } }';
      expect((await story.reads(name, query, { id: model })).model.recognitions).toEqual([
        { level: 'PROVINCE', decision: { number: '7-QĐ/BDV' } },
      ]);
    }
  });

  it('while the head of the commune is away, the officer acts in that name, and the trail says so', async () => {
    const { grants } = await story.reads('thu.truong', '{ grants(filter: { role: [UNIT_HEAD], inForce: true }) { nodes { id } } }');
    const absence = { grantId: grants.nodes[0].id, toAccountId: accounts['can.bo'], validTo: '2026-10-31', reason: 'Đi công tác' };
    const { grant } = await story.does('thu.truong', 'delegateGrant', absence, 'grant { holderName onBehalfOf }');
    expect(grant).toEqual({ holderName: 'Cán bộ xã A', onBehalfOf: 'Thủ trưởng xã A' });
  });
});

describe('in December, the year is summed up and a recognition falls', () => {
  it('leaders see what became of the registrations, down to each model', async () => {
    story.day('2026-12-15');
    const { models } = await story.reads(
      'lanh.dao',
      '{ models(filter: { state: [RECOGNISED] }) { totalCount nodes { title unit { fullName } } } }',
    );
    expect(models).toEqual({ totalCount: 1, nodes: [{ title: 'Tổ tự quản', unit: { fullName: 'Xã A' } }] });
  });

  it('an inspection shows that the report was untrue: the leader revokes the recognition by another decision', async () => {
    const paper = { number: '9-QĐ/BDV', kind: 'DECISION', issuedOn: '2026-12-15', issuerId: units['Ban Dân vận tỉnh A'] };
    const by = (await story.does('chuyen.vien', 'recordDecision', paper, 'decision { id }')).decision.id;
    const revoke = { models: [{ id: model }], decisionId: by };
    expect(await story.isRefused('truong.ban', 'revokeModels', revoke, rows)).toEqual(['MODEL_NEEDS_REASON']);
    const revoked = await story.does('truong.ban', 'revokeModels', { ...revoke, reason: 'Báo cáo không đúng' }, rows);
    expect(revoked.rows[0].model.state).toBe('REVOKED');
  });

  it('the year stays as it was: in November the model was recognised, today it is not', async () => {
    const query = 'query ($id: ID!, $asOf: LocalDate) { model(id: $id, asOf: $asOf) { state } }';
    expect((await story.reads('lanh.dao', query, { id: model, asOf: '2026-11-15' })).model.state).toBe('RECOGNISED');
    expect((await story.reads('lanh.dao', query, { id: model })).model.state).toBe('REVOKED');
  });

  it('the auditor follows every step by the names of people, and finds the trail whole', async () => {
    await registry.registry.app.get(AuditSealer).sealAll();
    const query =
      'query ($id: ID!) { auditEntries(filter: { objectId: $id }, orderBy: AT, first: 50) { nodes { action actor objectName } } }';
    const { auditEntries } = await story.reads('kiem.tra', query, { id: model });
    const told = auditEntries.nodes.map(({ action, actor }: any) => `${action}: ${actor}`);
    expect(told[0]).toBe('model.drafted: Cán bộ xã A');
    expect(told).toContain('model.recognise: Trưởng ban');
    expect(told.at(-1)).toBe('model.revoke: Trưởng ban');
    expect(auditEntries.nodes.every(({ objectName }: any) => objectName === 'Tổ tự quản')).toBe(true);
    const { auditVerification } = await story.reads('kiem.tra', '{ auditVerification { whole fault } }');
    expect(auditVerification).toEqual({ whole: true, fault: null });
  });
});
