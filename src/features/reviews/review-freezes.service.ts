import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/database/expected-version.js';
import { sql } from '../../platform/database/sql.js';
import { Scopes } from '../../platform/views/scopes.js';
import { newId, type Id } from '../../shared/ids.js';
import { figureView } from '../indicators/figure.view.js';
import { FigureSource, type FigureQuestion, type SourceAnswer, type SourceNumber } from './figure-source.port.js';
import { ReviewGuard } from './review-guard.js';
import type { ReviewBasis } from './review-kinds.js';
import { ReviewFreezeEntity } from './review.entity.js';
import { ReviewErrors } from './review.errors.js';
import type { ReviewMove } from './review-freeze.graphql.js';
import { reviewFreezeView } from './review-freeze.view.js';
import {
  actionsSince,
  figuresNow,
  identitiesNow,
  returnsIn,
  unseenAmong,
  type FrozenFigureRow,
  type FrozenIdentityRow,
} from './review-figures.finder.js';
import { freezeOf, type ReviewRow } from './review.store.js';

interface FrozenAnswer extends Omit<SourceAnswer, 'asked'> {
  readonly figures: readonly FrozenFigureRow[];
  readonly identities: readonly FrozenIdentityRow[];
}

/** Freezes the numbers of a review, and says what has moved since. */
@Injectable()
export class ReviewFreezesService {
  constructor(
    private readonly db: Database,
    private readonly guard: ReviewGuard,
    private readonly source: FigureSource,
    private readonly scopes: Scopes,
  ) {}

  /** Asks statistics, and keeps question, basis, time and answer with the figures and what they leave open. */
  freezeReview(
    actor: Actor,
    given: { readonly id: Id; readonly expectedVersion: number; readonly basis: ReviewBasis },
    idempotencyKey?: string | null,
  ): Promise<Id> {
    const { id, expectedVersion, basis } = given;
    return this.db.once(actor, { key: idempotencyKey, command: 'freezeReview', input: given }, async tx => {
      const review = await this.guard.require(tx, id);
      requireVersion(expectedVersion, review.version);
      const returned = await returnsIn(tx.query, id, null);
      if (returned > 0) throw ReviewErrors.REVIEW_HAS_RETURNS({ count: returned }).at('id');
      const question = questionOf(review, basis, tx.today);
      const { asked, numbers, notes } = await this.source.answer(actor, question);
      const answer: FrozenAnswer = {
        numbers,
        notes,
        figures: await figuresNow(tx.query, id),
        identities: await identitiesNow(tx.query, id),
      };
      const freezeId = newId();
      const row = { id: freezeId, reviewId: id, unitId: review.unitId, frozenAt: tx.now, basis, asOf: tx.today };
      await tx.manager.insert(ReviewFreezeEntity, { ...row, asked: { question, statistics: asked }, answer });
      const after = { freezeId, basis, asOf: tx.today, numbers: numbers.length, figures: answer.figures.length };
      await tx.audit({ action: 'review.frozen', object: { type: 'Review', id }, unitId: review.unitId, after });
      return id;
    });
  }

  /** Asks the same question again: what is another number now, and by which command where a figure moved. */
  async moves(actor: Actor, freezeId: Id): Promise<ReviewMove[]> {
    const caller = { actor, query: this.db.rows, today: this.db.today() };
    const frozen = (await this.scopes.sees(caller, reviewFreezeView, freezeId)) ? await freezeOf(this.db.rows, freezeId) : undefined;
    if (!frozen) throw ReviewErrors.REVIEW_FREEZE_NOT_FOUND({ id: freezeId }).at('id');
    const { question } = frozen.asked as { question: FigureQuestion };
    const before = frozen.answer as FrozenAnswer;
    const { numbers } = await this.source.answer(actor, { ...question, asOf: this.db.today() });
    const figures = await figuresNow(this.db.rows, frozen.reviewId);
    const ids = [...new Set([...before.figures, ...figures].map(({ id }) => id))];
    const actions = await actionsSince(this.db.rows, ids, frozen.frozenAt);
    // Every unit of the review sees what is frozen, and what became of it only where it sees the figure.
    const unseen = await unseenAmong(this.db.rows, ids, await this.scopes.visibility(actor, figureView, sql`f`, 2));
    const [then, now] = [before.figures, figures].map(rows => rows.filter(({ id }) => !unseen.has(id)));
    return [
      ...compared(then!, now!, figureKey, ({ reading }) => reading).map(({ item, ...moved }) => ({
        ...moved,
        what: `${item.indicator} – ${item.unit}`,
        action: actions.get(item.id) ?? null,
      })),
      ...compared(before.numbers, numbers, numberKey, ({ value }) => String(value)).map(({ item, ...moved }) => ({
        ...moved,
        what: [item.measure, item.row, item.column].filter(part => part !== null).join(' – '),
        action: null,
      })),
    ];
  }
}

const questionOf = ({ unitId, firstDay, lastDay }: ReviewRow, basis: ReviewBasis, today: string): FigureQuestion => ({
  unitId,
  from: firstDay,
  to: lastDay < today ? lastDay : today,
  basis,
  asOf: today,
});

const figureKey = ({ id }: FrozenFigureRow): string => id;
const numberKey = ({ measure, row, column }: SourceNumber): string => JSON.stringify([measure, row, column]);

/** What differs between two lists, in the order of the first. */
function compared<T>(
  before: readonly T[],
  after: readonly T[],
  key: (item: T) => string,
  read: (item: T) => string,
): { readonly item: T; readonly frozen: string | null; readonly now: string | null }[] {
  const [old, present] = [before, after].map(items => new Map(items.map(item => [key(item), item])));
  return [...new Set([...old!.keys(), ...present!.keys()])].flatMap(each => {
    const [one, other] = [old!.get(each), present!.get(each)];
    const [frozen, now] = [one ? read(one) : null, other ? read(other) : null];
    return frozen === now ? [] : [{ item: (one ?? other)!, frozen, now }];
  });
}
