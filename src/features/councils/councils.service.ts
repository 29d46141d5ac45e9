import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Rights } from '../../platform/access/rights.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/database/expected-version.js';
import type { Tx } from '../../platform/database/tx.js';
import { Problems } from '../../platform/errors/domain-error.js';
import { changed, type Change } from '../../shared/change.js';
import type { LocalDate } from '../../shared/dates.js';
import { newId, type Id } from '../../shared/ids.js';
import { cleanText } from '../../shared/text.js';
import { UnitErrors } from '../units/unit.errors.js';
import { UnitsReader } from '../units/units.reader.js';
import { CouncilEntity, CouncilMemberEntity } from './council.entity.js';
import { CouncilErrors } from './council.errors.js';
import { CouncilGuard } from './council-guard.js';
import {
  councilNamed,
  includes,
  isWithin,
  membersOf,
  rangeOf,
  sessionDaysIn,
  type CouncilContent,
  type CouncilRow,
  type Days,
} from './council.store.js';
import { refuseBackwards } from './council-days.js';

export type GivenCouncil = CouncilContent & { readonly unitId: Id };

/** The record that a command changes, the version that its sender has read, and the reason. */
export interface SeenRecord {
  readonly id: Id;
  readonly expectedVersion: number;
  readonly reason: string;
}

/** Commands on councils. Members, rules and sessions have services of their own. */
@Injectable()
export class CouncilsService {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
    private readonly guard: CouncilGuard,
    private readonly units: UnitsReader,
  ) {}

  /** @throws Refusal with all problems; then nothing is written. */
  createCouncil(actor: Actor, given: GivenCouncil, idempotencyKey?: string | null): Promise<Id> {
    return this.db.once(actor, { key: idempotencyKey, command: 'createCouncil', input: given }, tx => this.createIn(tx, given));
  }

  /** The same within the caller’s transaction. */
  async createIn(tx: Tx, { unitId, ...given }: GivenCouncil): Promise<Id> {
    await this.rights.require(tx, 'council.manage', unitId);
    const content = cleaned(given);
    await this.check(tx, { unitId, id: null, content });
    const id = newId();
    await tx.manager.insert(CouncilEntity, { id, unitId, ...rowOf(content), recordedOn: tx.today });
    await tx.audit({ action: 'council.created', object: { type: 'Council', id }, unitId, after: { unitId, ...content } });
    return id;
  }

  /** Corrects what was entered wrongly, as if it had always been so. */
  correctCouncil(actor: Actor, { id, expectedVersion, reason }: SeenRecord, changes: Change<CouncilContent>): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const council = await this.guard.require(tx, id);
      requireVersion(expectedVersion, council.version);
      const before = contentOf(council);
      const after = cleaned(changed(before, changes));
      if (isDeepStrictEqual(after, before)) return tx.unchanged(id);
      await this.check(tx, { unitId: council.unitId, id, content: after });
      await tx.manager.update(CouncilEntity, { id }, { ...rowOf(after), version: council.version + 1 });
      const entry = { unitId: council.unitId, before, after, reason: cleanText(reason) };
      await tx.audit({ action: 'council.corrected', object: { type: 'Council', id }, ...entry });
      return id;
    });
  }

  /** Sets the last day. Terms that would go on end with the council, for the same reason. */
  endCouncil(actor: Actor, { id, expectedVersion, reason }: SeenRecord, validTo: LocalDate): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const council = await this.guard.require(tx, id);
      requireVersion(expectedVersion, council.version);
      if (validTo === council.validTo) return tx.unchanged(id);
      if (council.validTo !== null && council.validTo < validTo)
        throw CouncilErrors.COUNCIL_ENDS_ALREADY({ date: council.validTo }).at('validTo');
      const days = { validFrom: council.validFrom, validTo };
      const problems = new Problems();
      refuseBackwards(problems, days);
      await refuseSessionsOutside(tx, id, days, problems);
      const endReason = cleanText(reason);
      const going = (await membersOf(tx.query, id)).filter(member => !isWithin(member, days));
      for (const { person, ...member } of going) if (member.validFrom > validTo) problems.add(outside(person, member, days).at('validTo'));
      problems.refuseIfAny();
      for (const { id: memberId, validFrom, version } of going) {
        const validity = rangeOf({ validFrom, validTo });
        await tx.manager.update(CouncilMemberEntity, { id: memberId }, { validity, endReason, version: version + 1 });
      }
      await tx.manager.update(CouncilEntity, { id }, { validity: rangeOf(days), version: council.version + 1 });
      const entry = {
        unitId: council.unitId,
        before: { validTo: council.validTo },
        after: { validTo, endedMemberIds: going.map(member => member.id) },
        reason: endReason,
      };
      await tx.audit({ action: 'council.ended', object: { type: 'Council', id }, ...entry });
      return id;
    });
  }

  private async check(
    tx: Tx,
    { unitId, id, content }: { readonly unitId: Id; readonly id: Id | null; readonly content: CouncilContent },
  ): Promise<void> {
    const problems = new Problems();
    refuseBackwards(problems, content);
    problems.refuseIfAny();
    if (content.actDate !== null && content.actDate > tx.today)
      problems.add(CouncilErrors.COUNCIL_ACT_IN_FUTURE({ date: content.actDate }).at('act', 'date'));
    const [unit] = await this.units.onDay(tx, [unitId], content.validFrom);
    if (!unit) throw UnitErrors.UNIT_NOT_FOUND({ id: unitId }).at('unitId');
    if (!unit.inForce) problems.add(UnitErrors.UNIT_NOT_IN_FORCE({ unit: unit.fullName, date: content.validFrom }).at('validFrom'));
    const taken = await councilNamed(tx, { unitId, name: content.name, days: content, self: id });
    if (taken) problems.add(CouncilErrors.COUNCIL_NAME_TAKEN(taken).at('name'));
    if (id !== null) {
      for (const { person, ...member } of await membersOf(tx.query, id))
        if (!isWithin(member, content)) problems.add(outside(person, member, content).at('validTo'));
      await refuseSessionsOutside(tx, id, content, problems);
    }
    problems.refuseIfAny();
  }
}

const outside = (person: string, term: Days, life: Days): ReturnType<typeof CouncilErrors.COUNCIL_TERM_OUTSIDE> =>
  CouncilErrors.COUNCIL_TERM_OUTSIDE({ person, term: rangeOf(term), life: rangeOf(life) });

async function refuseSessionsOutside(tx: Tx, id: Id, life: Days, problems: Problems): Promise<void> {
  const { first, last } = await sessionDaysIn(tx, 'council_id', id);
  for (const day of new Set([first, last]))
    if (day !== null && !includes(life, day))
      problems.add(CouncilErrors.COUNCIL_SESSION_OUTSIDE({ date: day, life: rangeOf(life) }).at('validTo'));
}

const rowOf = ({ validFrom, validTo, ...content }: CouncilContent): Omit<CouncilContent, keyof Days> & { readonly validity: string } => ({
  ...content,
  validity: rangeOf({ validFrom, validTo }),
});

const contentOf = ({ id: _id, unitId: _unitId, version: _version, ...content }: CouncilRow): CouncilContent => content;

const cleaned = (content: CouncilContent): CouncilContent => ({
  ...content,
  name: cleanText(content.name),
  actNumber: cleanOrNull(content.actNumber),
  actIssuer: cleanOrNull(content.actIssuer),
  note: cleanOrNull(content.note),
});

const cleanOrNull = (text: string | null): string | null => (text === null ? null : cleanText(text));
