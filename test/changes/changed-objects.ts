import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { changedReplications } from './changed-replications.js';
import { changedCouncils } from './changed-councils.js';
import { changedProposals } from './changed-proposals.js';
import { changedFigures } from './changed-figures.js';
import { changedPeople } from './changed-people.js';
import type { TestRegistry } from '../support/test-registry.js';

/** Two values that a field may have; for a nested input, a pair for each of its fields. */
export type TwoValues = readonly [first: unknown, second: unknown] | { readonly [field: string]: readonly [unknown, unknown] };

/** How a test makes an object that a mutation changes field by field. */
export interface ChangedObject {
  /** For every optional field of the input. */
  readonly fields: Readonly<Record<string, TwoValues>>;
  /** Creates the object with the first value of every field. @returns its id */
  create(first: Record<string, unknown>): Promise<string>;
  /** What the command names besides the object. */
  readonly names?: (id: string) => Record<string, unknown>;
  /** The object in the shape of the input, if `node` does not show it. */
  readonly read?: (id: string) => Promise<Record<string, unknown>>;
}

const FORM = 'situation aims approach audience forces resources schedule outputs sustainability'.split(' ');

/** Runs mutations as somebody with every role. */
export const commandsOf = (registry: () => TestRegistry) => ({
  async run(name: string, input: object, shown = ''): Promise<any> {
    const type = name.startsWith('remove') ? 'RemoveRecordInput' : `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ${shown} userErrors { code field message } } }`;
    return (await registry().as.everyRole.get(document, { input }))[name];
  },
  async made(name: string, input: object, shown: string): Promise<string> {
    const answer = await this.run(name, input, `${shown} { id }`);
    if (answer.userErrors.length > 0) throw new Error(JSON.stringify(answer.userErrors));
    return answer[shown].id;
  },
});

