import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import type { UnitEventState } from './unit-event.lifecycle.js';

/** A set of changes to units on one day, with its legal basis. It is applied as a whole and undone as a whole. */
@Entity('unit_event')
@Check('unit_event_undone', `(state = 'UNDONE') = (undone_at is not null)`)
@Index('unit_event_order', ['effectiveOn', 'id'])
export class UnitEventEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'unit_event_pk' })
  id: Id;

  @Column('text', { name: 'kind' })
  @Check('unit_event_kind', `kind in ('CHANGE', 'LIST', 'REORGANISATION')`)
  kind: 'CHANGE' | 'LIST' | 'REORGANISATION';

  @Column('text', { name: 'effective', nullable: true })
  effective: string | null;

  @Column('date', { name: 'effective_on', nullable: true })
  effectiveOn: LocalDate | null;

  @Column('text', { name: 'act_number', nullable: true })
  actNumber: string | null;

  @Column('date', { name: 'act_date', nullable: true })
  actDate: LocalDate | null;

  @Column('text', { name: 'act_issuer', nullable: true })
  actIssuer: string | null;

  @Column('text', { name: 'note', nullable: true })
  note: string | null;

  /** Units that a person confirmed where the registry asks: a second unit of one name in one place, a name with the word for its kind. */
  @Column('uuid', { name: 'confirmed', array: true, default: '{}' })
  confirmed: readonly Id[];

  @Column('text', { name: 'state' })
  @Check('unit_event_state', `state in ('APPLIED', 'UNDONE')`)
  state: UnitEventState;

  @Column('jsonb', { name: 'summary' })
  summary: Readonly<Record<string, number>>;

  /** The first of its effects in words, as its preview had them. */
  @Column('jsonb', { name: 'effects', default: [] })
  effects: readonly object[];

  @Column('integer', { name: 'version', default: 1 })
  version: number;

  @Column('timestamptz', { name: 'applied_at' })
  appliedAt: Date;

  @Column('timestamptz', { name: 'undone_at', nullable: true })
  undoneAt: Date | null;

  @Column('text', { name: 'undo_reason', nullable: true })
  undoReason: string | null;
}

/** A row that an event inserted, updated or deleted, before and after. Undo restores `before`. */
@Entity('unit_event_row')
export class UnitEventRowEntity {
  @PrimaryColumn('uuid', { name: 'event_id', primaryKeyConstraintName: 'unit_event_row_pk' })
  @ForeignKey('unit_event', { name: 'unit_event_row_event_fk' })
  eventId: Id;

  @PrimaryGeneratedColumn('identity', {
    name: 'ordinal',
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'unit_event_row_pk',
  })
  ordinal: string;

  @Column('text', { name: 'relation' })
  relation: string;

  @Column('uuid', { name: 'row_id' })
  @Index('unit_event_row_row')
  rowId: Id;

  @Column('jsonb', { name: 'before', nullable: true })
  before: unknown;

  @Column('jsonb', { name: 'after', nullable: true })
  after: unknown;
}
