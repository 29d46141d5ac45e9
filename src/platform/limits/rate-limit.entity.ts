import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Written by `rate-limiter-flexible`, which wants these columns in this order. */
@Entity('rate_limit')
export class RateLimitEntity {
  @PrimaryColumn('text', { name: 'key', primaryKeyConstraintName: 'rate_limit_pk' })
  key: string;

  /** Taken since the minute began, by all processes together; may pass the limit. */
  @Column('integer', { name: 'points' })
  points: number;

  /** Milliseconds since 1970. */
  @Column('bigint', { name: 'expire', nullable: true })
  expire: string | null;
}
