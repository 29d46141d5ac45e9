import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The village (thôn, bản, tổ dân phố) of a model and of a person: its kind and its name. It is a name within their unit and no administrative
 * unit. Search finds models by it, so the columns of words are computed anew: on a million models this rewrites the table, some minutes.
 */
export class Villages1700000000038 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table emulation_model add village jsonb constraint emulation_model_village check (${IS_VILLAGE});
      alter table person add village jsonb constraint person_village check (${IS_VILLAGE});
      create index emulation_model_village on emulation_model (public.fold(village ->> 'name'), unit_id) where village is not null;
      create index person_village_name on person (public.fold(village ->> 'name'), unit_id) where village is not null;
      create index decision_compared on decision (compared);
      ${wordsOfModels(WITH_VILLAGE)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${wordsOfModels(WITHOUT_VILLAGE)}
      drop index decision_compared;
      alter table person drop column village;
      alter table emulation_model drop column village;
    `);
  }
}

const KINDS: Readonly<Record<string, string>> = {
  THON: 'thôn',
  LANG: 'làng',
  AP: 'ấp',
  BAN: 'bản',
  BUON: 'buôn',
  XOM: 'xóm',
  KHOM: 'khóm',
  TO_DAN_PHO: 'tổ dân phố',
  KHU_PHO: 'khu phố',
  KHOI_PHO: 'khối phố',
  KHU_DAN_CU: 'khu dân cư',
};

const IS_VILLAGE = `(village ->> 'kind') in (${[...Object.keys(KINDS), 'OTHER'].map(kind => `'${kind}'`).join(', ')})
  and length(village ->> 'name') between 1 and 100 and village - 'kind' - 'name' = '{}'::jsonb`;

/** The words of a title, and those of the place behind it, as in the migration of the search. */
const TITLE = `'| ' || "left"(public.search_words(title), 380) || ' | ; '`;
const PLACE = `coalesce("left"(public.search_words(place), 110) || ' ', '')`;
const VILLAGE = `coalesce(public.search_words(case village ->> 'kind' ${Object.entries(KINDS)
  .map(([kind, word]) => `when '${kind}' then '${word} '`)
  .join(' ')} else '' end || (village ->> 'name')) || ' ', '')`;
const WITHOUT_VILLAGE = `${TITLE} || ${PLACE}`;
const WITH_VILLAGE = `${TITLE} || ${VILLAGE} || ${PLACE}`;

const wordsOfModels = (words: string): string => `
      drop index emulation_model_lexemes, emulation_model_search_order;
      drop trigger emulation_model_relearnt on emulation_model;
      alter table emulation_model drop column words, drop column lexemes;
      alter table emulation_model
        add words text generated always as (${words}) stored,
        add lexemes tsvector generated always as (public.lexemes(${words})) stored;
      create index emulation_model_lexemes on emulation_model using gin (lexemes);
      create index emulation_model_search_order on emulation_model (spelled collate vi_natural, id) include (words);
      create trigger emulation_model_relearnt after update on emulation_model for each row when (old.words <> new.words)
        execute function learn_changed_words();`;
