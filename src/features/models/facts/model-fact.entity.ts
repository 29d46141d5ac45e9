import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { LEVELS } from '../steps/model-step.entity.js';

/** A dated fact of a model: launched, outstanding, or chosen for replication. */
@Entity('model_fact')
@Index('model_fact_once', { synchronize: false }) // equal where both are not known
export class ModelFactEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'model_fact_pk' })
  id: Id;

  @Column('uuid', { name: 'model_id' })
  @ForeignKey('emulation_model', { name: 'model_fact_model_fk' })
  modelId: Id;

  @Column('text', { name: 'kind' })
  @Check('model_fact_kind', `kind in ('OUTSTANDING', 'REPLICATED', 'LAUNCHED')`)
  kind: string;

  @Column('date', { name: 'on_day' })
  onDay: LocalDate;

  @Column('text', { name: 'level', nullable: true })
  @Check('model_fact_level', LEVELS)
  level: string | null;

  @Column('uuid', { name: 'decision_id', nullable: true })
  @ForeignKey('decision', { name: 'model_fact_decision_fk' })
  @Index('model_fact_decision', { where: 'decision_id is not null' })
  decisionId: Id | null;

  @Column('text', { name: 'source' })
  @Check('model_fact_source', `length(source) between 1 and 1000`)
  source: string;
}
