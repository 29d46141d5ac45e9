import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/database/expected-version.js';
import type { Tx } from '../../platform/database/tx.js';
import { Problems } from '../../platform/errors/domain-error.js';
import { newId, type Id } from '../../shared/ids.js';
import { cleanText } from '../../shared/text.js';
import { CouncilErrors } from './council.errors.js';
import { CouncilGuard } from './council-guard.js';
import type { Presence, VoteChoice } from './council-kinds.js';
import { CouncilOpinionEntity, CouncilQuestionEntity, CouncilSessionEntity } from './council-session.entity.js';
import { factsIn, lockSession, presenceIn, type SessionFacts, type SessionRow } from './council-session.store.js';
import { memberIn, notInTerm } from './council-sessions.service.js';
import { includes, membersOf, rulesOf, type MemberRow } from './council.store.js';
import { quorumOf, type QuestionVotes } from './quorum.js';

interface GivenOpinion {
  readonly memberId: Id;
  readonly choice: VoteChoice;
  readonly words: string | null;
}

export interface GivenVotes {
  readonly sessionId: Id;
  readonly expectedVersion: number;
  readonly text: string;
  readonly votes: QuestionVotes;
  readonly opinions: readonly GivenOpinion[];
}

/** What a session voted: counts, because many ballots are secret, and the named opinions that the minutes have. */
@Injectable()
export class CouncilVotesService {
  constructor(
    private readonly db: Database,
    private readonly guard: CouncilGuard,
  ) {}

  /** @returns the session. @throws Refusal with all problems; then nothing is written. */
  record(actor: Actor, given: GivenVotes): Promise<Id> {
    return this.db.tx(actor, tx => this.recordIn(tx, given));
  }

  /** The same within the caller’s transaction. */
  async recordIn(tx: Tx, { sessionId, expectedVersion, votes, ...given }: GivenVotes): Promise<Id> {
    const { unitId } = await this.guard.requireOf(tx, 'council_session', sessionId);
    const session = await lockSession(tx, sessionId);
    requireVersion(expectedVersion, session.version);
    const ruleId = await this.requireQuorum(tx, session);
    const members = await membersOf(tx.query, session.councilId);
    const presence = await presenceIn(tx.query, sessionId);
    const problems = new Problems();
    checkCounts(votes, (await factsIn(tx.query, sessionId))!, problems);
    checkOpinions({ ...given, votes, session }, members, presence, problems);
    problems.refuseIfAny();
    const id = newId();
    const text = cleanText(given.text);
    await tx.manager.insert(CouncilQuestionEntity, { id, sessionId, text, ...votes });
    const opinions = given.opinions.map(({ words, ...opinion }) => ({ ...opinion, words: words === null ? null : cleanText(words) }));
    if (opinions.length > 0)
      await tx.manager.insert(
        CouncilOpinionEntity,
        opinions.map(opinion => ({ questionId: id, sessionId, ...opinion })),
      );
    await tx.manager.update(CouncilSessionEntity, { id: sessionId }, { ruleId, version: session.version + 1 });
    const after = { questionId: id, text, ...votes, opinions };
    await tx.audit({ action: 'councilSession.voted', object: { type: 'CouncilSession', id: sessionId }, unitId, after });
    return sessionId;
  }

  /** Removes votes that were entered by mistake. @returns the session. */
  remove(
    actor: Actor,
    given: { readonly sessionId: Id; readonly questionId: Id; readonly expectedVersion: number; readonly reason: string },
  ): Promise<Id> {
    const { sessionId, questionId, expectedVersion, reason } = given;
    return this.db.tx(actor, async tx => {
      const { unitId } = await this.guard.requireOf(tx, 'council_session', sessionId);
      const session = await lockSession(tx, sessionId);
      requireVersion(expectedVersion, session.version);
      const question = await tx.manager.findOneBy(CouncilQuestionEntity, { id: questionId, sessionId });
      if (!question) throw CouncilErrors.COUNCIL_QUESTION_NOT_FOUND({ id: questionId });
      const opinions = await tx.manager.findBy(CouncilOpinionEntity, { questionId });
      await tx.manager.delete(CouncilOpinionEntity, { questionId });
      await tx.manager.delete(CouncilQuestionEntity, { id: questionId });
      await tx.manager.update(CouncilSessionEntity, { id: sessionId }, { version: session.version + 1 });
      const entry = { before: { ...question, opinions }, reason: cleanText(reason) };
      await tx.audit({ action: 'councilSession.votesRemoved', object: { type: 'CouncilSession', id: sessionId }, unitId, ...entry });
      return sessionId;
    });
  }

