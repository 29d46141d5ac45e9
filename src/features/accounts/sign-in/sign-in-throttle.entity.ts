import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A counter of recent failed sign-ins, and the moment from which attempts are accepted again. */
@Entity('sign_in_throttle')
export class SignInThrottleEntity {
  @PrimaryColumn('bytea', { name: 'key', primaryKeyConstraintName: 'sign_in_throttle_pk' })
  key: Buffer;

  @Column('integer', { name: 'failures' })
  failures: number;

  @Column('timestamptz', { name: 'failed_at' })
  failedAt: Date;

  @Column('timestamptz', { name: 'open_at' })
  openAt: Date;
}
