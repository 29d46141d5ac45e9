import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { COMPUTED } from '../../platform/database/computed-column.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import type { SubjectKind } from './model.graphql.js';

/** A model as a paper attests it, under the unit that carries it. */
@Entity('emulation_model')
@Check('emulation_model_own_parent', `parent_id <> id`)
@Index('emulation_model_unit', ['unitId', 'attestedOn'])
@Index('emulation_model_title_order', { synchronize: false }) // its collation
@Index('emulation_model_attested_order', ['attestedOn', 'id'])
export class EmulationModelEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'emulation_model_pk' })
  id: Id;

  @Column('text', { name: 'title' })
  @Check('emulation_model_title', `length(title) between 1 and 1000`)
  title: string;

  @Column('uuid', { name: 'unit_id' })
  @ForeignKey('unit', { name: 'emulation_model_unit_fk' })
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

  @Column('date', { name: 'attested_on' })
  attestedOn: LocalDate;

  @Column('text', { name: 'source' })
  @Check('emulation_model_source', `length(source) between 1 and 1000`)
  source: string;

  @Column('integer', { name: 'version', default: 1 })
  version: number;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;

  @Column('text', { name: 'folded', nullable: true, ...COMPUTED })
  @Index('emulation_model_folded', { synchronize: false }) // its operator class
  readonly folded: string;
}

/** A unit that carries a model together with its first owner. */
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

/** A theme that a model is of. */
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
