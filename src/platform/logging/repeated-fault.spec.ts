import { expect, it } from '@jest/globals';
import { RepeatedFault } from './repeated-fault.js';

it('a fault that is met each second is logged once, another one and one after a success again', () => {
  const said: string[] = [];
  const fault = new RepeatedFault({ warn: (message, fields) => void said.push(`${message}: ${String(fields?.error)}`) }, 'put off');
  for (let turn = 0; turn < 3; turn++) fault.failed('read-only');
  for (let turn = 0; turn < 3; turn++) fault.failed('away');
  fault.succeeded();
  fault.failed('away');
  expect(said).toEqual(['put off: read-only', 'put off: away', 'put off: away']);
});
