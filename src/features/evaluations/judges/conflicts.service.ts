import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import type { Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import { PersonErrors } from '../../people/person.errors.js';
import { PersonRights } from '../../people/person-rights.js';
import { AppraisalGuard, requireAllowed } from '../appraisal-guard.js';
import { EvaluationErrors } from '../evaluation.errors.js';
import type { ConflictReason } from '../evaluation.kinds.js';
import { renewRunning } from '../results/running-result.js';
import { VersionContents } from '../version-contents.js';
import { AppraisalConflictEntity } from './appraisal-judge.entity.js';
import { conflictsOf, setOverridden } from './appraisal-judge.store.js';
import { Judges } from './judges.js';

export interface DeclaredConflict {
  readonly evaluationId: Id;
  /** Null: the sender’s own. */
  readonly personId: Id | null;
  readonly reason: ConflictReason;
  readonly words: string;
}

/** Conflicts of interest: declared by the person or by the board, and overridden by a second person. A sheet that was submitted before is left out. */
@Injectable()
export class ConflictsService {
  constructor(
    private readonly db: Database,
    private readonly guard: AppraisalGuard,
    private readonly judges: Judges,
    private readonly contents: VersionContents,
    private readonly people: PersonRights,
  ) {}

  declare(actor: Actor, { evaluationId, personId, reason, words }: DeclaredConflict): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const { round, entry } = await this.guard.entry(tx, evaluationId);
      const ofId = personId ?? tx.actor.personId;
      if (ofId === null) throw EvaluationErrors.APPRAISAL_WHO_ARE_YOU();
      if (ofId !== tx.actor.personId) {
        await this.guard.requireAtHost(tx, 'appraisal.manage', round);
        if (!(await this.people.seesIn(tx, ofId))) throw PersonErrors.PERSON_NOT_FOUND({ id: ofId }).at('personId');
      }
      requireAllowed(round, 'score');
      const recorded = await conflictsOf(tx.query, [evaluationId]);
      if (recorded.some(one => one.personId === ofId && one.reason === reason)) return tx.unchanged(evaluationId);
      const row = { evaluationId, personId: ofId, reason, words: cleanText(words), declared: true };
      const found = { hostId: entry.hostId, foundOn: tx.today, foundBy: tx.actor.name, foundById: tx.actor.id };
      await tx.manager.insert(AppraisalConflictEntity, { ...row, ...found });
      await renewRunning(tx, await this.contents.of(tx.query, round.criteriaVersionId), round, evaluationId);
      await tx.audit({
        action: 'evaluation.conflictDeclared',
        object: { type: 'Evaluation', id: evaluationId },
        unitId: round.unitId,
        after: row,
      });
      return evaluationId;
    });
  }

  override(actor: Actor, evaluationId: Id, personId: Id, reason: string): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const { round, entry } = await this.guard.entry(tx, evaluationId);
      await this.guard.requireAtHost(tx, 'appraisal.decide', round);
      requireAllowed(round, 'score');
      const reasons = (await this.judges.conflicts(tx.query, [evaluationId], [personId], tx.today)).of(evaluationId, personId);
      if (reasons.length === 0 && !(await this.people.seesIn(tx, personId)))
        throw PersonErrors.PERSON_NOT_FOUND({ id: personId }).at('personId');
      if (reasons.length === 0)
        throw EvaluationErrors.APPRAISAL_NO_CONFLICT({ person: await this.judges.nameOf(tx, personId) }).at('personId');
      const recorded = (await conflictsOf(tx.query, [evaluationId])).filter(one => one.personId === personId && !one.overridden);
      const isFirst = recorded.some(({ foundById }) => foundById !== null && foundById === tx.actor.id);
      if (tx.actor.personId === personId || isFirst) throw EvaluationErrors.APPRAISAL_OVERRIDE_BY_ANOTHER();
      const known = reasons.filter(each => !recorded.some(one => one.reason === each));
      const common = {
        evaluationId,
        personId,
        hostId: entry.hostId,
        declared: false,
        foundOn: tx.today,
        foundBy: tx.actor.name,
        foundById: null,
      };
      for (const each of known) await tx.manager.insert(AppraisalConflictEntity, { ...common, reason: each });
      await setOverridden(tx, evaluationId, personId, cleanText(reason));
      await renewRunning(tx, await this.contents.of(tx.query, round.criteriaVersionId), round, evaluationId);
      const after = { personId, overridden: reasons };
      await tx.audit({ action: 'evaluation.conflictOverridden', object: { type: 'Evaluation', id: evaluationId }, unitId: round.unitId, after, reason: cleanText(reason) }); // prettier-ignore
      return evaluationId;
    });
  }
}
