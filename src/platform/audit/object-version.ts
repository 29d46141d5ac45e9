import type { Id } from '../../shared/ids.js';
import type { Tx } from '../database/tx.js';
import { PlatformErrors } from '../errors/platform.errors.js';

/** The state of an object in the trail, one property for each field: `{ name: 'Quế Sơn', code: '20641' }`. */
export type ObjectState = Readonly<Record<string, unknown>>;

/** An earlier version of an object: its state right after the change `changeId`. */
export interface WantedVersion {
  readonly type: string;
  readonly id: Id;
  readonly changeId: Id;
  /** The actions that change the fields to restore. Entries of other actions may use the same field names for something else. */
  readonly actions: readonly string[];
}

/**
 * The state of an object right after one of its changes: its present state with every later change reverted, the latest first.
 * The caller has locked the object's row, so that no change comes in between, and applies the result by the usual command.
 * @param now every field that can be restored, those without a value as `null`.
 * @throws VERSION_UNKNOWN when the change does not belong to this object.
 */
export async function versionAfter<T extends ObjectState>(tx: Tx, { type, id, changeId, actions }: WantedVersion, now: T): Promise<T> {
  const later = await tx.query<{ before: ObjectState | null }>(
    `select e.before from audit_entry e
       join audit_entry wanted on wanted.id = $3 and wanted.object_type = $1 and wanted.object_id = $2
      where e.object_type = $1 and e.object_id = $2 and (e.at, e.id) >= (wanted.at, wanted.id)
        and (e.id = wanted.id or e.action = any($4))
      order by e.at desc, e.id desc`,
    [type, id, changeId, actions],
  );
  if (later.length === 0) throw PlatformErrors.VERSION_UNKNOWN().at('changeId');
  const version: Record<string, unknown> = { ...now };
  for (const { before } of later.slice(0, -1)) {
    for (const [field, value] of Object.entries(before ?? {})) if (field in now) version[field] = value;
  }
  return version as T;
}
