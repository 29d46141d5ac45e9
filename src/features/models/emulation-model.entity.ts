import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { COMPUTED, KEPT_BY_TRIGGER } from '../../platform/database/computed-column.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';

import { VILLAGE_CHECK, type VillageName } from '../units/village.js';
import type { FormItem } from '../movements/form-items.js';
import type { SubjectKind } from '../sectors/subject-kind.js';
import type { ModelKind } from './content/model-kinds.js';
import type { ModelState, RunningState } from './model-states.js';
import { FILE_STATES } from './registration/registration.entity.js';

/** A model, under the unit that registered it. */
@Entity('emulation_model')
@Check('emulation_model_own_parent', `parent_id <> id`)
@Index('emulation_model_village', { synchronize: false }) // its expression
@Index('emulation_model_unit_newest', { synchronize: false }) // its order and condition
@Index('emulation_model_unit_title', { synchronize: false }) // its collation
@Index('emulation_model_holder_title', { synchronize: false }) // its collation
@Index('emulation_model_title_order', { synchronize: false }) // its collation
@Index('emulation_model_attested_order', { synchronize: false }) // its included columns
@Index('emulation_model_recognised', { synchronize: false }) // its expression
@Index('emulation_model_recognised_last', { synchronize: false }) // its expression
@Index('emulation_model_changed', { synchronize: false }) // its included columns
@Index('emulation_model_state', { synchronize: false }) // its direction
@Index('emulation_model_code_order', { synchronize: false }) // its collation
@Index('emulation_model_waiting_at', { synchronize: false }) // its condition
@Index('emulation_model_waiting', { synchronize: false }) // its condition
@Index('emulation_model_unit_person', ['unitId', 'personId'], { where: 'person_id is not null' })
@Index('emulation_model_holder_person', ['holderId', 'personId'], { where: 'person_id is not null' })
@Unique('emulation_model_code_taken', ['code'])
@Check('emulation_model_person_subject', `person_id is null or subject_kind <> 'COLLECTIVE'`)
@Check('emulation_model_merged_itself', `merged_into_id <> id`)
@Check('emulation_model_copy_itself', `copy_of_id <> id`)
export class EmulationModelEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'emulation_model_pk' })
  id: Id;

  @Column('text', { name: 'title' })
  @Check('emulation_model_title', `length(title) between 1 and 1000`)
  title: string;

  /** The day from which the title counts; `null`: it was always so. Earlier titles are in `former_title`. */
  @Column('date', { name: 'titled_from', nullable: true })
  titledFrom: LocalDate | null;

  @Column('uuid', { name: 'unit_id' })
  @ForeignKey('unit', { name: 'emulation_model_unit_fk' })
  @Index('emulation_model_unit')
  unitId: Id;

  @Column('uuid', { name: 'parent_id', nullable: true })
  @ForeignKey('emulation_model', { name: 'emulation_model_parent_fk' })
  @Index('emulation_model_parent', { where: 'parent_id is not null' })
  parentId: Id | null;

  @Column('text', { name: 'subject_kind' })
  @Check('emulation_model_subject', `subject_kind in ('COLLECTIVE', 'INDIVIDUAL', 'HOUSEHOLD')`)
  subjectKind: SubjectKind;

  @Column('text', { name: 'place', nullable: true })
  @Check('emulation_model_place', `length(place) between 1 and 300`)
  place: string | null;

  @Column('jsonb', { name: 'village', nullable: true })
  @Check('emulation_model_village', VILLAGE_CHECK)
  village: VillageName | null;

  @Column('date', { name: 'attested_on' })
  attestedOn: LocalDate;

  /** The same as the source gives it, where that is less than a day: “2022”. `attestedOn` is then the last possible day. */
  @Column('text', { name: 'attested_given', nullable: true })
  @Check('emulation_model_attested_given', `length(attested_given) between 4 and 22`)
  attestedGiven: string | null;

  @Column('text', { name: 'source' })
  @Check('emulation_model_source', `length(source) between 1 and 1000`)
  source: string;

  @Column('integer', { name: 'version', default: 1 })
  version: number;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;

  /** When its version was raised last. */
  @Column('timestamptz', { name: 'changed_at', ...KEPT_BY_TRIGGER })
  changedAt: Date;

  /** The day of its latest recognition that is not revoked; `null`: it has none. */
  @Column('date', { name: 'recognised_on', nullable: true, ...KEPT_BY_TRIGGER })
  recognisedOn: LocalDate | null;

  @Column('text', { name: 'code' })
  code: string;

  @Column('text', { name: 'kind', default: 'MODEL' })
  @Check('emulation_model_kind', `kind in ('MODEL', 'EXEMPLAR')`)
  kind: ModelKind;

  @Column('uuid', { name: 'sector_id', nullable: true })
  @ForeignKey('sector', { name: 'emulation_model_sector_fk' })
  sectorId: Id | null;

  @Column('uuid', { name: 'round_id', nullable: true })
  @ForeignKey('registration_round', { name: 'emulation_model_round_fk' })
  @Index('emulation_model_round', { where: 'round_id is not null' })
  roundId: Id | null;

  @Column('text', { name: 'starts', nullable: true })
  starts: string | null;

  @Column('date', { name: 'ends_on', nullable: true })
  endsOn: LocalDate | null;

  /** State, holder and round are copies of those of the latest registration. */
  @Column('text', { name: 'file_state', nullable: true })
  @Check('emulation_model_file_state', FILE_STATES)
  fileState: ModelState | null;

  /** The day of the step that brought the file into its state. */
  @Column('date', { name: 'state_since' })
  stateSince: LocalDate;

  /** The latest registration is known from a paper, so no step is waited for. */
  @Column('boolean', { name: 'on_paper' })
  onPaper: boolean;

  /** The unit that has to take the next step: the model's own for a draft or returned file, then the holder; `null`: none. */
  @Column('uuid', { name: 'waits_at', nullable: true, ...COMPUTED })
  waitsAt: Id | null;

  @Column('text', { name: 'running_state', nullable: true })
  @Check('emulation_model_running_state', `running_state in ('PLANNED', 'ACTIVE', 'NEEDS_STRENGTHENING', 'STOPPED')`)
  runningState: RunningState | null;

  @Column('uuid', { name: 'holder_id', nullable: true })
  @ForeignKey('unit', { name: 'emulation_model_holder_fk' })
  @Index('emulation_model_holder', { where: 'holder_id is not null' })
  holderId: Id | null;

  @Column('timestamptz', { name: 'trashed_at', nullable: true })
  trashedAt: Date | null;

  @Column('uuid', { name: 'person_id', nullable: true })
  @ForeignKey('person', { name: 'emulation_model_person_fk' })
  @Index('emulation_model_person', { where: 'person_id is not null' })
  personId: Id | null;

  @Column('uuid', { name: 'copy_of_id', nullable: true })
  @ForeignKey('emulation_model', { name: 'emulation_model_copy_fk' })
  @Index('emulation_model_copy', { where: 'copy_of_id is not null' })
  copyOfId: Id | null;

  @Column('uuid', { name: 'merged_into_id', nullable: true })
  @ForeignKey('emulation_model', { name: 'emulation_model_merged_fk' })
  @Index('emulation_model_merged', { where: 'merged_into_id is not null' })
  mergedIntoId: Id | null;

  @Column('text', { name: 'folded', nullable: true, ...COMPUTED })
  @Index('emulation_model_folded', { synchronize: false }) // its operator class
  readonly folded: string;

  @Column('text', { name: 'spelled', nullable: true, ...COMPUTED })
  @Index('emulation_model_search_order', { synchronize: false }) // its collation
  readonly spelled: string;

  @Column('text', { name: 'words', nullable: true, ...COMPUTED })
  readonly words: string;

  @Column('tsvector', { name: 'lexemes', nullable: true, ...COMPUTED })
  @Index('emulation_model_lexemes', { synchronize: false }) // its method
  readonly lexemes: string;
}

