import { Injectable } from '@nestjs/common';
import { CouncilSessionsService } from '../../features/councils/council-sessions.service.js';
import { AssignmentsService } from '../../features/evaluations/judges/assignments.service.js';
import { DecisionsService } from '../../features/evaluations/results/decisions.service.js';
import { ResultsService } from '../../features/evaluations/results/results.service.js';
import { AppraisalRoundsService } from '../../features/evaluations/rounds/appraisal-rounds.service.js';
import { ScoreSheetsService } from '../../features/evaluations/sheets/score-sheets.service.js';
import type { Tx } from '../../platform/database/tx.js';
import type { Id } from '../../shared/ids.js';
import { illustratedEntries, illustratedFacts, illustratedRound, illustratedScores, ILLUSTRATION } from './illustration.js';
import type { IllustratedCouncil } from './illustration.loader.js';

/** Loads an appraisal round of the invented unit over three invented units under it, closed, with results that explain themselves. */
@Injectable()
export class RoundIllustrationLoader {
  constructor(
    private readonly rounds: AppraisalRoundsService,
    private readonly assignments: AssignmentsService,
    private readonly sheets: ScoreSheetsService,
    private readonly decisions: DecisionsService,
    private readonly results: ResultsService,
    private readonly sessions: CouncilSessionsService,
  ) {}

  /** @param unitIds one for each of `illustratedEntries` */
  async loadIn(
    tx: Tx,
    unitId: Id,
    unitIds: readonly Id[],
    criteriaVersionId: Id,
    { councilId, memberIds, personIds }: IllustratedCouncil,
  ): Promise<void> {
    const judges = personIds.slice(0, 5);
    const roundId = await this.rounds.openIn(tx, {
      ...illustratedRound,
      unitId,
      criteriaVersionId,
      councilId,
      unitIds,
      level: null,
      blind: false,
      closesOn: null,
      complaintDays: null,
      blocks: [],
      registrationIds: [],
      registrationRoundId: null,
    });
    const entries = await this.rounds.entriesIn(tx, roundId);
    const byHand = entries.map(({ id: evaluationId }) => ({ evaluationId, personIds: judges }));
    await this.assignments.assignIn(tx, { roundId, how: 'BY_HAND', byHand, perEntry: null, personIds: [], seed: null });
    for (const [i, { id: evaluationId, version }] of entries.entries()) {
      const { self, sheets } = illustratedEntries[i]!;
      const seen = { evaluationId, expectedVersion: null };
      await this.sheets.assessOneselfIn(tx, seen, { scores: illustratedScores(self), remark: ILLUSTRATION }, 'SUBMITTED');
      await this.decisions.stateFactsIn(tx, { id: evaluationId, expectedVersion: version, ...illustratedFacts });
      for (const [j, points] of sheets.entries()) {
        const whom = { personId: judges[j]!, paper: `Phiếu chấm (${ILLUSTRATION})` };
        await this.sheets.scoreIn(tx, seen, whom, { scores: illustratedScores(points), remark: null }, 'SUBMITTED');
      }
    }
    const sessionId = await this.sessions.recordIn(tx, {
      councilId,
      kind: 'APPRAISAL',
      heldOn: tx.today,
      subject: illustratedRound.name,
      minutesText: null,
      minutesNumber: null,
      minutesDate: null,
      chairId: memberIds[0]!,
      secretaryId: memberIds[2]!,
      attendance: memberIds.slice(0, 5).map(memberId => ({ memberId, presence: 'PRESENT' as const })),
    });
    await this.results.closeIn(tx, { id: roundId, expectedVersion: 2 }, sessionId);
  }
}
