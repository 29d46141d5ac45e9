import type { Client } from 'pg';
import { toGlobalId } from '../src/shared/ids.js';
import { PROVINCE } from './bench.database.js';
import { COMMUNES, DISTRICTS, PROVINCES, modelId, roundId, unitId as unitWith } from './data.shape.js';
import { COMMON, RARE } from './data.words.js';

/** One kind of question, asked with many values in turn. */
export interface Workload {
  readonly name: string;
  /** The file of its document, under `documents/`. */
  readonly document: string;
  readonly variables: readonly Readonly<Record<string, unknown>>[];
  /** Whether all of it lies in the one province, so that the client with a right to that province alone is measured, too. */
  readonly inProvince?: boolean;
}

const DETAILS = 500;
const UNITS = 60;

/** The questions of the bench over these data; `newest` is there for the peers, which cannot ask for a unit and all below it. `endCursor` asks the registry for the cursor that follows a first page. */
export async function workloadsOver(
  client: Client,
  models: number,
  endCursor: (document: string, variables: Readonly<Record<string, unknown>>) => Promise<string>,
): Promise<Workload[]> {
  const units = async (first: number, count: number): Promise<string[]> => {
    const { rows } = await client.query<{ id: string }>(
      `select ${unitWith('i')} as id from generate_series($1::int, $1 + $2::int - 1, greatest(1, $2::int / ${UNITS})) i limit ${UNITS + 3}`,
      [first, count],
    );
    return rows.map(({ id }) => toGlobalId('Unit', id));
  };
  const provinces = await units(1, PROVINCES);
  const districts = await units(1 + PROVINCES, DISTRICTS);
  const communes = await units(1 + PROVINCES + DISTRICTS, COMMUNES);
  const { rows: details } = await client.query<{ id: string }>(
    `select ${modelId('i')} as id from generate_series(1, $1::int, greatest(1, $1::int / ${DETAILS})) i`,
    [models],
  );
  const firsts = provinces.map(unitId => ({ unitId }));
  const seconds: { unitId: string; after: string }[] = [];
  for (const first of firsts) seconds.push({ ...first, after: await endCursor('list', first) });
  const { rows: rounds } = await client.query<{ id: string }>(`select ${roundId(1)} as id`);
  const inProvince = provinces[PROVINCE - 1];
  const { rows: own } = await client.query<{ id: string }>(
    `select m.id from emulation_model m join unit_span s on s.unit_id = m.unit_id
      where s.territory_id in (select d.unit_id from unit_span d where d.parent_id = ${unitWith(String(PROVINCE))})
         or s.parent_id in (select d.unit_id from unit_span d where d.parent_id = ${unitWith(String(PROVINCE))})
      order by m.id limit ${DETAILS}`,
  );
  return [
    {
      name: 'own list',
      document: 'list',
      variables: [...firsts, ...seconds].filter(({ unitId }) => unitId === inProvince),
      inProvince: true,
    },
    {
      name: 'own detail',
      document: 'detail',
      variables: own.map(({ id }) => ({ id: toGlobalId('EmulationModel', id) })),
      inProvince: true,
    },
    { name: 'list', document: 'list', variables: [...firsts, ...seconds] },
    { name: 'newest', document: 'newest', variables: [{}] },
    { name: 'detail', document: 'detail', variables: details.map(({ id }) => ({ id: toGlobalId('EmulationModel', id) })) },
    { name: 'subtree', document: 'by-title', variables: [...districts, ...communes].map(unitId => ({ unitId })) },
    { name: 'search, rare', document: 'search', variables: [{ text: RARE.asked }] },
    { name: 'search, common', document: 'search', variables: [{ text: COMMON.asked }] },
    { name: 'ranking', document: 'ranking', variables: [{ id: toGlobalId('AppraisalRound', rounds[0]!.id) }] },
    { name: 'by state', document: 'states', variables: [{ state: ['RETURNED'] }, { state: ['RECOGNISED', 'RECEIVED'] }] },
  ];
}
