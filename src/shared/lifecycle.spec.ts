import { expect, it } from '@jest/globals';
import { NOT_APPLICABLE, WRONG_STATE, blockReason, lifecycle } from './lifecycle.js';

interface Facts {
  readonly hasReason: boolean;
  readonly concerns: boolean;
}

const STATES = { OPEN: { vi: 'đang mở', en: 'open' }, CLOSED: { vi: 'đã đóng', en: 'closed' } };
const CLOSE = { vi: 'Đóng', en: 'Close' };
const REOPEN = { vi: 'Mở lại', en: 'Reopen' };

const table = lifecycle<'OPEN' | 'CLOSED', Facts>()('case', STATES, {
  close: {
    from: ['OPEN'],
    to: 'CLOSED',
    label: CLOSE,
    needs: [facts => (facts.hasReason ? 'ok' : blockReason('NO_REASON')), facts => (facts.concerns ? 'ok' : 'notApplicable')],
  },
  reopen: { from: ['CLOSED'], to: 'OPEN', label: REOPEN, needs: [] },
});

it('an action is shown with every reason against it, and left out where it does not apply', () => {
  expect(table.actionsOf('OPEN', { hasReason: false, concerns: true })).toEqual([
    { name: 'close', label: CLOSE, allowed: false, blockedBy: [blockReason('NO_REASON')] },
    {
      name: 'reopen',
      label: REOPEN,
      allowed: false,
      blockedBy: [
        blockReason(WRONG_STATE, { action: { value: 'reopen', ...REOPEN }, state: { value: 'OPEN', vi: 'đang mở', en: 'open' } }),
      ],
    },
  ]);
  expect(table.actionsOf('OPEN', { hasReason: true, concerns: false }).map(({ name }) => name)).toEqual(['reopen']);
});

it('what is shown as allowed is what may be done', () => {
  for (const state of ['OPEN', 'CLOSED'] as const) {
    for (const hasReason of [true, false]) {
      const facts = { hasReason, concerns: true };
      for (const { name, allowed } of table.actionsOf(state, facts)) {
        expect(table.check(name as 'close' | 'reopen', state, facts).length === 0).toBe(allowed);
      }
    }
  }
});

it('what is not shown may not be done, either', () => {
  expect(table.check('close', 'OPEN', { hasReason: true, concerns: false })).toEqual([
    blockReason(NOT_APPLICABLE, { action: { value: 'close', ...CLOSE } }),
  ]);
});

it('is drawn from the same table', () => {
  expect(table.draw()).toBe('stateDiagram-v2\n  OPEN --> CLOSED: Đóng (close)\n  CLOSED --> OPEN: Mở lại (reopen)');
});
