import { fromGlobalId } from '../../src/shared/ids.js';
import { accountsChapter } from './oracle.accounts.js';
import { shownIn, type Answer, type Chapter, type ListOracle, type World } from './oracle.chapter.js';
import { commendationsChapter } from './oracle.commendations.js';
import { holdsChapter } from './oracle.holds.js';
import { proposalsChapter } from './oracle.proposals.js';
import { councilsChapter } from './oracle.councils.js';
import { figureWorkChapter } from './oracle.figure-work.js';
import { figuresChapter } from './oracle.figures.js';
import { reviewsChapter } from './oracle.reviews.js';
import { auditChapter } from './oracle.audit.js';
import { evaluationsChapter } from './oracle.evaluations.js';
import { criteriaChapter } from './oracle.criteria.js';
import { decisionsChapter } from './oracle.decisions.js';
import { eventsChapter } from './oracle.events.js';
import { filesChapter } from './oracle.files.js';
import { modelsChapter } from './oracle.models.js';
import { registrationsChapter } from './oracle.registrations.js';
import { movementsChapter } from './oracle.movements.js';
import { peopleChapter } from './oracle.people.js';
import { grantsChapter } from './oracle.grants.js';
import { replicationsChapter } from './oracle.replications.js';
import type { Row, Rows } from './oracle.rows.js';
import { savedViewsChapter } from './oracle.saved-views.js';
import { sectorsChapter } from './oracle.sectors.js';
import { unitsChapter } from './oracle.units.js';

const nodesChapter: Chapter = {
  fields: {
    Query: {
      node: (_, { id }, world) => nodeOf(world, id),
      nodes: (_, { ids }, world) => ids.map((id: string) => nodeOf(world, id)),
    },
  },
};

/**
 * Everything the oracle knows. A field, filter, order or type that the registry declares and that is missing here stops the proof with its
 * name; the generator needs no word of it.
 */
const chapters: readonly Chapter[] = [
  unitsChapter,
  eventsChapter,
  sectorsChapter,
  criteriaChapter,
  evaluationsChapter,
  commendationsChapter,
  proposalsChapter,
  holdsChapter,
  decisionsChapter,
  movementsChapter,
  modelsChapter,
  registrationsChapter,
  auditChapter,
  peopleChapter,
  accountsChapter,
  grantsChapter,
  filesChapter,
  councilsChapter,
  replicationsChapter,
  figuresChapter,
  figureWorkChapter,
  savedViewsChapter,
  reviewsChapter,
  nodesChapter,
];

export const oracleFields: Record<string, Record<string, Answer>> = {};
export const oracleLists: Record<string, ListOracle> = {};
export const oracleNodes: Record<string, (rows: Rows) => readonly Row[]> = {};
for (const { fields, lists, nodes } of chapters) {
  for (const [type, answers] of Object.entries(fields)) oracleFields[type] = { ...oracleFields[type], ...answers };
  Object.assign(oracleLists, lists);
  Object.assign(oracleNodes, nodes);
}

/** With an id, but not for whoever holds the id. */
const APART = new Set(['Account', 'ApiToken']);

/** Whether `node` can show a thing of this type. */
export const isNode = (type: string): boolean => !APART.has(type) && oracleNodes[type] !== undefined;

function nodeOf({ rows, today }: World, globalId: string): object | null {
  const found = fromGlobalId(globalId);
  const table = found && isNode(found.type) && oracleNodes[found.type];
  return table ? shownIn(found.type, table(rows), found.id, today) : null;
}
