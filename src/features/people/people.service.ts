import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { Problems } from '../../platform/errors/domain-error.js';
import { changed, type Change } from '../../shared/change.js';
import { addDays, type LocalDate } from '../../shared/dates.js';
import { newId, type Id } from '../../shared/ids.js';
import { cleanText } from '../../shared/text.js';
import { cleanVillage, type VillageName } from '../units/village.js';
import { UnitErrors } from '../units/unit.errors.js';
import { UnitsReader } from '../units/units.reader.js';
import { PersonEntity, PersonPostEntity } from './person.entity.js';
import { PersonErrors } from './person.errors.js';
import { PersonRights } from './person-rights.js';
import { endPostValidity, incrementVersion, postOf, wholePostOf, type PostRow, type SeenPerson } from './person.store.js';

/** A post in a unit. `validFrom`, `null`: not known. `validTo`, `null`: still held, or not known. */
export type GivenPost = PostRow;

/** A person to be recorded. `unitId`, `null`: not known. */
export interface GivenPerson {
  readonly name: string;
  readonly achievement: string | null;
  readonly unitId: Id | null;
  readonly village: VillageName | null;
  readonly post: GivenPost | null;
}

export type PersonChange = Change<Omit<GivenPerson, 'post'>>;

/** Commands on people: names, units, achievements and posts. Commands on protected data are in `personal-data.service.ts`. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly db: Database,
    private readonly units: UnitsReader,
    private readonly rights: PersonRights,
  ) {}

  /** @throws Refusal with all problems; then nothing is written. */
  record(actor: Actor, given: GivenPerson, idempotencyKey?: string | null): Promise<Id> {
    return this.db.once(actor, { key: idempotencyKey, command: 'recordPerson', input: given }, tx => this.recordIn(tx, given));
  }

  /** The same within the caller’s transaction. */
  async recordIn(tx: Tx, given: GivenPerson): Promise<Id> {
    await this.rights.requireUnit(tx, given.unitId);
    const problems = new Problems();
    if (given.unitId !== null) await this.checkUnit(tx, given.unitId, tx.today, problems, 'unitId');
    if (given.post) await this.checkPost(tx, given.post, problems);
    problems.refuseIfAny();
    const id = newId();
    const row = {
      name: cleanText(given.name),
      achievement: cleanOrNull(given.achievement),
      unitId: given.unitId,
      village: cleanVillageOrNull(given.village),
    };
    await tx.manager.insert(PersonEntity, { id, ...row, recordedAt: tx.now });
    const post = given.post && (await insertPost(tx, id, given.post));
    const unitId = row.unitId ?? post?.unitId;
    await tx.audit({ action: 'person.recorded', object: { type: 'Person', id }, unitId, after: { ...row, ...(post && { post }) } });
    return id;
  }

  /** Moving a person to another unit requires the right at both units. */
  correct(actor: Actor, seen: SeenPerson, change: PersonChange, reason: string): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const { name, achievement, unitId, village, auditUnitId } = await this.rights.requireSeen(tx, 'person.edit', seen);
      const before = { name, achievement, unitId, village };
      const given = changed(before, change);
      const after = {
        ...given,
        name: cleanText(given.name),
        achievement: cleanOrNull(given.achievement),
        village: cleanVillageOrNull(given.village),
      };
      if (isDeepStrictEqual(after, before)) return tx.unchanged(seen.id);
      if (after.unitId !== unitId) {
        await this.rights.requireUnit(tx, after.unitId);
        const problems = new Problems();
        if (after.unitId !== null) await this.checkUnit(tx, after.unitId, tx.today, problems, 'unitId');
        problems.refuseIfAny();
      }
      await tx.manager.update(PersonEntity, { id: seen.id }, { ...after, version: seen.expectedVersion + 1 });
      const object = { type: 'Person', id: seen.id };
      await tx.audit({ action: 'person.corrected', object, unitId: after.unitId ?? auditUnitId, before, after, reason: cleanText(reason) });
      return seen.id;
    });
  }

  appoint(actor: Actor, seen: SeenPerson, given: GivenPost): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const { unitId } = await this.rights.requireSeen(tx, 'person.edit', seen);
      const problems = new Problems();
      await this.checkPost(tx, given, problems);
      problems.refuseIfAny();
      const post = await insertPost(tx, seen.id, given);
      await incrementVersion(tx, seen.id);
      await tx.audit({
        action: 'person.appointed',
        object: { type: 'Person', id: seen.id },
        unitId: unitId ?? post.unitId,
        after: { post },
      });
      return seen.id;
    });
  }

  endPost(actor: Actor, seen: SeenPerson, postId: Id, validTo: LocalDate, reason: string): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const { auditUnitId } = await this.rights.requireSeen(tx, 'person.edit', seen);
      const post = await postOf(tx, seen.id, postId);
      if (!post) throw PersonErrors.PERSON_POST_NOT_FOUND({ id: postId });
      if (validTo === post.last) return tx.unchanged(seen.id);
      if (post.first !== null && validTo < post.first) throw PersonErrors.PERSON_POST_BACKWARDS().at('validTo');
      const problems = new Problems();
      await this.checkUnit(tx, post.unitId, validTo, problems, 'validTo');
      problems.refuseIfAny();
      await endPostValidity(tx, postId, addDays(validTo, 1));
      await incrementVersion(tx, seen.id);
      const entry = { before: { postId, validTo: post.last }, after: { postId, validTo }, unitId: auditUnitId };
      await tx.audit({ action: 'person.postEnded', object: { type: 'Person', id: seen.id }, ...entry, reason: cleanText(reason) });
      return seen.id;
    });
  }

  /** Corrects a post that was entered wrongly, as if it had always been so. */
  correctPost(actor: Actor, seen: SeenPerson, postId: Id, change: Change<GivenPost>, reason: string): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const { auditUnitId } = await this.rights.requireSeen(tx, 'person.edit', seen);
      const before = await wholePostOf(tx, seen.id, postId);
      if (!before) throw PersonErrors.PERSON_POST_NOT_FOUND({ id: postId });
      const given = changed<GivenPost>(before, change);
      const after = { ...given, title: cleanText(given.title) };
      if (isDeepStrictEqual(after, before)) return tx.unchanged(seen.id);
      const problems = new Problems();
      await this.checkPost(tx, after, problems);
      problems.refuseIfAny();
      const { unitId, title } = after;
      await tx.manager.update(PersonPostEntity, { id: postId }, { unitId, title, validity: validityOf(after) });
      await incrementVersion(tx, seen.id);
      const entry = { before: { postId, ...before }, after: { postId, ...after }, unitId: auditUnitId };
      await tx.audit({ action: 'person.postCorrected', object: { type: 'Person', id: seen.id }, ...entry, reason: cleanText(reason) });
      return seen.id;
    });
  }

  /** Removes a post that the person never held. */
  removePost(actor: Actor, seen: SeenPerson, postId: Id, reason: string): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const { auditUnitId } = await this.rights.requireSeen(tx, 'person.edit', seen);
      const before = await wholePostOf(tx, seen.id, postId);
      if (!before) throw PersonErrors.PERSON_POST_NOT_FOUND({ id: postId });
      await tx.manager.delete(PersonPostEntity, { id: postId });
      await incrementVersion(tx, seen.id);
      const entry = { before: { postId, ...before }, unitId: auditUnitId };
      await tx.audit({ action: 'person.postRemoved', object: { type: 'Person', id: seen.id }, ...entry, reason: cleanText(reason) });
      return seen.id;
    });
  }

  private async checkPost(tx: Tx, { unitId, validFrom, validTo }: GivenPost, problems: Problems): Promise<void> {
    if (validFrom !== null && validTo !== null && validTo < validFrom)
      problems.add(PersonErrors.PERSON_POST_BACKWARDS().at('post', 'validTo'));
    // A unit lives for one span of days: in force on the first and on the last day of the post, it is so between them.
    for (const day of validFrom === null && validTo === null ? [tx.today] : [validFrom, validTo])
      if (day !== null && !(await this.checkUnit(tx, unitId, day, problems, 'post', 'unitId'))) return;
  }

  /** Adds a problem and returns false unless the unit is in force on the day. */
  private async checkUnit(tx: Tx, unitId: Id, day: LocalDate, problems: Problems, ...path: string[]): Promise<boolean> {
    const [unit] = await this.units.onDay(tx, [unitId], day);
    if (!unit) problems.add(UnitErrors.UNIT_NOT_FOUND({ id: unitId }).at(...path));
    else if (!unit.inForce) problems.add(PersonErrors.PERSON_UNIT_NOT_IN_FORCE({ unit: unit.fullName, date: day }).at(...path));
    return unit?.inForce === true;
  }
}

const validityOf = ({ validFrom, validTo }: Pick<GivenPost, 'validFrom' | 'validTo'>): string =>
  `[${validFrom ?? ''},${validTo === null ? '' : addDays(validTo, 1)})`;

async function insertPost(tx: Tx, personId: Id, { unitId, title, validFrom, validTo }: GivenPost): Promise<GivenPost & { id: Id }> {
  const post = { id: newId(), unitId, title: cleanText(title) };
  await tx.manager.insert(PersonPostEntity, { ...post, personId, validity: validityOf({ validFrom, validTo }) });
  return { ...post, validFrom, validTo };
}

const cleanOrNull = (text: string | null): string | null => (text === null ? null : cleanText(text));
const cleanVillageOrNull = (village: VillageName | null): VillageName | null => (village === null ? null : cleanVillage(village));
