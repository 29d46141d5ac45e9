import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import type { ItemMark } from '../../criteria/rules/sheet.js';
import type { SheetState } from '../evaluation.kinds.js';

/** What is written on a sheet, by the code of the criterion. Points are decimals as text. */
export interface SheetContent {
  readonly points: Readonly<Record<string, string>>;
  readonly marks: Readonly<Record<string, ItemMark>>;
  readonly levels: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<string, string>>;
  readonly remark: string | null;
}

/** A score sheet (phiếu chấm): of a member, or the unit’s self-assessment. */
@Entity('score_sheet')
@Index('score_sheet_one_of_a_scorer', ['evaluationId', 'scorerId'], { unique: true, where: 'scorer_id is not null' })
@Index('score_sheet_one_of_the_unit', ['evaluationId'], { unique: true, where: 'scorer_id is null' })
@Check('score_sheet_submitted', `(state = 'SUBMITTED') = (submitted_on is not null)`)
@Check('score_sheet_self_scores', `scorer_id is not null or state <> 'ABSTAINED'`)
export class ScoreSheetEntity implements SheetContent {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'score_sheet_pk' })
  id: Id;

  @Column('uuid', { name: 'evaluation_id' })
  @ForeignKey('evaluation', { name: 'score_sheet_evaluation_fk' })
  @Index('score_sheet_evaluation')
  evaluationId: Id;

  /** The unit that runs the round. */
  @Column('uuid', { name: 'host_id' })
  @ForeignKey('unit', { name: 'score_sheet_host_fk' })
  @Index('score_sheet_host')
  hostId: Id;

  /** Null: the self-assessment of the unit. */
  @Column('uuid', { name: 'scorer_id', nullable: true })
  @ForeignKey('person', { name: 'score_sheet_scorer_fk' })
  @Index('score_sheet_scorer', { where: 'scorer_id is not null' })
  scorerId: Id | null;

  @Column('text', { name: 'state' })
  @Check('score_sheet_state', `state in ('DRAFT', 'SUBMITTED', 'ABSTAINED')`)
  state: SheetState;

  @Column('jsonb', { name: 'points' })
  points: Readonly<Record<string, string>>;

  @Column('jsonb', { name: 'marks' })
  marks: Readonly<Record<string, ItemMark>>;

  @Column('jsonb', { name: 'levels' })
  levels: Readonly<Record<string, string>>;

  @Column('jsonb', { name: 'words' })
  words: Readonly<Record<string, string>>;

  @Column('text', { name: 'remark', nullable: true })
  @Check('score_sheet_remark', `length(remark) between 1 and 5000`)
  remark: string | null;

  @Column('numeric', { name: 'total', precision: 12, scale: 4, nullable: true })
  total: string | null;

  /** The signed sheet that board staff entered it from; null: its scorer entered it. */
  @Column('text', { name: 'paper', nullable: true })
  @Check('score_sheet_paper', `length(paper) between 1 and 1000`)
  paper: string | null;

  @Column('text', { name: 'entered_by' })
  @Check('score_sheet_entered_by', `length(entered_by) between 1 and 300`)
  enteredBy: string;

  @Column('date', { name: 'submitted_on', nullable: true })
  submittedOn: LocalDate | null;

  @Column('integer', { name: 'version', default: 1 })
  version: number;
}

/** A sheet as it was saved: its history, drafts included. */
@Entity('score_sheet_revision')
export class ScoreSheetRevisionEntity {
  @PrimaryColumn('uuid', { name: 'sheet_id', primaryKeyConstraintName: 'score_sheet_revision_pk' })
  @ForeignKey('score_sheet', { name: 'score_sheet_revision_sheet_fk' })
  sheetId: Id;

  /** The version that the sheet had. */
  @PrimaryColumn('integer', { name: 'number', primaryKeyConstraintName: 'score_sheet_revision_pk' })
  @Check('score_sheet_revision_number', `number > 0`)
  number: number;

  @Column('text', { name: 'state' })
  @Check('score_sheet_revision_state', `state in ('DRAFT', 'SUBMITTED', 'ABSTAINED')`)
  state: SheetState;

  @Column('jsonb', { name: 'content' })
  content: SheetContent;

  @Column('timestamptz', { name: 'at' })
  at: Date;

  @Column('text', { name: 'actor_name' })
  actorName: string;
}
