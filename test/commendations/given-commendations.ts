import type { Asker, TestRegistry } from '../support/test-registry.js';

const ROW = `id version form level count statedCount state certificateCode fromPaper presentedOn reason authority
  recipient { kind name post unit } money { amount formula } law { act reason verified explanation chosenBy } decision { number } unit { id }`;

export interface Refused {
  readonly code: string;
  readonly field: string;
  readonly message: string;
}

let numbers = 100;

/** Grants, records, completes and revokes commendations by the ordinary mutations. */
export const givenCommendations = (registry: () => TestRegistry) => {
  const send = async (by: Asker, name: string, input: object, shown: string, type?: string): Promise<any> => {
    const { data, errors } = await by.ask(
      `mutation ($input: ${type ?? `${name[0]!.toUpperCase()}${name.slice(1)}Input`}!) { ${name}(input: $input) { ${shown} userErrors { code field message } } }`,
      { input },
    );
    if (errors) return { refused: [{ code: errors[0]!.extensions.code, field: '', message: errors[0]!.message }] };
    const { userErrors, ...payload } = data[name];
    return { ...payload, refused: userErrors.map((one: any): Refused => ({ ...one, field: one.field.slice(1).join('.') })) };
  };
  const done = (answer: any): any => {
    if (answer.refused.length > 0) throw new Error(JSON.stringify(answer.refused));
    return answer;
  };
  const line = (more: object = {}): object => ({
    form: 'GIAY_KHEN',
    kind: 'INDIVIDUAL',
    name: 'Cá nhân A',
    reason: 'Thành tích trong phong trào “Dân vận khéo”',
    ...more,
  });
  const tryToGrant = async (issuerId: string, issuedOn: string, recipients: readonly object[], more: any = {}): Promise<any> => {
    const { by = registry().as.leader, number = `${++numbers}/QĐ-UBND`, ...input } = more;
    const answer = await send(
      by,
      'grantCommendations',
      { ...(input.decisionId ? {} : { decision: { number, issuedOn, issuerId } }), ...input, recipients },
      `decision { id number awardMoney { recipients amount unknown } } rows { commendation { ${ROW} } }`,
    );
    return { ...answer, rows: answer.rows?.map(({ commendation }: any) => commendation) };
  };
  return {
    line,
    send,
    tryToGrant,
    grant: async (issuerId: string, issuedOn: string, recipients: readonly object[], more: object = {}): Promise<any> =>
      done(await tryToGrant(issuerId, issuedOn, recipients, more)),
    past: async (input: object, by: Asker = registry().as.boardStaff): Promise<any> =>
      send(by, 'recordPastCommendation', { source: 'Sổ khen thưởng', ...input }, `commendation { ${ROW} }`),
    complete: (id: string, expectedVersion: number, recipients: readonly object[], by: Asker = registry().as.boardStaff): Promise<any> =>
      send(by, 'completeCommendation', { id, expectedVersion, recipients }, `commendation { ${ROW} names { ${ROW} } }`),
    takeBack: (name: string, id: string, expectedVersion: number, by: Asker): Promise<any> =>
      send(by, name, { id, expectedVersion, reason: 'Ghi nhầm' }, `commendation { ${ROW} names { id } }`, 'TakeBackCommendationInput'),
    revoke: (id: string, expectedVersion: number, more: object = {}): Promise<any> =>
      send(
        registry().as.leader,
        'revokeCommendation',
        { id, expectedVersion, on: '2026-11-01', ground: 'FALSE_DECLARATION', reason: 'Kê khai gian dối', ...more },
        `commendation { ${ROW} revocation { on ground certificateDue certificateRecoveredOn moneyDue moneyRecoveredOn done } }`,
      ),
    remove: (id: string, expectedVersion: number, by: Asker = registry().as.leader): Promise<any> =>
      send(by, 'removeCommendation', { id, expectedVersion, reason: 'Nhập nhầm' }, 'removedId', 'RemoveRecordInput'),
    one: async (id: string, by: Asker = registry().as.reader): Promise<any> =>
      (await by.get(`query ($id: ID!) { commendation(id: $id) { ${ROW} names { ${ROW} } } }`, { id })).commendation,
    list: async (filter: object, by: Asker = registry().as.reader, asOf?: string): Promise<any[]> =>
      (
        await by.get(
          `query ($filter: CommendationFilter, $asOf: LocalDate) { commendations(filter: $filter, asOf: $asOf, first: 100) { nodes { ${ROW} } } }`,
          { filter, asOf },
        )
      ).commendations.nodes,
    codes: ({ refused }: { readonly refused: readonly Refused[] }): [string, string][] => refused.map(({ code, field }) => [code, field]),
  };
};
