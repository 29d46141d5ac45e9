import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Rights } from '../../platform/access/rights.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/database/expected-version.js';
import type { Tx } from '../../platform/database/tx.js';
import { Problems } from '../../platform/errors/domain-error.js';
import { Scopes } from '../../platform/views/scopes.js';
import { changed, type Change } from '../../shared/change.js';
import type { LocalDate, PartialDate } from '../../shared/dates.js';
import { newId, type Id } from '../../shared/ids.js';
import { cleanText } from '../../shared/text.js';
import { commendationView } from '../commendations/commendation.view.js';
import { CommendationErrors } from '../commendations/commendation.errors.js';
import { ModelErrors } from '../models/model.errors.js';
import { modelView } from '../models/model.view.js';
import { UnitErrors } from '../units/unit.errors.js';
import { UnitsReader } from '../units/units.reader.js';
import { ReviewGuard } from './review-guard.js';
import type { ReviewKind } from './review-kinds.js';
import { ReviewEntity } from './review.entity.js';
import { ReviewErrors } from './review.errors.js';
import { earlierReview, isReviewTaken, participantsOf, saveLinks, type ReviewContent, type ReviewRow } from './review.store.js';
import { reviewView } from './review.view.js';

export interface GivenReview extends ReviewContent {
  readonly unitId: Id;
  readonly kind: ReviewKind;
  readonly periodText: string;
  readonly starts: PartialDate;
  readonly ends: PartialDate;
}

interface Days {
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
}

/** Opens and corrects reviews. What units send in, tasks and frozen numbers have services of their own. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
    private readonly guard: ReviewGuard,
    private readonly scopes: Scopes,
    private readonly units: UnitsReader,
  ) {}

  /** @throws Refusal with all problems; then nothing is written. */
  openReview(actor: Actor, given: GivenReview, idempotencyKey?: string | null): Promise<Id> {
    return this.db.once(actor, { key: idempotencyKey, command: 'openReview', input: given }, tx => this.openIn(tx, given));
  }

  /** The same within the caller’s transaction. */
  async openIn(tx: Tx, given: GivenReview): Promise<Id> {
    const { unitId, kind } = given;
    await this.rights.require(tx, 'review.manage', unitId);
    const content = cleaned(given);
    const [starts, ends] = [given.starts, given.ends];
    const firstDay = starts.earliest ?? starts.latest;
    const problems = new Problems();
    const isBackwards = firstDay > ends.latest;
    if (isBackwards) problems.add(ReviewErrors.REVIEW_PERIOD_BACKWARDS({ starts: starts.text, ends: ends.text }).at('ends'));
    if (firstDay > tx.today) problems.add(ReviewErrors.REVIEW_PERIOD_IN_FUTURE({ starts: starts.text }).at('starts'));
    const days = { firstDay: isBackwards ? ends.latest : firstDay, lastDay: ends.latest };
    await this.requireUnit(tx, unitId, days, problems, 'unitId');
    const key = { id: null, unitId, name: content.name, starts: starts.text, ends: ends.text };
    if (await isReviewTaken(tx, key)) problems.add(ReviewErrors.REVIEW_TAKEN({ name: content.name }).at('name'));
    await this.check(tx, content, days, problems);
    problems.refuseIfAny();
    const id = newId();
    const columns = ownColumns(content);
    const row = { unitId, kind, periodText: cleanText(given.periodText), starts: starts.text, ends: ends.text, ...columns };
    await tx.manager.insert(ReviewEntity, { id, ...row, period: `[${firstDay},${ends.latest}]`, recordedOn: tx.today });
    await saveLinks(tx, id, content);
    await tx.audit({ action: 'review.opened', object: { type: 'Review', id }, unitId, after: { ...row, ...content } });
    return id;
  }

  /** What frozen numbers rest on stays: units and the review before. */
  correctReview(
    actor: Actor,
    { id, expectedVersion, reason }: { readonly id: Id; readonly expectedVersion: number; readonly reason: string },
    changes: Change<ReviewContent>,
  ): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const review = await this.guard.require(tx, id);
      requireVersion(expectedVersion, review.version);
      const before = contentOf(review);
      const after = cleaned(changed(before, changes));
      if (isDeepStrictEqual(after, before)) return tx.unchanged(id);
      const problems = new Problems();
      const key = { id, unitId: review.unitId, name: after.name, starts: review.starts, ends: review.ends };
      if (await isReviewTaken(tx, key)) problems.add(ReviewErrors.REVIEW_TAKEN({ name: after.name }).at('name'));
      await this.check(tx, after, review, problems);
      await refuseLosing(tx, review, before, after, problems);
      problems.refuseIfAny();
      await tx.manager.update(ReviewEntity, { id }, { ...ownColumns(after), version: review.version + 1 });
      await saveLinks(tx, id, after);
      const entry = { unitId: review.unitId, before, after, reason: cleanText(reason) };
      await tx.audit({ action: 'review.corrected', object: { type: 'Review', id }, ...entry });
      return id;
    });
  }

  private async check(tx: Tx, content: ReviewContent, days: Days, problems: Problems): Promise<void> {
    const { heldOn, previousId, organiserIds, unitIds, modelIds, commendationIds } = content;
    if (heldOn !== null && heldOn < days.firstDay)
      problems.add(ReviewErrors.REVIEW_HELD_BEFORE_PERIOD({ date: heldOn, starts: days.firstDay }).at('heldOn'));
    for (const [i, unitId] of organiserIds.entries()) await this.requireUnit(tx, unitId, days, problems, 'organiserIds', String(i));
    for (const [i, unitId] of unitIds.entries()) await this.requireUnit(tx, unitId, days, problems, 'unitIds', String(i));
    for (const modelId of modelIds)
      if (!(await this.scopes.sees(tx, modelView, modelId))) throw ModelErrors.MODEL_NOT_FOUND({ id: modelId });
    for (const id of commendationIds)
      if (!(await this.scopes.sees(tx, commendationView, id))) throw CommendationErrors.COMMENDATION_NOT_FOUND({ id });
    if (previousId === null) return;
    const previous = (await this.scopes.sees(tx, reviewView, previousId)) ? await earlierReview(tx, previousId) : undefined;
    if (!previous) throw ReviewErrors.REVIEW_NOT_FOUND({ id: previousId });
    if (previous.lastDay >= days.lastDay) problems.add(ReviewErrors.REVIEW_PREVIOUS_NOT_EARLIER({ name: previous.name }).at('previousId'));
  }

  /** A unit that was there on some day of the period: periods cross changes of units. */
  private async requireUnit(tx: Tx, id: Id, { firstDay, lastDay }: Days, problems: Problems, ...path: string[]): Promise<void> {
    const unit = await this.units.within(tx, id, { first: firstDay, last: lastDay });
    if (!unit) throw UnitErrors.UNIT_NOT_FOUND({ id });
    if (!unit.inForce) problems.add(UnitErrors.UNIT_NOT_IN_FORCE({ unit: unit.fullName, date: lastDay }).at(...path));
  }
}

