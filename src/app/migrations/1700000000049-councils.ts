import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose account it is over time; councils with their members, rules, sessions and votes. */
export class Councils1700000000049 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table account_person (
        id uuid constraint account_person_pk primary key,
        account_id uuid not null constraint account_person_account_fk references account,
        person_id uuid not null constraint account_person_person_fk references person,
        validity daterange not null constraint account_person_validity check (not isempty(validity) and not lower_inf(validity)),
        constraint account_person_account_taken exclude using gist (account_id with =, validity with &&),
        constraint account_person_person_taken exclude using gist (person_id with =, validity with &&)
      );

      create table council (
        id uuid constraint council_pk primary key,
        unit_id uuid not null constraint council_unit_fk references unit,
        name text not null constraint council_name check (length(name) between 1 and 300),
        kind text not null constraint council_kind check (kind in ('EMULATION', 'APPRAISAL', 'STEERING', 'OTHER')),
        act_number text constraint council_act_number check (length(act_number) between 1 and 100),
        act_date date,
        act_issuer text constraint council_act_issuer check (length(act_issuer) between 1 and 300),
        validity daterange not null constraint council_validity check (not isempty(validity) and not lower_inf(validity)),
        note text constraint council_note check (length(note) between 1 and 2000),
        version integer not null default 1,
        recorded_on date not null,
        folded text generated always as (public.fold(name)) stored,
        constraint council_name_taken exclude using gist (unit_id with =, folded with =, validity with &&)
      );

      create table council_rule (
        id uuid constraint council_rule_pk primary key,
        council_id uuid not null constraint council_rule_council_fk references council,
        unit_id uuid not null constraint council_rule_unit_fk references unit,
        session_kind text not null constraint council_rule_session_kind check (session_kind in ('GENERAL', 'APPRAISAL', 'AWARDS')),
        presence_numerator integer not null,
        presence_denominator integer not null,
        presence_more_than boolean not null,
        presence_counts_written boolean not null,
        majority_numerator integer not null,
        majority_denominator integer not null,
        majority_more_than boolean not null,
        majority_of text not null constraint council_rule_majority_of check (majority_of in ('MEMBERS_IN_TERM', 'TAKING_PART')),
        majority_counts_written boolean not null,
        validity daterange not null constraint council_rule_validity check (not isempty(validity) and not lower_inf(validity)),
        basis text not null constraint council_rule_basis check (length(basis) between 1 and 1000),
        version integer not null default 1,
        constraint council_rule_presence check (presence_numerator >= 1 and presence_denominator <= 1000
          and case when presence_more_than then presence_numerator < presence_denominator else presence_numerator <= presence_denominator end),
        constraint council_rule_majority check (majority_numerator >= 1 and majority_denominator <= 1000
          and case when majority_more_than then majority_numerator < majority_denominator else majority_numerator <= majority_denominator end),
        constraint council_rule_taken exclude using gist (council_id with =, session_kind with =, validity with &&)
      );
      create index council_rule_unit on council_rule (unit_id);

      create table council_member (
        id uuid constraint council_member_pk primary key,
        council_id uuid not null constraint council_member_council_fk references council,
        unit_id uuid not null constraint council_member_unit_fk references unit,
        person_id uuid not null constraint council_member_person_fk references person,
        role text not null constraint council_member_role check (role in ('CHAIR', 'DEPUTY', 'SECRETARY', 'MEMBER')),
        validity daterange not null constraint council_member_validity check (not isempty(validity) and not lower_inf(validity)),
        basis text constraint council_member_basis check (length(basis) between 1 and 1000),
        end_reason text constraint council_member_end_reason check (length(end_reason) between 1 and 1000),
        version integer not null default 1,
        constraint council_member_twice exclude using gist (council_id with =, person_id with =, validity with &&),
        constraint council_member_two_chairs exclude using gist (council_id with =, validity with &&) where (role = 'CHAIR')
      );
      create index council_member_unit on council_member (unit_id);
      create index council_member_person on council_member (person_id);

      create table council_session (
        id uuid constraint council_session_pk primary key,
        council_id uuid not null constraint council_session_council_fk references council,
        unit_id uuid not null constraint council_session_unit_fk references unit,
        kind text not null constraint council_session_kind check (kind in ('GENERAL', 'APPRAISAL', 'AWARDS')),
        held_on date not null,
        subject text not null constraint council_session_subject check (length(subject) between 1 and 1000),
        rule_id uuid constraint council_session_rule_fk references council_rule,
        chair_id uuid constraint council_session_chair_fk references council_member,
        secretary_id uuid constraint council_session_secretary_fk references council_member,
        minutes_number text constraint council_session_minutes_number check (length(minutes_number) between 1 and 100),
        minutes_date date constraint council_session_minutes_date check (minutes_date >= held_on),
        minutes_text text constraint council_session_minutes_text check (length(minutes_text) between 1 and 10000),
        version integer not null default 1
      );
      create index council_session_council on council_session (council_id, held_on);
      create index council_session_unit on council_session (unit_id);
      create index council_session_rule on council_session (rule_id);
      create index council_session_chair on council_session (chair_id);
      create index council_session_secretary on council_session (secretary_id);

      create table council_attendance (
        session_id uuid not null constraint council_attendance_session_fk references council_session,
        member_id uuid not null constraint council_attendance_member_fk references council_member,
        presence text not null constraint council_attendance_presence check (presence in ('PRESENT', 'IN_WRITING', 'ABSENT')),
        constraint council_attendance_pk primary key (session_id, member_id)
      );
      create index council_attendance_member on council_attendance (member_id);

      create table council_question (
        id uuid constraint council_question_pk primary key,
        session_id uuid not null constraint council_question_session_fk references council_session,
        text text not null constraint council_question_text check (length(text) between 1 and 1000),
        in_favour integer not null constraint council_question_in_favour check (in_favour >= 0),
        against integer not null constraint council_question_against check (against >= 0),
        abstained integer not null constraint council_question_abstained check (abstained >= 0),
        written_in_favour integer not null constraint council_question_written_in_favour check (written_in_favour >= 0),
        written_against integer not null constraint council_question_written_against check (written_against >= 0),
        written_abstained integer not null constraint council_question_written_abstained check (written_abstained >= 0)
      );
      create index council_question_session on council_question (session_id);

      create table council_opinion (
        question_id uuid not null constraint council_opinion_question_fk references council_question deferrable initially deferred,
        member_id uuid not null constraint council_opinion_member_fk references council_member,
        session_id uuid not null constraint council_opinion_session_fk references council_session,
        choice text not null constraint council_opinion_choice check (choice in ('IN_FAVOUR', 'AGAINST', 'ABSTAINED')),
        words text constraint council_opinion_words check (length(words) between 1 and 2000),
        constraint council_opinion_pk primary key (question_id, member_id)
      );
      create index council_opinion_member on council_opinion (member_id);
      create index council_opinion_session on council_opinion (session_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table council_opinion, council_question, council_attendance, council_session, council_member, council_rule, council, account_person`,
    );
  }
}
