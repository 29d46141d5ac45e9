import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whole lists as files (kết xuất). */
export class Exports1700000000075 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table list_export (
        id uuid constraint list_export_pk primary key,
        asker_kind text not null constraint list_export_asker_kind check (asker_kind in ('ACCOUNT', 'TOKEN')),
        asker_id uuid not null,
        asker_name text not null,
        question text not null constraint list_export_question check (length(question) between 1 and 20000),
        variables jsonb not null,
        format text not null constraint list_export_format check (format in ('JSONL', 'CSV')),
        language text not null constraint list_export_language check (language in ('vi', 'en')),
        state text not null default 'WAITING' constraint list_export_state check (state in ('WAITING', 'READY', 'FAILED', 'EXPIRED')),
        failure text,
        requested_at timestamptz not null,
        snapshot_at timestamptz,
        expires_at timestamptz,
        row_count integer,
        size bigint,
        sha256 text constraint list_export_hash check (sha256 ~ '^[0-9a-f]{64}$'),
        constraint list_export_written check ((state in ('READY', 'EXPIRED')) = (num_nonnulls(row_count, size, sha256, snapshot_at, expires_at) = 5)),
        constraint list_export_failed check ((state = 'FAILED') = (failure is not null))
      );
      create index list_export_asker on list_export (asker_id, requested_at);
      create index list_export_end on list_export (requested_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table list_export`);
  }
}
