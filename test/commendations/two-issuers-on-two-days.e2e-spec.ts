import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { givenCommendations } from './given-commendations.js';

let registry: TestRegistry;
const units = givenUnits(() => registry);
const given = givenCommendations(() => registry);

/** Units of the example: Quế Sơn before and after 1 July 2025. */
let district: string;
let districtCommittee: string;
let oldCommune: string;
let newCommune: string;
let districtBoard: string;
/** A district that nobody has ended in the registry, and its Party committee. */
let standing: string;

beforeAll(async () => {
  registry = await openTestRegistry({ example: true });
  district = await units.find('Quế Sơn', '2025-06-30');
  districtCommittee = await units.find('UBND huyện Quế Sơn', '2025-06-30');
  oldCommune = await units.find('Quế Hiệp', '2025-06-30');
  newCommune = await units.find('Quế Sơn Trung', '2025-07-01');
  districtBoard = await units.find('Ban Dân vận Huyện ủy Quế Sơn', '2024-12-31');
  standing = await units.establish({ name: 'Huyện còn ghi', kind: 'HUYEN' });
});
afterAll(() => registry.close());

const line = (name: string): object => given.line({ name, reason: `Thành tích của ${name}` });
const codes = async (issuer: string, on: string, name: string): Promise<[string, string][]> =>
  given.codes(await given.tryToGrant(issuer, on, [line(name)]));

it('the district chairman grants a Giấy khen on 30/6/2025 and not on 1/7/2025; the new commune’s the reverse, by its operating date', async () => {
  for (const issuer of [district, districtCommittee]) {
    const { rows } = await given.grant(issuer, '2025-06-30', [line(`Cá nhân ${issuer}`)]);
    expect(rows[0]).toMatchObject({ form: 'GIAY_KHEN', level: 'DISTRICT', authority: 'DISTRICT_CHAIR', state: 'IN_FORCE' });
    expect(await codes(issuer, '2025-07-01', 'Cá nhân B')).toEqual([['UNIT_NOT_IN_FORCE', 'decision.issuerId']]);
  }
  for (const on of ['2025-06-16', '2025-06-30'])
    expect(await codes(newCommune, on, 'Cá nhân C')).toEqual([['UNIT_NOT_IN_FORCE', 'decision.issuerId']]);
  const { rows } = await given.grant(newCommune, '2025-07-01', [line('Cá nhân C')]);
  expect(rows[0]).toMatchObject({ authority: 'COMMUNE_CHAIR', level: 'COMMUNE', recipient: { kind: 'INDIVIDUAL', name: 'Cá nhân C' } });
});

it('the old commune’s chairman grants it until 30/6/2025', async () => {
  const { rows } = await given.grant(oldCommune, '2025-06-30', [line('Cá nhân D')]);
  expect(rows[0]).toMatchObject({ authority: 'COMMUNE_CHAIR', money: { amount: 360_000 } });
  expect(await codes(oldCommune, '2025-07-01', 'Cá nhân E')).toEqual([['UNIT_NOT_IN_FORCE', 'decision.issuerId']]);
});

it('a district that the registry still has may not grant after 30/6/2025, and the sentence names the rule, the act and who may', async () => {
  const { refused } = await given.tryToGrant(standing, '2025-07-01', [line('Cá nhân G')]);
  expect(refused).toEqual([
    {
      code: 'COMMENDATION_POWER_OF_OTHER_DAYS',
      field: 'recipients.0.form',
      message:
        '“Huyện Huyện còn ghi” không có thẩm quyền tặng Giấy khen vào ngày 1/7/2025: theo Điều 80, 06/2022/QH15, thẩm quyền ấy từ 1/1/2024 đến 30/6/2025. Ngày đó người có thẩm quyền là Chủ tịch Ủy ban nhân dân xã, phường, đặc khu, người đứng đầu doanh nghiệp, hợp tác xã hoặc thủ trưởng cơ quan chuyên môn cấp tỉnh: hãy trình cấp ấy, hoặc kiểm tra lại ngày quyết định.',
    },
  ]);
});

it('a board of the Party grants no Giấy khen of the State, and a commune no Bằng khen', async () => {
  expect(await codes(districtBoard, '2024-12-31', 'Cá nhân H')).toEqual([['COMMENDATION_ISSUER_OF_NO_POWER', 'recipients.0.form']]);
  const certificate = given.line({ form: 'BANG_KHEN', name: 'Cá nhân H' });
  expect(given.codes(await given.tryToGrant(newCommune, '2025-07-02', [certificate]))).toEqual([
    ['COMMENDATION_ISSUER_OF_NO_POWER', 'recipients.0.form'],
  ]);
});

it('before 2024 power is not known: such a commendation is entered from its paper', async () => {
  expect(await codes(district, '2023-12-31', 'Cá nhân I')).toEqual([
    ['COMMENDATION_LAW_UNKNOWN', 'decisionId'],
    ['COMMENDATION_POWER_UNKNOWN', 'recipients.0.form'],
  ]);
  const { commendation } = await given.past({
    issuerId: district,
    form: 'GIAY_KHEN',
    kind: 'INDIVIDUAL',
    name: 'Cá nhân I',
    presentedOn: '2023-12-31',
  });
  expect(commendation).toMatchObject({ authority: null, law: null, level: 'DISTRICT', money: { amount: null } });
});
