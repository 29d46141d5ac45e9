import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/database/expected-version.js';
import type { Tx } from '../../platform/database/tx.js';
import { changed, type Change } from '../../shared/change.js';
import type { LocalDate } from '../../shared/dates.js';
import { newId, type Id } from '../../shared/ids.js';
import { cleanText } from '../../shared/text.js';
import { UnitErrors } from '../units/unit.errors.js';
import { UnitsReader } from '../units/units.reader.js';
import { ReviewGuard } from './review-guard.js';
import type { ReviewTaskState } from './review-kinds.js';
import { ReviewTaskEntity } from './review.entity.js';
import { ReviewErrors } from './review.errors.js';

export interface TaskContent {
  readonly text: string;
  readonly ownerId: Id | null;
  readonly dueOn: LocalDate | null;
}

/** Tasks that a review sets for the next period. */
@Injectable()
export class ReviewTasksService {
  constructor(
    private readonly db: Database,
    private readonly guard: ReviewGuard,
    private readonly units: UnitsReader,
  ) {}

  addReviewTask(actor: Actor, given: TaskContent & { readonly reviewId: Id }, idempotencyKey?: string | null): Promise<Id> {
    return this.db.once(actor, { key: idempotencyKey, command: 'addReviewTask', input: given }, tx => this.addIn(tx, given));
  }

  /** The same within the caller’s transaction. */
  async addIn(tx: Tx, { reviewId, ...given }: TaskContent & { readonly reviewId: Id }): Promise<Id> {
    const { unitId } = await this.guard.require(tx, reviewId);
    await this.requireOwner(tx, given.ownerId);
    const content = cleaned(given);
    const id = newId();
    await tx.manager.insert(ReviewTaskEntity, { id, reviewId, unitId, ...content, state: 'OPEN', outcome: null });
    await tx.audit({ action: 'reviewTask.added', object: { type: 'ReviewTask', id }, unitId, after: { reviewId, ...content } });
    return id;
  }

  correctReviewTask(
    actor: Actor,
    { id, expectedVersion, reason }: { readonly id: Id; readonly expectedVersion: number; readonly reason: string },
    changes: Change<TaskContent>,
  ): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const { version, unitId, text, ownerId, dueOn } = await this.guard.requireTask(tx, id);
      requireVersion(expectedVersion, version);
      const before = { text, ownerId, dueOn };
      const after = cleaned(changed<TaskContent>(before, changes));
      if (isDeepStrictEqual(after, before)) return tx.unchanged(id);
      await this.requireOwner(tx, after.ownerId);
      await tx.manager.update(ReviewTaskEntity, { id }, { ...after, version: version + 1 });
      const entry = { unitId, before, after, reason: cleanText(reason) };
      await tx.audit({ action: 'reviewTask.corrected', object: { type: 'ReviewTask', id }, ...entry });
      return id;
    });
  }

  /** Says how far the task has come. */
  settleReviewTask(
    actor: Actor,
    given: { readonly id: Id; readonly expectedVersion: number; readonly state: ReviewTaskState; readonly outcome: string | null },
  ): Promise<Id> {
    const { id, expectedVersion, state } = given;
    return this.db.tx(actor, async tx => {
      const task = await this.guard.requireTask(tx, id);
      requireVersion(expectedVersion, task.version);
      if (task.state === state) throw ReviewErrors.REVIEW_TASK_STATE_SAME({ state }).at('state');
      const outcome = given.outcome && cleanText(given.outcome);
      await tx.manager.update(ReviewTaskEntity, { id }, { state, outcome, version: task.version + 1 });
      const entry = { unitId: task.unitId, before: { state: task.state, outcome: task.outcome }, after: { state, outcome } };
      await tx.audit({ action: 'reviewTask.settled', object: { type: 'ReviewTask', id }, ...entry });
      return id;
    });
  }

  private async requireOwner(tx: Tx, ownerId: Id | null): Promise<void> {
    if (ownerId === null) return;
    const [owner] = await this.units.onDay(tx, [ownerId], tx.today);
    if (!owner) throw UnitErrors.UNIT_NOT_FOUND({ id: ownerId }).at('ownerId');
  }
}

const cleaned = ({ text, ownerId, dueOn }: TaskContent): TaskContent => ({ text: cleanText(text), ownerId, dueOn });
