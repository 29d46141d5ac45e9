import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import type { Presence, SessionKind, VoteChoice } from './council-kinds.js';

/** A session (phiên họp) with its minutes. */
@Entity('council_session')
@Index('council_session_council', ['councilId', 'heldOn'])
export class CouncilSessionEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'council_session_pk' })
  id: Id;

  @Column('uuid', { name: 'council_id' })
  @ForeignKey('council', { name: 'council_session_council_fk' })
  councilId: Id;

  @Column('uuid', { name: 'unit_id' })
  @ForeignKey('unit', { name: 'council_session_unit_fk' })
  @Index('council_session_unit')
  unitId: Id;

  @Column('text', { name: 'kind' })
  @Check('council_session_kind', `kind in ('GENERAL', 'APPRAISAL', 'AWARDS')`)
  kind: SessionKind;

  @Column('date', { name: 'held_on' })
  heldOn: LocalDate;

  @Column('text', { name: 'subject' })
  @Check('council_session_subject', `length(subject) between 1 and 1000`)
  subject: string;

  /** The rule in force on the day; null: none was entered. */
  @Column('uuid', { name: 'rule_id', nullable: true })
  @ForeignKey('council_rule', { name: 'council_session_rule_fk' })
  @Index('council_session_rule')
  ruleId: Id | null;

  @Column('uuid', { name: 'chair_id', nullable: true })
  @ForeignKey('council_member', { name: 'council_session_chair_fk' })
  @Index('council_session_chair')
  chairId: Id | null;

  @Column('uuid', { name: 'secretary_id', nullable: true })
  @ForeignKey('council_member', { name: 'council_session_secretary_fk' })
  @Index('council_session_secretary')
  secretaryId: Id | null;

  @Column('text', { name: 'minutes_number', nullable: true })
  @Check('council_session_minutes_number', `length(minutes_number) between 1 and 100`)
  minutesNumber: string | null;

  @Column('date', { name: 'minutes_date', nullable: true })
  @Check('council_session_minutes_date', `minutes_date >= held_on`)
  minutesDate: LocalDate | null;

  @Column('text', { name: 'minutes_text', nullable: true })
  @Check('council_session_minutes_text', `length(minutes_text) between 1 and 10000`)
  minutesText: string | null;

  @Column('integer', { name: 'version', default: 1 })
  version: number;
}

/** How a member took part. A member in term without a row is not mentioned in the minutes, and counts as absent. */
@Entity('council_attendance')
export class CouncilAttendanceEntity {
  @PrimaryColumn('uuid', { name: 'session_id', primaryKeyConstraintName: 'council_attendance_pk' })
  @ForeignKey('council_session', { name: 'council_attendance_session_fk' })
  sessionId: Id;

  @PrimaryColumn('uuid', { name: 'member_id', primaryKeyConstraintName: 'council_attendance_pk' })
  @ForeignKey('council_member', { name: 'council_attendance_member_fk' })
  @Index('council_attendance_member')
  memberId: Id;

  @Column('text', { name: 'presence' })
  @Check('council_attendance_presence', `presence in ('PRESENT', 'IN_WRITING', 'ABSENT')`)
  presence: Presence;
}

/** A question and the votes on it, as the minutes count them: many ballots are secret. */
@Entity('council_question')
export class CouncilQuestionEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'council_question_pk' })
  id: Id;

  @Column('uuid', { name: 'session_id' })
  @ForeignKey('council_session', { name: 'council_question_session_fk' })
  @Index('council_question_session')
  sessionId: Id;

  @Column('text', { name: 'text' })
  @Check('council_question_text', `length(text) between 1 and 1000`)
  text: string;

  @Column('integer', { name: 'in_favour' })
  @Check('council_question_in_favour', `in_favour >= 0`)
  inFavour: number;

  @Column('integer', { name: 'against' })
  @Check('council_question_against', `against >= 0`)
  against: number;

  @Column('integer', { name: 'abstained' })
  @Check('council_question_abstained', `abstained >= 0`)
  abstained: number;

  @Column('integer', { name: 'written_in_favour' })
  @Check('council_question_written_in_favour', `written_in_favour >= 0`)
  writtenInFavour: number;

  @Column('integer', { name: 'written_against' })
  @Check('council_question_written_against', `written_against >= 0`)
  writtenAgainst: number;

  @Column('integer', { name: 'written_abstained' })
  @Check('council_question_written_abstained', `written_abstained >= 0`)
  writtenAbstained: number;
}

/** The vote of a named member. Its question may be deleted first when a session is removed: the key is checked at the end. */
@Entity('council_opinion')
export class CouncilOpinionEntity {
  @PrimaryColumn('uuid', { name: 'question_id', primaryKeyConstraintName: 'council_opinion_pk' })
  @ForeignKey('council_question', { name: 'council_opinion_question_fk', deferrable: 'INITIALLY DEFERRED' })
  questionId: Id;

  @PrimaryColumn('uuid', { name: 'member_id', primaryKeyConstraintName: 'council_opinion_pk' })
  @ForeignKey('council_member', { name: 'council_opinion_member_fk' })
  @Index('council_opinion_member')
  memberId: Id;

  @Column('uuid', { name: 'session_id' })
  @ForeignKey('council_session', { name: 'council_opinion_session_fk' })
  @Index('council_opinion_session')
  sessionId: Id;

  @Column('text', { name: 'choice' })
  @Check('council_opinion_choice', `choice in ('IN_FAVOUR', 'AGAINST', 'ABSTAINED')`)
  choice: VoteChoice;

  @Column('text', { name: 'words', nullable: true })
  @Check('council_opinion_words', `length(words) between 1 and 2000`)
  words: string | null;
}
