import { CriteriaSetsService } from '../../src/features/criteria/criteria-sets.service.js';
import type { SetDocument } from '../../src/features/criteria/document/set-document.js';
import { illustrativeSet } from '../../src/features/criteria/known-sets/point-sets.js';
import { systemActor } from '../../src/platform/access/actor.js';
import { Database } from '../../src/platform/database/database.js';
import { dayInVietnam } from '../../src/shared/dates.js';
import { toGlobalId } from '../../src/shared/ids.js';
import { givenCouncils } from '../councils/given-councils.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import type { Asker, TestRegistry } from '../support/test-registry.js';

export const TODAY = dayInVietnam(new Date());

/** The rules of Cần Thơ with invented items, for registrations of models. */
export const MODEL_SET: SetDocument = {
  ...illustrativeSet,
  set: { ...illustrativeSet.set, graded: 'MODEL_REGISTRATION' },
  version: { ...illustrativeSet.version, subjectKinds: [] },
};

const FULL: Readonly<Record<string, string>> = { 'I.1': '4', 'I.2': '6', 'II.1': '30', 'II.2': '30', 'II.3': '20', 'II.4': '10' };

/** A sheet with all points but for those given. */
export const sheet = (points: Readonly<Record<string, string>> = {}): object[] =>
  Object.entries({ ...FULL, ...points }).map(([code, given]) => ({ code, points: given }));

/** No case of the version happened. */
export const NOTHING_HAPPENED = ['THAM_NHUNG', 'MAT_DOAN_KET', 'CACH_CHUC', 'HINH_SU', 'KHIEN_TRACH', 'CANH_CAO'].map(code => ({
  code,
  holds: false,
}));

