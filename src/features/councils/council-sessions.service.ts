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
import { CouncilErrors } from './council.errors.js';
import { CouncilGuard } from './council-guard.js';
import type { Presence, SessionKind } from './council-kinds.js';
import { CouncilAttendanceEntity, CouncilSessionEntity } from './council-session.entity.js';
import { isRecorded, lockSession, type SessionContent } from './council-session.store.js';
import { includes, membersOf, rangeOf, rulesOf, type MemberRow } from './council.store.js';
import type { SeenRecord } from './councils.service.js';

export interface GivenSession extends SessionContent {
  readonly councilId: Id;
  readonly kind: SessionKind;
  readonly heldOn: LocalDate;
  readonly attendance: readonly { readonly memberId: Id; readonly presence: Presence }[];
  readonly chairId: Id | null;
  readonly secretaryId: Id | null;
}

/** Records the sessions that a council has held. Their votes are in `council-votes.service.ts`. */
@Injectable()
export class CouncilSessionsService {
  constructor(
    private readonly db: Database,
    private readonly guard: CouncilGuard,
  ) {}

  /** @throws Refusal with all problems; then nothing is written. */
  record(actor: Actor, given: GivenSession, idempotencyKey?: string | null): Promise<Id> {
    return this.db.once(actor, { key: idempotencyKey, command: 'recordCouncilSession', input: given }, tx => this.recordIn(tx, given));
  }

  /** The same within the caller’s transaction. */
  async recordIn(tx: Tx, given: GivenSession): Promise<Id> {
    const { councilId, kind, heldOn, attendance, chairId, secretaryId } = given;
    const council = await this.guard.require(tx, councilId);
    const members = await membersOf(tx.query, councilId);
    const content = cleaned(given);
    const problems = new Problems();
    if (heldOn > tx.today) problems.add(CouncilErrors.COUNCIL_SESSION_IN_FUTURE({ date: heldOn }).at('heldOn'));
    if (!includes(council, heldOn))
      problems.add(CouncilErrors.COUNCIL_SESSION_OUTSIDE({ date: heldOn, life: rangeOf(council) }).at('heldOn'));
    const { subject } = content;
    if (await isRecorded(tx, { councilId, kind, heldOn, subject }))
      problems.add(CouncilErrors.COUNCIL_SESSION_TAKEN({ subject, date: heldOn }).at('subject'));
    refuseEarlyMinutes(problems, content.minutesDate, heldOn);
    checkAttendance(given, members, problems);
    problems.refuseIfAny();
    const rule = (await rulesOf(tx.query, councilId)).find(one => one.sessionKind === kind && includes(one, heldOn));
    const id = newId();
    const row = { kind, heldOn, ...content, chairId, secretaryId, ruleId: rule?.id ?? null };
    await tx.manager.insert(CouncilSessionEntity, { id, councilId, unitId: council.unitId, ...row });
    const lines = attendance.map(({ memberId, presence }) => ({ sessionId: id, memberId, presence }));
    if (lines.length > 0) await tx.manager.insert(CouncilAttendanceEntity, lines);
    const after = { councilId, ...row, attendance };
    await tx.audit({ action: 'councilSession.recorded', object: { type: 'CouncilSession', id }, unitId: council.unitId, after });
    return id;
  }

  /** Corrects the subject and the minutes. Day, kind and attendance are those of another session: it is removed and recorded anew. */
  correct(actor: Actor, { id, expectedVersion, reason }: SeenRecord, changes: Change<SessionContent>): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const { unitId } = await this.guard.requireOf(tx, 'council_session', id);
      const session = await lockSession(tx, id);
      requireVersion(expectedVersion, session.version);
      const before = contentOf(session);
      const after = cleaned(changed(before, changes));
      if (isDeepStrictEqual(after, before)) return tx.unchanged(id);
      const problems = new Problems();
      refuseEarlyMinutes(problems, after.minutesDate, session.heldOn);
      problems.refuseIfAny();
      await tx.manager.update(CouncilSessionEntity, { id }, { ...after, version: session.version + 1 });
      const entry = { unitId, before, after, reason: cleanText(reason) };
      await tx.audit({ action: 'councilSession.corrected', object: { type: 'CouncilSession', id }, ...entry });
      return id;
    });
  }
}

/** Each is named once and in term on the day; who chaired and who kept the minutes were there. */
function checkAttendance(
  { heldOn, attendance, chairId, secretaryId }: GivenSession,
  members: readonly MemberRow[],
  problems: Problems,
): void {
  const presence = new Map<Id, Presence>();
  for (const [i, given] of attendance.entries()) {
    const member = memberIn(members, given.memberId);
    const at = ['attendance', String(i), 'memberId'];
    if (presence.has(member.id)) problems.add(CouncilErrors.COUNCIL_MEMBER_NAMED_TWICE({ person: member.person }).at(...at));
    if (!includes(member, heldOn)) problems.add(notInTerm(member, heldOn).at(...at));
    presence.set(member.id, given.presence);
  }
  for (const [name, memberId] of Object.entries({ chairId, secretaryId })) {
    if (memberId === null) continue;
    const member = memberIn(members, memberId);
    if (presence.get(memberId) !== 'PRESENT') problems.add(CouncilErrors.COUNCIL_MEMBER_NOT_PRESENT({ person: member.person }).at(name));
  }
}

/** @throws COUNCIL_MEMBER_NOT_FOUND also for a member of another council. */
export function memberIn(members: readonly MemberRow[], id: Id): MemberRow {
  const member = members.find(one => one.id === id);
  if (!member) throw CouncilErrors.COUNCIL_MEMBER_NOT_FOUND({ id });
  return member;
}

export const notInTerm = (member: MemberRow, day: LocalDate): ReturnType<typeof CouncilErrors.COUNCIL_MEMBER_NOT_IN_TERM> =>
  CouncilErrors.COUNCIL_MEMBER_NOT_IN_TERM({ person: member.person, date: day, term: rangeOf(member) });

function refuseEarlyMinutes(problems: Problems, minutesDate: LocalDate | null, heldOn: LocalDate): void {
  if (minutesDate !== null && minutesDate < heldOn)
    problems.add(CouncilErrors.COUNCIL_MINUTES_BEFORE_SESSION({ date: minutesDate, held: heldOn }).at('minutesDate'));
}

const contentOf = ({ subject, minutesNumber, minutesDate, minutesText }: SessionContent): SessionContent => ({
  subject,
  minutesNumber,
  minutesDate,
  minutesText,
});

const cleaned = ({ subject, minutesNumber, minutesDate, minutesText }: SessionContent): SessionContent => ({
  subject: cleanText(subject),
  minutesNumber: cleanOrNull(minutesNumber),
  minutesDate,
  minutesText: cleanOrNull(minutesText),
});

const cleanOrNull = (text: string | null): string | null => (text === null ? null : cleanText(text));
