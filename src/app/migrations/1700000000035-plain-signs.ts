import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Signs that nobody sees, or that look like others, no longer make strangers of equal texts: `fold()` and `spelled()` compare texts in plain signs, as
 * src/shared/signs.ts and src/shared/text.ts define them (a test compares every sign). All computed columns are computed anew.
 *
 * Rows that have become equal stay: `twin` numbers them, and the constraint counts a twin as another. The doctor names them; new rows are never twins.
 */
export class PlainSigns1700000000035 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function public.plain_text(given text) returns text
        language sql immutable strict parallel safe
        as $$ select translate(normalize(regexp_replace(given, '[${HIDDEN}]', '', 'g'), NFKC), U&'${LOOKALIKES}', 'ĐđĐđ  ' || E'\\n\\n') $$;

      create or replace function public.spelled(given text) returns text
        language sql immutable strict parallel safe
        as $$ select rtrim(${tonesMoved(`ltrim(regexp_replace(lower(public.plain_text(given) collate "und-x-icu"), '[^[:alnum:]]+', ' ', 'g')) || ' '`)}) $$;

      create or replace function public.fold(given text) returns text
        language sql immutable strict parallel safe
        as $$ select btrim(regexp_replace(
          translate(public.unmarked(lower(public.plain_text(given) collate "und-x-icu")), '‘’‚‛′“”„‟«»‐‒–—―−', '''''''''''""""""------'),
          E'[ \\t\\n\\r\\f\\v]+', ' ', 'g')) $$;

      ${UNIQUE.map(({ table, constraint }) => `alter table ${table} drop constraint ${constraint}, add column twin integer not null default 0;`).join('\n      ')}
      ${RECOMPUTED}
      ${UNIQUE.map(
        ({ table, constraint, columns }) => `
      update ${table} t set twin = d.twin
        from (select id, row_number() over (partition by ${columns} order by id) - 1 as twin from ${table}) d
       where d.id = t.id and d.twin > 0;
      alter table ${table} add constraint ${constraint} unique (${columns}, twin);`,
      ).join('')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function public.spelled(given text) returns text
        language sql immutable strict parallel safe
        as $$ select rtrim(${tonesMoved(`ltrim(regexp_replace(lower(normalize(given, NFC) collate "und-x-icu"), '[^[:alnum:]]+', ' ', 'g')) || ' '`)}) $$;
      create or replace function public.fold(given text) returns text
        language sql immutable strict parallel safe
        as $$ select btrim(regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary, normalize(given, NFC)) collate "und-x-icu"),
                                          '[\\s\\u00a0]+', ' ', 'g')) $$;
      drop function public.plain_text(text);
      ${UNIQUE.map(({ table, constraint }) => `alter table ${table} drop constraint ${constraint}, drop column twin;`).join('\n      ')}
      ${RECOMPUTED}
      ${UNIQUE.map(({ table, constraint, columns }) => `alter table ${table} add constraint ${constraint} unique (${columns});`).join('\n      ')}
    `);
  }
}

const UNIQUE = [
  { table: 'theme', constraint: 'theme_taken', columns: 'folded' },
  { table: 'registration_round', constraint: 'registration_round_taken', columns: 'movement_id, unit_id, folded' },
  { table: 'decision', constraint: 'decision_number_taken', columns: 'issuer_id, kind, year, compared' },
];

/** Signs that are left out, as a class of a regular expression. */
const HIDDEN =
  '\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0' +
  '\\ufff0-\\ufffb\\U0001bca0-\\U0001bca3\\U0001d173-\\U0001d17a\\U000e0000-\\U000e0fff';

/** Eth and the African D (both cases), two blanks that NFKC keeps, and the line and paragraph separators. */
const LOOKALIKES = '\\00d0\\00f0\\0189\\0256\\1680\\2800\\2028\\2029';

/** As in the migration of search: replacements from the new style of placing tones to the old one; `q_` protects the u after q meanwhile. */
const tonesMoved = (words: string): string => TONES.reduce((sql, [from, to]) => `replace(${sql}, '${from}', '${to}')`, words);
const TONES: readonly (readonly [from: string, to: string])[] = [
  ['qu', 'q_'],
  ...['oà òa', 'oá óa', 'oả ỏa', 'oã õa', 'oạ ọa', 'oè òe', 'oé óe', 'oẻ ỏe', 'oẽ õe', 'oẹ ọe', 'uỳ ùy', 'uý úy', 'uỷ ủy', 'uỹ ũy', 'uỵ ụy']
    .map(pair => pair.split(' ') as [string, string])
    .map(([from, to]) => [`${from} `, `${to} `] as const),
  ['q_', 'qu'],
];

/**
 * PostgreSQL computes a generated column anew when a column that it depends on is written. Triggers rest meanwhile: nothing changes that they are about,
 * and words that names gain are added at the end.
 */
const RECOMPUTED = `
      ${(
        [
          ['unit_span', 'name = name'],
          ['emulation_model', 'title = title, place = place'],
          ['decision', 'number = number'],
          ['movement', 'name = name'],
          ['registration_round', 'name = name'],
          ['theme', 'name = name'],
          ['person', 'name = name'],
          ['abbreviation', 'short_form = short_form, long_form = long_form'],
        ] as const
      )
        .map(
          ([table, assignments]) =>
            `alter table ${table} disable trigger user; update ${table} set ${assignments}; alter table ${table} enable trigger user;`,
        )
        .join('\n      ')}
      insert into search_word (word)
        select distinct w.word
          from (select words from emulation_model union all select words from unit_span) n
         cross join lateral unnest(string_to_array(translate(n.words, '|;', ''), ' ')) w (word)
         where w.word <> '' and not exists (select from search_word k where k.word = w.word);`;
