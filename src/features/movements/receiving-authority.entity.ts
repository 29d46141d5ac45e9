import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Id } from '../../shared/ids.js';
import type { UnitLine } from '../units/unit-kinds.js';
import type { RecognitionLevel } from '../sectors/recognition-level.js';

/** A rule (cơ quan tiếp nhận, công nhận): the offices that receive and recognise models of one line under a unit, over a span of days. */
@Entity('receiving_authority')
@Exclusion('receiving_authority_taken', `using gist (unit_id with =, line with =, validity with &&)`)
export class ReceivingAuthorityEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'receiving_authority_pk' })
  id: Id;

  @Column('uuid', { name: 'unit_id' })
  @ForeignKey('unit', { name: 'receiving_authority_unit_fk' })
  unitId: Id;

  @Column('text', { name: 'line' })
  @Check('receiving_authority_line', `line in ('TERRITORY', 'STATE', 'PARTY', 'FRONT', 'FORCES', 'OTHER')`)
  line: UnitLine;

  @Column('uuid', { name: 'receiver_id' })
  @ForeignKey('unit', { name: 'receiving_authority_receiver_fk' })
  @Index('receiving_authority_receiver')
  receiverId: Id;

  @Column('uuid', { name: 'recogniser_id', nullable: true })
  @ForeignKey('unit', { name: 'receiving_authority_recogniser_fk' })
  @Index('receiving_authority_recogniser', { where: 'recogniser_id is not null' })
  recogniserId: Id | null;

  @Column('text', { name: 'level' })
  @Check('receiving_authority_level', `level in ('GRASSROOTS', 'COMMUNE', 'DISTRICT', 'PROVINCE', 'CENTRAL')`)
  level: RecognitionLevel;

  /** Whether a recognition by this rule takes an appraisal. */
  @Column('boolean', { name: 'requires_appraisal', default: false })
  requiresAppraisal: boolean;

  @Column('daterange', { name: 'validity' })
  @Check('receiving_authority_validity', `not isempty(validity)`)
  validity: string;

  @Column('text', { name: 'basis' })
  @Check('receiving_authority_basis', `length(basis) between 1 and 1000`)
  basis: string;

  @Column('integer', { name: 'version', default: 1 })
  version: number;
}
