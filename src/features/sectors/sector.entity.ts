import { Check, Column, Entity, Exclusion, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Id } from '../../shared/ids.js';

/** A sector of the movement (lĩnh vực), in force over a span of days. */
@Entity('sector')
@Exclusion('sector_code_taken', `using gist (code with =, validity with &&)`)
export class SectorEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'sector_pk' })
  id: Id;

  @Column('text', { name: 'code' })
  @Check('sector_code', `code ~ '^[A-Z][A-Z0-9_]{1,39}$'`)
  code: string;

  @Column('text', { name: 'name' })
  @Check('sector_name', `length(name) between 1 and 300`)
  name: string;

  @Column('daterange', { name: 'validity' })
  @Check('sector_validity', `not isempty(validity)`)
  validity: string;

  @Column('text', { name: 'basis' })
  basis: string;

  @Column('integer', { name: 'ordinal' })
  ordinal: number;

  @Column('integer', { name: 'version', default: 1 })
  version: number;
}

/** The usual sectors that a merged or added sector is compared with in statistics. */
@Entity('sector_mapping')
@Check('sector_mapping_itself', `sector_id <> compares_with_id`)
export class SectorMappingEntity {
  @PrimaryColumn('uuid', { name: 'sector_id', primaryKeyConstraintName: 'sector_mapping_pk' })
  @ForeignKey('sector', { name: 'sector_mapping_sector_fk' })
  sectorId: Id;

  @PrimaryColumn('uuid', { name: 'compares_with_id', primaryKeyConstraintName: 'sector_mapping_pk' })
  @ForeignKey('sector', { name: 'sector_mapping_other_fk' })
  comparesWithId: Id;
}
