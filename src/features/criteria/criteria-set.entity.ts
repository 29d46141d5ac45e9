import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import type { RecognitionLevel } from '../sectors/recognition-level.js';
import type { SubjectKind } from '../sectors/subject-kind.js';
import type { GradedThing } from './document/set-document.js';
import type { CriterionKind, CriterionLevel, Scoring } from './rules/version-content.js';
import type { VersionState } from './version.lifecycle.js';

/** A set of criteria (bộ tiêu chí). What it says is in its versions. */
@Entity('criteria_set')
export class CriteriaSetEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'criteria_set_pk' })
  id: Id;

  /** Null: the issuer is no unit of this registry; the act names it. */
  @Column('uuid', { name: 'issuer_id', nullable: true })
  @ForeignKey('unit', { name: 'criteria_set_issuer_fk' })
  @Index('criteria_set_issuer', { where: 'issuer_id is not null' })
  issuerId: Id | null;

  @Column('text', { name: 'name' })
  @Check('criteria_set_name', `length(name) between 1 and 300`)
  name: string;

  @Column('text', { name: 'graded' })
  @Check('criteria_set_graded', `graded in ('MODEL_REGISTRATION', 'UNIT_YEAR', 'OTHER')`)
  graded: GradedThing;

  @Column('boolean', { name: 'illustrative' })
  illustrative: boolean;

  @Column('text', { name: 'note', nullable: true })
  @Check('criteria_set_note', `length(note) between 1 and 2000`)
  note: string | null;

  @Column('date', { name: 'recorded_on' })
  recordedOn: LocalDate;

  @Column('integer', { name: 'version', default: 1 })
  version: number;
}

/** A version of a set. Once published only that it was superseded is added; a trigger refuses everything else. */
@Entity('criteria_set_version')
@Unique('criteria_set_version_numbered', ['setId', 'number'])
@Index('criteria_set_version_in_force', ['setId', 'applicability'], { unique: true, where: `state = 'PUBLISHED'` })
@Check('criteria_set_version_published', `(state = 'DRAFT') = (published_on is null)`)
@Check('criteria_set_version_superseded', `(state = 'SUPERSEDED') = (superseded_by_id is not null)`)
export class CriteriaSetVersionEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'criteria_set_version_pk' })
  id: Id;

  @Column('uuid', { name: 'set_id' })
  @ForeignKey('criteria_set', { name: 'criteria_set_version_set_fk' })
  setId: Id;

  @Column('integer', { name: 'number' })
  @Check('criteria_set_version_number', `number > 0`)
  number: number;

  @Column('text', { name: 'state' })
  @Check('criteria_set_version_state', `state in ('DRAFT', 'PUBLISHED', 'SUPERSEDED')`)
  state: VersionState;

  @Column('text', { name: 'act_number', nullable: true })
  @Check('criteria_set_version_act_number', `length(act_number) between 1 and 100`)
  actNumber: string | null;

  @Column('date', { name: 'act_date', nullable: true })
  actDate: LocalDate | null;

  @Column('text', { name: 'act_issuer', nullable: true })
  @Check('criteria_set_version_act_issuer', `length(act_issuer) between 1 and 300`)
  actIssuer: string | null;

  @Column('text', { name: 'valid_from', nullable: true })
  validFrom: string | null;

  @Column('text', { name: 'valid_to', nullable: true })
  validTo: string | null;

  @Column('text', { name: 'scored_from', nullable: true })
  scoredFrom: string | null;

  /** The longest period that the days can mean; used for comparisons only. */
  @Column('daterange', { name: 'validity' })
  @Check('criteria_set_version_validity', `not isempty(validity)`)
  validity: string;

  @Column('text', { name: 'subject_kinds', array: true })
  @Check('criteria_set_version_subjects', `subject_kinds <@ array['COLLECTIVE', 'INDIVIDUAL', 'HOUSEHOLD']`)
  subjectKinds: SubjectKind[];

  @Column('uuid', { name: 'sector_id', nullable: true })
  @ForeignKey('sector', { name: 'criteria_set_version_sector_fk' })
  @Index('criteria_set_version_sector', { where: 'sector_id is not null' })
  sectorId: Id | null;

  @Column('text', { name: 'level', nullable: true })
  @Check('criteria_set_version_level', `level in ('GRASSROOTS', 'COMMUNE', 'DISTRICT', 'PROVINCE', 'CENTRAL')`)
  level: RecognitionLevel | null;

  @Column('text', { name: 'applies_to', nullable: true })
  @Check('criteria_set_version_applies', `length(applies_to) between 1 and 1000`)
  appliesTo: string | null;

  /** For whom it is, as one key: two published versions of a set are never for the same. */
  @Column('text', { name: 'applicability' })
  applicability: string;

  @Column('text', { name: 'incompleteness', nullable: true })
  @Check('criteria_set_version_incompleteness', `length(incompleteness) between 1 and 2000`)
  incompleteness: string | null;

  @Column('text', { name: 'source', nullable: true })
  @Check('criteria_set_version_source', `length(source) between 1 and 1000`)
  source: string | null;

  @Column('text', { name: 'scoring' })
  @Check('criteria_set_version_scoring', `scoring in ('POINTS', 'CHECKLIST', 'GUIDANCE')`)
  scoring: Scoring;

  @Column('numeric', { name: 'maximum', precision: 9, scale: 4, nullable: true })
  @Check('criteria_set_version_maximum', `maximum >= 0`)
  maximum: string | null;

  @Column('integer', { name: 'places' })
  @Check('criteria_set_version_places', `places between 0 and 4`)
  places: number;

  @Column('integer', { name: 'rounding' })
  @Check('criteria_set_version_rounding', `rounding between 0 and 4`)
  rounding: number;

  @Column('jsonb', { name: 'rules' })
  rules: object;

  @Column('date', { name: 'published_on', nullable: true })
  publishedOn: LocalDate | null;

  @Column('text', { name: 'publish_reason', nullable: true })
  @Check('criteria_set_version_reason', `length(publish_reason) between 1 and 2000`)
  publishReason: string | null;

  @Column('uuid', { name: 'superseded_by_id', nullable: true })
  @ForeignKey('criteria_set_version', { name: 'criteria_set_version_superseded_fk' })
  @Index('criteria_set_version_superseded_by', { where: 'superseded_by_id is not null' })
  supersededById: Id | null;

  @Column('integer', { name: 'version', default: 1 })
  version: number;
}

