import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Id } from '../../shared/ids.js';

/** Which record a doubled one was merged into: an id that a client still holds leads to the record that was kept. */
@Entity('merged_record')
export class MergedRecordEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'merged_record_pk' })
  id: Id;

  /** The GraphQL type of both. */
  @Column('text', { name: 'type' })
  type: string;

  /** Always a record that exists: when that one is merged in its turn, this follows. No foreign key, because records of several tables are merged. */
  @Column('uuid', { name: 'into_id' })
  @Index('merged_record_into')
  intoId: Id;

  @Column('timestamptz', { name: 'merged_at' })
  mergedAt: Date;
}