async function refuseLosing(tx: Tx, review: ReviewRow, before: ReviewContent, after: ReviewContent, problems: Problems): Promise<void> {
  if (review.frozenOn !== null && !isDeepStrictEqual(fixed(before), fixed(after)))
    problems.add(ReviewErrors.REVIEW_FROZEN({ date: review.frozenOn }).at('unitIds'));
  for (const { unitId, unit, submittedOn } of await participantsOf(tx.query, review.id, review.lastDay))
    if (submittedOn !== null && !after.unitIds.includes(unitId))
      problems.add(ReviewErrors.REVIEW_UNIT_HAS_SUBMITTED({ unit, date: submittedOn }).at('unitIds'));
}

/** What frozen numbers rest on. */
const fixed = ({ unitIds, previousId, modelIds, commendationIds }: ReviewContent): unknown => ({
  unitIds,
  previousId,
  modelIds,
  commendationIds,
});

/** What is in columns of the review itself. */
const ownColumns = ({ name, theme, heldOn, dueOn, note, previousId }: ReviewContent) => ({ name, theme, heldOn, dueOn, note, previousId });

const contentOf = (given: ReviewContent): ReviewContent => {
  const { organiserIds, unitIds, modelIds, commendationIds } = given;
  return { ...ownColumns(given), organiserIds, unitIds, modelIds, commendationIds };
};

/** Units, models and commendations in the order of their ids, so that the same ones are the same content. */
const cleaned = (given: ReviewContent): ReviewContent => {
  const { name, theme, note, unitIds, modelIds, commendationIds, ...rest } = contentOf(given);
  return {
    ...rest,
    name: cleanText(name),
    theme: theme && cleanText(theme),
    note: note && cleanText(note),
    unitIds: unitIds.toSorted(),
    modelIds: modelIds.toSorted(),
    commendationIds: commendationIds.toSorted(),
  };
};
