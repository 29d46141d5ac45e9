import type { Asker, TestRegistry } from '../support/test-registry.js';

export interface Attendance {
  readonly memberId: string;
  readonly presence: 'PRESENT' | 'IN_WRITING' | 'ABSENT';
}

export const at = (presence: Attendance['presence'], ...memberIds: readonly string[]): Attendance[] =>
  memberIds.map(memberId => ({ memberId, presence }));

export const shareOf = (numerator: number, denominator: number, moreThan = false): object => ({ numerator, denominator, moreThan });

/** The rule of an award session as in Bắc Ninh’s regulations: 2/3 present, 80 % in favour. What counts in writing is ours. */
export const AWARD_RULE = {
  sessionKind: 'AWARDS',
  presence: shareOf(2, 3),
  presenceCountsWritten: false,
  majority: shareOf(80, 100),
  majorityOf: 'MEMBERS_IN_TERM',
  majorityCountsWritten: true,
  validFrom: '2025-01-01',
  basis: '86/2025/QĐ-UBND (Bắc Ninh)',
};

/** Councils and people by the ordinary commands. */
export const givenCouncils = (registry: () => TestRegistry) => {
  const send = async (by: Asker, name: string, input: object, fields: string): Promise<any> => {
    const type =
      name.startsWith('remove') && name !== 'removeCouncilVotes' ? 'RemoveRecordInput' : `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { code field message } } }`;
    return (await by.get(document, { input }))[name];
  };
  const run = (name: string, input: object, fields = ''): Promise<any> => send(registry().as.boardStaff, name, input, fields);
  const made = async (name: string, input: object, fields: string): Promise<any> => {
    const answer = await run(name, input, fields);
    if (answer.userErrors.length > 0) throw new Error(JSON.stringify(answer.userErrors));
    return answer;
  };
  const member = async (councilId: string, personId: string, more: object = {}): Promise<string> => {
    const input = { councilId, personId, role: 'MEMBER', validFrom: '2025-01-01', ...more };
    return (await made('appointCouncilMember', input, 'councilMember { id }')).councilMember.id;
  };
  return {
    run,
    /** Codes and places of what was refused. */
    refused: async (name: string, input: object): Promise<[code: string, field: string][]> =>
      (await run(name, input)).userErrors.map((error: any) => [error.code, error.field.slice(1).join('.')]),
    message: async (name: string, input: object): Promise<string> => (await run(name, input)).userErrors[0].message,
    person: async (unitId: string, name: string): Promise<string> =>
      (await made('recordPerson', { unitId, name }, 'person { id }')).person.id,
    member,
    council: async (unitId: string, name: string, more: object = {}): Promise<string> => {
      const input = { unitId, name, kind: 'EMULATION', validFrom: '2025-01-01', ...more };
      return (await made('createCouncil', input, 'council { id }')).council.id;
    },
    rule: async (councilId: string, more: object = {}): Promise<string> => {
      return (await made('setCouncilRule', { councilId, ...AWARD_RULE, ...more }, 'councilRule { id }')).councilRule.id;
    },
    session: async (councilId: string, attendance: readonly Attendance[], more: object = {}): Promise<string> => {
      const input = { councilId, kind: 'AWARDS', heldOn: '2025-12-10', subject: 'Xét khen thưởng', attendance, ...more };
      return (await made('recordCouncilSession', input, 'councilSession { id }')).councilSession.id;
    },
  };
};
