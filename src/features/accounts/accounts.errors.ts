import { errors } from '../../platform/errors/catalogue.js';

export const AccountErrors = errors({
  TOKEN_NAME_INVALID: {
    category: 'invalid',
    vi: 'Tên mã truy cập cần có chữ hoặc số, nhiều nhất 100 ký tự.',
    en: 'The token’s name needs letters or digits, at most 100 characters.',
  },
});
