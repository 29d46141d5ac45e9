import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Appraisal rounds over registrations or units, with who scores what, score sheets and their history, conflicts of interest, and results. */
export class Evaluations1700000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table appraisal_round (
        id uuid constraint appraisal_round_pk primary key,
        unit_id uuid not null constraint appraisal_round_unit_fk references unit,
        name text not null constraint appraisal_round_name check (length(name) between 1 and 300),
        criteria_version_id uuid not null constraint appraisal_round_version_fk references criteria_set_version,
        council_id uuid constraint appraisal_round_council_fk references council,
        graded text not null constraint appraisal_round_graded check (graded in ('MODEL_REGISTRATION', 'UNIT_YEAR')),
        year integer not null constraint appraisal_round_year check (year between 1945 and 2200),
        level text constraint appraisal_round_level check (level in ('GRASSROOTS', 'COMMUNE', 'DISTRICT', 'PROVINCE', 'CENTRAL')),
        illustrative boolean not null,
        aggregation text not null constraint appraisal_round_aggregation check (aggregation in ('SUM', 'MEAN', 'TRIMMED_MEAN', 'MEDIAN')),
        missing text not null constraint appraisal_round_missing check (missing in ('LEAVE_OUT', 'WAIT')),
        abstained text not null constraint appraisal_round_abstained check (abstained in ('LEAVE_OUT', 'WAIT')),
        feedback text[] not null constraint appraisal_round_feedback check (feedback <@ array['CRITERIA', 'WORDS']),
        -- Blocks whose quota is the raised one.
        outstanding_blocks text[] not null,
        state text not null constraint appraisal_round_state check (state in ('OPEN', 'CLOSED')),
        opened_on date not null,
        closes_on date constraint appraisal_round_closes check (closes_on >= opened_on),
        closed_on date constraint appraisal_round_closed check (closed_on >= opened_on),
        session_id uuid constraint appraisal_round_session_fk references council_session,
        reopen_reason text constraint appraisal_round_reopen_reason check (length(reopen_reason) between 1 and 2000),
        version integer not null default 1,
        constraint appraisal_round_closed_day check ((state = 'CLOSED') = (closed_on is not null))
      );
      create index appraisal_round_unit on appraisal_round (unit_id);
      create index appraisal_round_version on appraisal_round (criteria_version_id);
      create index appraisal_round_council on appraisal_round (council_id) where council_id is not null;
      create index appraisal_round_session on appraisal_round (session_id) where session_id is not null;

      create table evaluation (
        id uuid constraint evaluation_pk primary key,
        round_id uuid not null constraint evaluation_round_fk references appraisal_round,
        number integer not null constraint evaluation_number check (number > 0),
        -- The unit that runs the round.
        host_id uuid not null constraint evaluation_host_fk references unit,
        unit_id uuid not null constraint evaluation_unit_fk references unit,
        model_id uuid constraint evaluation_model_fk references emulation_model,
        registration_id uuid constraint evaluation_registration_fk references registration,
        block text not null constraint evaluation_block check (length(block) <= 200),
        left_on date,
        left_reason text constraint evaluation_left_reason check (length(left_reason) between 1 and 1000),
        bonus numeric(9, 4) not null constraint evaluation_bonus check (bonus >= 0),
        penalty numeric(9, 4) not null constraint evaluation_penalty check (penalty >= 0),
        answers jsonb not null,
        facts_basis text constraint evaluation_facts_basis check (length(facts_basis) between 1 and 2000),
        self_total numeric(12, 4),
        total numeric(12, 4),
        grade text,
        rank integer constraint evaluation_rank check (rank > 0),
        tied boolean not null default false,
        decided_grade text,
        decided_by text,
        decided_on date,
        decided_reason text constraint evaluation_decided_reason check (length(decided_reason) between 1 and 2000),
        tie_decided_by text,
        tie_decided_reason text constraint evaluation_tie_decided_reason check (length(tie_decided_reason) between 1 and 2000),
        derivation jsonb,
        -- What the derivation was made from, kept when the round is closed.
        inputs jsonb,
        standing jsonb,
        opened_on date not null,
        closed_on date,
        illustrative boolean not null,
        version integer not null default 1,
        constraint evaluation_numbered unique (round_id, number),
        constraint evaluation_registration_once unique (round_id, registration_id),
        constraint evaluation_about check ((model_id is null) = (registration_id is null)),
        constraint evaluation_left check ((left_on is null) = (left_reason is null)),
        constraint evaluation_decided check ((decided_grade is null) = (decided_reason is null))
      );
      create unique index evaluation_unit_once on evaluation (round_id, unit_id) where model_id is null;
      create index evaluation_ranking on evaluation (round_id, rank, id) where rank is not null;
      create index evaluation_host on evaluation (host_id);
      create index evaluation_unit on evaluation (unit_id);
      create index evaluation_model on evaluation (model_id) where model_id is not null;
      create index evaluation_registration on evaluation (registration_id) where registration_id is not null;

      create table score_sheet (
        id uuid constraint score_sheet_pk primary key,
        evaluation_id uuid not null constraint score_sheet_evaluation_fk references evaluation,
        host_id uuid not null constraint score_sheet_host_fk references unit,
        -- Null: the self-assessment of the unit.
        scorer_id uuid constraint score_sheet_scorer_fk references person,
        state text not null constraint score_sheet_state check (state in ('DRAFT', 'SUBMITTED', 'ABSTAINED')),
        points jsonb not null,
        marks jsonb not null,
        levels jsonb not null,
        words jsonb not null,
        remark text constraint score_sheet_remark check (length(remark) between 1 and 5000),
        total numeric(12, 4),
        paper text constraint score_sheet_paper check (length(paper) between 1 and 1000),
        entered_by text not null constraint score_sheet_entered_by check (length(entered_by) between 1 and 300),
        submitted_on date,
        version integer not null default 1,
        constraint score_sheet_submitted check ((state = 'SUBMITTED') = (submitted_on is not null)),
        constraint score_sheet_self_scores check (scorer_id is not null or state <> 'ABSTAINED')
      );
      create unique index score_sheet_one_of_a_scorer on score_sheet (evaluation_id, scorer_id) where scorer_id is not null;
      create unique index score_sheet_one_of_the_unit on score_sheet (evaluation_id) where scorer_id is null;
      create index score_sheet_host on score_sheet (host_id);
      create index score_sheet_scorer on score_sheet (scorer_id) where scorer_id is not null;

      create table score_sheet_revision (
        sheet_id uuid not null constraint score_sheet_revision_sheet_fk references score_sheet,
        number integer not null constraint score_sheet_revision_number check (number > 0),
        state text not null constraint score_sheet_revision_state check (state in ('DRAFT', 'SUBMITTED', 'ABSTAINED')),
        content jsonb not null,
        at timestamptz not null,
        actor_name text not null,
        constraint score_sheet_revision_pk primary key (sheet_id, number)
      );

      create table appraisal_assignment (
        evaluation_id uuid not null constraint appraisal_assignment_evaluation_fk references evaluation,
        person_id uuid not null constraint appraisal_assignment_person_fk references person,
        host_id uuid not null constraint appraisal_assignment_host_fk references unit,
        how text not null constraint appraisal_assignment_how check (how in ('BY_HAND', 'RANDOM', 'BALANCED')),
        seed text constraint appraisal_assignment_seed check (length(seed) between 1 and 100),
        assigned_on date not null,
        assigned_by text not null,
        constraint appraisal_assignment_pk primary key (evaluation_id, person_id)
      );
      create index appraisal_assignment_person on appraisal_assignment (person_id);
      create index appraisal_assignment_host on appraisal_assignment (host_id);

      create table appraisal_conflict (
        evaluation_id uuid not null constraint appraisal_conflict_evaluation_fk references evaluation,
        person_id uuid not null constraint appraisal_conflict_person_fk references person,
        host_id uuid not null constraint appraisal_conflict_host_fk references unit,
        reason text not null constraint appraisal_conflict_reason check (reason in
          ('OWN_UNIT', 'PARENT_UNIT', 'SUCCESSOR_UNIT', 'JOINT_OWNER', 'SUBJECT', 'FAMILY', 'WORK', 'OTHER')),
        declared boolean not null,
        words text constraint appraisal_conflict_words check (length(words) between 1 and 2000),
        found_on date not null,
        found_by text not null,
        -- Who found it, so that another overrides it; null: the registry itself.
        found_by_id uuid,
        override_reason text constraint appraisal_conflict_override check (length(override_reason) between 1 and 2000),
        overridden_by text,
        overridden_on date,
        constraint appraisal_conflict_pk primary key (evaluation_id, person_id, reason),
        constraint appraisal_conflict_overridden check ((override_reason is null) = (overridden_by is null) and (override_reason is null) = (overridden_on is null))
      );
      create index appraisal_conflict_person on appraisal_conflict (person_id);
      create index appraisal_conflict_host on appraisal_conflict (host_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table appraisal_conflict, appraisal_assignment, score_sheet_revision, score_sheet, evaluation, appraisal_round`,
    );
  }
}
