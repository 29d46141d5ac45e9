import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Search: the words of names as columns that the database computes, indexes over them, abbreviations, and the words known so far.
 * In `words` each name is enclosed in bars, and other searched text follows a semicolon: `| que hiep | xa que hiep | ; 20659 `.
 * So “is named”, “begins with”, “contains the phrase” and “contains the word” are all `like` patterns with blanks and bars.
 */
export class Search1700000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- As spelled() of src/shared/search-words.ts: a test compares. The blank behind a word tells an open syllable; q keeps its u while tones move.
      create function public.spelled(given text) returns text
        language sql immutable strict parallel safe
        as $$ select rtrim(${TONES.reduce(
          (sql, [from, to]) => `replace(${sql}, '${from}', '${to}')`,
          `ltrim(regexp_replace(lower(normalize(given, NFC) collate "und-x-icu"), '[^[:alnum:]]+', ' ', 'g')) || ' '`,
        )}) $$;

      create function public.unmarked(words text) returns text
        language sql immutable strict parallel safe
        as $$ select replace(regexp_replace(normalize(words, NFD), '[\\u0300-\\u036f]+', '', 'g'), 'đ', 'd') $$;

      create function public.search_words(given text) returns text
        language sql immutable strict parallel safe
        as $$ select public.unmarked(public.spelled(given)) $$;

      -- What the text index holds of \`words\`: each word, and each with its neighbour, \`que_hiep\`. A Vietnamese word is mostly several
      -- syllables, and those of a rare one may each stand in every second name: “dân ca”. Two blanks part names, so nothing is a neighbour
      -- across them; of each name first the odd pairs are taken, then, without its first word, the even ones. No parser: its idea of a word
      -- depends on the server's locale.
      create function public.lexemes(words text) returns tsvector
        language sql immutable strict parallel safe
        as $$ select array_to_tsvector(array_remove(
          string_to_array(translate(words, '|;', ''), ' ')
          || string_to_array(regexp_replace(translate(words, '|;', '') collate "C", '([^ ]+) ([^ ]+)', '\\1_\\2', 'g'), ' ')
          || string_to_array(regexp_replace(regexp_replace(' ' || translate(words, '|;', '') collate "C", '(  )[^ ]+ ', '\\1', 'g'),
                                            '([^ ]+) ([^ ]+)', '\\1_\\2', 'g'), ' '), '')) $$;

      -- Cut where an index entry would grow too large for any script: of a title 380 letters are searched, 120 give the order.
      alter table emulation_model
        add column spelled text generated always as ("left"(public.spelled(title), 120)) stored,
        add column words text generated always as (${WORDS_OF_MODELS}) stored,
        add column lexemes tsvector generated always as (public.lexemes(${WORDS_OF_MODELS})) stored;
      create index emulation_model_lexemes on emulation_model using gin (lexemes);
      -- What stands in so many titles that looking them all up would take too long is met in its order, in the index alone.
      create index emulation_model_search_order on emulation_model (spelled collate vi_natural, id) include (words);

      -- An administrative unit is also named with its kind: “xã Quế Hiệp”.
      alter table unit_span
        add column spelled text generated always as ("left"(public.spelled(name), 120)) stored,
        add column words text generated always as (${WORDS_OF_UNITS}) stored,
        add column lexemes tsvector generated always as (public.lexemes(${WORDS_OF_UNITS})) stored;
      create index unit_span_lexemes on unit_span using gin (lexemes);

      create table abbreviation (
        short_form text not null constraint abbreviation_short_form check (length(short_form) between 2 and 20),
        long_form text not null constraint abbreviation_long_form check (length(long_form) between 2 and 100),
        source text not null constraint abbreviation_source check (length(source) between 1 and 200),
        short_words text generated always as (public.search_words(short_form)) stored,
        long_words text generated always as (public.search_words(long_form)) stored,
        constraint abbreviation_pk primary key (short_form, long_form)
      );
      insert into abbreviation (short_form, long_form, source) values
        ${ABBREVIATIONS.map(row => `(${row.map(text => `'${text}'`).join(', ')})`).join(',\n        ')};

      -- The words that names have had, for telling a slip of the finger from a word. One may stand here twice: two commands that both bring
      -- a new word must not wait for each other.
      create table search_word (
        id bigint generated always as identity constraint search_word_pk primary key,
        word text not null
      );
      create index search_word_word on search_word (word);
      insert into search_word (word)
        select distinct w.word
          from (select words from emulation_model union all select words from unit_span) n
         cross join lateral unnest(string_to_array(translate(n.words, '|;', ''), ' ')) w (word)
         where w.word <> '';

      create function public.learn_words() returns trigger language plpgsql as $$
      begin
        insert into search_word (word)
          select distinct w.word from added a cross join lateral unnest(string_to_array(translate(a.words, '|;', ''), ' ')) w (word)
           where w.word <> '' and not exists (select from search_word k where k.word = w.word);
        return null;
      end $$;
      create function public.learn_changed_words() returns trigger language plpgsql as $$
      begin
        insert into search_word (word)
          select distinct w.word from unnest(string_to_array(translate(new.words, '|;', ''), ' ')) w (word)
           where w.word <> '' and not exists (select from search_word k where k.word = w.word);
        return null;
      end $$;
      ${SEARCHED.map(
        table => `
      create trigger ${table}_learnt after insert on ${table} referencing new table as added for each statement execute function learn_words();
      create trigger ${table}_relearnt after update on ${table} for each row when (old.words <> new.words) execute function learn_changed_words();`,
      ).join('')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${SEARCHED.map(table => `drop trigger ${table}_learnt on ${table}; drop trigger ${table}_relearnt on ${table};`).join('\n      ')}
      drop function public.learn_words();
      drop function public.learn_changed_words();
      drop table search_word, abbreviation;
      drop index emulation_model_lexemes, emulation_model_search_order, unit_span_lexemes;
      alter table unit_span drop column lexemes, drop column words, drop column spelled;
      alter table emulation_model drop column lexemes, drop column words, drop column spelled;
      drop function public.lexemes(text);
      drop function public.search_words(text);
      drop function public.unmarked(text);
      drop function public.spelled(text);
    `);
  }
}