/** Rounds and what they need, by the ordinary commands. */
export const givenRounds = (registry: () => TestRegistry) => {
  const [units, models, councils] = [givenUnits(registry), givenModels(registry), givenCouncils(registry)];

  const send = async (by: Asker, name: string, input: object, shown = ''): Promise<any> => {
    const own: Readonly<Record<string, string>> = {
      saveSelfAssessment: 'SelfAssessmentInput',
      submitSelfAssessment: 'SelfAssessmentInput',
      saveAppraisal: 'AppraisalInput',
      submitAppraisal: 'AppraisalInput',
      mergePerson: 'MergeRecordInput',
    };
    const type = own[name] ?? `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const { data, errors } = await by.ask(
      `mutation ($input: ${type}!) { ${name}(input: $input) { ${shown} userErrors { code field message } } }`,
      { input },
    );
    if (errors) return { refused: [{ code: errors[0]!.extensions.code, field: '', message: errors[0]!.message }] };
    const { userErrors, ...payload } = data[name];
    return { ...payload, refused: userErrors.map((one: any) => ({ ...one, field: one.field.slice(1).join('.') })) };
  };
  const done = async (by: Asker, name: string, input: object, shown = ''): Promise<any> => {
    const answer = await send(by, name, input, shown);
    if (answer.refused.length > 0) throw new Error(`${name}: ${JSON.stringify(answer.refused)}`);
    return answer;
  };

  /** Publishes a version of a new set. @returns its id */
  const version = async (document: SetDocument = MODEL_SET): Promise<string> => {
    const { app } = registry().registry;
    const id = await app.get(Database).tx(systemActor('test'), async tx => {
      const made = await app.get(CriteriaSetsService).importIn(tx, document, { issuerId: null, versionId: null });
      await app.get(CriteriaSetsService).publishIn(tx, made, 'Kiểm thử');
      return made;
    });
    return toGlobalId('CriteriaSetVersion', id);
  };

  /** A province with communes whose registrations it receives. @returns the ids of received registrations, one a commune */
  const received = async (n: number): Promise<{ province: string; communes: string[]; registrationIds: string[]; modelIds: string[] }> => {
    const province = await units.establish({ name: `Tỉnh ${Math.random()}`.replace('.', ' '), kind: 'TINH' });
    const communes: string[] = [];
    for (let i = 0; i < n; i++) communes.push(await units.establish({ name: `Xã ${i + 1} ${province.slice(-6)}`, parentId: province }));
    await models.authority(province, province);
    const modelIds: string[] = [];
    for (const commune of communes) modelIds.push(await models.draft(commune));
    await models.step('submitModels', modelIds);
    await models.step('receiveModels', modelIds);
    const { nodes } = await registry().as.reader.get(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on EmulationModel { registrations { id } } } }',
      {
        ids: modelIds,
      },
    );
    return { province, communes, modelIds, registrationIds: nodes.map((node: any) => node.registrations[0].id) };
  };

  const person = async (unitId: string, name: string, post?: { unitId: string; validTo?: string }): Promise<string> => {
    const input = { unitId, name, ...(post && { post: { title: 'Công chức', validFrom: '2020-01-01', ...post } }) };
    return (await done(registry().as.boardStaff, 'recordPerson', input, 'person { id }')).person.id;
  };

  const ROUND = 'appraisalRound { id revision state entries(first: 100) { nodes { id number version unit { id } model { id state } } } }';

  return {
    units,
    models,
    councils,
    send,
    done,
    version,
    received,
    person,
    /** A council of the unit with so many members. */
    council: async (unitId: string, n: number): Promise<{ id: string; people: string[]; members: string[] }> => {
      const id = await councils.council(unitId, `Hội đồng ${unitId.slice(-8)}`);
      await councils.rule(id);
      const [people, members]: [string[], string[]] = [[], []];
      for (let i = 0; i < n; i++) {
        people.push(await person(unitId, `Ủy viên ${i + 1}`));
        members.push(await councils.member(id, people[i]!));
      }
      return { id, people, members };
    },
    open: async (input: object): Promise<any> =>
      (
        await done(
          registry().as.boardStaff,
          'openAppraisalRound',
          { name: 'Đợt minh họa', year: Number(TODAY.slice(0, 4)), illustrative: true, ...input },
          ROUND,
        )
      ).appraisalRound,
    tryToOpen: (input: object): Promise<any> =>
      send(
        registry().as.boardStaff,
        'openAppraisalRound',
        { name: 'Đợt', year: Number(TODAY.slice(0, 4)), illustrative: true, ...input },
        ROUND,
      ),
    close: async (roundId: string, more: object = {}): Promise<any> => {
      const { appraisalRound } = await registry().as.boardStaff.get('query ($id: ID!) { appraisalRound(id: $id) { revision } }', {
        id: roundId,
      });
      return send(
        registry().as.boardStaff,
        'closeAppraisalRound',
        { id: roundId, expectedVersion: appraisalRound.revision, ...more },
        ROUND,
      );
    },
    /** A sheet that board staff enter from its paper. */
    enter: (evaluationId: string, personId: string, points: Readonly<Record<string, string>> = {}, more: object = {}): Promise<any> =>
      send(
        registry().as.boardStaff,
        'submitAppraisal',
        { evaluationId, personId, paper: 'Phiếu đã ký', scores: sheet(points), ...more },
        'evaluation { id sheets { id version total state scorer { id } } }',
      ),
    facts: async (evaluationId: string, more: object = {}): Promise<any> => {
      const { evaluation } = await registry().as.boardStaff.get('query ($id: ID!) { evaluation(id: $id) { version } }', {
        id: evaluationId,
      });
      const input = {
        id: evaluationId,
        expectedVersion: evaluation.version,
        answers: NOTHING_HAPPENED,
        basis: 'Báo cáo của đơn vị',
        ...more,
      };
      return send(registry().as.boardStaff, 'stateAppraisalFacts', input, 'evaluation { id version }');
    },
    selfAssess: (by: Asker, evaluationId: string, points: Readonly<Record<string, string>> = {}): Promise<any> =>
      send(by, 'submitSelfAssessment', { evaluationId, scores: sheet(points) }, 'evaluation { self }'),
    result: async (id: string, by: Asker = registry().as.reader): Promise<any> =>
      (
        await by.get(
          `query ($id: ID!) { evaluation(id: $id) { id number version self final grade gradeCode rank tied needsDecision decidedBy decidedReason leftOn leftReason
            explanation { text steps data } sheets { id state total version scorer { id } } judges { person { id } how conflicts { reason overrideReason } } } }`,
          { id },
        )
      ).evaluation,
  };
};
