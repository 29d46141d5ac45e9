import { Injectable } from '@nestjs/common';
import type { QueryRows } from '../../platform/database/query-rows.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import type { CouncilRole, SessionKind } from './council-kinds.js';
import { factsIn } from './council-session.store.js';
import { councilUnit, includes, membersOf, rulesOf } from './council.store.js';
import { quorumOf, quorumText, type SessionRule } from './quorum.js';

/** A member in term, for commands of other chapters. */
export interface MemberInTerm {
  readonly memberId: Id;
  readonly personId: Id;
  readonly person: string;
  readonly role: CouncilRole;
}

/** Whether a session could decide, and why: `met` is null where no rule was in force. */
export interface SessionQuorum {
  readonly councilId: Id;
  readonly heldOn: LocalDate;
  readonly met: boolean | null;
  readonly explanation: string;
}

/** Reads councils for commands of other chapters. What the API shows is defined in `council.view.ts` and `council-session.view.ts`. */
@Injectable()
export class CouncilsReader {
  /** The unit whose council it is; `undefined` for an unknown id. */
  unitOf(query: QueryRows, councilId: Id): Promise<Id | undefined> {
    return councilUnit(query, councilId);
  }

  /** The members in term on the day. */
  async membersOn(query: QueryRows, councilId: Id, day: LocalDate): Promise<readonly MemberInTerm[]> {
    const members = (await membersOf(query, councilId)).filter(member => includes(member, day));
    return members.map(({ id, personId, person, role }) => ({ memberId: id, personId, person, role }));
  }

  /** The rule for a kind of session on the day; `undefined` if none was entered. */
  async ruleOn(query: QueryRows, councilId: Id, kind: SessionKind, day: LocalDate): Promise<SessionRule | undefined> {
    return (await rulesOf(query, councilId)).find(one => one.sessionKind === kind && includes(one, day))?.rule;
  }

  /** `undefined` for an unknown session. */
  async quorumIn(query: QueryRows, sessionId: Id): Promise<SessionQuorum | undefined> {
    const facts = await factsIn(query, sessionId);
    if (!facts) return undefined;
    const { rule, heldOn } = facts;
    const [session] = await query<{ councilId: Id }>(`select council_id as "councilId" from council_session where id = $1`, [sessionId]);
    return { councilId: session!.councilId, heldOn, met: rule && quorumOf(rule, facts).met, explanation: quorumText(rule, facts, heldOn) };
  }
}