const SEARCHED = ['emulation_model', 'unit_span'];

/** Replacements from the new style of placing tones to the old one; `q_` protects the u after q meanwhile. */
const TONES: readonly (readonly [from: string, to: string])[] = [
  ['qu', 'q_'],
  ...['oà òa', 'oá óa', 'oả ỏa', 'oã õa', 'oạ ọa', 'oè òe', 'oé óe', 'oẻ ỏe', 'oẽ õe', 'oẹ ọe', 'uỳ ùy', 'uý úy', 'uỷ ủy', 'uỹ ũy', 'uỵ ụy']
    .map(pair => pair.split(' ') as [string, string])
    .map(([from, to]) => [`${from} `, `${to} `] as const),
  ['q_', 'qu'],
];

/** The word for the unit's kind that precedes its name. */
const KINDS: readonly (readonly [kind: string, word: string])[] = [
  ['THANH_PHO_TW', 'thanh pho'],
  ['TINH', 'tinh'],
  ['QUAN', 'quan'],
  ['HUYEN', 'huyen'],
  ['THI_XA', 'thi xa'],
  ['THANH_PHO', 'thanh pho'],
  ['PHUONG', 'phuong'],
  ['XA', 'xa'],
  ['THI_TRAN', 'thi tran'],
  ['DAC_KHU', 'dac khu'],
];

const WORDS_OF_MODELS = `'| ' || "left"(public.search_words(title), 380) || ' | ; ' || coalesce("left"(public.search_words(place), 110) || ' ', '')`;
const WORDS_OF_UNITS = `'| ' || public.search_words(name)
  || case kind ${KINDS.map(([kind, word]) => `when '${kind}' then ' | ${word} ' || public.search_words(name)`).join(' ')} else '' end
  || ' | ; ' || coalesce(public.search_words(code) || ' ', '')`;

const GLOSSARY = 'bảng thuật ngữ của phong trào';
const REVIEW = 'tin sơ kết huyện Quế Sơn, 13/10/2022';
const COMMON = 'thông dụng, chưa xác minh';

const ABBREVIATIONS: readonly (readonly [short: string, long: string, source: string])[] = [
  ['BTV', 'ban thường vụ', GLOSSARY],
  ['DVK', 'dân vận khéo', GLOSSARY],
  ['MTTQ', 'Mặt trận Tổ quốc', GLOSSARY],
  ['QCDC', 'quy chế dân chủ', GLOSSARY],
  ['TTHC', 'thủ tục hành chính', GLOSSARY],
  ['1 cửa', 'một cửa', REVIEW],
  ['HĐND', 'Hội đồng nhân dân', REVIEW],
  ['UBMTTQ', 'Ủy ban Mặt trận Tổ quốc', REVIEW],
  ['UBND', 'Ủy ban nhân dân', REVIEW],
  ['ANTT', 'an ninh trật tự', COMMON],
  ['BCH', 'ban chấp hành', COMMON],
  ['CA', 'công an', COMMON],
  ['CBCC', 'cán bộ, công chức', COMMON],
  ['CCB', 'cựu chiến binh', COMMON],
  ['CCCD', 'căn cước công dân', COMMON],
  ['CCHC', 'cải cách hành chính', COMMON],
  ['CĐ', 'công đoàn', COMMON],
  ['CLB', 'câu lạc bộ', COMMON],
  ['DTTS', 'dân tộc thiểu số', COMMON],
  ['HTX', 'hợp tác xã', COMMON],
  ['KDC', 'khu dân cư', COMMON],
  ['NTM', 'nông thôn mới', COMMON],
  ['TDP', 'tổ dân phố', COMMON],
  ['TP', 'thành phố', COMMON],
  ['TT', 'thị trấn', COMMON],
];
