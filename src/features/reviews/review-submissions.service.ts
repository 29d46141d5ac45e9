import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { cleanText } from '../../shared/text.js';
import { ReviewGuard } from './review-guard.js';
import { ReviewErrors } from './review.errors.js';
import { returnsIn } from './review-figures.finder.js';
import { extendUnit, markSubmitted, nameOfUnit, participantsOf, type ParticipantRow, type ReviewRow } from './review.store.js';

/** What units send in for a review, and by when. */
@Injectable()
export class ReviewSubmissionsService {
  constructor(
    private readonly db: Database,
    private readonly guard: ReviewGuard,
  ) {}

  /** The unit says that its figures for the review are complete. */
  submitForReview(actor: Actor, { reviewId, unitId }: { readonly reviewId: Id; readonly unitId: Id }): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const review = await this.guard.requireFor(tx, reviewId, unitId);
      const { unit, submittedOn } = await participant(tx, review, unitId);
      if (submittedOn !== null) throw ReviewErrors.REVIEW_UNIT_HAS_SUBMITTED({ unit, date: submittedOn }).at('unitId');
      const returned = await returnsIn(tx.query, reviewId, unitId);
      if (returned > 0) throw ReviewErrors.REVIEW_HAS_RETURNS({ count: returned }).at('unitId');
      await markSubmitted(tx, reviewId, unitId);
      const after = { unitId, submittedOn: tx.today };
      await tx.audit({ action: 'review.submitted', object: { type: 'Review', id: reviewId }, unitId, after });
      return reviewId;
    });
  }

  extendReview(
    actor: Actor,
    { reviewId, unitId, extendedTo, reason: given }: { reviewId: Id; unitId: Id; extendedTo: LocalDate; reason: string },
  ): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const review = await this.guard.require(tx, reviewId);
      const { unit, submittedOn, extendedTo: before } = await participant(tx, review, unitId);
      if (submittedOn !== null) throw ReviewErrors.REVIEW_UNIT_HAS_SUBMITTED({ unit, date: submittedOn }).at('unitId');
      if (review.dueOn === null) throw ReviewErrors.REVIEW_WITHOUT_DUE_DAY().at('extendedTo');
      if (extendedTo <= review.dueOn)
        throw ReviewErrors.REVIEW_EXTENSION_BACKWARDS({ date: extendedTo, due: review.dueOn }).at('extendedTo');
      const reason = cleanText(given);
      await extendUnit(tx, reviewId, unitId, extendedTo, reason);
      const entry = { before: { unitId, extendedTo: before }, after: { unitId, extendedTo }, reason };
      await tx.audit({ action: 'review.extended', object: { type: 'Review', id: reviewId }, unitId: review.unitId, ...entry });
      return reviewId;
    });
  }
}

async function participant(tx: Tx, review: ReviewRow, unitId: Id): Promise<ParticipantRow> {
  const found = (await participantsOf(tx.query, review.id, review.lastDay)).find(one => one.unitId === unitId);
  if (!found) throw ReviewErrors.REVIEW_UNIT_NOT_IN_SCOPE({ unit: await nameOfUnit(tx.query, unitId, review.lastDay) }).at('unitId');
  return found;
}
