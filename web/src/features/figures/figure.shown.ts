import type { FigureData, Schema } from '#documents/figures';
import type { Tone } from '../../ui/badge.js';

/** A figure as its page shows it. */
export type ShownFigure = Extract<NonNullable<FigureData['node']>, { readonly __typename: 'Figure' }>;

export const toneOf: Readonly<Record<Schema.FigureState, Tone>> = { REPORTED: 'open', APPROVED: 'good', RETURNED: 'warn' };
