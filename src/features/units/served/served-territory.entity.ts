import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Id } from '../../../shared/ids.js';

/** A territory that an organisation works for over a span of days (địa bàn phụ trách): rights at the organisation reach it. */
@Entity('served_territory')
@Exclusion('served_territory_once', `using gist (body_id with =, territory_id with =, validity with &&)`)
export class ServedTerritoryEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'served_territory_pk' })
  id: Id;

  @Column('uuid', { name: 'body_id' })
  @ForeignKey('unit', { name: 'served_territory_body_fk' })
  bodyId: Id;

  @Column('uuid', { name: 'territory_id' })
  @ForeignKey('unit', { name: 'served_territory_territory_fk' })
  @Index('served_territory_territory')
  territoryId: Id;

  @Column('daterange', { name: 'validity' })
  @Check('served_territory_validity', `not isempty(validity) and not lower_inf(validity)`)
  validity: string;

  /** The paper or the rule that says so. */
  @Column('text', { name: 'basis' })
  @Check('served_territory_basis', `length(basis) between 1 and 1000`)
  basis: string;

  @Column('integer', { name: 'version', default: 1 })
  version: number;
}
