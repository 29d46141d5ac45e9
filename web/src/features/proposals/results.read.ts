import { useClient } from 'urql';
import { RoundResults, type RoundResultsData } from '#documents/draft';

export type Ranking = NonNullable<RoundResultsData['appraisalRound']>['ranking'];

/** Reads a page of the results of a round after those that are there; `undefined`: it was not reached. */
export function useMoreResults(): (id: string, known: Ranking) => Promise<Ranking | undefined> {
  const client = useClient();
  return async (id, known) => {
    const { data } = await client.query(RoundResults, { id, after: known.pageInfo.endCursor }).toPromise();
    const more = data?.appraisalRound?.ranking;
    return more && { ...more, nodes: [...known.nodes, ...more.nodes] };
  };
}

/** All results of a round, however many pages they are. */
export function useAllResults(): (id: string, known: Ranking) => Promise<Ranking | undefined> {
  const more = useMoreResults();
  return async (id, known) => {
    let all: Ranking | undefined = known;
    while (all?.pageInfo.hasNextPage) all = await more(id, all);
    return all;
  };
}
