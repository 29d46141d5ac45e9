import { Injectable } from '@nestjs/common';
import { CouncilMembersService } from '../../features/councils/council-members.service.js';
import { CouncilRulesService } from '../../features/councils/council-rules.service.js';
import { CouncilSessionsService } from '../../features/councils/council-sessions.service.js';
import { CouncilVotesService } from '../../features/councils/council-votes.service.js';
import { CouncilsService } from '../../features/councils/councils.service.js';
import { PeopleService } from '../../features/people/people.service.js';
import type { Tx } from '../../platform/database/tx.js';
import type { Id } from '../../shared/ids.js';
import {
  illustratedCouncil,
  illustratedFrom,
  illustratedMembers,
  illustratedRules,
  illustratedSession,
  ILLUSTRATION,
} from './illustration.js';

/** The council of the invented unit, with its members in order. */
export interface IllustratedCouncil {
  readonly councilId: Id;
  readonly memberIds: readonly Id[];
  readonly personIds: readonly Id[];
}

/** Loads the council of the invented unit, through the ordinary services and within the transaction of the example. */
@Injectable()
export class IllustrationLoader {
  constructor(
    private readonly people: PeopleService,
    private readonly councils: CouncilsService,
    private readonly members: CouncilMembersService,
    private readonly rules: CouncilRulesService,
    private readonly sessions: CouncilSessionsService,
    private readonly votes: CouncilVotesService,
  ) {}

  /** @param unitId the invented unit */
  async loadIn(tx: Tx, unitId: Id): Promise<IllustratedCouncil> {
    const days = { validFrom: illustratedFrom, validTo: null };
    const act = { actNumber: null, actDate: null, actIssuer: null };
    const councilId = await this.councils.createIn(tx, { unitId, ...illustratedCouncil, ...act, ...days, note: ILLUSTRATION });
    const memberIds: Id[] = [];
    const personIds: Id[] = [];
    for (const { name, role } of illustratedMembers) {
      const personId = await this.people.recordIn(tx, { name, achievement: null, unitId, village: null, post: null });
      personIds.push(personId);
      memberIds.push(await this.members.appointIn(tx, { councilId, personId, role, ...days, basis: null }));
    }
    for (const rule of illustratedRules) await this.rules.setIn(tx, { councilId, ...days, ...rule });
    await this.holdSession(tx, councilId, memberIds);
    return { councilId, memberIds, personIds };
  }

  private async holdSession(tx: Tx, councilId: Id, memberIds: readonly Id[]): Promise<void> {
    const { heldOn, subject, presence, minutesText, question, dissented } = illustratedSession;
    const [chairId, , secretaryId, , dissenting] = memberIds;
    const sessionId = await this.sessions.recordIn(tx, {
      councilId,
      kind: 'AWARDS',
      heldOn,
      subject,
      minutesText,
      minutesNumber: null,
      minutesDate: heldOn,
      chairId: chairId!,
      secretaryId: secretaryId!,
      attendance: memberIds.map((memberId, i) => ({ memberId, presence: presence[i]! })),
    });
    await this.votes.recordIn(tx, { sessionId, expectedVersion: 1, ...question, opinions: [] });
    const { words, ...asked } = dissented;
    const opinions = [{ memberId: dissenting!, choice: 'AGAINST', words } as const];
    await this.votes.recordIn(tx, { sessionId, expectedVersion: 2, ...asked, opinions });
  }
}
