import type { Tx } from '../../platform/database/tx.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import type { VillageName } from '../units/village.js';
import { PersonErrors } from './person.errors.js';

export interface SeenPerson {
  readonly id: Id;
  readonly expectedVersion: number;
}

export interface PersonRow {
  readonly name: string;
  readonly achievement: string | null;
  readonly version: number;
  readonly unitId: Id | null;
  readonly village: VillageName | null;
  /** The unit under which the audit trail records commands on this person: their unit, or else that of their latest post. */
  readonly auditUnitId: Id | null;
}

/** The person, locked against other writers until the transaction ends. @throws PERSON_NOT_FOUND */
export async function lockPerson(tx: Tx, id: Id): Promise<PersonRow> {
  const [row] = await tx.query<PersonRow>(
    `select p.name, p.achievement, p.version, p.unit_id as "unitId", p.village,
            coalesce(p.unit_id, (select o.unit_id from person_post o where o.person_id = p.id order by upper(o.validity) desc nulls first, o.id desc limit 1)) as "auditUnitId"
       from person p where p.id = $1 for update of p`,
    [id],
  );
  if (!row) throw PersonErrors.PERSON_NOT_FOUND({ id });
  return row;
}

export const incrementVersion = (tx: Tx, id: Id): Promise<unknown> =>
  tx.query(`update person set version = version + 1 where id = $1`, [id]);

/** The known days of a post of the person. */
export async function postOf(
  tx: Tx,
  personId: Id,
  postId: Id,
): Promise<{ readonly unitId: Id; readonly first: LocalDate | null; readonly last: LocalDate | null } | undefined> {
  const [post] = await tx.query<{ unitId: Id; first: LocalDate | null; last: LocalDate | null }>(
    `select unit_id as "unitId", lower(validity) as first, upper(validity) - 1 as last from person_post where id = $1 and person_id = $2`,
    [postId, personId],
  );
  return post;
}

/** A post of the person as it was entered. */
export async function wholePostOf(tx: Tx, personId: Id, postId: Id): Promise<PostRow | undefined> {
  const [post] = await tx.query<PostRow>(
    `select unit_id as "unitId", title, lower(validity) as "validFrom", upper(validity) - 1 as "validTo" from person_post
      where id = $1 and person_id = $2`,
    [postId, personId],
  );
  return post;
}

export interface PostRow {
  readonly unitId: Id;
  readonly title: string;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
}

/** @param to the first day on which the post is no longer held. */
export const endPostValidity = (tx: Tx, postId: Id, to: LocalDate): Promise<unknown> =>
  tx.query(`update person_post set validity = daterange(lower(validity), $2::date) where id = $1`, [postId, to]);

/** The first day of the person’s first post, as far as days are known. */
export async function firstDayInPost(tx: Tx, personId: Id): Promise<LocalDate | undefined> {
  const [post] = await tx.query<{ day: LocalDate }>(
    `select lower(validity) as day from person_post where person_id = $1 and not lower_inf(validity) order by lower(validity) limit 1`,
    [personId],
  );
  return post?.day;
}
