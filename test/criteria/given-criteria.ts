import type { TestRegistry } from '../support/test-registry.js';

export const SMALL = {
  scoring: 'POINTS',
  maximum: '10',
  act: { number: '1/QĐ-UBND', date: '2025-01-02', issuer: 'Ủy ban nhân dân' },
  validFrom: '2025-01-02',
  subjectKinds: ['COLLECTIVE'],
  criteria: [
    { code: 'I', kind: 'GROUP', text: 'Nhóm một', maximum: '4' },
    { code: 'I.1', parentCode: 'I', kind: 'CRITERION', text: 'Tiêu chí một', maximum: '1.5' },
    { code: 'I.2', parentCode: 'I', kind: 'CRITERION', text: 'Tiêu chí hai', maximum: '2.5' },
    { code: 'II', kind: 'GROUP', text: 'Nhóm hai', maximum: '6' },
  ],
  grades: [
    { code: 'DAT', name: 'Đạt', lower: { at: '5', inclusive: true } },
    { code: 'KHONG', name: 'Không đạt', upper: { at: '5', inclusive: false } },
  ],
} as const;

export interface GivenVersion {
  readonly id: string;
  readonly number: number;
  readonly state: string;
  readonly version: number;
}

const VERSION = 'id number state version findings { code severity path } actions { name allowed blockedBy { code } }';

/** Commands on criteria sets, each as somebody. */
export function givenCriteria(registry: () => TestRegistry) {
  const run = async (as: 'boardStaff' | 'leader' | 'unitHead', name: string, input: object, shown: string): Promise<any> => {
    const type = name.startsWith('remove') ? 'RemoveRecordInput' : `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ${shown} userErrors { code field message } } }`;
    return (await registry().as[as].get<any>(document, { input }))[name];
  };
  return {
    draft: (version: object = {}, set: object = {}) =>
      run(
        'boardStaff',
        'draftCriteriaSet',
        { name: 'Bộ tiêu chí thử', graded: 'MODEL_REGISTRATION', ...set, version: { ...SMALL, ...version } },
        `criteriaSet { id name versions { ${VERSION} } }`,
      ),
    /** The first version of a new set. */
    async drafted(version: object = {}, set: object = {}): Promise<GivenVersion> {
      const { criteriaSet, userErrors } = await this.draft(version, set);
      if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
      return criteriaSet.versions[0];
    },
    edit: ({ id, version }: GivenVersion, says: object) =>
      run('boardStaff', 'editCriteriaSetVersion', { id, expectedVersion: version, version: says }, `criteriaSetVersion { ${VERSION} }`),
    copy: ({ id }: { id: string }) => run('boardStaff', 'copyCriteriaSetVersion', { id }, `criteriaSetVersion { ${VERSION} }`),
    publish: ({ id, version }: { id: string; version: number }, reason?: string) =>
      run('leader', 'publishCriteriaSetVersion', { id, expectedVersion: version, reason }, `criteriaSetVersion { ${VERSION} }`),
    remove: ({ id, version }: GivenVersion) =>
      run('boardStaff', 'removeCriteriaSetVersion', { id, expectedVersion: version, reason: 'Soạn nhầm' }, 'removedId'),
    import: (document: string, more: object = {}) =>
      run('boardStaff', 'importCriteriaSet', { document, ...more }, `criteriaSetVersion { ${VERSION} document set { name } }`),
  };
}

export const codesOf = ({ userErrors }: { userErrors: { code: string }[] }): string[] => userErrors.map(({ code }) => code);
