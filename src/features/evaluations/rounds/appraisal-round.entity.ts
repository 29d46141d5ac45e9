import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import type { Aggregation } from '../../criteria/rules/aggregation.js';
import type { RecognitionLevel } from '../../sectors/recognition-level.js';
import type { AbsentRule, AppraisedThing, FeedbackPart } from '../evaluation.kinds.js';
import type { RoundState } from './appraisal-round.lifecycle.js';

/** An appraisal round (đợt thẩm định, chấm điểm): entries that are scored under one version of a criteria set and ranked among themselves. */
@Entity('appraisal_round')
@Check('appraisal_round_blind', `not blind or graded = 'MODEL_REGISTRATION'`)
@Check('appraisal_round_closed_day', `(state = 'CLOSED') = (closed_on is not null)`)
export class AppraisalRoundEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'appraisal_round_pk' })
  id: Id;

  /** The unit that runs it. */
  @Column('uuid', { name: 'unit_id' })
  @ForeignKey('unit', { name: 'appraisal_round_unit_fk' })
  @Index('appraisal_round_unit')
  unitId: Id;

  @Column('text', { name: 'name' })
  @Check('appraisal_round_name', `length(name) between 1 and 300`)
  name: string;

  @Column('uuid', { name: 'criteria_version_id' })
  @ForeignKey('criteria_set_version', { name: 'appraisal_round_version_fk' })
  @Index('appraisal_round_version')
  criteriaVersionId: Id;

  @Column('uuid', { name: 'council_id', nullable: true })
  @ForeignKey('council', { name: 'appraisal_round_council_fk' })
  @Index('appraisal_round_council', { where: 'council_id is not null' })
  councilId: Id | null;

  @Column('text', { name: 'graded' })
  @Check('appraisal_round_graded', `graded in ('MODEL_REGISTRATION', 'UNIT_YEAR')`)
  graded: AppraisedThing;

  @Column('integer', { name: 'year' })
  @Check('appraisal_round_year', `year between 1945 and 2200`)
  year: number;

  @Column('text', { name: 'level', nullable: true })
  @Check('appraisal_round_level', `level in ('GRASSROOTS', 'COMMUNE', 'DISTRICT', 'PROVINCE', 'CENTRAL')`)
  level: RecognitionLevel | null;

  @Column('boolean', { name: 'illustrative' })
  illustrative: boolean;

  /** Whether those who score do not see whose the entries are while it is open. */
  @Column('boolean', { name: 'blind' })
  blind: boolean;

  @Column('text', { name: 'aggregation' })
  @Check('appraisal_round_aggregation', `aggregation in ('SUM', 'MEAN', 'TRIMMED_MEAN', 'MEDIAN')`)
  aggregation: Aggregation;

  @Column('text', { name: 'missing' })
  @Check('appraisal_round_missing', `missing in ('LEAVE_OUT', 'WAIT')`)
  missing: AbsentRule;

  @Column('text', { name: 'abstained' })
  @Check('appraisal_round_abstained', `abstained in ('LEAVE_OUT', 'WAIT')`)
  abstained: AbsentRule;

  /** What the unit is shown in addition to its result once the round is closed. */
  @Column('text', { name: 'feedback', array: true })
  @Check('appraisal_round_feedback', `feedback <@ array['CRITERIA', 'WORDS']`)
  feedback: FeedbackPart[];

  @Column('text', { name: 'outstanding_blocks', array: true })
  outstandingBlocks: string[];

  @Column('text', { name: 'state' })
  @Check('appraisal_round_state', `state in ('OPEN', 'CLOSED')`)
  state: RoundState;

  @Column('date', { name: 'opened_on' })
  openedOn: LocalDate;

  /** The last day to score, as planned; null: none was set. */
  @Column('date', { name: 'closes_on', nullable: true })
  @Check('appraisal_round_closes', `closes_on >= opened_on`)
  closesOn: LocalDate | null;

  /** The number of days after closing in which results can be complained about; it is opened again for such a complaint only. Null: no rule was stated. */
  @Column('integer', { name: 'complaint_days', nullable: true })
  @Check('appraisal_round_complaint_days', `complaint_days between 1 and 366`)
  complaintDays: number | null;

  @Column('date', { name: 'closed_on', nullable: true })
  @Check('appraisal_round_closed', `closed_on >= opened_on`)
  closedOn: LocalDate | null;

  /** The session of the council that closed it. */
  @Column('uuid', { name: 'session_id', nullable: true })
  @ForeignKey('council_session', { name: 'appraisal_round_session_fk' })
  @Index('appraisal_round_session', { where: 'session_id is not null' })
  sessionId: Id | null;

  @Column('text', { name: 'reopen_reason', nullable: true })
  @Check('appraisal_round_reopen_reason', `length(reopen_reason) between 1 and 2000`)
  reopenReason: string | null;

  @Column('integer', { name: 'version', default: 1 })
  version: number;
}
