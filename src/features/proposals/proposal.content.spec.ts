import { describe, expect, it } from '@jest/globals';
import { changesBetween, changesInWords, flattened, hashOf } from './proposal.content.js';

const content = (form: string, name: string | null): Record<string, string> =>
  flattened({ title: 'Tờ trình', items: { 1: { form, name, count: 2 } } });

describe('what a proposal says', () => {
  it('is one value for each field, without what is empty', () => {
    expect(content('GIAY_KHEN', null)).toEqual({ title: 'Tờ trình', 'items.1.form': 'GIAY_KHEN', 'items.1.count': '2' });
  });

  it('has the same hash in whatever order it is written, and another one after any change', () => {
    const { title, ...rest } = content('GIAY_KHEN', 'Cá nhân A');
    expect(hashOf({ ...rest, title: title! })).toBe(hashOf(content('GIAY_KHEN', 'Cá nhân A')));
    expect(hashOf(content('GIAY_KHEN', 'Cá nhân B'))).not.toBe(hashOf(content('GIAY_KHEN', 'Cá nhân A')));
  });

  it('is compared field by field', () => {
    const changes = changesBetween(content('GIAY_KHEN', null), content('BANG_KHEN', 'Cá nhân A'));
    expect(changes).toEqual([
      { field: 'items.1.form', before: 'GIAY_KHEN', after: 'BANG_KHEN' },
      { field: 'items.1.name', before: null, after: 'Cá nhân A' },
    ]);
    expect(changesInWords(changes)).toBe('items.1.form: GIAY_KHEN → BANG_KHEN; items.1.name: – → Cá nhân A');
  });
});
