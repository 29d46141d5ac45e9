import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { COMPUTED } from '../../platform/database/computed-column.js';
import type { Id } from '../../shared/ids.js';

/** A free theme (chuyên đề). No two themes differ only in marks or case. */
@Entity('theme')
@Unique('theme_taken', ['folded', 'twin'])
export class ThemeEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'theme_pk' })
  id: Id;

  @Column('text', { name: 'name' })
  @Check('theme_name', `length(name) between 1 and 300`)
  name: string;

  @Column('text', { name: 'folded', nullable: true, ...COMPUTED })
  readonly folded: string;

  /** Above 0 where the row was equal to an older one when signs that nobody sees stopped counting. Such rows stay until they are corrected. */
  @Column('integer', { name: 'twin', default: 0 })
  readonly twin: number;

  /** In the dictionary, which all units see: entered there, or of a model that has left its draft. Before, only who sees such a draft sees it. */
  @Column('boolean', { name: 'listed', default: false })
  listed: boolean;

  @Column('integer', { name: 'version', default: 1 })
  version: number;
}
