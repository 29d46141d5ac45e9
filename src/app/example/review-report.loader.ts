import { Injectable } from '@nestjs/common';
import { FiguresService } from '../../features/indicators/figures.service.js';
import { IndicatorsService } from '../../features/indicators/indicators.service.js';
import { ReviewTasksService } from '../../features/reviews/review-tasks.service.js';
import { ReviewsService } from '../../features/reviews/reviews.service.js';
import type { Tx } from '../../platform/database/tx.js';
import { parsePartialDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { filesIdentity, nextPeriodTasks, onTimeShare, reviewedFigures, reviewEvent } from './queson-figures.js';
import { reviewedOn, reviewSource } from './queson-review.js';
import type { LoadedReview } from './review.loader.js';

/** Loads the review of Quế Sơn whole: its figures as printed, what they should add up to, its commendations and its tasks. */
@Injectable()
export class ReviewReportLoader {
  constructor(
    private readonly indicators: IndicatorsService,
    private readonly figures: FiguresService,
    private readonly reviews: ReviewsService,
    private readonly tasks: ReviewTasksService,
  ) {}

  /** @param given.units by their keys in `quesonEvents`. */
  async loadIn(tx: Tx, { units, modelIds, commendationIds }: LoadedReview & { readonly units: ReadonlyMap<string, Id> }): Promise<void> {
    const unitId = units.get('D509')!;
    const indicators = await this.loadIndicators(tx);
    const [starts, ends] = [parsePartialDate(reviewEvent.starts)!, parsePartialDate(reviewEvent.ends)!];
    const ids: Id[] = [];
    for (const { code, raw, reading = null } of reviewedFigures) {
      const content = { raw, reading, source: reviewSource, page: null, note: null };
      ids.push(await this.figures.reportIn(tx, { indicatorId: indicators.get(code)!, unitId, covers: 'WHOLE', starts, ends, ...content }));
    }
    await this.figures.approveIn(tx, ids);
    const { name, theme, period, organisers, note } = reviewEvent;
    const reviewId = await this.reviews.openIn(tx, {
      unitId,
      name,
      kind: 'INTERIM',
      theme,
      periodText: period,
      starts,
      ends,
      heldOn: reviewedOn,
      dueOn: null,
      note,
      organiserIds: organisers.map(key => units.get(key)!),
      unitIds: [],
      modelIds,
      commendationIds,
      previousId: null,
    });
    for (const text of nextPeriodTasks) await this.tasks.addIn(tx, { reviewId, text, ownerId: null, dueOn: null });
  }

  private async loadIndicators(tx: Tx): Promise<ReadonlyMap<string, Id>> {
    const ids = new Map<string, Id>();
    const common = { definition: null, basis: reviewSource, validFrom: null };
    const SUM = { ...common, rollUp: 'SUM', decimals: 0, numeratorId: null, denominatorId: null } as const;
    for (const { code, name, measure } of reviewedFigures)
      ids.set(code, await this.indicators.defineIn(tx, { code, name, measure, ...SUM }));
    const { code, name, measure, numerator, denominator } = onTimeShare;
    const parts = { numeratorId: ids.get(numerator)!, denominatorId: ids.get(denominator)! };
    await this.indicators.defineIn(tx, { code, name, measure, ...common, rollUp: 'RATIO_OF_SUMS', decimals: 2, ...parts });
    const { total, parts: addends, ...identity } = filesIdentity;
    const partIds = addends.map(each => ids.get(each)!);
    await this.indicators.defineIdentityIn(tx, { ...identity, kind: 'PARTS_TOTAL', totalId: ids.get(total)!, partIds });
    return ids;
  }
}
