import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/database/expected-version.js';
import type { Tx } from '../../platform/database/tx.js';
import { Problems } from '../../platform/errors/domain-error.js';
import { changed, type Change } from '../../shared/change.js';
import type { LocalDate } from '../../shared/dates.js';
import { newId, type Id } from '../../shared/ids.js';
import { cleanText } from '../../shared/text.js';
import { PersonErrors } from '../people/person.errors.js';
import { PersonRights } from '../people/person-rights.js';
import { refuseBackwards, refuseTookPartOutside } from './council-days.js';
import { CouncilMemberEntity } from './council.entity.js';
import { CouncilErrors } from './council.errors.js';
import { CouncilGuard } from './council-guard.js';
import type { CouncilRole } from './council-kinds.js';
import {
  isWithin,
  membersOf,
  nameOfPerson,
  overlap,
  rangeOf,
  sessionDaysOf,
  type CouncilRow,
  type Days,
  type MemberRow,
} from './council.store.js';
import type { SeenRecord } from './councils.service.js';

/** What people enter of a member’s term. */
interface TermContent extends Days {
  readonly role: CouncilRole;
  readonly basis: string | null;
}

export type GivenMember = TermContent & { readonly councilId: Id; readonly personId: Id };

/** Appoints members of councils and ends their terms. */
@Injectable()
export class CouncilMembersService {
  constructor(
    private readonly db: Database,
    private readonly guard: CouncilGuard,
    private readonly people: PersonRights,
  ) {}

  /** @throws Refusal with all problems; then nothing is written. */
  appoint(actor: Actor, given: GivenMember, idempotencyKey?: string | null): Promise<Id> {
    return this.db.once(actor, { key: idempotencyKey, command: 'appointCouncilMember', input: given }, tx => this.appointIn(tx, given));
  }

  /** The same within the caller’s transaction. */
  async appointIn(tx: Tx, { councilId, personId, ...given }: GivenMember): Promise<Id> {
    const council = await this.guard.require(tx, councilId);
    if (!(await this.people.seesIn(tx, personId))) throw PersonErrors.PERSON_NOT_FOUND({ id: personId }).at('personId');
    const term = cleaned({ ...given, validTo: given.validTo ?? council.validTo });
    const problems = new Problems();
    await checkTerm(tx, { council, personId, self: null }, term, problems);
    problems.refuseIfAny();
    const id = newId();
    const { validFrom: _from, validTo: _to, ...row } = term;
    const { unitId } = council;
    await tx.manager.insert(CouncilMemberEntity, { id, councilId, unitId, personId, ...row, validity: rangeOf(term) });
    const object = { type: 'CouncilMember', id };
    await tx.audit({ action: 'councilMember.appointed', object, unitId, after: { councilId, personId, ...term } });
    return id;
  }

  /** Corrects what was entered wrongly, as if it had always been so. */
  correct(actor: Actor, seen: SeenRecord, changes: Change<TermContent>): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const { council, member } = await this.require(tx, seen);
      const before = contentOf(member);
      const after = cleaned(changed(before, changes));
      if (isDeepStrictEqual(after, before)) return tx.unchanged(member.id);
      const problems = new Problems();
      await checkTerm(tx, { council, personId: member.personId, self: member }, after, problems);
      problems.refuseIfAny();
      const { role, basis } = after;
      await tx.manager.update(CouncilMemberEntity, { id: seen.id }, { role, basis, validity: rangeOf(after), version: member.version + 1 });
      return done(tx, 'councilMember.corrected', council, seen, { before, after });
    });
  }

  /** Ends a term early. */
  end(actor: Actor, seen: SeenRecord, validTo: LocalDate): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const { council, member } = await this.require(tx, seen);
      if (validTo === member.validTo) return tx.unchanged(member.id);
      if (member.validTo !== null && member.validTo < validTo)
        throw CouncilErrors.COUNCIL_ENDS_ALREADY({ date: member.validTo }).at('validTo');
      const term = { validFrom: member.validFrom, validTo };
      const problems = new Problems();
      refuseBackwards(problems, term);
      problems.refuseIfAny();
      if (!isWithin(term, council)) problems.add(outside(member.person, term, council));
      refuseTookPartOutside(problems, member.person, term, await sessionDaysOf(tx, member.id));
      problems.refuseIfAny();
      const endReason = cleanText(seen.reason);
      await tx.manager.update(CouncilMemberEntity, { id: seen.id }, { validity: rangeOf(term), endReason, version: member.version + 1 });
      return done(tx, 'councilMember.ended', council, seen, { before: { validTo: member.validTo }, after: { validTo } });
    });
  }

  private async require(tx: Tx, { id, expectedVersion }: SeenRecord): Promise<{ council: CouncilRow; member: MemberRow }> {
    const council = await this.guard.requireOf(tx, 'council_member', id);
    const member = (await membersOf(tx.query, council.id)).find(one => one.id === id);
    if (!member) throw CouncilErrors.COUNCIL_MEMBER_NOT_FOUND({ id });
    requireVersion(expectedVersion, member.version);
    return { council, member };
  }
}

interface TermOf {
  readonly council: CouncilRow;
  readonly personId: Id;
  /** The term itself, where it exists. */
  readonly self: MemberRow | null;
}

async function checkTerm(tx: Tx, { council, personId, self }: TermOf, term: TermContent, problems: Problems): Promise<void> {
  refuseBackwards(problems, term);
  problems.refuseIfAny();
  const name = self?.person ?? (await nameOfPerson(tx, personId));
  if (!isWithin(term, council)) problems.add(outside(name, term, council));
  const others = (await membersOf(tx.query, council.id)).filter(other => other.id !== self?.id && overlap(other, term));
  const twice = others.find(other => other.personId === personId);
  if (twice) problems.add(CouncilErrors.COUNCIL_MEMBER_TWICE({ person: twice.person, term: rangeOf(twice) }).at('personId'));
  const chair = term.role === 'CHAIR' ? others.find(other => other.role === 'CHAIR') : undefined;
  if (chair) problems.add(CouncilErrors.COUNCIL_TWO_CHAIRS({ person: chair.person, term: rangeOf(chair) }).at('role'));
  if (self) refuseTookPartOutside(problems, name, term, await sessionDaysOf(tx, self.id));
}

const outside = (person: string, term: Days, life: Days): ReturnType<ReturnType<typeof CouncilErrors.COUNCIL_TERM_OUTSIDE>['at']> =>
  CouncilErrors.COUNCIL_TERM_OUTSIDE({ person, term: rangeOf(term), life: rangeOf(life) }).at('validFrom');

const contentOf = ({ role, basis, validFrom, validTo }: TermContent): TermContent => ({ role, basis, validFrom, validTo });

const cleaned = (content: TermContent): TermContent => ({
  ...contentOf(content),
  basis: content.basis === null ? null : cleanText(content.basis),
});

async function done(
  tx: Tx,
  action: string,
  { unitId }: CouncilRow,
  { id, reason }: SeenRecord,
  entry: { readonly before: object; readonly after: object },
): Promise<Id> {
  await tx.audit({ action, object: { type: 'CouncilMember', id }, unitId, ...entry, reason: cleanText(reason) });
  return id;
}
