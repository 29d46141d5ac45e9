import type pg from 'pg';
import { newId, toGlobalId } from '../../src/shared/ids.js';
import { givenFigures } from '../indicators/given-figures.js';
import { rowId } from '../movements/given-movements.js';
import { givenReviews } from '../reviews/given-reviews.js';
import type { TestRegistry } from '../support/test-registry.js';
import type { GivenRecords } from './given-records.js';

/** Figures, identities and reviews, and what rests on them. */
export function givenFigureRecords(
  registry: () => TestRegistry,
  db: pg.Client,
  unitId: string,
  { model, commendation }: Readonly<Record<'model' | 'commendation', () => Promise<string>>>,
): GivenRecords {
  const [figures, reviews] = [givenFigures(registry), givenReviews(registry)];
  const unit = rowId(unitId);
  const figure = async (): Promise<string> => figures.reported(await figures.indicator(), unitId, '5');
  const identity = async (): Promise<string> => figures.identity('CHILDREN_PARENT', await figures.indicator());
  /** Without an organiser, which is a part of it. */
  const review = async (): Promise<string> => {
    const id = newId();
    await db.query(
      `insert into review (id, unit_id, name, kind, period_text, starts, ends, period, recorded_on)
       values ($1, $2, $3, 'INTERIM', 'năm 2024', '2024', '2024', '[2024-01-01,2024-12-31]', now())`,
      [id, unit, `Sơ kết ${id}`],
    );
    return toGlobalId('Review', id);
  };
  const explain = async (identityId: string, figureId: string): Promise<void> => {
    await db.query(
      `insert into residual_explanation (identity_id, figure_id, residual, text, explained_on) values ($1, $2, 1, 'Thử', now())`,
      [identityId, figureId],
    );
  };
  const commend = async (reviewId: string, commendationId: string): Promise<void> => {
    await db.query(`insert into review_commendation (review_id, commendation_id) values ($1, $2)`, [reviewId, commendationId]);
  };
  return {
    make: {
      Figure: figure,
      FigureTarget: async () => figures.target(await figures.indicator(), unitId, '5'),
      FigureRemark: async () => figures.remark(await figure(), {}, registry().as.everyRole),
      Identity: identity,
      Review: review,
    },
    rest: {
      'identity_part.identity_id': async id => {
        await db.query(`insert into identity_part (identity_id, indicator_id) values ($1, $2)`, [id, rowId(await figures.indicator())]);
      },
      'residual_explanation.identity_id': async id => explain(id, rowId(await figure())),
      'residual_explanation.figure_id': async id => explain(rowId(await identity()), id),
      'review_organiser.review_id': async id => {
        await db.query(`insert into review_organiser (review_id, unit_id, ordinal) select $1, id, 2 from unit where id <> $2 limit 1`, [
          id,
          unit,
        ]);
      },
      'review_unit.review_id': async id => {
        await db.query(`insert into review_unit (review_id, unit_id) values ($1, $2)`, [id, unit]);
      },
      'review_model.review_id': async id => {
        await db.query(`insert into review_model (review_id, model_id) values ($1, $2)`, [id, await model()]);
      },
      'figure_remark.figure_id': async id => {
        await figures.remark(toGlobalId('Figure', id));
      },
      'review_commendation.review_id': async id => commend(id, rowId(await commendation())),
      'review_commendation.commendation_id': async id => commend(rowId(await review()), id),
      'review_task.review_id': async id => {
        await reviews.task(toGlobalId('Review', id));
      },
      'review_freeze.review_id': async id => {
        await db.query(
          `insert into review_freeze (id, review_id, unit_id, frozen_at, basis, as_of, asked, answer)
           values ($1, $2, $3, now(), 'AS_REPORTED', current_date, '{}', '{}')`,
          [newId(), id, unit],
        );
      },
      'review.previous_id': async id => {
        await db.query('update review set previous_id = $2 where id = $1', [rowId(await review()), id]);
      },
    },
  };
}
