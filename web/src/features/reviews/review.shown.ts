import type { ReviewData } from '#documents/reviews';

/** A review as its page shows it. */
export type ShownReview = NonNullable<ReviewData['review']>;
