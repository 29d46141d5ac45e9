import type { Bilingual } from '../../shared/language.js';

/** The states of a model's file (hồ sơ): from a draft to a decision. */
export const ModelState = {
  DRAFT: 'DRAFT',
  SUBMITTED: 'SUBMITTED',
  RETURNED: 'RETURNED',
  RECEIVED: 'RECEIVED',
  UNDER_APPRAISAL: 'UNDER_APPRAISAL',
  RECOGNISED: 'RECOGNISED',
  NOT_RECOGNISED: 'NOT_RECOGNISED',
  WITHDRAWN: 'WITHDRAWN',
  REVOKED: 'REVOKED',
} as const;
export type ModelState = keyof typeof ModelState;

export const MODEL_STATE_WORDS: Readonly<Record<ModelState, Bilingual>> = {
  DRAFT: { vi: 'bản nháp', en: 'draft' },
  SUBMITTED: { vi: 'đã nộp', en: 'submitted' },
  RETURNED: { vi: 'bị trả lại', en: 'returned' },
  RECEIVED: { vi: 'đã tiếp nhận', en: 'received' },
  UNDER_APPRAISAL: { vi: 'đang thẩm định', en: 'under appraisal' },
  RECOGNISED: { vi: 'được công nhận', en: 'recognised' },
  NOT_RECOGNISED: { vi: 'không được công nhận', en: 'not recognised' },
  WITHDRAWN: { vi: 'đã rút', en: 'withdrawn' },
  REVOKED: { vi: 'bị thu hồi công nhận', en: 'revoked' },
};

/** How the model itself runs (vận hành), whatever its file says: running models are registered, too. */
export const RunningState = {
  PLANNED: 'PLANNED',
  ACTIVE: 'ACTIVE',
  NEEDS_STRENGTHENING: 'NEEDS_STRENGTHENING',
  STOPPED: 'STOPPED',
} as const;
export type RunningState = keyof typeof RunningState;

export const RUNNING_STATE_WORDS: Readonly<Record<RunningState, Bilingual>> = {
  PLANNED: { vi: 'dự kiến', en: 'planned' },
  ACTIVE: { vi: 'đang thực hiện', en: 'active' },
  NEEDS_STRENGTHENING: { vi: 'cần củng cố', en: 'in need of strengthening' },
  STOPPED: { vi: 'đã dừng', en: 'stopped' },
};

/** The state before the first step: there is no model yet. */
export type Nothing = 'NONE';
