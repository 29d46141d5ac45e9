import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The shared account of one key. Written by `rate-limiter-flexible`, which needs these columns in this order. */
@Entity('rate_limit')
export class RateLimitEntity {
  @PrimaryColumn('text', { name: 'key', primaryKeyConstraintName: 'rate_limit_pk' })
  key: string;

  /** Points taken since the minute began, by all processes together; may exceed the limit. */
  @Column('integer', { name: 'points' })
  points: number;

  /** Milliseconds since 1970. */
  @Column('bigint', { name: 'expire', nullable: true })
  expire: string | null;
}
