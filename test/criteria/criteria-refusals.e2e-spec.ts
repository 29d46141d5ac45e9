import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { codesOf, givenCriteria, SMALL } from './given-criteria.js';

let registry: TestRegistry;
beforeAll(async () => (registry = await openTestRegistry()));
afterAll(() => registry.close());
const criteria = givenCriteria(() => registry);
const count = async (): Promise<number> => (await registry.as.reader.get<any>('{ criteriaSets { totalCount } }')).criteriaSets.totalCount;

it.each(['8,5', '1e3', 'NaN', '-1', '08', ' 4', '1.23456'])(
  'the points %j are refused with a sentence, and nothing is written',
  async text => {
    const before = await count();
    const { userErrors } = await criteria.draft({ criteria: [{ code: 'I', kind: 'GROUP', text: 'Nhóm', maximum: text }] });
    expect(userErrors).toMatchObject([{ code: 'POINTS_NOT_READABLE', field: ['input', 'version', 'criteria', '0', 'maximum'] }]);
    expect(userErrors[0].message).toContain('ví dụ 8 hoặc 8.5');
    expect(await count()).toBe(before);
  },
);

it('a name of 10,000 letters, too many criteria, a circle and an unknown parent are each refused where they are', async () => {
  expect((await criteria.draft({}, { name: 'a'.repeat(10_000) })).userErrors).toMatchObject([
    { code: 'CRITERIA_FIELD_INVALID', field: ['input', 'name'], message: expect.stringContaining('nhiều nhất 300 ký tự') },
  ]);
  const many = Array.from({ length: 501 }, (_, i) => ({ code: `A${i}`, kind: 'ITEM', text: 'x1' }));
  expect((await criteria.draft({ criteria: many })).userErrors).toMatchObject([
    { code: 'CRITERIA_TOO_MANY', field: ['input', 'version', 'criteria'] },
  ]);
  const node = (code: string, parentCode: string | null) => ({ code, parentCode, kind: 'ITEM', text: 'Mục' });
  expect((await criteria.draft({ criteria: [node('A', 'B'), node('B', 'A')] })).userErrors).toMatchObject([
    { code: 'CRITERION_BELOW_ITSELF', field: ['input', 'version', 'criteria', '0', 'parentCode'] },
    { code: 'CRITERION_BELOW_ITSELF' },
  ]);
  expect(codesOf(await criteria.draft({ criteria: [node('A', 'Z')] }))).toEqual(['CRITERION_PARENT_UNKNOWN']);
});

it('an unknown sector, days the wrong way round and an unknown issuer are refused', async () => {
  const refused = await criteria.draft({ sectorCode: 'KHONG_CO', validFrom: '2026', validTo: '2025' });
  expect(codesOf(refused).toSorted()).toEqual(['CRITERIA_BACKWARDS', 'CRITERIA_SECTOR_UNKNOWN']);
  const issuerId = Buffer.from('Unit:01900000-0000-7000-8000-000000000000').toString('base64url');
  await expect(criteria.draft({}, { issuerId })).rejects.toThrow();
});

it('overlapping thresholds are a fault, open ones need a reason, and each is a sentence', async () => {
  const grades = (at: string, inclusive = false) => [
    { code: 'DAT', name: 'Đạt', lower: { at: '5', inclusive: true } },
    { code: 'KHONG', name: 'Không đạt', upper: { at, inclusive } },
  ];
  const overlapping = await criteria.drafted({ grades: grades('5', true), gradeGap: 'có lý do' });
  expect(codesOf(await criteria.publish(overlapping, 'có lý do'))).toEqual(['CRITERIA_HAS_FAULTS']);
  const open = await criteria.drafted({ grades: grades('4') });
  expect(open).toMatchObject({ findings: [{ code: 'GRADES_OPEN_BETWEEN', severity: 'MISSING' }] });
  expect(codesOf(await criteria.publish(open))).toEqual(['CRITERIA_INCOMPLETE']);
  const { criteriaSetVersion: stated } = await criteria.edit(open, { ...SMALL, grades: grades('4'), gradeGap: 'Văn bản để trống' });
  expect((await criteria.publish(stated)).criteriaSetVersion.state).toBe('PUBLISHED');
});

it('a checklist without its rule stays incomplete', async () => {
  const checklist = {
    scoring: 'CHECKLIST',
    maximum: null,
    grades: [],
    criteria: [{ code: '1', kind: 'CRITERION', text: 'Bền vững' }],
  };
  const draft = await criteria.drafted(checklist);
  expect(draft).toMatchObject({ findings: [{ code: 'CHECKLIST_RULE_MISSING', severity: 'MISSING' }] });
  const rule = { share: '1/2', moreThan: true, of: 'OPINIONS' };
  const { criteriaSetVersion } = await criteria.edit(draft, { ...SMALL, ...checklist, checklist: rule });
  expect(criteriaSetVersion.findings).toEqual([]);
});
