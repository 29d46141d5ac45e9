import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Id } from '../../../shared/ids.js';

/** The secret that an account shares with an authenticator app. It is in force once a first code has confirmed it. */
@Entity('second_factor')
export class SecondFactorEntity {
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'second_factor_pk' })
  @ForeignKey('account', { name: 'second_factor_account_fk' })
  accountId: Id;

  @Column('bytea', { name: 'sealed_secret' })
  sealedSecret: Buffer;

  @Column('timestamptz', { name: 'enrolled_at' })
  enrolledAt: Date;

  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt: Date | null;

  /** The time step of the last accepted code, so that no code is accepted twice. */
  @Column('bigint', { name: 'last_step' })
  lastStep: string;
}

/** A one-time code for a person who has lost their authenticator. */
@Entity('recovery_code')
export class RecoveryCodeEntity {
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'recovery_code_pk' })
  @ForeignKey('account', { name: 'recovery_code_account_fk' })
  accountId: Id;

  @PrimaryColumn('bytea', { name: 'code_hash', primaryKeyConstraintName: 'recovery_code_pk' })
  codeHash: Buffer;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;
}
