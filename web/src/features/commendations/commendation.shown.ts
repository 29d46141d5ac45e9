import type { CommendationData } from '#documents/commendations';

/** A commendation as its page shows it. */
export type ShownCommendation = NonNullable<CommendationData['commendation']>;
