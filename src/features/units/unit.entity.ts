import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { COMPUTED } from '../../platform/database/computed-column.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import type { UnitKind, UnitLine } from './unit-kinds.js';

/** A unit (đơn vị). It keeps its id while its name, kind, code and place change; those are in `unit_span`. */
@Entity('unit')
@Check('unit_ended', `(ends is not null) = (not upper_inf(validity))`)
export class UnitEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'unit_pk' })
  id: Id;

  @Column('text', { name: 'line' })
  @Check('unit_line', `line in ('TERRITORY', 'STATE', 'PARTY', 'FRONT', 'FORCES', 'OTHER')`)
  line: UnitLine;

  @Column('text', { name: 'starts', nullable: true })
  starts: string | null;

  @Column('text', { name: 'ends', nullable: true })
  ends: string | null;

  @Column('daterange', { name: 'validity' })
  @Check('unit_validity', `not isempty(validity)`)
  validity: string;

  @Column('text', { name: 'source', nullable: true })
  source: string | null;

  @Column('integer', { name: 'version', default: 1 })
  version: number;
}

/** Name, kind, code, parent and territory of a unit over a span of days. */
@Entity('unit_span')
@Exclusion('unit_span_no_overlap', `using gist (unit_id with =, validity with &&)`, { deferrable: 'INITIALLY IMMEDIATE' })
@Exclusion('unit_code_taken', `using gist (code with =, validity with &&) where (code is not null)`, { deferrable: 'INITIALLY IMMEDIATE' })
@Check('unit_span_place', `parent_id <> unit_id and territory_id <> unit_id`)
@Index('unit_span_name_order', { synchronize: false }) // its collation
export class UnitSpanEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'unit_span_pk' })
  id: Id;

  @Column('uuid', { name: 'unit_id' })
  @ForeignKey('unit', { name: 'unit_span_unit_fk' })
  @Index('unit_span_unit')
  unitId: Id;

  @Column('daterange', { name: 'validity' })
  @Check('unit_span_validity', `not isempty(validity)`)
  validity: string;

  @Column('text', { name: 'name' })
  @Check('unit_span_name', `length(name) between 1 and 300`)
  name: string;

  @Column('text', { name: 'kind' })
  kind: UnitKind;

  @Column('text', { name: 'code', nullable: true })
  @Check('unit_span_code_length', `length(code) between 1 and 40`)
  @Index('unit_span_code', { where: 'code is not null' })
  code: string | null;

  @Column('uuid', { name: 'parent_id', nullable: true })
  @ForeignKey('unit', { name: 'unit_span_parent_fk' })
  @Index('unit_span_parent', { synchronize: false }) // its included columns
  parentId: Id | null;

  @Column('uuid', { name: 'territory_id', nullable: true })
  @ForeignKey('unit', { name: 'unit_span_territory_fk' })
  @Index('unit_span_territory', { synchronize: false }) // its included columns
  territoryId: Id | null;

  @Column('text', { name: 'folded', nullable: true, ...COMPUTED })
  @Index('unit_span_folded', { synchronize: false }) // its operator class
  readonly folded: string;

  @Column('text', { name: 'spelled', nullable: true, ...COMPUTED })
  readonly spelled: string;

  @Column('text', { name: 'words', nullable: true, ...COMPUTED })
  readonly words: string;

  @Column('tsvector', { name: 'lexemes', nullable: true, ...COMPUTED })
  @Index('unit_span_lexemes', { synchronize: false }) // its method
  readonly lexemes: string;
}

/** The succession of a unit (kế thừa): it passed as a whole to one other unit, or in parts to several. */
@Entity('unit_succession')
@Exclusion('unit_succession_whole_or_parts', `using gist (predecessor_id with =, (whole::int) with <>)`)
@Check('unit_succession_itself', `predecessor_id <> successor_id`)
@Unique('unit_succession_once', ['predecessorId', 'successorId'])
export class UnitSuccessionEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'unit_succession_pk' })
  id: Id;

  @Column('uuid', { name: 'predecessor_id' })
  @ForeignKey('unit', { name: 'unit_succession_predecessor_fk' })
  @Index('unit_succession_one_whole', { unique: true, where: 'whole' })
  predecessorId: Id;

  @Column('uuid', { name: 'successor_id' })
  @ForeignKey('unit', { name: 'unit_succession_successor_fk' })
  @Index('unit_succession_successor')
  successorId: Id;

  @Column('boolean', { name: 'whole' })
  whole: boolean;

  @Column('text', { name: 'effective', nullable: true })
  effective: string | null;

  @Column('date', { name: 'effective_on' })
  effectiveOn: LocalDate;

  /** The event by whose act the unit passed. A correction keeps it. */
  @Column('uuid', { name: 'event_id' })
  @ForeignKey('unit_event', { name: 'unit_succession_event_fk' })
  eventId: Id;
}

/**
 * Where a unit has its place on some days (nơi quy về): under its parent and in its territory; from its end on, at its whole successor or, without
 * one, where it was on its last day. Derived from the other tables by triggers; which units a unit reaches follows from it (`unit-reach-sql.ts`).
 */
@Entity('unit_place')
@Index('unit_place_below', ['placeId', 'unitId', 'validity'])
export class UnitPlaceEntity {
  @PrimaryColumn('uuid', { name: 'unit_id', primaryKeyConstraintName: 'unit_place_pk' })
  @ForeignKey('unit', { name: 'unit_place_unit_fk' })
  unitId: Id;

  @PrimaryColumn('uuid', { name: 'place_id', primaryKeyConstraintName: 'unit_place_pk' })
  @ForeignKey('unit', { name: 'unit_place_place_fk' })
  placeId: Id;

  @PrimaryColumn('daterange', { name: 'validity', primaryKeyConstraintName: 'unit_place_pk' })
  validity: string;
}
