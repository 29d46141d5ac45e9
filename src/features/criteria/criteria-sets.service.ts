import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Rights } from '../../platform/access/rights.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/database/expected-version.js';
import type { Tx } from '../../platform/database/tx.js';
import { errorOf } from '../../platform/errors/catalogue.js';
import { Refusal } from '../../platform/errors/domain-error.js';
import { changed, type Change } from '../../shared/change.js';
import { Scopes } from '../../platform/views/scopes.js';
import { newId, type Id } from '../../shared/ids.js';
import { cleanText } from '../../shared/text.js';
import { SectorsReader } from '../sectors/sectors.reader.js';
import { UnitErrors } from '../units/unit.errors.js';
import { UnitsReader } from '../units/units.reader.js';
import { CriteriaSetEntity } from './criteria-set.entity.js';
import { criteriaSetVersionView, criteriaSetView } from './criteria-set.view.js';
import { CriteriaErrors } from './criteria.errors.js';
import type { SetDocument, SetHead } from './document/set-document.js';
import { factsOf, supersededBy } from './version.facts.js';
import { auditVersion, draftProblems } from './version-drafts.js';
import { versionLifecycle } from './version.lifecycle.js';
import {
  insertDraft,
  lockSet,
  lockVersion,
  nextNumber,
  removeDraft,
  replaceDraft,
  setPublished,
  versionsInForce,
  type SaidVersion,
  type StoredVersion,
} from './version.store.js';

/** The version that a command is about, and the state of it that its sender has read. */
export interface SeenVersion {
  readonly id: Id;
  readonly expectedVersion: number;
}

/** A new set with its first draft. */
export interface DraftedSet {
  readonly issuerId: Id | null;
  readonly set: SetHead;
  readonly says: SaidVersion;
}

/** What is corrected of a set. */
type CorrectedSet = Pick<CriteriaSetEntity, 'name' | 'issuerId' | 'note'>;

/** The place of the version in the input of an import. */
const IN_FILE = ['document', 'version'];

