import type { TestRegistry } from '../support/test-registry.js';

const FIELDS = 'id number kind issuedOn issued complete source issuer { fullName } signer abstract version';

export interface DecisionResult {
  readonly decision: any;
  readonly userErrors: { code: string; field: string[]; message: string }[];
}

/** Records, corrects and lists decisions through the API. */
export function givenDecisions(registry: () => TestRegistry): {
  record(input: Record<string, unknown>): Promise<DecisionResult>;
  correct(input: Record<string, unknown>): Promise<DecisionResult>;
  numbers(filter: Record<string, unknown>, orderBy?: string): Promise<string[]>;
} {
  const change = async (field: string, type: string, input: Record<string, unknown>): Promise<DecisionResult> =>
    (
      await registry().as.boardStaff.get(
        `mutation ($input: ${type}!) { ${field}(input: $input) { decision { ${FIELDS} } userErrors { code field message } } }`,
        { input },
      )
    )[field];
  return {
    record: input => change('recordDecision', 'RecordDecisionInput', { kind: 'DECISION', ...input }),
    correct: input => change('correctDecision', 'CorrectDecisionInput', { reason: 'Nhập nhầm', ...input }),
    numbers: async (filter, orderBy) =>
      (
        await registry().as.reader.get(
          'query ($filter: DecisionFilter, $orderBy: DecisionOrder) { decisions(filter: $filter, orderBy: $orderBy, first: 100) { nodes { number } } }',
          { filter, orderBy },
        )
      ).decisions.nodes.map((node: { number: string }) => node.number),
  };
}

/** Codes and fields of the user errors. */
export const errorsOf = ({ userErrors }: DecisionResult): [string, string][] =>
  userErrors.map(({ code, field }) => [code, field.join('.')]);
