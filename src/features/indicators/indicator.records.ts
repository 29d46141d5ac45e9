import type { RecordKind } from '../../platform/records/record-kind.js';
import { figureRemarkView, figureTargetView, figureView } from './figure.view.js';
import { IndicatorErrors } from './indicator.errors.js';
import { identityView } from './indicator.view.js';

/** Identities and figures are removed with what was explained of them, figures also with what was said about them. An indicator is removed by `IndicatorsService`: other definitions may name it. */
export const indicatorRecords: readonly RecordKind[] = [
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
    parts: { residual_explanation: { vi: 'giải trình', en: 'explanations' }, figure_remark: { vi: 'ý kiến', en: 'remarks' } },
  },
  {
    type: 'FigureTarget',
    table: 'figure_target',
    seenBy: figureTargetView,
    notFound: IndicatorErrors.FIGURE_TARGET_NOT_FOUND,
    trail: 'figureTarget',
    action: 'figure.target',
    unit: 'unitId',
  },
  {
    type: 'FigureRemark',
    table: 'figure_remark',
    seenBy: figureRemarkView,
    notFound: IndicatorErrors.FIGURE_REMARK_NOT_FOUND,
    trail: 'figureRemark',
    action: 'figure.remark',
    unit: 'unitId',
    removable({ actor }, { authorId, author }) {
      if (authorId !== actor.id) throw IndicatorErrors.FIGURE_REMARK_OF_OTHERS({ author: String(author) });
    },
  },
];
