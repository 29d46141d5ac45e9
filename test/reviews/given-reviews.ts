import type { Asker, TestRegistry } from '../support/test-registry.js';

/** Runs mutations on reviews. */
export const givenReviews = (registry: () => TestRegistry) => {
  const send = async (by: Asker, name: string, input: object, fields = ''): Promise<any> => {
    const type = name.startsWith('remove') ? 'RemoveRecordInput' : `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { code field message } } }`;
    return (await by.get(document, { input }))[name];
  };
  const made = async (by: Asker, name: string, input: object, fields: string): Promise<any> => {
    const answer = await send(by, name, input, fields);
    if (answer.userErrors.length > 0) throw new Error(JSON.stringify(answer.userErrors));
    return answer;
  };
  let count = 0;
  const given = (unitId: string, more: object = {}): object => ({
    unitId,
    name: `Sơ kết ${++count}`,
    kind: 'INTERIM',
    period: 'năm 2024',
    starts: '2024-01-01',
    ends: '2024-12-31',
    organiserIds: [unitId],
    unitIds: [],
    modelIds: [],
    ...more,
  });
  return {
    send,
    made,
    given,
    open: async (unitId: string, more: object = {}): Promise<string> =>
      (await made(registry().as.boardStaff, 'openReview', given(unitId, more), 'review { id }')).review.id,
    task: async (reviewId: string, more: object = {}): Promise<string> =>
      (await made(registry().as.boardStaff, 'addReviewTask', { reviewId, text: `Việc ${++count}`, ...more }, 'reviewTask { id }'))
        .reviewTask.id,
    freeze: async (id: string, expectedVersion = 1): Promise<string> =>
      (await made(registry().as.boardStaff, 'freezeReview', { id, expectedVersion }, 'review { freezes { id } }')).review.freezes[0].id,
    refused: async (by: Asker, name: string, input: object): Promise<[code: string, field: string][]> =>
      (await send(by, name, input)).userErrors.map((error: any) => [error.code, error.field.slice(1).join('.')]),
    /** A review as a reporting client sees it. */
    async read(id: string, fields: string, by: Asker = registry().as.reader): Promise<any> {
      return (await by.get(`query ($id: ID!) { review(id: $id) { ${fields} } }`, { id })).review;
    },
  };
};
