import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Id } from '../../shared/ids.js';
import type { SavedViewList } from './saved-view.graphql.js';

/** A question by a name (bộ lọc đã lưu). */
@Entity('saved_view')
@Unique('saved_view_name_taken', ['ownerId', 'name'])
export class SavedViewEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'saved_view_pk' })
  id: Id;

  @Column('uuid', { name: 'owner_id' })
  @ForeignKey('account', { name: 'saved_view_owner_fk' })
  ownerId: Id;

  /** The unit with which it is shared; null: with nobody. */
  @Column('uuid', { name: 'unit_id', nullable: true })
  @ForeignKey('unit', { name: 'saved_view_unit_fk' })
  @Index('saved_view_unit')
  unitId: Id | null;

  @Column('text', { name: 'name' })
  @Check('saved_view_name', `length(name) between 1 and 200`)
  name: string;

  @Column('text', { name: 'lists' })
  @Check('saved_view_lists', `lists ~ '^[A-Z_]{1,40}$'`)
  lists: SavedViewList;

  @Column('jsonb', { name: 'arguments' })
  @Check('saved_view_arguments', `jsonb_typeof(arguments) = 'object'`)
  arguments: Readonly<Record<string, unknown>>;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;

  @Column('integer', { name: 'version', default: 1 })
  version: number;
}
