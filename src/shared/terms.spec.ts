import { expect, it } from '@jest/globals';
import { describe, enumTerm, inSentence, labelsOf, term, vietnameseOf } from './terms.js';

const colour = enumTerm('màu', 'A colour', { RED: term('đỏ', 'Red'), BLUE: term('xanh', 'Blue', 'Also the sky.') });

it('a description is the meaning, the Vietnamese term in brackets, and the note', () => {
  expect(describe(colour)).toBe('A colour (màu).');
  expect(describe(colour.values.BLUE)).toBe('Blue (xanh). Also the sky.');
});

it('the Vietnamese term is found in a description again', () => {
  expect(vietnameseOf(describe(colour))).toBe('màu');
  expect(vietnameseOf('Bytes (at most 100) of the file (dung lượng tệp).')).toBe('dung lượng tệp');
  expect(vietnameseOf('A description without one (English only).')).toBeUndefined();
});

it('labels begin with a capital letter, terms inside a sentence do not', () => {
  expect(labelsOf(colour)).toEqual({ RED: 'Đỏ', BLUE: 'Xanh' });
  expect(inSentence('Ủy ban nhân dân')).toBe('ủy ban nhân dân');
});
