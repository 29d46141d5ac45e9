import { expect, it } from '@jest/globals';
import { partialFrom, partialText } from '../../web/src/api/format.js';

it.each([
  ['2026', '2026'],
  ['11/2026', '2026-11'],
  ['29/11/2026', '2026-11-29'],
  ['1/1/2025 – 30/6/2025', '2025-01-01..2025-06-30'],
  ['1/1/2025 đến 30/6/2025', '2025-01-01..2025-06-30'],
  ['2025 – 2026', '2025-01-01..2026-12-31'],
  ['2/2024 to 3/2024', '2024-02-01..2024-03-31'],
  ['11/2023 – 2/2024', '2023-11-01..2024-02-29'],
  ['đến 30/6/2025', '..2025-06-30'],
  ['– 30/6/2025', '..2025-06-30'],
  ['≤ 30/6/2025', '..2025-06-30'],
  ['<= 2022', '..2022-12-31'],
])('%j is %j', (typed, date) => expect(partialFrom(typed)).toBe(date));

it('a date that the client shows is read as the same date, so that a form that has it can be sent', () => {
  for (const date of ['2026', '2026-11', '2026-11-29', '2025-01-01..2025-06-30', '..2025-06-30'])
    expect(partialFrom(partialText(date))).toBe(date);
});

it.each(['năm', '13/2026', '30/2/2026', '–', '1/1/2025 –', '2025 – 2026 – 2027', '≤ 31/02/2022', '≤ 2021 – 2022'])('%j is none', typed =>
  expect(partialFrom(typed)).toBeUndefined(),
);
