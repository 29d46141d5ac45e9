import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import { requireVersion } from '../../../platform/database/expected-version.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import { CouncilsReader } from '../../councils/councils.reader.js';
import { AppraisalGuard, requireAllowed } from '../appraisal-guard.js';
import { lockComplaint, setAnswered } from '../complaints/appraisal-complaint.store.js';
import { ComplaintErrors } from '../complaints/complaint.errors.js';
import { candidates, lockCandidates } from '../entries.finder.js';
import { EvaluationErrors } from '../evaluation.errors.js';
import {
  entriesOf,
  inputsOfRound,
  keepResults,
  setRoundClosed,
  setRoundReopened,
  sheetCounts,
  unkeepResults,
  type RoundRow,
  type SheetCounts,
} from '../evaluation.store.js';
import { letLeave } from '../rounds/leaving.js';
import { VersionContents } from '../version-contents.js';
import { resultsOf } from './round-result.js';
import { renewAllRunning } from './running-result.js';

export interface SeenRound {
  readonly id: Id;
  readonly expectedVersion: number;
}

/** Closes rounds, which makes and stores every result, and opens them again. */
@Injectable()
export class ResultsService {
  constructor(
    private readonly db: Database,
    private readonly guard: AppraisalGuard,
    private readonly contents: VersionContents,
    private readonly councils: CouncilsReader,
  ) {}

  close(actor: Actor, seen: SeenRound, sessionId: Id | null): Promise<Id> {
    return this.db.tx(actor, tx => this.closeIn(tx, seen, sessionId));
  }

  /** The same within the caller’s transaction. */
  async closeIn(tx: Tx, { id, expectedVersion }: SeenRound, sessionId: Id | null): Promise<Id> {
    const round = await this.guard.round(tx, id, 'appraisal.manage');
    requireVersion(expectedVersion, round.version);
    const left = await letLeave(tx, id);
    const counts = await sheetCounts(tx.query, id);
    const given = { session: sessionId !== null, reason: true };
    requireAllowed(round, 'close', { entries: counts.entries, awaited: awaitedIn(round, counts), given });
    if (sessionId !== null) await this.requireQuorum(tx, round, sessionId);
    const inputs = await inputsOfRound(tx.query, id);
    const content = await this.contents.of(tx.query, round.criteriaVersionId);
    const { aggregation, missing, abstained, outstandingBlocks } = round;
    const results = resultsOf(content, { rule: { aggregation, missing, abstained }, outstandingBlocks }, inputs);
    await keepResults(
      tx,
      inputs.map(({ id: entryId, ...input }, i) => ({ id: entryId, input, result: results[i]! })),
    );
    await setRoundClosed(tx, id, sessionId);
    const gone = left.map(({ number, because }) => `${number}: ${because}`);
    await tx.audit({
      action: 'appraisalRound.closed',
      object: { type: 'AppraisalRound', id },
      unitId: round.unitId,
      before: { state: 'OPEN' },
      after: { state: 'CLOSED', closedOn: tx.today, sessionId, entries: inputs.length, ...(gone.length > 0 && { left: gone }) },
    });
    return id;
  }

  private async requireQuorum(tx: Tx, { councilId, openedOn }: RoundRow, sessionId: Id): Promise<void> {
    const session = await this.councils.quorumIn(tx.query, sessionId);
    if (session?.councilId !== councilId || councilId === null)
      throw EvaluationErrors.APPRAISAL_SESSION_OF_ANOTHER_COUNCIL().at('sessionId');
    if (session.heldOn < openedOn)
      throw EvaluationErrors.APPRAISAL_SESSION_EARLIER({ held: session.heldOn, opened: openedOn }).at('sessionId');
    if (session.met !== true) throw EvaluationErrors.APPRAISAL_NO_QUORUM({ why: session.explanation }).at('sessionId');
  }

  /** After a complaint. What was stored and decided goes into the trail; it is made anew when the round is closed again. */
  reopen(actor: Actor, { id, expectedVersion }: SeenRound, reason: string, complaintId: Id | null): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const round = await this.guard.round(tx, id, 'appraisal.decide');
      requireVersion(expectedVersion, round.version);
      requireAllowed(round, 'reopen', { given: { session: true, reason: true } });
      await refuseElsewhere(tx, round);
      await this.uphold(tx, round, complaintId, cleanText(reason));
      const results = await unkeepResults(tx, id);
      await setRoundReopened(tx, id, cleanText(reason));
      const content = await this.contents.of(tx.query, round.criteriaVersionId);
      await renewAllRunning(tx, content, round);
      await tx.audit({
        action: 'appraisalRound.reopened',
        object: { type: 'AppraisalRound', id },
        unitId: round.unitId,
        before: { state: 'CLOSED', closedOn: round.closedOn, sessionId: round.sessionId, results },
        after: { state: 'OPEN' },
        reason: cleanText(reason),
      });
      return id;
    });
  }

  /** The complaint for which the round is opened again. @throws where the rule of the round asks for one and none is named */
  private async uphold(tx: Tx, { id, complaintDays }: RoundRow, complaintId: Id | null, reason: string): Promise<void> {
    if (complaintId === null) {
      if (complaintDays !== null) throw ComplaintErrors.APPRAISAL_NEEDS_COMPLAINT({ days: complaintDays }).at('complaintId');
      return;
    }
    const complaint = await lockComplaint(tx, complaintId);
    if (complaint?.roundId !== id) throw ComplaintErrors.APPRAISAL_COMPLAINT_NOT_FOUND().at('complaintId');
    if (complaint.state !== 'RECEIVED') throw ComplaintErrors.APPRAISAL_COMPLAINT_ANSWERED().at('complaintId');
    await setAnswered(tx, complaintId, 'UPHELD', reason);
  }
}

/** @throws APPRAISAL_ENTRY_ELSEWHERE where another open round scores a registration of the round by now: one would have two running results */
async function refuseElsewhere(tx: Tx, { id, illustrative }: RoundRow): Promise<void> {
  if (illustrative) return;
  const ids = (await entriesOf(tx, id)).map(({ registrationId }) => registrationId).filter(registrationId => registrationId !== null);
  await lockCandidates(tx, ids);
  for (const candidate of await candidates(tx.query, ids))
    if (candidate && candidate.elsewhere !== null)
      throw EvaluationErrors.APPRAISAL_ENTRY_ELSEWHERE({ title: candidate.title, round: candidate.elsewhere });
}

/** Sheets that the rule of the round waits for. */
export const awaitedIn = (round: RoundRow, { missing, abstained }: SheetCounts): number =>
  (round.missing === 'WAIT' ? missing : 0) + (round.abstained === 'WAIT' ? abstained : 0);
