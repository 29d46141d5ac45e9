import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Rights } from '../../../platform/access/rights.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Problems } from '../../../platform/errors/domain-error.js';
import { releaseFiles } from '../../../platform/records/record.store.js';
import { newId, type Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import { UnitsReader } from '../../units/units.reader.js';
import { ProposalErrors } from '../proposal.errors.js';
import { ProposalGuard, type SeenProposal } from '../proposal-guard.js';
import {
  changeProposal,
  deleteProposal,
  insertProposal,
  itemsOf,
  keepContent,
  replaceItems,
  retitle,
  type ItemRow,
} from '../proposal.store.js';
import type { GivenItem, GivenProposal } from './given-proposal.js';
import { ProposedLines } from './proposed-lines.js';

/** Drafts proposals and edits them until they are decided. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
    private readonly units: UnitsReader,
    private readonly guard: ProposalGuard,
    private readonly lines: ProposedLines,
  ) {}

  /** @throws Refusal with all problems; then nothing is written. */
  draft(actor: Actor, given: GivenProposal, idempotencyKey?: string | null): Promise<Id> {
    return this.db.once(actor, { key: idempotencyKey, command: 'draftProposal', input: given }, tx => this.draftIn(tx, given));
  }

  private async draftIn(tx: Tx, given: GivenProposal): Promise<Id> {
    const { proposerId, roundId, form, evaluationIds } = given;
    await this.rights.require(tx, 'proposal.draft', proposerId);
    const [proposer] = await this.units.onDay(tx, [proposerId], tx.today);
    if (!proposer) throw ProposalErrors.PROPOSAL_UNIT_UNKNOWN({ id: proposerId }).at('proposerId');
    if (!proposer.inForce) throw ProposalErrors.PROPOSAL_UNIT_NOT_IN_FORCE({ unit: proposer.fullName, date: tx.today }).at('proposerId');
    const problems = new Problems();
    const round = roundId === null ? undefined : await this.lines.round(tx, roundId);
    const results = round && form ? await this.lines.ofResults(tx, roundId!, { form, ids: evaluationIds, round }, problems) : [];
    problems.refuseIfAny();
    const id = newId();
    const rows = await this.lines.rowsOf(tx, id, [...results, ...given.items], problems);
    problems.refuseIfAny();
    const title = cleanText(given.title);
    await insertProposal(tx, { id, proposerId, roundId, councilId: round?.councilId ?? null, title });
    await replaceItems(tx, id, rows);
    await keepContent(tx, id);
    const after = { title, roundId, items: rows.map(said) };
    await tx.audit({ action: 'proposal.drafted', object: { type: 'Proposal', id }, unitId: proposerId, after });
    return id;
  }

  /** Removes a draft that was never sent, with its lines and files. @throws PROPOSAL_NOT_A_DRAFT */
  remove(actor: Actor, seen: SeenProposal, reason: string): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const { id, proposerId, title, state, sentOn } = await this.guard.writing(tx, seen);
      if (state !== 'DRAFT' || sentOn !== null) throw ProposalErrors.PROPOSAL_NOT_A_DRAFT();
      const before = { title, items: (await itemsOf(tx, id)).map(said) };
      await deleteProposal(tx, id);
      await releaseFiles(tx, id);
      const entry = { unitId: proposerId, before, reason: cleanText(reason) };
      await tx.audit({ action: 'proposal.removed', object: { type: 'Proposal', id }, ...entry });
      return id;
    });
  }

  /** Replaces the title, or all lines. What is left out stays. An approval of what it said before no longer counts. */
  edit(actor: Actor, seen: SeenProposal, changes: { readonly title?: string; readonly items?: readonly GivenItem[] }): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const proposal = await this.guard.writing(tx, seen);
      const { id, proposerId } = proposal;
      const problems = new Problems();
      const rows = changes.items && (await this.lines.rowsOf(tx, id, changes.items, problems));
      problems.refuseIfAny();
      const title = changes.title === undefined ? proposal.title : cleanText(changes.title);
      const before = { title: proposal.title, ...(rows && { items: (await itemsOf(tx, id)).map(said) }) };
      if (rows) await replaceItems(tx, id, rows);
      await retitle(tx, id, title);
      if ((await keepContent(tx, id)) === proposal.contentHash) return tx.unchanged(id);
      await changeProposal(tx, proposal, {});
      const after = { title, ...(rows && { items: rows.map(said) }) };
      await tx.audit({ action: 'proposal.edited', object: { type: 'Proposal', id }, unitId: proposerId, before, after });
      return id;
    });
  }
}

/** A line as the trail keeps it. */
const said = ({ form, kind, name, post, unitName, count, reason }: ItemRow): object => ({
  form,
  kind,
  name,
  post,
  unitName,
  count,
  reason,
});
