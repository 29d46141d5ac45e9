import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Decisions of the past: the number may be unknown, and the day of issue may be unknown or known only as a month or a year. The text of the date
 * is stored as its source gives it, with its two bounds for comparing; `issued_on` is the day where it is known exactly, `year` the year where
 * all possible days are in one year. One number per issuer, kind and year holds where both are known, because nulls are distinct.
 */
export class PapersOfThePast1700000000037 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table decision
        add issued text,
        add issued_from date,
        add issued_by date,
        add source text constraint decision_source check (length(source) between 1 and 1000);
      update decision set issued = to_char(issued_on, 'YYYY-MM-DD'), issued_from = issued_on, issued_by = issued_on;
      alter table decision
        drop constraint decision_number_taken,
        drop column year,
        drop column issued_on,
        drop column folded,
        alter number drop not null;
      alter table decision
        add issued_on date generated always as (case when issued_from = issued_by then issued_from end) stored,
        add year integer generated always as (
          case when extract(year from issued_from) = extract(year from issued_by) then extract(year from issued_from)::integer end) stored,
        add folded text generated always as (public.fold(coalesce(number, '') || ' ' || coalesce(abstract, ''))) stored,
        add constraint decision_issued check ((issued is null) = (issued_by is null) and (issued_by is not null or issued_from is null)
          and issued_from <= issued_by),
        add constraint decision_number_taken unique (issuer_id, kind, year, compared, twin);
      alter table decision
        add constraint decision_incomplete_has_source check ((number is not null and issued_on is not null) or source is not null);
      create index decision_issued_order on decision (issued_by desc nulls last, id desc);
    `);
  }

  /** Fails while a decision without number or day is stored: neither can be invented. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index decision_issued_order;
      alter table decision
        drop constraint decision_incomplete_has_source,
        drop constraint decision_number_taken,
        drop constraint decision_issued,
        drop column year,
        drop column folded;
      alter table decision rename issued_on to issued_day;
      alter table decision add issued_on date;
      update decision set issued_on = issued_day;
      alter table decision
        alter number set not null,
        alter issued_on set not null,
        drop column issued_day,
        drop column issued,
        drop column issued_from,
        drop column issued_by,
        drop column source;
      alter table decision
        add year integer generated always as (extract(year from issued_on)::integer) stored,
        add folded text generated always as (public.fold(number || ' ' || coalesce(abstract, ''))) stored,
        add constraint decision_number_taken unique (issuer_id, kind, year, compared, twin);
      create index decision_issued_order on decision (issued_on, id);
    `);
  }
}