/** For each mutation that changes an object field by field, how the object is made. */
export async function changedObjects(registry: () => TestRegistry): Promise<Readonly<Record<string, ChangedObject>>> {
  const commands = commandsOf(registry);
  const units = givenUnits(registry);
  const models = givenModels(registry);
  const [one, two, third, fourth] = [
    await units.establish({ name: 'Một' }),
    await units.establish({ name: 'Hai' }),
    await units.establish({ name: 'Ba' }),
    await units.establish({ name: 'Bốn' }),
  ];
  const person = (name: string): Promise<string> => commands.made('recordPerson', { name, unitId: one }, 'person');
  const shownBy = async (id: string, fields: string): Promise<any> =>
    (await registry().as.everyRole.get(`query ($id: ID!) { node(id: $id) { ${fields} } }`, { id })).node;
  let made = 0;
  let decision: string | undefined;
  const sectors = (await registry().as.reader.get('{ sectors { nodes { id } } }')).sectors.nodes as { id: string }[];

  return {
    editModel: {
      fields: {
        title: ['Tên một', 'Tên hai'],
        unitId: [one, two],
        kind: ['MODEL', 'EXEMPLAR'],
        subjectKind: ['INDIVIDUAL', 'HOUSEHOLD'],
        jointOwnerIds: [[third, fourth].toSorted(), [fourth]],
        parentId: [await models.draft(one), await models.draft(one)],
        personId: [await person('Người một'), await person('Người hai')],
        copyOfId: [await models.draft(one), await models.draft(one)],
        sectorId: [sectors[0]!.id, sectors[1]!.id],
        place: ['Khu một', 'Khu hai'],
        village: [
          { kind: 'THON', name: 'Một' },
          { kind: 'BAN', name: 'Hai' },
        ],
        themes: [['An sinh', 'Môi trường'], ['Tiếp dân']],
        starts: ['2025-06', '2025'],
        endsOn: ['2026-12-31', '2027-06-30'],
        form: Object.fromEntries(FORM.map(item => [item, [`${item} một`, `${item} hai`] as const])),
      },
      create: first => commands.made('draftModel', first, 'model'),
    },
    correctDecision: {
      fields: {
        number: ['1/QĐ-UBND', '2/QĐ-UBND'],
        kind: ['DECISION', 'PLAN'],
        issuedOn: ['2024-01-02', '2024-03-04'],
        issuerId: [one, two],
        signer: ['Chủ tịch', 'Phó Chủ tịch'],
        signerPost: ['Chủ tịch', 'Quyền Chủ tịch'],
        abstract: ['Về việc một', 'Về việc hai'],
        source: ['Sổ một', 'Sổ hai'],
      },
      async create(first) {
        // A number is an issuer's once in a year.
        if (decision) {
          const { node } = await registry().as.everyRole.get('query ($id: ID!) { node(id: $id) { ... on Decision { version } } }', {
            id: decision,
          });
          await commands.run('removeDecision', { id: decision, expectedVersion: node.version, reason: 'Kiểm thử' });
        }
        return (decision = await commands.made('recordDecision', first, 'decision'));
      },
    },
    correctCommendation: {
      fields: {
        name: ['Cá nhân một', 'Cá nhân hai'],
        post: ['Trưởng thôn', 'Bí thư chi bộ'],
        unitName: ['Xã một', 'Xã hai'],
        presentedOn: ['2024-01-02', '2024-03-04'],
        source: ['Sổ một', 'Sổ hai'],
      },
      create: first =>
        commands.made('recordPastCommendation', { issuerId: one, kind: 'INDIVIDUAL', reason: `Việc ${++made}`, ...first }, 'commendation'),
      async read(id) {
        const { commendation } = await registry().as.everyRole.get(
          'query ($id: ID!) { commendation(id: $id) { recipient { name post unit } presentedOn source } }',
          { id },
        );
        const { recipient, presentedOn, source } = commendation;
        return { name: recipient.name, post: recipient.post, unitName: recipient.unit, presentedOn, source };
      },
    },
    correctAttestation: {
      fields: { attestedOn: ['2022', '2022-05-06'], source: ['Báo cáo một', 'Báo cáo hai'] },
      create: first => commands.made('recordPast', { title: 'Mô hình cũ', unitId: one, subjectKind: 'COLLECTIVE', ...first }, 'model'),
    },
    correctCriteriaSet: {
      fields: { name: ['Bộ tiêu chí một', 'Bộ tiêu chí hai'], issuerId: [one, two], note: ['Ghi chú một', 'Ghi chú hai'] },
      create: first =>
        commands.made('draftCriteriaSet', { graded: 'UNIT_YEAR', version: { scoring: 'GUIDANCE' }, ...first }, 'criteriaSet'),
    },
    correctRegistrationRound: {
      fields: {
        name: ['Đợt một', 'Đợt hai'],
        opensOn: ['2024-01-02', '2024-02-03'],
        closesOn: ['2024-10-11', '2024-11-12'],
        appraisedAt: [['COMMUNE'], ['COMMUNE', 'PROVINCE']],
      },
      async create(first) {
        const movementId = await commands.made('launchMovement', { name: `Phong trào ${++made}`, launcherId: one }, 'movement');
        return commands.made('openRegistrationRound', { movementId, unitId: one, ...first }, 'registrationRound');
      },
    },
    correctReceivingAuthority: {
      fields: {
        receiverId: [one, two],
        recogniserId: [third, fourth],
        level: ['COMMUNE', 'PROVINCE'],
        requiresAppraisal: [true, false],
        basis: ['Quy chế một', 'Quy chế hai'],
        validFrom: ['2020-01-02', '2021-03-04'],
        validTo: ['2030-05-06', '2031-07-08'],
      },
      async create(first) {
        const unitId = await units.establish({ name: `Có quy tắc ${++made}` });
        return commands.made('setReceivingAuthority', { unitId, line: 'TERRITORY', ...first }, 'receivingAuthority');
      },
    },
    ...(await changedReplications(commands, models, registry, [one, two])),
    ...changedPeople(commands, registry, { one, two, person }),
    ...changedProposals(commands, registry, one),
    ...changedCouncils(commands, units, { unitId: one, person }),
    editView: {
      fields: { name: ['Bộ lọc một', 'Bộ lọc hai'], arguments: ['{"orderBy":"TITLE"}', '{"filter":{"placed":true}}'] },
      async create(first) {
        // A name is used once by each account.
        const { savedViews } = await registry().as.everyRole.get('{ savedViews { nodes { id version } } }');
        for (const { id, version } of savedViews.nodes)
          await registry().as.everyRole.get('mutation ($input: OwnViewInput!) { removeView(input: $input) { removedId } }', {
            input: { id, expectedVersion: version },
          });
        return commands.made('saveView', { lists: 'MODELS', ...first }, 'savedView');
      },
      async read(id) {
        const { name, arguments: kept } = await shownBy(id, '... on SavedView { name arguments }');
        return { name, arguments: JSON.stringify(kept) };
      },
    },
    ...(await changedFigures(commands, units, { one, two, models: [await models.draft(one), await models.draft(two)], shown: shownBy })),
    correctMovement: {
      fields: {
        name: ['Phong trào một', 'Phong trào hai'],
        launcherId: [one, two],
        act: { number: ['1-KH/BDV', '2-KH/BDV'], date: ['2024-01-02', '2024-03-04'], issuer: ['Ban một', 'Ban hai'] },
        starts: ['2024', '2024-02'],
        ends: ['2026', '2027-12-31'],
        note: ['Ghi chú một', 'Ghi chú hai'],
      },
      create: first => commands.made('launchMovement', first, 'movement'),
    },
  };
}