/** A node of the tree of a version: a group, a criterion or an item (nhóm, tiêu chí, mục). `place` is its place in reading order. */
@Entity('criterion')
@Unique('criterion_coded', ['versionId', 'code'])
@Unique('criterion_placed', ['versionId', 'place'])
export class CriterionEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'criterion_pk' })
  id: Id;

  @Column('uuid', { name: 'version_id' })
  @ForeignKey('criteria_set_version', { name: 'criterion_version_fk' })
  versionId: Id;

  @Column('uuid', { name: 'parent_id', nullable: true })
  @ForeignKey('criterion', { name: 'criterion_parent_fk' })
  @Index('criterion_parent', { where: 'parent_id is not null' })
  parentId: Id | null;

  @Column('integer', { name: 'place' })
  @Check('criterion_place', `place > 0`)
  place: number;

  @Column('integer', { name: 'depth' })
  @Check('criterion_depth', `depth between 1 and 6`)
  depth: number;

  @Column('text', { name: 'kind' })
  @Check('criterion_kind', `kind in ('GROUP', 'CRITERION', 'ITEM')`)
  kind: CriterionKind;

  @Column('text', { name: 'code' })
  @Check('criterion_code', `length(code) between 1 and 40`)
  code: string;

  @Column('text', { name: 'text' })
  @Check('criterion_text', `length(text) between 1 and 2000`)
  text: string;

  @Column('numeric', { name: 'maximum', precision: 9, scale: 4, nullable: true })
  @Check('criterion_maximum', `maximum > 0`)
  maximum: string | null;

  @Column('text', { name: 'note', nullable: true })
  @Check('criterion_note', `length(note) between 1 and 2000`)
  note: string | null;

  @Column('jsonb', { name: 'levels' })
  levels: readonly CriterionLevel[];
}