  /** A session votes only where a rule says that it could. A rule that was entered after the session applies from now on. @returns the rule */
  private async requireQuorum(tx: Tx, { id, councilId, kind, heldOn, ruleId }: SessionRow): Promise<Id> {
    const rules = await rulesOf(tx.query, councilId);
    const rule = rules.find(one => (ruleId === null ? one.sessionKind === kind && includes(one, heldOn) : one.id === ruleId));
    if (!rule) throw CouncilErrors.COUNCIL_RULE_MISSING({ kind, date: heldOn }).at('sessionId');
    const facts = (await factsIn(tx.query, id))!;
    const { counted, needed, met } = quorumOf(rule.rule, facts);
    if (!met) throw CouncilErrors.COUNCIL_NO_QUORUM({ counted, inTerm: facts.inTerm, needed, date: heldOn }).at('sessionId');
    return rule.id;
  }
}

function checkCounts(votes: QuestionVotes, { present, written }: SessionFacts, problems: Problems): void {
  const there = votes.inFavour + votes.against + votes.abstained;
  if (there > present) problems.add(CouncilErrors.COUNCIL_VOTES_TOO_MANY({ votes: there, present }).at('inFavour'));
  const sent = votes.writtenInFavour + votes.writtenAgainst + votes.writtenAbstained;
  if (sent > written) problems.add(CouncilErrors.COUNCIL_WRITTEN_VOTES_TOO_MANY({ votes: sent, written }).at('writtenInFavour'));
}

const COUNTS = {
  PRESENT: { IN_FAVOUR: 'inFavour', AGAINST: 'against', ABSTAINED: 'abstained' },
  IN_WRITING: { IN_FAVOUR: 'writtenInFavour', AGAINST: 'writtenAgainst', ABSTAINED: 'writtenAbstained' },
} as const satisfies Record<string, Record<VoteChoice, keyof QuestionVotes>>;

/** Who is named took part, once, and no more are named for a choice than voted so. */
function checkOpinions(
  { opinions, votes, session }: { readonly opinions: readonly GivenOpinion[]; readonly votes: QuestionVotes; readonly session: SessionRow },
  members: readonly MemberRow[],
  presence: ReadonlyMap<Id, Presence>,
  problems: Problems,
): void {
  const named = new Set<Id>();
  const counts = new Map<keyof QuestionVotes, { n: number; choice: VoteChoice }>();
  for (const [i, { memberId, choice }] of opinions.entries()) {
    const member = memberIn(members, memberId);
    const at = ['opinions', String(i), 'memberId'];
    const { person } = member;
    const how = presence.get(memberId);
    if (named.has(memberId)) problems.add(CouncilErrors.COUNCIL_MEMBER_NAMED_TWICE({ person }).at(...at));
    else if (!includes(member, session.heldOn)) problems.add(notInTerm(member, session.heldOn).at(...at));
    else if (how !== 'PRESENT' && how !== 'IN_WRITING') problems.add(CouncilErrors.COUNCIL_MEMBER_DID_NOT_VOTE({ person }).at(...at));
    else {
      const field = COUNTS[how][choice];
      counts.set(field, { n: (counts.get(field)?.n ?? 0) + 1, choice });
    }
    named.add(memberId);
  }
  for (const [field, { n, choice }] of counts)
    if (n > votes[field]) problems.add(CouncilErrors.COUNCIL_OPINIONS_TOO_MANY({ n, choice, votes: votes[field] }).at('opinions'));
}
