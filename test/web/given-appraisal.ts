import { at } from '../councils/given-councils.js';
import { givenRounds, TODAY } from '../evaluations/given-rounds.js';
import type { TestRegistry } from '../support/test-registry.js';

export interface Appraisal {
  readonly roundId: string;
  /** One of each commune. */
  readonly entries: readonly string[];
  readonly communes: readonly string[];
  readonly council: { readonly id: string; readonly people: readonly string[]; readonly members: readonly string[] };
}

/** Open rounds of councils with three members, whose first can be an account. */
export const givenAppraisals = (registry: () => TestRegistry) => {
  const given = givenRounds(registry);
  const link = async (accountId: string, personId: string): Promise<void> => {
    const input = { accountId, personId, validFrom: '2025-01-01', reason: 'Phân công' };
    await given.done(registry().as.administrator, 'linkAccountToPerson', input);
  };
  return {
    ...given,
    link,
    /** @param n how many entries */
    appraisal: async (name: string, n: number): Promise<Appraisal> => {
      const { province, communes, registrationIds } = await given.received(n);
      const council = await given.council(province, 3);
      const round = await given.open({
        name,
        unitId: province,
        criteriaVersionId: await given.version(),
        councilId: council.id,
        registrationIds,
      });
      return { roundId: round.id, entries: round.entries.nodes.map(({ id }: { id: string }) => id), communes, council };
    },
    assign: ({ roundId, entries, council }: Appraisal, personIds = council.people): Promise<unknown> =>
      given.done(registry().as.boardStaff, 'assignAppraisals', {
        roundId,
        how: 'BY_HAND',
        byHand: entries.map(evaluationId => ({ evaluationId, personIds })),
      }),
    /** A session of today with all members. */
    session: ({ council }: Appraisal, subject: string): Promise<string> =>
      given.councils.session(council.id, at('PRESENT', ...council.members), { heldOn: TODAY, subject, kind: 'AWARDS' }),
  };
};
