import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Text functions, the trail, idempotency keys and secrets, which every chapter uses. */
export class Platform1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists unaccent with schema public;
      create extension if not exists pg_trgm with schema public;
      create extension if not exists btree_gist with schema public;

      -- A Ă Â … D Đ …, and “Tổ 9” before “Tổ 10”.
      create collation public.vi_natural (provider = icu, locale = 'vi-u-kn-true');

      -- What search compares: no marks, đ as d, lower case, every run of blanks one space.
      -- unaccent is only STABLE because its dictionary could be changed; ours is named and never is.
      create function public.fold(given text) returns text
        language sql immutable strict parallel safe
        as $$ select btrim(regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary, normalize(given, NFC)) collate "und-x-icu"),
                                          '[\\s\\u00a0]+', ' ', 'g')) $$;

      create table audit_entry (
        id uuid constraint audit_entry_pk primary key,
        at timestamptz not null,
        actor_kind text not null,
        actor_id uuid,
        actor_name text not null,
        request_id text,
        action text not null,
        object_type text not null,
        object_id uuid,
        before jsonb,
        after jsonb,
        reason text
      );
      create index audit_entry_object on audit_entry (object_type, object_id, at);
      create index audit_entry_at on audit_entry (at);

      create table audit_pending (
        ordinal bigint generated always as identity constraint audit_pending_pk primary key,
        entry_id uuid not null constraint audit_pending_entry_unique unique constraint audit_pending_entry_fk references audit_entry
      );

      create table audit_seal (
        position bigint constraint audit_seal_pk primary key,
        entry_id uuid not null constraint audit_seal_entry_unique unique constraint audit_seal_entry_fk references audit_entry,
        hash bytea not null constraint audit_seal_hash_length check (octet_length(hash) = 32),
        sealed_at timestamptz not null
      );

      create function public.refuse_change() returns trigger language plpgsql
        as $$ begin raise exception 'The trail is only ever added to.' using errcode = 'restrict_violation', constraint = 'audit_append_only'; end $$;
      create trigger audit_entry_append_only before update or delete or truncate on audit_entry for each statement execute function refuse_change();
      create trigger audit_seal_append_only before update or delete or truncate on audit_seal for each statement execute function refuse_change();

      create table idempotency_key (
        actor text not null,
        key text not null constraint idempotency_key_length check (length(key) between 1 and 200),
        request_hash text not null,
        answer jsonb,
        at timestamptz not null,
        constraint idempotency_key_pk primary key (actor, key)
      );

      -- Made once, never shown: signs the cursors of lists.
      create table secret (
        name text constraint secret_pk primary key,
        value text not null
      );
      insert into secret (name, value) values ('cursor', encode(sha256((gen_random_uuid()::text || gen_random_uuid()::text)::bytea), 'hex'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table secret, idempotency_key, audit_seal, audit_pending, audit_entry;
      drop function public.refuse_change();
      drop function public.fold(text);
      drop collation public.vi_natural;
      drop extension btree_gist;
      drop extension pg_trgm;
      drop extension unaccent;
    `);
  }
}
