import { expect, it } from '@jest/globals';
import { StartupError } from '../platform/errors/startup-error.js';
import { sentenceOf } from './start-fault.js';

const databaseError = (code: string): Error => Object.assign(new Error('x'), { driverError: Object.assign(new Error('x'), { code }) });

it('a disk that fills while the example is loaded, and a database that goes away, end the start with a sentence', () => {
  expect(sentenceOf(databaseError('53100'))?.vi).toMatch(/Ổ đĩa .* đầy/);
  expect(sentenceOf(databaseError('57P01'))?.vi).toMatch(/Mất kết nối/);
  expect(sentenceOf(new StartupError('một câu', 'a sentence'))).toEqual({ vi: 'một câu', en: 'a sentence' });
});

it('a defect keeps its stack', () => {
  for (const defect of [databaseError('42601'), new TypeError('x'), 'x']) expect(sentenceOf(defect)).toBeUndefined();
});
