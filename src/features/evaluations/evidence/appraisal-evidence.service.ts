import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import { requireVersion } from '../../../platform/database/expected-version.js';
import type { Tx } from '../../../platform/database/tx.js';
import { errorOf } from '../../../platform/errors/catalogue.js';
import { FileErrors } from '../../../platform/files/file.errors.js';
import { DOCUMENT_KINDS } from '../../../platform/files/file-kinds.js';
import { FilePurposes, filePurpose, type FileRecords } from '../../../platform/files/file-purposes.js';
import { Files } from '../../../platform/files/files.service.js';
import { Scopes } from '../../../platform/views/scopes.js';
import type { Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import { scoredNodes } from '../../criteria/rules/criteria-tree.js';
import { AppraisalGuard, requireAllowed, type OpenEntry } from '../appraisal-guard.js';
import { raiseEntry } from '../evaluation.store.js';
import { VersionContents } from '../version-contents.js';
import { criterionOf, deleteEvidence, insertEvidence } from './appraisal-evidence.store.js';
import { appraisalEvidenceView } from './appraisal-evidence.view.js';

const EVIDENCE = filePurpose({ name: 'APPRAISAL_EVIDENCE', recordType: 'Evaluation', kinds: DOCUMENT_KINDS });

/** A file of an entry, and the entry’s version that the client has read. */
export interface SeenEvidence {
  readonly id: Id;
  readonly expectedVersion: number;
  readonly fileId: Id;
}

/** Evidence of a self-assessment: the unit attaches and detaches it while the round is open; who sees the self-assessment may read it. */
@Injectable()
export class AppraisalEvidenceService implements OnModuleInit, FileRecords {
  readonly purpose = EVIDENCE;

  constructor(
    private readonly db: Database,
    private readonly files: Files,
    private readonly purposes: FilePurposes,
    private readonly scopes: Scopes,
    private readonly guard: AppraisalGuard,
    private readonly contents: VersionContents,
  ) {}

  onModuleInit(): void {
    this.purposes.register(this);
  }

  async authorise(tx: Tx, recordId: Id): Promise<void> {
    await this.opened(tx, recordId);
  }

  mayRead(actor: Actor, fileId: Id): Promise<boolean> {
    return this.scopes.sees({ actor, query: this.db.rows, today: this.db.today() }, appraisalEvidenceView, fileId);
  }

  attach(actor: Actor, seen: SeenEvidence, code: string): Promise<Id> {
    return this.change(actor, seen, async (tx, { round }) => {
      const { id: evaluationId, fileId } = seen;
      const content = await this.contents.of(tx.query, round.criteriaVersionId);
      if (!scoredNodes(content).some(node => node.code === code)) throw errorOf('SHEET_CRITERION_UNKNOWN', { code }).at('code');
      if ((await criterionOf(tx, evaluationId, fileId)) === code) return undefined;
      const { name: file, sha256 } = await this.files.linkIn(tx, fileId, EVIDENCE, evaluationId);
      await insertEvidence(tx, { fileId, evaluationId, code });
      return { action: 'evaluation.evidenceAttached', after: { file, sha256, code } };
    });
  }

  detach(actor: Actor, seen: SeenEvidence, reason: string): Promise<Id> {
    return this.change(actor, seen, async tx => {
      const code = await criterionOf(tx, seen.id, seen.fileId);
      if (code === undefined) throw FileErrors.FILE_NOT_FOUND();
      await deleteEvidence(tx, seen.fileId);
      const { name: file, sha256 } = await this.files.unlinkIn(tx, seen.fileId);
      return { action: 'evaluation.evidenceDetached', before: { file, sha256, code }, reason: cleanText(reason) };
    });
  }

  /** @param work returns what the trail says; `undefined`: nothing changed */
  private change(
    actor: Actor,
    { id, expectedVersion }: SeenEvidence,
    work: (
      tx: Tx,
      opened: OpenEntry,
    ) => Promise<{ readonly action: string; readonly before?: object; readonly after?: object; readonly reason?: string } | undefined>,
  ): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const opened = await this.opened(tx, id);
      requireVersion(expectedVersion, opened.entry.version);
      const said = await work(tx, opened);
      if (!said) return tx.unchanged(id);
      await raiseEntry(tx, id);
      await tx.audit({ ...said, object: { type: 'Evaluation', id }, unitId: opened.entry.unitId });
      return id;
    });
  }

  private async opened(tx: Tx, id: Id): Promise<OpenEntry> {
    const opened = await this.guard.entry(tx, id);
    await this.guard.requireOfUnit(tx, opened.entry);
    requireAllowed(opened.round, 'score');
    return opened;
  }
}
