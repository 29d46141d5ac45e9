import type { Asker, TestRegistry } from '../support/test-registry.js';

/** Runs mutations on indicators and figures. */
export const givenFigures = (registry: () => TestRegistry) => {
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
  const reported = async (indicatorId: string, unitId: string, raw: string, more: object = {}): Promise<string> => {
    const input = { indicatorId, unitId, raw, covers: 'WHOLE', starts: '2022-01-01', ends: '2022-12-31', source: 'Báo cáo năm', ...more };
    return (await made(registry().as.unitOfficer, 'reportFigure', input, 'figure { id }')).figure.id;
  };
  const approve = (...ids: string[]): Promise<any> =>
    made(registry().as.boardStaff, 'approveFigures', { ids }, 'approved { figure { state } }');
  return {
    send,
    made,
    reported,
    approve,
    /** A figure that counts in totals. */
    async approved(indicatorId: string, unitId: string, raw: string, more: object = {}): Promise<string> {
      const id = await reported(indicatorId, unitId, raw, more);
      await approve(id);
      return id;
    },
    async target(indicatorId: string, unitId: string, value: string, more: object = {}): Promise<string> {
      const period = { covers: 'WHOLE', starts: '2022-01-01', ends: '2022-12-31' };
      const input = { indicatorId, unitId, value, ...period, basis: 'Kế hoạch năm', ...more };
      return (await made(registry().as.boardStaff, 'setFigureTarget', input, 'figureTarget { id }')).figureTarget.id;
    },
    remark: async (figureId: string, more: object = {}, by = registry().as.boardStaff): Promise<string> =>
      (await made(by, 'remarkOnFigure', { figureId, text: 'Xem lại', ...more }, 'figureRemark { id }')).figureRemark.id,
    async indicator(more: object = {}): Promise<string> {
      const input = { code: `CHI_TIEU_${++count}`, name: `Chỉ tiêu ${count}`, measure: 'mô hình', rollUp: 'SUM', ...more };
      return (await made(registry().as.boardStaff, 'defineIndicator', input, 'indicator { id }')).indicator.id;
    },
    async identity(kind: string, totalId: string, ...partIds: string[]): Promise<string> {
      const input = { name: `Đẳng thức ${++count}`, kind, totalId, partIds };
      return (await made(registry().as.boardStaff, 'defineIdentity', input, 'identity { id }')).identity.id;
    },
    /** Codes and places of what was refused. */
    refused: async (by: Asker, name: string, input: object): Promise<[code: string, field: string][]> =>
      (await send(by, name, input)).userErrors.map((error: any) => [error.code, error.field.slice(1).join('.')]),
    message: async (by: Asker, name: string, input: object): Promise<string> => (await send(by, name, input)).userErrors[0]?.message,
    async total(args: object, by: Asker = registry().as.reader): Promise<any> {
      const { figureTotal } = await by.get(
        `query ($indicatorId: ID!, $unitId: ID!, $from: LocalDate, $to: LocalDate!, $basis: FigureBasis, $asOf: LocalDate) {
          figureTotal(indicatorId: $indicatorId, unitId: $unitId, from: $from, to: $to, basis: $basis, asOf: $asOf) {
            unit reading qualifier waiting notes rows { unit reading counted covered waiting reported }
            residuals { unit reading reason } identities { name residual open explained } } }`,
        { to: '2022-12-31', basis: 'AS_REPORTED', ...args },
      );
      return figureTotal;
    },
    /** What the identities of a figure leave open. */
    async results(figureId: string): Promise<any[]> {
      const { node } = await registry().as.reader.get(
        `query ($id: ID!) { node(id: $id) { ... on Figure { identities { name stated computed residual closes missing approved explanation } } } }`,
        { id: figureId },
      );
      return node.identities;
    },
  };
};
