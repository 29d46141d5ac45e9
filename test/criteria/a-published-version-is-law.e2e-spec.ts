import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { connect } from '../support/test-server.js';
import { codesOf, givenCriteria, SMALL } from './given-criteria.js';

let registry: TestRegistry;
beforeAll(async () => (registry = await openTestRegistry()));
afterAll(() => registry.close());
const criteria = givenCriteria(() => registry);

it('a draft is edited as a whole, published, and then neither edited nor removed', async () => {
  const draft = await criteria.drafted();
  expect(draft).toMatchObject({ number: 1, state: 'DRAFT', version: 1, findings: [] });
  const stale = await criteria.edit({ ...draft, version: 7 }, SMALL);
  expect(codesOf(stale)).toEqual(['STALE_VERSION']);
  const { criteriaSetVersion: edited } = await criteria.edit(draft, { ...SMALL, appliesTo: 'các phường' });
  expect(edited).toMatchObject({ version: 2, state: 'DRAFT' });
  const { criteriaSetVersion: published } = await criteria.publish(edited);
  expect(published).toMatchObject({ state: 'PUBLISHED', version: 3 });
  expect(published.actions.map(({ name, allowed, blockedBy }: any) => [name, allowed, blockedBy.map(({ code }: any) => code)])).toEqual([
    ['edit', false, expect.arrayContaining(['LIFECYCLE_WRONG_STATE'])],
    ['publish', false, ['LIFECYCLE_WRONG_STATE']],
    ['remove', false, expect.arrayContaining(['LIFECYCLE_WRONG_STATE'])],
  ]);
  const refused = await criteria.edit(published, SMALL);
  expect(refused.userErrors).toMatchObject([{ code: 'CRITERIA_VERSION_PUBLISHED', field: ['input', 'id'] }]);
  expect(refused.userErrors[0].message).toContain('copyCriteriaSetVersion');
  expect(codesOf(await criteria.remove(published))).toEqual(['CRITERIA_VERSION_PUBLISHED']);
});

it('the database keeps a published version from whoever writes past the registry', async () => {
  const draft = await criteria.drafted();
  const { criteriaSetVersion: published } = await criteria.publish(draft);
  const client = await connect(registry.database.where);
  try {
    const id = Buffer.from(published.id, 'base64url').toString().split(':')[1];
    for (const statement of [
      `update criterion set maximum = 9 where version_id = $1`,
      `delete from criterion where version_id = $1`,
      `update criteria_set_version set rules = '{}' where id = $1`,
      `update criteria_set_version set state = 'DRAFT', published_on = null where id = $1`,
      `delete from criteria_set_version where id = $1`,
    ])
      await expect(client.query(statement, [id])).rejects.toThrow('A published version is not changed.');
  } finally {
    await client.end();
  }
});

it('the next version supersedes the one for the same, from a later day, and leaves what it said', async () => {
  const { criteriaSetVersion: first } = await criteria.publish(await criteria.drafted());
  const { criteriaSetVersion: copy } = await criteria.copy(first);
  expect(copy).toMatchObject({ number: 2, state: 'DRAFT' });
  expect((await criteria.publish(copy)).userErrors).toMatchObject([{ code: 'CRITERIA_NOT_LATER' }]);
  const { criteriaSetVersion: later } = await criteria.edit(copy, { ...SMALL, validFrom: '2026', maximum: '10', rounding: 1 });
  const { criteriaSetVersion: second } = await criteria.publish(later);
  const { node } = await registry.as.reader.get<any>(
    `query ($id: ID!) { node(id: $id) { ... on CriteriaSetVersion { state rounding supersededBy { id number } set { versions { number state } } } } }`,
    { id: first.id },
  );
  expect(node).toEqual({
    state: 'SUPERSEDED',
    rounding: 2,
    supersededBy: { id: second.id, number: 2 },
    set: { versions: [{ number: 2, state: 'PUBLISHED' }, { number: 1, state: 'SUPERSEDED' }] }, // prettier-ignore
  });
});

it('versions for other subjects are in force side by side; for some of the same they are refused', async () => {
  const { criteriaSetVersion: first } = await criteria.publish(await criteria.drafted());
  const { criteriaSetVersion: copy } = await criteria.copy(first);
  const { criteriaSetVersion: all } = await criteria.edit(copy, {
    ...SMALL,
    subjectKinds: ['COLLECTIVE', 'INDIVIDUAL'],
    validFrom: '2026',
  });
  expect(codesOf(await criteria.publish(all))).toEqual(['CRITERIA_VERSIONS_OVERLAP']);
  const { criteriaSetVersion: other } = await criteria.edit(all, { ...SMALL, subjectKinds: ['INDIVIDUAL'] });
  expect((await criteria.publish(other)).criteriaSetVersion).toMatchObject({ state: 'PUBLISHED' });
});

it('an incomplete version is published with a reason only, and one with a fault never', async () => {
  const incomplete = await criteria.drafted({ incompleteness: 'Phụ lục II chưa có' });
  expect(codesOf(await criteria.publish(incomplete))).toEqual(['CRITERIA_INCOMPLETE']);
  expect((await criteria.publish(incomplete, 'Cần chấm thử năm 2026')).criteriaSetVersion).toMatchObject({ state: 'PUBLISHED' });
  const wrong = await criteria.drafted({ maximum: '11' });
  expect(wrong).toMatchObject({ findings: [{ code: 'CRITERIA_SUM_DIFFERS', severity: 'FAULT', path: ['maximum'] }] });
  expect(codesOf(await criteria.publish(wrong, 'có lý do'))).toEqual(['CRITERIA_HAS_FAULTS']);
});

it('an act belongs to every set but an illustrative one, and a version has a day', async () => {
  expect(codesOf(await criteria.publish(await criteria.drafted({ act: null })))).toEqual(['CRITERIA_NEEDS_AN_ACT']);
  expect(codesOf(await criteria.publish(await criteria.drafted({}, { illustrative: true })))).toEqual(['CRITERIA_ILLUSTRATIVE_HAS_ACT']);
  expect(codesOf(await criteria.publish(await criteria.drafted({ validFrom: null })))).toEqual(['CRITERIA_NEEDS_A_DATE']);
});

it('the board drafts and the leader publishes; the only draft that is removed takes its set along', async () => {
  const draft = await criteria.drafted();
  const publish = 'mutation ($input: PublishCriteriaSetVersionInput!) { publishCriteriaSetVersion(input: $input) { userErrors { code } } }';
  const { errors } = await registry.as.boardStaff.ask(publish, { input: { id: draft.id, expectedVersion: 1 } });
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  expect(codesOf(await criteria.remove(draft))).toEqual([]);
  const { node } = await registry.as.reader.get<any>('query ($id: ID!) { node(id: $id) { id } }', { id: draft.id });
  expect(node).toBeNull();
});
