import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Rights } from '../../../platform/access/rights.js';
import { UnitScope } from '../../../platform/access/unit-scope.port.js';
import { Database } from '../../../platform/database/database.js';
import { requireVersion } from '../../../platform/database/expected-version.js';
import type { AuditLine, Tx } from '../../../platform/database/tx.js';
import { Problems } from '../../../platform/errors/domain-error.js';
import type { LocalDate } from '../../../shared/dates.js';
import { newId, type Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import { UnitErrors } from '../unit.errors.js';
import { UnitsReader } from '../units.reader.js';
import { ServedTerritoryEntity } from './served-territory.entity.js';
import { ServedTerritoryErrors } from './served-territory.errors.js';
import {
  lockServedTerritory,
  lockUnitsOfService,
  otherAssignment,
  unitsIn,
  type GivenServedTerritory,
  type ServedTerritoryRow,
  type UnitOfService,
} from './served-territory.store.js';

/** What a client has read of an assignment. */
export interface SeenServedTerritory {
  readonly id: Id;
  readonly expectedVersion: number;
  readonly reason: string;
}

/**
 * Says for which territories an organisation works. It widens what rights at the organisation reach, so it takes the right to change units at the
 * organisation and at every unit of the territory, of whatever line: nobody widens a right beyond their own.
 */
@Injectable()
export class ServedTerritoriesService {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
    private readonly scope: UnitScope,
    private readonly units: UnitsReader,
  ) {}

  /** @returns the organisation. @throws Refusal with all problems; then nothing is written. */
  record(actor: Actor, given: GivenServedTerritory, idempotencyKey?: string | null): Promise<Id> {
    return this.db.once(actor, { key: idempotencyKey, command: 'recordServedTerritory', input: given }, async tx => {
      const { bodyId, territoryId, validFrom, validTo } = given;
      await this.requireBoth(tx, bodyId, territoryId);
      const units = await lockUnitsOfService(tx, [bodyId, territoryId], validFrom);
      const [body, territory] = [units.get(bodyId), units.get(territoryId)];
      const problems = new Problems();
      if (!body) problems.add(UnitErrors.UNIT_NOT_FOUND({ id: bodyId }).at('bodyId'));
      else if (body.line === 'TERRITORY') problems.add(ServedTerritoryErrors.SERVED_BODY_IS_TERRITORY({ unit: body.name }).at('bodyId'));
      else checkLife(body, given, 'bodyId', problems);
      if (!territory) problems.add(UnitErrors.UNIT_NOT_FOUND({ id: territoryId }).at('territoryId'));
      else if (territory.line !== 'TERRITORY')
        problems.add(ServedTerritoryErrors.SERVED_UNIT_IS_NO_TERRITORY({ unit: territory.name }).at('territoryId'));
      else checkLife(territory, given, 'territoryId', problems);
      if (validTo !== null && validTo < validFrom)
        problems.add(ServedTerritoryErrors.SERVED_BACKWARDS({ first: validFrom, last: validTo }).at('validTo'));
      problems.refuseIfAny();
      await refuseOverlap(tx, given, { body: body!.name, territory: territory!.name }, null);
      const basis = cleanText(given.basis);
      await tx.manager.insert(ServedTerritoryEntity, { id: newId(), bodyId, territoryId, validity: validityOf(given), basis });
      return this.done(tx, bodyId, { action: 'unit.servedTerritoryRecorded', after: { territoryId, validFrom, validTo, basis } });
    });
  }

  /** Sets the last day, which may also become later. @returns the organisation. */
  end(actor: Actor, seen: SeenServedTerritory, validTo: LocalDate): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const row = await this.lock(tx, seen);
      const { id, bodyId, territoryId, validFrom, version } = row;
      if (validTo === row.validTo) return tx.unchanged(bodyId);
      if (validTo < validFrom) throw ServedTerritoryErrors.SERVED_BACKWARDS({ first: validFrom, last: validTo }).at('validTo');
      const units = await lockUnitsOfService(tx, [bodyId, territoryId], validTo);
      const [body, territory] = [units.get(bodyId)!, units.get(territoryId)!];
      const problems = new Problems();
      for (const unit of [body, territory])
        if ((await this.units.successorOn(tx, unit.id, validTo)) === null)
          problems.add(UnitErrors.UNIT_NOT_IN_FORCE({ unit: unit.name, date: validTo }).at('validTo'));
      problems.refuseIfAny();
      await refuseOverlap(tx, { ...row, validTo }, { body: body.name, territory: territory.name }, id);
      await tx.manager.update(ServedTerritoryEntity, { id }, { validity: validityOf({ validFrom, validTo }), version: version + 1 });
      const [before, after] = [
        { territoryId, validTo: row.validTo },
        { territoryId, validTo },
      ];
      return this.done(tx, bodyId, { action: 'unit.servedTerritoryEnded', before, after, reason: cleanText(seen.reason) });
    });
  }

  /** Removes an assignment that never was. @returns the organisation. */
  remove(actor: Actor, seen: SeenServedTerritory): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const { id, version: _version, bodyId, ...before } = await this.lock(tx, seen);
      await tx.manager.delete(ServedTerritoryEntity, { id });
      return this.done(tx, bodyId, { action: 'unit.servedTerritoryRemoved', before, reason: cleanText(seen.reason) });
    });
  }

  private async lock(tx: Tx, { id, expectedVersion }: SeenServedTerritory): Promise<ServedTerritoryRow> {
    const row = await lockServedTerritory(tx, id);
    await this.requireBoth(tx, row.bodyId, row.territoryId);
    requireVersion(expectedVersion, row.version);
    return row;
  }

  private async requireBoth(tx: Tx, bodyId: Id, territoryId: Id): Promise<void> {
    await this.rights.require(tx, 'unit.change', bodyId, territoryId, ...(await unitsIn(tx.query, [territoryId], tx.today)));
  }

  private async done(tx: Tx, bodyId: Id, entry: Pick<AuditLine, 'action' | 'before' | 'after' | 'reason'>): Promise<Id> {
    await tx.audit({ ...entry, object: { type: 'Unit', id: bodyId }, unitId: bodyId });
    tx.afterCommit(() => this.scope.changed());
    return bodyId;
  }
}

const validityOf = ({ validFrom, validTo }: Pick<GivenServedTerritory, 'validFrom' | 'validTo'>): string =>
  `[${validFrom},${validTo ?? ''}]`;

/** A unit lives for one span of days: in force on the first day, it has not ended by the last. */
function checkLife(
  { name: unit, inForce, lastDay }: UnitOfService,
  { validFrom, validTo }: GivenServedTerritory,
  field: string,
  problems: Problems,
): void {
  if (!inForce) problems.add(UnitErrors.UNIT_NOT_IN_FORCE({ unit, date: validFrom }).at(field));
  else if (lastDay !== null && (validTo === null || validTo > lastDay))
    problems.add(ServedTerritoryErrors.SERVED_BEYOND_LIFE({ unit, date: lastDay }).at('validTo'));
}

/** @param self the assignment of which the last day is set. */
async function refuseOverlap(
  tx: Tx,
  given: GivenServedTerritory,
  names: { readonly body: string; readonly territory: string },
  self: Id | null,
): Promise<void> {
  const period = await otherAssignment(tx, given, self);
  if (period !== undefined) throw ServedTerritoryErrors.SERVED_ALREADY({ ...names, period }).at(self ? 'validTo' : 'territoryId');
}
