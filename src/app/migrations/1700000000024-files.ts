import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Metadata of uploaded files (their bytes are in the storage), and one-time upload tickets. */
export class Files1700000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table file (
        id uuid constraint file_pk primary key,
        name text not null constraint file_name check (length(name) between 1 and 200),
        media_type text not null,
        size integer not null constraint file_size check (size > 0),
        sha256 text not null constraint file_hash check (sha256 ~ '^[0-9a-f]{64}$'),
        state text not null constraint file_state check (state in ('QUARANTINED', 'READY', 'REFUSED')),
        refusal text constraint file_refusal check (length(refusal) between 1 and 300),
        purpose text not null,
        record_id uuid,
        uploader_kind text not null constraint file_uploader_kind check (uploader_kind in ('ACCOUNT', 'TOKEN', 'SYSTEM')),
        uploader_id uuid,
        uploaded_by text not null,
        uploaded_at timestamptz not null,
        -- Since when no record has it; then it is erased some days later.
        loose_since timestamptz,
        constraint file_refused check ((state = 'REFUSED') = (refusal is not null))
      );
      create index file_record on file (record_id) where record_id is not null;
      create index file_quarantined on file (id) where state = 'QUARANTINED';
      create index file_loose on file (loose_since) where loose_since is not null;

      -- The file that comes by a ticket has the ticket's id. Of the secret only a hash is kept.
      create table upload_ticket (
        id uuid constraint upload_ticket_pk primary key,
        secret_hash bytea not null constraint upload_ticket_secret unique,
        file_name text not null constraint upload_ticket_file_name check (length(file_name) between 1 and 200),
        purpose text not null,
        record_id uuid,
        asker_kind text not null constraint upload_ticket_asker_kind check (asker_kind in ('ACCOUNT', 'TOKEN', 'SYSTEM')),
        asker_id uuid,
        asker_name text not null,
        asked_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz,
        constraint upload_ticket_life check (expires_at > asked_at)
      );
      create index upload_ticket_asker on upload_ticket (asker_id, asked_at);
      create index upload_ticket_record on upload_ticket (record_id) where used_at is null;
      create index upload_ticket_end on upload_ticket (expires_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table upload_ticket, file`);
  }
}
