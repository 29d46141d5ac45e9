import { modelLifecycle, type FileAction } from '../model.lifecycle.js';
import type { Bilingual } from '../../../shared/language.js';
import type { ModelState } from '../model-states.js';

/**
 * Steps that files wait for: each moves one on. Withdrawing and revoking are waited for by nobody; and whether a file can be passed further up is
 * another question for each, which its `actions` answer: whoever may do that finds it here by what else it waits for.
 */
export const WAITED_STEPS = ['submit', 'receive', 'return', 'openAppraisal', 'recognise', 'decline'] as const satisfies FileAction[];
export type WaitedStep = (typeof WAITED_STEPS)[number];

/** What a round waits for that is soon over: that somebody registers in it. */
export const REGISTERING = 'draft';
const REGISTER_LABEL: Bilingual = { vi: 'Đăng ký mô hình', en: 'Register a model' };

/** Where a file stands while it waits for this. */
export const waitsIn = (step: WaitedStep): readonly ModelState[] => modelLifecycle.transitions[step].from;

export const labelOf = (step: string): Bilingual =>
  step === REGISTERING ? REGISTER_LABEL : modelLifecycle.transitions[step as WaitedStep].label;
