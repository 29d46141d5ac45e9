import { invariant, type InvariantCheck } from '../../platform/doctor/invariant-check.js';
import { asGiven } from '../../shared/writing.js';

const words = invariant('search.wordsKnown', {
  broken: `
    select w.word
      from (select distinct unnest(string_to_array(translate(n.words, '|;', ''), ' ')) as word
              from (select words from emulation_model union all select words from unit_span) n) w
     where w.word <> '' and not exists (select from search_word k where k.word = w.word)`,
  describe: {
    params: { word: asGiven },
    vi: 'Từ “{word}” có trong tên nhưng tìm kiếm chưa biết',
    en: 'The word “{word}” is in a name, and search does not know it',
  },
  remedy: {
    vi: 'Hãy sao lưu rồi khôi phục, hoặc thêm từ còn thiếu vào bảng search_word.',
    en: 'Restore a backup, or add the words that are missing to the table search_word.',
  },
});

/** Every word of a name is in `search_word`, so that typos of it can be corrected. */
export const searchChecks: readonly InvariantCheck[] = [words];
