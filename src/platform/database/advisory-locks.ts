/**
 * The numbers of all advisory locks of the registry (`pg_advisory_lock`), in one place so that two uses in one database never share one. A number
 * is never changed: during an upgrade, processes of two versions run on the same server, and each must see the locks of the other.
 */
export const ADVISORY_LOCKS = {
  /** Held by the process that migrates or restores; shared by a backup. A second process waits and then finds nothing to do. */
  migration: 4_200,
  /** Held while a batch of the trail is sealed: of all processes one seals at a time. */
  auditSealing: 4_201,
  /** Held by a transaction that changes units. `check_unit_span`, the trigger of `unit_span`, takes it by this number, too. */
  unitTree: 4_202,
  /** Held by a transaction that changes which model copies which, so that two together close no circle. */
  replications: 4_204,
  /** Held by a transaction that places or changes a hold; shared by those that grant, so that none misses a hold that is being placed. */
  holds: 4_205,
  /** Held by a transaction in which an export claims room in the storage, so that together they stay within it. */
  exports: 4_206,
  /** Held while changed models are counted anew: of all processes one does so at a time. */
  eventCounting: 4_207,
  /** Held while the embedded server's role and database are made. */
  embeddedSetup: 4_203,
  /**
   * Shared by every process that uses the embedded server; held alone by the one that stops it. It is taken in the database `postgres`, where
   * `unitTree` is not: PostgreSQL keeps the locks of databases apart.
   */
  embeddedUse: 4_202,
} as const;
