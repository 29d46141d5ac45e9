import type { RecordKind } from '../../platform/records/record-kind.js';
import { figureView } from './figure.view.js';
import { IndicatorErrors } from './indicator.errors.js';
import { identityView, indicatorView } from './indicator.view.js';

/** What this chapter has that can be removed: an indicator that nothing uses, an identity, and a figure, the latter two with what was explained. */
export const indicatorRecords: readonly RecordKind[] = [
  {
    type: 'Indicator',
    table: 'indicator',
    links: { indicator_definition: 'indicator_id' },
    seenBy: indicatorView,
    notFound: IndicatorErrors.INDICATOR_NOT_FOUND,
    trail: 'indicator',
    action: 'indicator.define',
    unit: null,
    parts: { indicator_definition: { vi: 'định nghĩa', en: 'definitions' } },
  },
  {
    type: 'Identity',
    table: 'identity',
    links: { identity_part: 'identity_id' },
    seenBy: identityView,
    notFound: IndicatorErrors.IDENTITY_NOT_FOUND,
    trail: 'identity',
    action: 'indicator.define',
    unit: null,
    parts: {
      identity_part: { vi: 'các phần', en: 'parts' },
      residual_explanation: { vi: 'giải trình', en: 'explanations' },
    },
  },
  {
    type: 'Figure',
    table: 'figure',
    links: { residual_explanation: 'figure_id' },
    seenBy: figureView,
    notFound: IndicatorErrors.FIGURE_NOT_FOUND,
    trail: 'figure',
    action: 'figure.report',
    unit: 'unitId',
    parts: { residual_explanation: { vi: 'giải trình', en: 'explanations' } },
  },
];
