import { term, type Terms } from '../../../shared/terms.js';

export const INSPECT_LABEL = { vi: 'Ghi nhận kiểm tra thực tế', en: 'Record the inspection' };

/** The words of inspections. */
export const inspectionTerms = {
  Inspection: term('cuộc kiểm tra thực tế', 'A look at a model on the spot, by a team', 'It is planned for a day, held on a day, or both.'),
  INSPECTION: term('tài liệu của cuộc kiểm tra thực tế', 'A file of an inspection: its minutes, its report, a photo'),
  'WaitingStepName.RECORD_INSPECTION': term(
    'ghi nhận kiểm tra thực tế',
    'Record an inspection that is planned for within two weeks, or was to be held already',
  ),
} as const satisfies Terms;
