import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { LocalDate } from '../../../shared/dates.js';
import type { ObjectState } from '../../../platform/audit/object-version.js';
import type { Id } from '../../../shared/ids.js';
import type { ModelState } from '../model-states.js';

/** The states of a file, as the check of a column. */
export const FILE_STATES = `file_state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'RECEIVED', 'UNDER_APPRAISAL', 'RECOGNISED', 'NOT_RECOGNISED', 'WITHDRAWN', 'REVOKED')`;

/** A registration (đăng ký) of a model: its file from the draft to a decision. A model is registered again in a later round. */
@Entity('registration')
@Index('registration_latest', ['modelId'], { unique: true, where: 'latest' })
@Index('registration_in_order', { synchronize: false }) // its directions
@Index('registration_earlier_holder', ['holderId', 'modelId'], { where: '((not latest) and (holder_id is not null))' })
@Check('registration_days', `state_since >= opened_on`)
@Check('registration_state_known', `file_state is not null or source is not null`)
export class RegistrationEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'registration_pk' })
  id: Id;

  @Column('uuid', { name: 'model_id' })
  @ForeignKey('emulation_model', { name: 'registration_model_fk' })
  modelId: Id;

  @Column('uuid', { name: 'round_id', nullable: true })
  @ForeignKey('registration_round', { name: 'registration_round_fk' })
  @Index('registration_of_round', { where: 'round_id is not null' })
  roundId: Id | null;

  /** The day of its first step. */
  @Column('date', { name: 'opened_on' })
  openedOn: LocalDate;

  /** The same as its paper gives it, where that is less than a day: “2022”. `openedOn` is then the last possible day. */
  @Column('text', { name: 'opened_given', nullable: true })
  @Check('registration_opened_given', `length(opened_given) between 4 and 22`)
  openedGiven: string | null;

  /** `null`: the paper does not say. */
  @Column('text', { name: 'file_state', nullable: true })
  @Check('registration_file_state', FILE_STATES)
  fileState: ModelState | null;

  /** The day of the step that brought the file into its state. */
  @Column('date', { name: 'state_since' })
  stateSince: LocalDate;

  @Column('uuid', { name: 'holder_id', nullable: true })
  @ForeignKey('unit', { name: 'registration_holder_fk' })
  @Index('registration_holder', { where: 'holder_id is not null' })
  holderId: Id | null;

  /** The paper that it is known from; `null`: it was made in the registry. */
  @Column('text', { name: 'source', nullable: true })
  @Check('registration_source', `length(source) between 1 and 1000`)
  source: string | null;

  /** The one that was opened last. The model has a copy of its state, holder and round. */
  @Column('boolean', { name: 'latest' })
  latest: boolean;
}

/** The content of a model as it was submitted, or as a decision approved it. Never changed. */
@Entity('content_snapshot')
@Unique('content_snapshot_taken', ['modelId', 'digest'])
export class ContentSnapshotEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'content_snapshot_pk' })
  id: Id;

  @Column('uuid', { name: 'model_id' })
  @ForeignKey('emulation_model', { name: 'content_snapshot_model_fk' })
  modelId: Id;

  /** SHA-256 of `content`: equal contents of a model are stored once. */
  @Column('text', { name: 'digest' })
  @Check('content_snapshot_digest', `digest ~ '^[0-9a-f]{64}$'`)
  digest: string;

  /** The content as the trail writes it, with the names of themes. */
  @Column('jsonb', { name: 'content' })
  content: ObjectState;

  @Column('timestamptz', { name: 'taken_at' })
  takenAt: Date;
}

/** A title that a model had until a day. */
@Entity('former_title')
@Unique('former_title_once', ['modelId', 'lastDay'])
export class FormerTitleEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'former_title_pk' })
  id: Id;

  @Column('uuid', { name: 'model_id' })
  @ForeignKey('emulation_model', { name: 'former_title_model_fk' })
  modelId: Id;

  @Column('text', { name: 'title' })
  @Check('former_title_title', `length(title) between 1 and 1000`)
  title: string;

  @Column('date', { name: 'last_day' })
  lastDay: LocalDate;

  @Column('text', { name: 'reason', nullable: true })
  @Check('former_title_reason', `length(reason) between 1 and 1000`)
  reason: string | null;
}
