import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { FileErrors } from '../../../platform/files/file.errors.js';
import { DOCUMENT_KINDS } from '../../../platform/files/file-kinds.js';
import { FilePurposes, describePurpose, filePurpose, type FileRecords } from '../../../platform/files/file-purposes.js';
import { Files } from '../../../platform/files/files.service.js';
import { Scopes } from '../../../platform/views/scopes.js';
import type { Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import { ProposalGuard, type SeenProposal } from '../proposal-guard.js';
import type { DossierPart } from '../proposal.kinds.js';
import { changeProposal, keepContent } from '../proposal.store.js';
import { proposalTerms } from '../proposal.terms.js';
import { proposalView } from '../proposal.view.js';
import { deleteFile, insertFile, proposalWith } from './proposal-file.store.js';

const DOSSIER = filePurpose({ name: 'PROPOSAL_DOSSIER', recordType: 'Proposal', kinds: DOCUMENT_KINDS });
describePurpose('PROPOSAL_DOSSIER', proposalTerms.PROPOSAL_DOSSIER);

/** The files of dossiers: attached by the staff of the proposing body until the decision, read by everyone who sees the proposal. */
@Injectable()
export class ProposalFiles implements OnModuleInit, FileRecords {
  readonly purpose = DOSSIER;

  constructor(
    private readonly db: Database,
    private readonly files: Files,
    private readonly purposes: FilePurposes,
    private readonly guard: ProposalGuard,
    private readonly scopes: Scopes,
  ) {}

  onModuleInit(): void {
    this.purposes.register(this);
  }

  async authorise(tx: Tx, recordId: Id): Promise<void> {
    const { version: expectedVersion } = await this.guard.seen(tx, recordId);
    await this.guard.writing(tx, { id: recordId, expectedVersion });
  }

  async mayRead(actor: Actor, fileId: Id): Promise<boolean> {
    const id = await proposalWith(this.db.rows, fileId);
    return id !== undefined && this.scopes.sees({ actor, query: this.db.rows, today: this.db.today() }, proposalView, id);
  }

  attach(actor: Actor, seen: SeenProposal, fileId: Id, part: DossierPart): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const proposal = await this.guard.writing(tx, seen);
      const { id, proposerId: unitId } = proposal;
      if ((await proposalWith(tx.query, fileId)) === id) return tx.unchanged(id);
      const { name: file, sha256 } = await this.files.linkIn(tx, fileId, DOSSIER, id);
      await insertFile(tx, id, fileId, part);
      await changeProposal(tx, proposal, {});
      await keepContent(tx, id);
      await tx.audit({ action: 'proposal.fileAttached', object: { type: 'Proposal', id }, unitId, after: { file, sha256, part } });
      return id;
    });
  }

  detach(actor: Actor, seen: SeenProposal, fileId: Id, reason: string): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const proposal = await this.guard.writing(tx, seen);
      const { id, proposerId: unitId } = proposal;
      const part = await deleteFile(tx, id, fileId);
      if (!part) throw FileErrors.FILE_NOT_FOUND();
      const { name: file, sha256 } = await this.files.unlinkIn(tx, fileId);
      await changeProposal(tx, proposal, {});
      await keepContent(tx, id);
      const entry = { unitId, before: { file, sha256, part }, reason: cleanText(reason) };
      await tx.audit({ action: 'proposal.fileDetached', object: { type: 'Proposal', id }, ...entry });
      return id;
    });
  }
}
