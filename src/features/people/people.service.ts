import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Rights } from '../../platform/access/rights.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { Problems } from '../../platform/errors/domain-error.js';
import { addDays, type LocalDate } from '../../shared/dates.js';
import { newId, type Id } from '../../shared/ids.js';
import { cleanText } from '../../shared/text.js';
import { UnitErrors } from '../units/unit.errors.js';
import { UnitsReader } from '../units/units.reader.js';
import { PersonEntity, PersonPostEntity } from './person.entity.js';
import { PersonErrors } from './person.errors.js';
import { seenPerson, type SeenPerson } from './person.store.js';

/** A post with the unit of that time. Days: `null` is not known, or that it goes on. */
export interface GivenPost {
  readonly unitId: Id;
  readonly title: string;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
}

/** What everybody sees of people: names, achievements and posts. What is protected has a service of its own. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly db: Database,
    private readonly units: UnitsReader,
    private readonly rights: Rights,
  ) {}

  /** @throws Refusal with everything that is wrong at once; then nothing is written. */
  record(
    actor: Actor,
    given: { readonly name: string; readonly achievement: string | null; readonly post: GivenPost },
    idempotencyKey?: string | null,
  ): Promise<Id> {
    return this.db.once(actor, { key: idempotencyKey, command: 'recordPerson', input: given }, async tx => {
      await this.rights.require(tx, 'person.edit', null);
      await this.check(tx, given.post);
      const id = newId();
      const row = { name: cleanText(given.name), achievement: clean(given.achievement) };
      await tx.manager.insert(PersonEntity, { id, ...row, recordedAt: tx.now });
      const post = await insertPost(tx, id, given.post);
      await tx.audit({ action: 'person.recorded', object: { type: 'Person', id }, unitId: post.unitId, after: { ...row, post } });
      return id;
    });
  }

  correct(actor: Actor, seen: SeenPerson, change: { name?: string; achievement?: string | null }, reason: string): Promise<Id> {
    return this.db.tx(actor, async tx => {
      await this.rights.require(tx, 'person.edit', null);
      const { unitId, name, achievement } = await seenPerson(tx, seen);
      const before = { name, achievement };
      const after = {
        name: change.name === undefined ? name : cleanText(change.name),
        achievement: change.achievement === undefined ? achievement : clean(change.achievement),
      };
      if (after.name === name && after.achievement === achievement) throw PersonErrors.PERSON_UNCHANGED();
      await tx.manager.update(PersonEntity, { id: seen.id }, { ...after, version: seen.expectedVersion + 1 });
      const object = { type: 'Person', id: seen.id };
      await tx.audit({ action: 'person.corrected', object, unitId, before, after, reason: cleanText(reason) });
      return seen.id;
    });
  }

  appoint(actor: Actor, seen: SeenPerson, given: GivenPost): Promise<Id> {
    return this.db.tx(actor, async tx => {
      await this.rights.require(tx, 'person.edit', null);
      await seenPerson(tx, seen);
      await this.check(tx, given);
      const post = await insertPost(tx, seen.id, given);
      await nextVersion(tx, seen.id);
      await tx.audit({ action: 'person.appointed', object: { type: 'Person', id: seen.id }, unitId: post.unitId, after: { post } });
      return seen.id;
    });
  }

  endPost(actor: Actor, seen: SeenPerson, postId: Id, validTo: LocalDate, reason: string): Promise<Id> {
    return this.db.tx(actor, async tx => {
      await this.rights.require(tx, 'person.edit', null);
      await seenPerson(tx, seen);
      const [post] = await tx.query<{ unitId: Id; title: string; first: LocalDate | null; last: LocalDate | null }>(
        `select unit_id as "unitId", title, lower(validity) as first, upper(validity) - 1 as last from person_post where id = $1 and person_id = $2`,
        [postId, seen.id],
      );
      if (!post) throw PersonErrors.PERSON_POST_NOT_FOUND({ id: postId });
      if (post.first !== null && validTo < post.first) throw PersonErrors.PERSON_POST_BACKWARDS().at('validTo');
      await tx.query(`update person_post set validity = daterange(lower(validity), $2::date) where id = $1`, [postId, addDays(validTo, 1)]);
      await nextVersion(tx, seen.id);
      const told = { before: { postId, validTo: post.last }, after: { postId, validTo }, unitId: post.unitId };
      await tx.audit({ action: 'person.postEnded', object: { type: 'Person', id: seen.id }, ...told, reason: cleanText(reason) });
      return seen.id;
    });
  }

  private async check(tx: Tx, { unitId, validFrom, validTo }: GivenPost): Promise<void> {
    const problems = new Problems();
    if (validFrom !== null && validTo !== null && validTo < validFrom)
      problems.add(PersonErrors.PERSON_POST_BACKWARDS().at('post', 'validTo'));
    const day = validFrom ?? validTo ?? tx.today;
    const [unit] = await this.units.onDay(tx, [unitId], day);
    if (!unit) problems.add(UnitErrors.UNIT_NOT_FOUND({ id: unitId }).at('post', 'unitId'));
    else if (!unit.inForce) problems.add(PersonErrors.PERSON_UNIT_NOT_IN_FORCE({ unit: unit.fullName, date: day }).at('post', 'unitId'));
    problems.refuseIfAny();
  }
}

async function insertPost(tx: Tx, personId: Id, { unitId, title, validFrom, validTo }: GivenPost): Promise<GivenPost & { id: Id }> {
  const post = { id: newId(), unitId, title: cleanText(title) };
  const validity = `[${validFrom ?? ''},${validTo === null ? '' : addDays(validTo, 1)})`;
  await tx.manager.insert(PersonPostEntity, { ...post, personId, validity });
  return { ...post, validFrom, validTo };
}

const nextVersion = (tx: Tx, id: Id): Promise<unknown> => tx.query(`update person set version = version + 1 where id = $1`, [id]);
const clean = (text: string | null): string | null => (text === null ? null : cleanText(text));
