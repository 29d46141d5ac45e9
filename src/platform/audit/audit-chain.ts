import { createHash } from 'node:crypto';

/** An entry as it is stored. Its JSON is printed by PostgreSQL, so that one value has one spelling. */
export interface ChainEntry {
  readonly id: string;
  readonly at: string;
  readonly actor: readonly (string | null)[];
  readonly action: string;
  readonly object: readonly (string | null)[];
  readonly before: string | null;
  readonly after: string | null;
  readonly reason: string | null;
  readonly unit: string | null;
  /** Id and name of the person on whose behalf it was done. */
  readonly onBehalfOf: readonly string[] | null;
}

export const GENESIS = Buffer.alloc(32);

/** The seal of one entry: SHA-256 over the previous seal and every field of the entry. Changing, dropping or swapping an entry breaks all later seals. */
export function seal(previous: Buffer, entry: ChainEntry): Buffer {
  const { id, at, actor, action, object, before, after, reason, unit, onBehalfOf } = entry;
  // `unit` and `onBehalfOf` came later. Entries without them hash as before, so old seals stay valid. One is a string and the other an array, so they cannot be confused.
  const later = [unit, onBehalfOf].filter(value => value !== null);
  return createHash('sha256')
    .update(previous)
    .update(JSON.stringify([id, at, actor, action, object, before, after, reason, ...later]))
    .digest();
}

/** The columns of `audit_entry e` as a `ChainEntry`. The time is printed in UTC, whatever the time zone of the session. */
export const CHAIN_COLUMNS = `
  e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  array[e.actor_kind, e.actor_id::text, e.actor_name, e.request_id] as actor, e.action,
  array[e.object_type, e.object_id::text] as object, e.before::text, e.after::text, e.reason, e.unit_id::text as unit,
  case when e.on_behalf_of_id is not null then array[e.on_behalf_of_id::text, e.on_behalf_of_name] end as "onBehalfOf"`;
