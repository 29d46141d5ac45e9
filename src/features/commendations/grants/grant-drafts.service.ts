import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Rights } from '../../../platform/access/rights.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Problems } from '../../../platform/errors/domain-error.js';
import type { Id } from '../../../shared/ids.js';
import { DecisionsService } from '../../decisions/decisions.service.js';
import type { DraftedGrant } from './given-recipients.js';
import { deleteDraft, draftOf, writeDraft } from './grant-draft.store.js';
import { GrantsService, refuseOddLine } from './grants.service.js';
import { Recipients } from './recipients.js';

/** Drafts what a decision would grant. Who is meant by each line is examined now, and the whole when the decision is issued, with its day. */
@Injectable()
export class GrantDraftsService {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
    private readonly decisions: DecisionsService,
    private readonly grants: GrantsService,
    private readonly recipients: Recipients,
  ) {}

  /** Takes the place of what was drafted before. @returns the decision */
  draft(actor: Actor, decisionId: Id, expectedVersion: number, given: DraftedGrant): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const issuerId = await this.decisions.touchDraft(tx, decisionId, expectedVersion, id =>
        this.rights.require(tx, 'commendation.record', id),
      );
      const problems = new Problems();
      for (const [index, line] of given.recipients.entries()) {
        const at = (field: string): readonly (string | number)[] => ['recipients', index, field];
        refuseOddLine(line, problems, at);
        await this.recipients.resolve(tx, line, { day: tx.today, mustLive: false }, problems, at);
      }
      problems.refuseIfAny();
      const before = await draftOf(tx.query, decisionId);
      await writeDraft(tx, decisionId, given);
      await tx.audit({
        action: 'decision.commendationsDrafted',
        object: { type: 'Decision', id: decisionId },
        unitId: issuerId,
        before: before && { carries: linesOf(before) },
        after: { carries: linesOf(given) },
      });
      return decisionId;
    });
  }

  /** Grants what the draft holds, now that its decision is issued. */
  async carryOut(tx: Tx, decisionId: Id): Promise<void> {
    const given = await draftOf(tx.query, decisionId);
    if (!given) return;
    await this.grants.grantIn(tx, { ...given, decisionId, decision: null, presentedOn: null });
    await deleteDraft(tx, decisionId);
  }
}

/** What a draft would grant, a line each with every value that was given. */
export function linesOf({ recipients, ...dossier }: DraftedGrant): string[] {
  return [dossier, ...recipients].map(said).filter(line => line !== '');
}

const said = (values: object): string =>
  Object.entries(values)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${value}`)
    .toSorted()
    .join('; ');
