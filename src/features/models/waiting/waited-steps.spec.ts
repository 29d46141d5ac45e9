import { describe, expect, it } from '@jest/globals';
import { modelLifecycle, type FileAction } from '../model.lifecycle.js';
import { STEPS_BY } from '../model-rights.js';
import { WAITED_STEPS, waitsIn } from './waited-steps.js';

describe('what a file waits for', () => {
  it('is every step that moves it on, and none that takes it out', () => {
    const others = (Object.keys(modelLifecycle.transitions) as FileAction[]).filter(
      step => !(WAITED_STEPS as readonly string[]).includes(step),
    );
    expect(others).toEqual(['withdraw', 'revoke']);
  });

  it('is done by its unit while it is a draft or returned, and then by the authority that holds the file: what the column waits_at says', () => {
    for (const step of WAITED_STEPS) {
      const states = waitsIn(step);
      const withUnit = states.every(state => state === 'DRAFT' || state === 'RETURNED');
      const withHolder = states.every(state => ['SUBMITTED', 'RECEIVED', 'UNDER_APPRAISAL'].includes(state));
      expect([step, STEPS_BY[step], withUnit, withHolder]).toEqual([step, withUnit ? 'unit' : 'holder', withUnit, !withUnit]);
    }
  });
});
