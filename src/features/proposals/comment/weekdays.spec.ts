import { expect, it } from '@jest/globals';
import { weekdayAfter } from './weekdays.js';

it('a period of weekdays ends after them, and the day on which it begins is not counted', () => {
  expect(weekdayAfter('2025-06-20', 1)).toBe('2025-06-23');
  expect(weekdayAfter('2025-06-23', 5)).toBe('2025-06-30');
  expect(weekdayAfter('2025-06-21', 10)).toBe('2025-07-04');
});