/** A unit that owns a model jointly with the unit that registered it. */
@Entity('emulation_model_joint_owner')
export class EmulationModelJointOwnerEntity {
  @PrimaryColumn('uuid', { name: 'model_id', primaryKeyConstraintName: 'emulation_model_joint_owner_pk' })
  @ForeignKey('emulation_model', { name: 'emulation_model_joint_owner_model_fk' })
  modelId: Id;

  @PrimaryColumn('uuid', { name: 'unit_id', primaryKeyConstraintName: 'emulation_model_joint_owner_pk' })
  @ForeignKey('unit', { name: 'emulation_model_joint_owner_unit_fk' })
  @Index('emulation_model_joint_owner_unit')
  unitId: Id;
}

/** A theme of a model. */
@Entity('emulation_model_theme')
export class EmulationModelThemeEntity {
  @PrimaryColumn('uuid', { name: 'model_id', primaryKeyConstraintName: 'emulation_model_theme_pk' })
  @ForeignKey('emulation_model', { name: 'emulation_model_theme_model_fk' })
  modelId: Id;

  @PrimaryColumn('uuid', { name: 'theme_id', primaryKeyConstraintName: 'emulation_model_theme_pk' })
  @ForeignKey('theme', { name: 'emulation_model_theme_theme_fk' })
  @Index('emulation_model_theme_theme')
  themeId: Id;
}

/** The items of the form of a registration, besides name, area and time. */
@Entity('model_form')
export class ModelFormEntity implements Record<FormItem, string | null> {
  @PrimaryColumn('uuid', { name: 'registration_id', primaryKeyConstraintName: 'model_form_pk' })
  @ForeignKey('registration', { name: 'model_form_registration_fk' })
  registrationId: Id;

  @Column('text', { name: 'situation', nullable: true })
  situation: string | null;

  @Column('text', { name: 'aims', nullable: true })
  aims: string | null;

  @Column('text', { name: 'approach', nullable: true })
  approach: string | null;

  @Column('text', { name: 'audience', nullable: true })
  audience: string | null;

  @Column('text', { name: 'forces', nullable: true })
  forces: string | null;

  @Column('text', { name: 'resources', nullable: true })
  resources: string | null;

  @Column('text', { name: 'schedule', nullable: true })
  schedule: string | null;

  @Column('text', { name: 'outputs', nullable: true })
  outputs: string | null;

  @Column('text', { name: 'sustainability', nullable: true })
  sustainability: string | null;
}
