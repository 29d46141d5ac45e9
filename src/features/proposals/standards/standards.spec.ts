import { describe, expect, it } from '@jest/globals';
import { conditionsOf, explained } from './standards.js';

describe('the standard of a form', () => {
  it('is met by all conditions, of alternatives by one', () => {
    const all = { EXEMPLARY: 'Đảng ủy xác nhận', DUTY: 'Xếp loại năm', 'ACHIEVEMENT.CONSIDERED': 'Đợt thẩm định' };
    expect(explained('GIAY_KHEN', all, '2026-01-01')).toMatchObject({ met: 3, of: 3, missing: [], near: false });
  });

  it('says how near a recipient is, and what is missing', () => {
    expect(explained('GIAY_KHEN', { EXEMPLARY: '…', 'ACHIEVEMENT.SEVERAL': '…' }, '2026-01-01')).toEqual({
      met: 2,
      of: 3,
      near: true,
      missing: ['hoàn thành tốt nhiệm vụ, nghĩa vụ công dân'],
      text: '2/3 điều kiện; thiếu: hoàn thành tốt nhiệm vụ, nghĩa vụ công dân (theo 86/2025/QĐ-UBND (Bắc Ninh), tham khảo)',
    });
    expect(explained('BANG_KHEN', {}, '2026-01-01')).toMatchObject({ met: 0, of: 2, near: false });
  });

  it('is not invented where none was read', () => {
    expect(explained('CO_THI_DUA_TINH', {}, '2026-01-01')).toMatchObject({ met: null, of: null, near: false });
    expect(conditionsOf('CO_THI_DUA_TINH')).toEqual([]);
    expect(explained('GIAY_KHEN', {}, '2025-12-02')).toMatchObject({ met: null });
  });
});
