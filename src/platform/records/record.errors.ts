import { errors } from '../errors/catalogue.js';
import { TYPE_NAMES } from '../errors/type-names.js';
import { asGiven, count, itsWords, wordFor } from '../../shared/writing.js';

const type = wordFor(TYPE_NAMES);

export const RecordErrors = errors({
  RECORD_IN_USE: {
    category: 'conflict',
    params: { type, what: itsWords },
    vi: 'Chưa gỡ bỏ được {type} này, vì còn dựa vào đó: {what}. Hãy gỡ bỏ, sửa hoặc chuyển những thứ ấy trước.',
    en: 'This {type} cannot be removed, because of what rests on it: {what}. Remove, correct or move that first.',
  },
  RECORD_GONE: {
    category: 'conflict',
    params: { type },
    vi: 'Bản ghi được nêu ({type}) vừa bị gỡ bỏ hoặc gộp. Hãy tải lại và chọn bản ghi khác.',
    en: 'A record that was named ({type}) has just been removed or merged. Load again and choose another.',
  },
  RECORD_MERGED: {
    category: 'conflict',
    params: { type, name: asGiven },
    vi: 'Bản ghi này ({type}) đã được gộp vào “{name}”. Hãy dùng bản ghi ấy.',
    en: 'This record ({type}) has been merged into “{name}”. Use that one.',
  },
  RECORD_MERGE_ITSELF: {
    category: 'invalid',
    vi: 'Không thể gộp một bản ghi vào chính nó.',
    en: 'A record cannot be merged into itself.',
  },
  RECORDS_DIFFER: {
    category: 'conflict',
    params: { type, what: itsWords },
    vi: 'Hai bản ghi ({type}) khác nhau về {what}, nên chưa thể là một. Hãy đính chính bản ghi sai trước khi gộp.',
    en: 'The two records ({type}) differ in {what}, so they cannot be one. Correct the wrong one before you merge them.',
  },
  RECORD_PARTS_DIFFER: {
    category: 'conflict',
    params: { what: itsWords, n: count },
    vi: 'Cả hai bản ghi đều có {what} cho cùng một nơi, với nội dung khác nhau ({n} trường hợp). Hãy sửa hoặc gỡ bỏ bản sai trước khi gộp.',
    en: 'Both records have {what} for the same place, with different content (cases: {n}). Correct or remove the wrong one before you merge them.',
  },
  RECORD_RESTS_ELSEWHERE: {
    category: 'conflict',
    params: { type, n: count },
    vi: 'Còn {n} bản ghi ngoài phạm vi của bạn dựa vào {type} này. Hãy nhờ người có quyền trên phạm vi ấy gộp.',
    en: 'Records beyond your reach ({n}) rest on this {type}. Ask a person whose right reaches them to merge it.',
  },
});
