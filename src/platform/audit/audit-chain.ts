import { createHash } from 'node:crypto';

/** An entry as it stands in the table, its JSON as PostgreSQL prints it (one spelling for one value). */
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
  /** The id and the name of the one it was done for. */
  readonly onBehalfOf: readonly string[] | null;
}

export const GENESIS = Buffer.alloc(32);

/** The seal of one entry: SHA-256 over the seal before it and every field of the entry. Changing, dropping or swapping any entry breaks all that follow. */
export function seal(previous: Buffer, entry: ChainEntry): Buffer {
  const { id, at, actor, action, object, before, after, reason, unit, onBehalfOf } = entry;
  // Entries had no unit at first, and then nobody they were done for; those without are summed as they were then. A word and a list are never taken for each other.
  const later = [unit, onBehalfOf].filter(value => value !== null);
  return createHash('sha256')
    .update(previous)
    .update(JSON.stringify([id, at, actor, action, object, before, after, reason, ...later]))
    .digest();
}

/** The columns of `audit_entry e` as a `ChainEntry`. The time is printed in UTC whatever the session's zone. */
export const CHAIN_COLUMNS = `
  e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  array[e.actor_kind, e.actor_id::text, e.actor_name, e.request_id] as actor, e.action,
  array[e.object_type, e.object_id::text] as object, e.before::text, e.after::text, e.reason, e.unit_id::text as unit,
  case when e.on_behalf_of_id is not null then array[e.on_behalf_of_id::text, e.on_behalf_of_name] end as "onBehalfOf"`;
