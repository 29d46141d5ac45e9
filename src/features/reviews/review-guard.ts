import { Injectable } from '@nestjs/common';
import { Rights } from '../../platform/access/rights.js';
import type { Tx } from '../../platform/database/tx.js';
import { Scopes } from '../../platform/views/scopes.js';
import type { Id } from '../../shared/ids.js';
import { ReviewErrors } from './review.errors.js';
import { lockReview, lockTask, type ReviewRow, type TaskRow } from './review.store.js';
import { reviewTaskView, reviewView } from './review.view.js';

/** Who may do what with a review. */
@Injectable()
export class ReviewGuard {
  constructor(
    private readonly scopes: Scopes,
    private readonly rights: Rights,
  ) {}

  /** The review, locked, for its board. @throws REVIEW_NOT_FOUND for one that the actor does not see; OUT_OF_REACH for one that they only see. */
  async require(tx: Tx, id: Id): Promise<ReviewRow> {
    const review = await this.seen(tx, id);
    await this.rights.require(tx, 'review.manage', review.unitId);
    return review;
  }

  /** The review, locked, for a unit that reports for it. */
  async requireFor(tx: Tx, id: Id, unitId: Id): Promise<ReviewRow> {
    const review = await this.seen(tx, id);
    await this.rights.require(tx, 'review.submit', unitId);
    return review;
  }

  async requireTask(tx: Tx, id: Id): Promise<TaskRow> {
    const task = (await this.scopes.sees(tx, reviewTaskView, id)) ? await lockTask(tx, id) : undefined;
    if (!task) throw ReviewErrors.REVIEW_TASK_NOT_FOUND({ id });
    await this.rights.require(tx, 'review.manage', task.unitId);
    return task;
  }

  private async seen(tx: Tx, id: Id): Promise<ReviewRow> {
    const review = (await this.scopes.sees(tx, reviewView, id)) ? await lockReview(tx, id) : undefined;
    if (!review) throw ReviewErrors.REVIEW_NOT_FOUND({ id });
    return review;
  }
}
