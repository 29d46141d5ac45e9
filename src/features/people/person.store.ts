import type { Tx } from '../../platform/database/tx.js';
import { PlatformErrors } from '../../platform/errors/platform.errors.js';
import type { Id } from '../../shared/ids.js';
import { PersonErrors } from './person.errors.js';

export interface SeenPerson {
  readonly id: Id;
  readonly expectedVersion: number;
}

export interface PersonRow {
  readonly name: string;
  readonly achievement: string | null;
  readonly version: number;
  /** Of the latest post: where the trail tells of this person. */
  readonly unitId: Id | null;
}

/** The person, held against other writers until the transaction ends. @throws PERSON_NOT_FOUND */
export async function lockPerson(tx: Tx, id: Id): Promise<PersonRow> {
  const [row] = await tx.query<PersonRow>(
    `select p.name, p.achievement, p.version,
            (select o.unit_id from person_post o where o.person_id = p.id order by upper(o.validity) desc nulls first, o.id desc limit 1) as "unitId"
       from person p where p.id = $1 for update of p`,
    [id],
  );
  if (!row) throw PersonErrors.PERSON_NOT_FOUND({ id });
  return row;
}

/** The same, where it still is what the sender has seen. @throws STALE_VERSION */
export async function seenPerson(tx: Tx, { id, expectedVersion }: SeenPerson): Promise<PersonRow> {
  const row = await lockPerson(tx, id);
  if (row.version === expectedVersion) return row;
  throw PlatformErrors.STALE_VERSION({ expected: expectedVersion, current: row.version }).at('expectedVersion');
}
