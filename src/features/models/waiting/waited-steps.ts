import { modelLifecycle, type FileAction } from '../model.lifecycle.js';
import type { Bilingual } from '../../../shared/language.js';
import type { ModelState } from '../model-states.js';
import { reminderOf } from './reminders.js';

/** The steps that a file can wait for. A file never waits to be withdrawn or revoked. */
export const WAITED_STEPS = [
  'submit',
  'receive',
  'return',
  'agree',
  'openAppraisal',
  'recognise',
  'decline',
] as const satisfies FileAction[];
export type WaitedStep = (typeof WAITED_STEPS)[number];

/** The step that an open registration round waits for before it closes. */
export const REGISTERING = 'draft';
const REGISTER_LABEL: Bilingual = { vi: 'Đăng ký mô hình', en: 'Register a model' };

/** The states in which a file waits for this step. */
export const waitsIn = (step: WaitedStep): readonly ModelState[] => modelLifecycle.transitions[step].from;

export const labelOf = (step: string): Bilingual =>
  step === REGISTERING ? REGISTER_LABEL : (reminderOf(step) ?? modelLifecycle.transitions[step as WaitedStep]).label;
