import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Proposals to commend (tờ trình đề nghị khen thưởng), with their dossiers. */
export class Proposals1700000000082 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table proposal (
        id uuid constraint proposal_pk primary key,
        proposer_id uuid not null constraint proposal_proposer_fk references unit,
        issuer_id uuid constraint proposal_issuer_fk references unit,
        round_id uuid constraint proposal_round_fk references appraisal_round,
        council_id uuid constraint proposal_council_fk references council,
        title text not null constraint proposal_title check (length(title) between 1 and 500),
        state text not null constraint proposal_state check (state in ('DRAFT', 'SENT', 'RETURNED', 'DECIDED')),
        drafted_on date not null,
        sent_on date,
        received_on date,
        returned_on date,
        return_reason text constraint proposal_return_reason check (length(return_reason) between 1 and 2000),
        comment_from date,
        comment_days integer constraint proposal_comment_days check (comment_days between 1 and 60),
        comment_to date,
        decision_id uuid constraint proposal_decision_fk references decision,
        despite_reason text constraint proposal_despite_reason check (length(despite_reason) between 1 and 2000),
        content_hash text not null constraint proposal_content_hash check (content_hash ~ '^[0-9a-f]{64}$'),
        version integer not null default 1,
        constraint proposal_sent check ((issuer_id is null) = (sent_on is null) and (sent_on is null) = (received_on is null) and received_on >= sent_on),
        constraint proposal_stands check (state = 'DRAFT' or sent_on is not null),
        constraint proposal_returned check ((returned_on is null) = (return_reason is null) and (state <> 'RETURNED' or returned_on is not null)),
        constraint proposal_decided check ((state = 'DECIDED') = (decision_id is not null)),
        constraint proposal_comment check ((comment_from is null) = (comment_days is null) and (comment_from is null) = (comment_to is null))
      );
      create index proposal_proposer on proposal (proposer_id);
      create index proposal_issuer on proposal (issuer_id) where issuer_id is not null;
      create index proposal_round on proposal (round_id) where round_id is not null;
      create index proposal_council on proposal (council_id) where council_id is not null;
      create index proposal_decision on proposal (decision_id) where decision_id is not null;

      create table proposal_item (
        id uuid constraint proposal_item_pk primary key,
        proposal_id uuid not null constraint proposal_item_proposal_fk references proposal,
        number integer not null constraint proposal_item_number check (number > 0),
        form text not null constraint proposal_item_form check (length(form) between 1 and 100),
        kind text not null constraint proposal_item_kind check (kind in ('COLLECTIVE', 'INDIVIDUAL', 'HOUSEHOLD')),
        model_id uuid constraint proposal_item_model_fk references emulation_model,
        evaluation_id uuid constraint proposal_item_evaluation_fk references evaluation,
        unit_id uuid constraint proposal_item_unit_fk references unit,
        person_id uuid constraint proposal_item_person_fk references person,
        name text constraint proposal_item_name check (length(name) between 1 and 300),
        post text constraint proposal_item_post check (length(post) between 1 and 300),
        unit_name text constraint proposal_item_unit_name check (length(unit_name) between 1 and 500),
        count integer constraint proposal_item_count check (count between 1 and 100000),
        reason text not null constraint proposal_item_reason check (length(reason) between 1 and 2000),
        period_from date,
        period_to date,
        met jsonb not null,
        commendation_id uuid constraint proposal_item_commendation_fk references commendation,
        left_out_reason text constraint proposal_item_left_out check (length(left_out_reason) between 1 and 1000),
        constraint proposal_item_numbered unique (proposal_id, number),
        constraint proposal_item_outcome check (commendation_id is null or left_out_reason is null),
        constraint proposal_item_period check (period_from <= period_to)
      );
      create index proposal_item_model on proposal_item (model_id) where model_id is not null;
      create index proposal_item_evaluation on proposal_item (evaluation_id) where evaluation_id is not null;
      create index proposal_item_unit on proposal_item (unit_id) where unit_id is not null;
      create index proposal_item_person on proposal_item (person_id) where person_id is not null;
      create index proposal_item_commendation on proposal_item (commendation_id) where commendation_id is not null;

      create table proposal_snapshot (
        proposal_id uuid constraint proposal_snapshot_proposal_fk references proposal,
        hash text,
        content jsonb not null,
        constraint proposal_snapshot_pk primary key (proposal_id, hash)
      );

      create table proposal_file (
        file_id uuid constraint proposal_file_pk primary key constraint proposal_file_file_fk references file,
        proposal_id uuid not null constraint proposal_file_proposal_fk references proposal,
        part text not null constraint proposal_file_part check (part in ('REQUEST', 'MINUTES', 'ACHIEVEMENT_REPORT', 'OTHER')),
        attached_at timestamptz not null
      );
      create index proposal_file_proposal on proposal_file (proposal_id);

      create table proposal_clearance (
        id uuid constraint proposal_clearance_pk primary key,
        proposal_id uuid not null constraint proposal_clearance_proposal_fk references proposal,
        agency text not null constraint proposal_clearance_agency check (length(agency) between 1 and 300),
        asked_on date not null,
        answered_on date,
        result text constraint proposal_clearance_result check (result in ('CLEAR', 'AGAINST')),
        words text constraint proposal_clearance_words check (length(words) between 1 and 2000),
        constraint proposal_clearance_answered check ((answered_on is null) = (result is null) and answered_on >= asked_on and (words is null or result is not null))
      );
      create index proposal_clearance_proposal on proposal_clearance (proposal_id);

      create table proposal_objection (
        id uuid constraint proposal_objection_pk primary key,
        proposal_id uuid not null constraint proposal_objection_proposal_fk references proposal,
        received_on date not null,
        words text not null constraint proposal_objection_words check (length(words) between 1 and 5000),
        answered_on date,
        answer text constraint proposal_objection_answer check (length(answer) between 1 and 5000),
        constraint proposal_objection_answered check ((answered_on is null) = (answer is null) and answered_on >= received_on)
      );
      create index proposal_objection_proposal on proposal_objection (proposal_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table proposal_objection, proposal_clearance, proposal_file, proposal_snapshot, proposal_item, proposal`);
  }
}
