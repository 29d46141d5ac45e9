import type { Role } from '../../src/platform/access/actor.js';
import { FULL_FORM } from './full-form.js';
import type { TestRegistry } from './test-registry.js';

interface StepRow {
  readonly model: { id: string; state: string; running: string; version: number; holder: { name: string } | null };
  readonly userErrors: { code: string; field: string[]; message: string }[];
}

export interface GivenModels {
  /** Creates a draft of the unit. @returns its id. */
  draft(unitId: string, more?: Record<string, unknown>): Promise<string>;
  /** A step by its mutation, for one model or many. */
  step(mutation: string, ids: string | readonly string[], more?: Record<string, unknown>): Promise<StepRow[]>;
  /** Sets the receiving and recognising authority of a unit and all units under it. */
  authority(unitId: string, receiverId: string, more?: Record<string, unknown>): Promise<void>;
  decision(issuerId: string, more?: Record<string, unknown>): Promise<string>;
}

let number = 0;

/** The role of each step; steps not listed here are the board's. */
const DONE_BY: Readonly<Record<string, Role>> = {
  draftModel: 'unitOfficer',
  submitModels: 'unitHead',
  withdrawModels: 'unitHead',
  startModels: 'unitOfficer',
  stopModels: 'unitOfficer',
  resumeModels: 'unitOfficer',
  recogniseModels: 'leader',
  declineModels: 'leader',
  revokeModels: 'leader',
};

/** Creates models and takes them through their lifecycle by the ordinary mutations. */
export function givenModels(registry: () => TestRegistry): GivenModels {
  const run = async (name: string, type: string, input: Record<string, unknown>, fields: string): Promise<any> => {
    const { [name]: answer } = await registry().as[DONE_BY[name] ?? 'boardStaff'].get<Record<string, any>>(
      `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { code field message } } }`,
      { input },
    );
    if (answer.userErrors.length > 0) throw new Error(JSON.stringify(answer.userErrors));
    return answer;
  };
  return {
    async draft(unitId, more = {}) {
      const input = { title: `Mô hình ${++number}`, unitId, subjectKind: 'COLLECTIVE', form: FULL_FORM, ...more };
      return (await run('draftModel', 'DraftModelInput', input, 'model { id }')).model.id;
    },
    async step(asked, ids, given = {}) {
      // Only the board states an earlier day of a submission.
      const onPaper = asked === 'submitModels' && 'on' in given;
      const [mutation, more] = onPaper ? ['recordModelSubmissions', { source: 'Sổ văn thư', ...given }] : [asked, given];
      const decided = ['recogniseModels', 'declineModels', 'revokeModels'].includes(mutation);
      const models = [ids].flat().map(id => ({ id }));
      const fields = 'rows { model { id state running version holder { name } } userErrors { code field message } }';
      const type = onPaper ? 'RecordModelSubmissionsInput' : decided ? 'DecideModelsInput' : 'StepModelsInput';
      return (await run(mutation, type, { models, ...more }, fields)).rows;
    },
    async authority(unitId, receiverId, more = {}) {
      const input = { unitId, line: 'TERRITORY', receiverId, level: 'COMMUNE', validFrom: '2000-01-01', basis: 'chưa xác minh', ...more };
      await run('setReceivingAuthority', 'SetReceivingAuthorityInput', input, 'receivingAuthority { id }');
    },
    async decision(issuerId, more = {}) {
      const input = { number: `${++number}/QĐ-UBND`, kind: 'DECISION', issuedOn: '2020-01-01', issuerId, ...more };
      return (await run('recordDecision', 'RecordDecisionInput', input, 'decision { id }')).decision.id;
    },
  };
}
