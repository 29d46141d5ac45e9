import type { Tx } from '../../platform/database/tx.js';
import type { QueryRows } from '../../platform/database/query-rows.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import { flattened, hashOf, type FlatContent } from './proposal.content.js';
import { ProposalEntity, ProposalItemEntity, ProposalSnapshotEntity } from './proposal.entity.js';

export type ProposalRow = ProposalEntity;
export type ItemRow = ProposalItemEntity;

/** The proposal, locked against other writers until the transaction ends. */
export const lockProposal = (tx: Tx, id: Id): Promise<ProposalRow | null> =>
  tx.manager.findOne(ProposalEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });

/** Its lines, by number. */
export const itemsOf = (tx: Tx, proposalId: Id): Promise<ItemRow[]> =>
  tx.manager.find(ProposalItemEntity, { where: { proposalId }, order: { number: 'ASC' } });

const NEW = {
  issuerId: null,
  state: 'DRAFT',
  sentOn: null,
  receivedOn: null,
  returnedOn: null,
  returnReason: null,
  commentFrom: null,
  commentDays: null,
  commentTo: null,
  decisionId: null,
  despiteReason: null,
  version: 1,
} as const;

/** A new draft without lines; its hash follows with them (`keepContent`). */
export async function insertProposal(
  tx: Tx,
  row: Pick<ProposalRow, 'id' | 'proposerId' | 'roundId' | 'councilId' | 'title'>,
): Promise<void> {
  await tx.manager.insert(ProposalEntity, { ...NEW, ...row, draftedOn: tx.today, contentHash: hashOf({}) });
}

export async function replaceItems(tx: Tx, proposalId: Id, rows: readonly ItemRow[]): Promise<void> {
  await tx.manager.delete(ProposalItemEntity, { proposalId });
  await tx.manager.insert(ProposalItemEntity, [...rows] as never);
}

/** The version is raised by `changeProposal`, where the content is another one then. */
export async function retitle(tx: Tx, id: Id, title: string): Promise<void> {
  await tx.manager.update(ProposalEntity, { id }, { title });
}

export async function changeProposal(
  tx: Tx,
  { id, version }: Pick<ProposalRow, 'id' | 'version'>,
  changes: Partial<ProposalRow>,
): Promise<void> {
  await tx.manager.update(ProposalEntity, { id }, { ...changes, version: version + 1 } as never);
}

/** What came of the lines: a commendation, or why it was left out. */
export async function keepOutcome(
  tx: Tx,
  outcomes: readonly { readonly id: Id; readonly commendationId: Id | null; readonly reason: string | null }[],
): Promise<void> {
  await tx.query(
    `update proposal_item i set commendation_id = o.commendation_id, left_out_reason = o.reason
       from unnest($1::uuid[], $2::uuid[], $3::text[]) o (id, commendation_id, reason) where i.id = o.id`,
    [outcomes.map(({ id }) => id), outcomes.map(({ commendationId }) => commendationId), outcomes.map(({ reason }) => reason)],
  );
}

/** Stores the hash of what the proposal says now, and that content, so that an approval of it can be compared later. @returns the hash */
export async function keepContent(tx: Tx, id: Id): Promise<string> {
  const content = await contentOf(tx.query, id);
  const hash = hashOf(content);
  await tx.manager
    .createQueryBuilder()
    .insert()
    .into(ProposalSnapshotEntity)
    .values({ proposalId: id, hash, content })
    .orIgnore()
    .execute();
  await tx.query(`update proposal set content_hash = $2 where id = $1`, [id, hash]);
  return hash;
}

/** What the proposal said when it had this hash; `undefined`: it never had. */
export const contentWith = async (tx: Tx, id: Id, hash: string): Promise<FlatContent | undefined> =>
  (await tx.manager.findOneBy(ProposalSnapshotEntity, { proposalId: id, hash }))?.content;

const globalOr = (type: string, id: Id | null): string | null => (id === null ? null : toGlobalId(type, id));

interface Said {
  readonly title: string;
  readonly items: readonly ItemRow[];
  readonly dossier: readonly { readonly part: string; readonly name: string; readonly sha256: string }[];
  readonly clearances: readonly object[];
}

/** What an approval binds to: the title, the lines, the dossier, and what other agencies answered. */
export async function contentOf(query: QueryRows, id: Id): Promise<FlatContent> {
  const [said] = await query<Said>(
    `select p.title,
        (select coalesce(json_agg(json_build_object('number', i.number, 'form', i.form, 'kind', i.kind, 'modelId', i.model_id, 'unitId', i.unit_id,
           'personId', i.person_id, 'evaluationId', i.evaluation_id, 'name', i.name, 'post', i.post, 'unitName', i.unit_name, 'count', i.count, 'reason', i.reason,
           'periodFrom', i.period_from, 'periodTo', i.period_to, 'met', i.met) order by i.number), '[]') from proposal_item i where i.proposal_id = p.id) as items,
        (select coalesce(json_agg(json_build_object('part', d.part, 'name', f.name, 'sha256', f.sha256) order by d.file_id), '[]')
           from proposal_file d join file f on f.id = d.file_id where d.proposal_id = p.id) as dossier,
        (select coalesce(json_agg(json_build_object('agency', c.agency, 'askedOn', c.asked_on, 'answeredOn', c.answered_on, 'result', c.result, 'words', c.words)
           order by c.id), '[]') from proposal_clearance c where c.proposal_id = p.id) as clearances
       from proposal p where p.id = $1`,
    [id],
  );
  const { title, items, dossier, clearances } = said!;
  return flattened({
    title,
    items: Object.fromEntries(
      items.map(({ number, modelId, unitId, personId, evaluationId, ...item }) => [
        number,
        {
          ...item,
          model: globalOr('EmulationModel', modelId),
          unit: globalOr('Unit', unitId),
          person: globalOr('Person', personId),
          evaluation: globalOr('Evaluation', evaluationId),
        },
      ]),
    ),
    dossier: Object.fromEntries(dossier.map(({ part, name, sha256 }) => [sha256, `${part}: ${name}`])),
    clearances,
  });
}
