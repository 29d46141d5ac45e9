import type { ModelState, RunningState } from '../../generated/schema.js';
import type { Tone } from '../ui/badge.js';

const STATES: Readonly<Record<ModelState, Tone>> = {
  DRAFT: 'plain',
  SUBMITTED: 'open',
  RECEIVED: 'open',
  UNDER_APPRAISAL: 'open',
  RETURNED: 'warn',
  RECOGNISED: 'good',
  NOT_RECOGNISED: 'bad',
  REVOKED: 'bad',
  WITHDRAWN: 'plain',
};

export const toneOfState = (state: ModelState): Tone => STATES[state];

const RUNNING: Readonly<Record<RunningState, Tone>> = { PLANNED: 'plain', ACTIVE: 'good', NEEDS_STRENGTHENING: 'warn', STOPPED: 'bad' };

export const toneOfRunning = (running: RunningState): Tone => RUNNING[running];
