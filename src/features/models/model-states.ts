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

/** Whether nothing more is decided about a file in this state, so that its model can be registered again. */
export const isEnded = (state: ModelState | null): boolean =>
  state === 'RECOGNISED' || state === 'NOT_RECOGNISED' || state === 'WITHDRAWN' || state === 'REVOKED';

/** How the model itself runs (vận hành), independently of its file: models that already run are registered, too. */
export const RunningState = {
  PLANNED: 'PLANNED',
  ACTIVE: 'ACTIVE',
  NEEDS_STRENGTHENING: 'NEEDS_STRENGTHENING',
  STOPPED: 'STOPPED',
} as const;
export type RunningState = keyof typeof RunningState;