/** Commands on criteria sets and their versions. */
@Injectable()
export class CriteriaSetsService {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
    private readonly scopes: Scopes,
    private readonly units: UnitsReader,
    private readonly sectors: SectorsReader,
  ) {}

  /** @returns the id of the set */
  draft(actor: Actor, drafted: DraftedSet, idempotencyKey?: string | null): Promise<Id> {
    return this.db.once(actor, { key: idempotencyKey, command: 'draftCriteriaSet', input: drafted }, async tx => {
      return (await this.draftIn(tx, drafted)).setId;
    });
  }

  /** Within the caller’s transaction. @throws Refusal with all problems; then nothing is written. */
  async draftIn(
    tx: Tx,
    { issuerId, set, says }: DraftedSet,
    at: readonly string[] = ['version'],
  ): Promise<{ readonly setId: Id; readonly versionId: Id }> {
    await this.rights.require(tx, 'criteria.draft', issuerId);
    if (issuerId !== null && !(await this.units.onDay(tx, [issuerId], tx.today))[0])
      throw UnitErrors.UNIT_NOT_FOUND({ id: issuerId }).at('issuerId');
    const sectorId = await this.checkedSector(tx, says, at);
    const id = newId();
    await tx.manager.insert(CriteriaSetEntity, { id, issuerId, ...set, recordedOn: tx.today });
    await tx.audit({ action: 'criteriaSet.drafted', object: { type: 'CriteriaSet', id }, unitId: issuerId, after: set });
    const versionId = await insertDraft(tx, says, { setId: id, number: 1, sectorId });
    await auditVersion(tx, 'drafted', { id: versionId, issuerId }, null, says);
    return { setId: id, versionId };
  }

  /** A file becomes a new set, or a new draft of the set of `versionId`. @returns the id of the draft */
  import(
    actor: Actor,
    file: SetDocument,
    into: { readonly issuerId: Id | null; readonly versionId: Id | null },
    key?: string | null,
  ): Promise<Id> {
    const input = { file, into };
    return this.db.once(actor, { key, command: 'importCriteriaSet', input }, tx => this.importIn(tx, file, into));
  }

  async importIn(
    tx: Tx,
    file: SetDocument,
    { issuerId, versionId }: { readonly issuerId: Id | null; readonly versionId: Id | null },
  ): Promise<Id> {
    if (versionId === null) return (await this.draftIn(tx, { issuerId, set: file.set, says: file.version }, IN_FILE)).versionId;
    const known = await this.visible(tx, versionId);
    if (!isDeepStrictEqual({ ...known.set, note: null }, { ...file.set, note: null }))
      throw CriteriaErrors.CRITERIA_SETS_DIFFER().at('document', 'set');
    return this.addDraft(tx, known, file.version, IN_FILE);
  }

  /** A new draft that says the same as a version, published or not. */
  copy(actor: Actor, id: Id, idempotencyKey?: string | null): Promise<Id> {
    return this.db.once(actor, { key: idempotencyKey, command: 'copyCriteriaSetVersion', input: { id } }, async tx => {
      const known = await this.visible(tx, id);
      return this.addDraft(tx, known, known.says, ['id']);
    });
  }

  private async addDraft(tx: Tx, { setId, issuerId }: StoredVersion, says: SaidVersion, at: readonly string[]): Promise<Id> {
    await this.rights.require(tx, 'criteria.draft', issuerId);
    const sectorId = await this.checkedSector(tx, says, at);
    const id = await insertDraft(tx, says, { setId, number: await nextNumber(tx, setId), sectorId });
    await auditVersion(tx, 'drafted', { id, issuerId }, null, says);
    return id;
  }

  /** Corrects what was entered wrongly of a set of which nothing is published. What its act is, its drafts say. */
  correct(actor: Actor, { id, expectedVersion }: SeenVersion, reason: string, changes: Change<CorrectedSet>): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const set = (await this.scopes.sees(tx, criteriaSetView, id)) ? await lockSet(tx, id) : undefined;
      if (!set) throw CriteriaErrors.CRITERIA_SET_NOT_FOUND({ id });
      await this.rights.require(tx, 'criteria.draft', set.issuerId);
      requireVersion(expectedVersion, set.version);
      if (set.isPublished) throw CriteriaErrors.CRITERIA_SET_PUBLISHED().at('id');
      const before: CorrectedSet = { name: set.name, issuerId: set.issuerId, note: set.note };
      const given = changed<CorrectedSet>(before, changes);
      const after = { ...given, name: cleanText(given.name), note: given.note === null ? null : cleanText(given.note) };
      if (isDeepStrictEqual(after, before)) return tx.unchanged(id);
      if (after.issuerId !== null && !(await this.units.onDay(tx, [after.issuerId], tx.today))[0])
        throw UnitErrors.UNIT_NOT_FOUND({ id: after.issuerId }).at('issuerId');
      await this.rights.require(tx, 'criteria.draft', after.issuerId);
      await tx.manager.update(CriteriaSetEntity, { id }, { ...after, version: set.version + 1 });
      const object = { type: 'CriteriaSet', id };
      await tx.audit({ action: 'criteriaSet.corrected', object, unitId: after.issuerId, before, after, reason: cleanText(reason) });
      return id;
    });
  }

  /** Replaces all that a draft says. */
  edit(actor: Actor, seen: SeenVersion, says: SaidVersion): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const before = await this.openDraft(tx, seen);
      if (isDeepStrictEqual(before.says, says)) return tx.unchanged(seen.id);
      const sectorId = await this.checkedSector(tx, says, ['version']);
      await replaceDraft(tx, before, says, sectorId);
      await auditVersion(tx, 'edited', before, before.says, says);
      return seen.id;
    });
  }

  /** Removes a draft that was made by mistake; a set without any other version goes with it. @returns the id of the set that is left */
  remove(actor: Actor, seen: SeenVersion, reason: string): Promise<Id | null> {
    return this.db.tx(actor, async tx => {
      const before = await this.openDraft(tx, seen);
      const setGone = await removeDraft(tx, before);
      await auditVersion(tx, 'removed', before, before.says, null, reason);
      if (setGone)
        await tx.audit({
          action: 'criteriaSet.removed',
          object: { type: 'CriteriaSet', id: before.setId },
          unitId: before.issuerId,
          before: before.set,
          reason: cleanText(reason),
        });
      return setGone ? null : before.setId;
    });
  }

  /** Locked. @throws CRITERIA_VERSION_NOT_FOUND, also for a draft that the actor does not see */
  private async visible(tx: Tx, id: Id): Promise<StoredVersion> {
    if (!(await this.scopes.sees(tx, criteriaSetVersionView, id))) throw CriteriaErrors.CRITERIA_VERSION_NOT_FOUND({ id });
    return lockVersion(tx, id);
  }

  private async openDraft(tx: Tx, { id, expectedVersion }: SeenVersion): Promise<StoredVersion> {
    const before = await this.visible(tx, id);
    await this.rights.require(tx, 'criteria.draft', before.issuerId);
    if (before.state !== 'DRAFT') throw CriteriaErrors.CRITERIA_VERSION_PUBLISHED({ number: before.number }).at('id');
    requireVersion(expectedVersion, before.version);
    return before;
  }

  /** Publishes a draft; the version in force for the same is superseded by it. */
  publish(actor: Actor, { id, expectedVersion }: SeenVersion, reason: string | null): Promise<Id> {
    return this.db.tx(actor, async tx => {
      await this.publishIn(tx, id, reason, expectedVersion);
      return id;
    });
  }

  /** Within the caller’s transaction. */
  async publishIn(tx: Tx, id: Id, reason: string | null, expectedVersion?: number): Promise<void> {
    const draft = await this.visible(tx, id);
    await this.rights.require(tx, 'criteria.publish', draft.issuerId);
    if (expectedVersion !== undefined) requireVersion(expectedVersion, draft.version);
    const inForce = await versionsInForce(tx.query, draft.setId);
    const blocked = versionLifecycle.check('publish', draft.state, factsOf(draft, inForce, { reason: reason !== null }));
    if (blocked.length > 0) throw new Refusal(blocked.map(({ code, params }) => errorOf(code, params).at('id')));
    const before = supersededBy(draft, inForce);
    const said = reason === null ? null : cleanText(reason);
    await setPublished(tx, draft.id, before?.id ?? null, said);
    const change = { before: { state: draft.state }, after: { state: 'PUBLISHED' }, reason: said, unitId: draft.issuerId };
    await tx.audit({ action: 'criteriaSetVersion.published', object: { type: 'CriteriaSetVersion', id: draft.id }, ...change });
    if (before)
      await tx.audit({
        action: 'criteriaSetVersion.superseded',
        object: { type: 'CriteriaSetVersion', id: before.id },
        unitId: draft.issuerId,
        before: { state: 'PUBLISHED' },
        after: { state: 'SUPERSEDED' },
      });
  }

  /** A draft may be unfinished, but it is always a tree, and its days and its sector are real. @returns the id of the sector */
  private async checkedSector(tx: Tx, says: SaidVersion, at: readonly string[]): Promise<Id | null> {
    const problems = draftProblems(says, at);
    const sectorId = says.sectorCode === null ? null : await this.sectors.withCodeIn(tx, says.sectorCode);
    if (sectorId === undefined) problems.add(CriteriaErrors.CRITERIA_SECTOR_UNKNOWN({ code: says.sectorCode! }).at(...at, 'sectorCode'));
    problems.refuseIfAny();
    return sectorId ?? null;
  }
}
