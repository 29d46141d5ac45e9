import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import { requireVersion } from '../../../platform/database/expected-version.js';
import { addDays, type LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { ruledDay } from '../../../shared/stated-day.js';
import { cleanText } from '../../../shared/text.js';
import { AppraisalGuard } from '../appraisal-guard.js';
import { raiseEntry, type RoundRow } from '../evaluation.store.js';
import { ComplaintErrors } from './complaint.errors.js';
import { insertComplaint, lockComplaint, setAnswered } from './appraisal-complaint.store.js';

interface GivenComplaint {
  readonly evaluationId: Id;
  readonly receivedOn: LocalDate;
  readonly words: string;
  /** The paper that shows an earlier day; absent: none. */
  readonly source?: string;
}

/** Complaints about results: recorded by the unit or by the board, answered by a leader, or followed by opening the round again. */
@Injectable()
export class ComplaintsService {
  constructor(
    private readonly db: Database,
    private readonly guard: AppraisalGuard,
  ) {}

  /** @returns the entry */
  record(actor: Actor, given: GivenComplaint, idempotencyKey?: string | null): Promise<Id> {
    return this.db.once(actor, { key: idempotencyKey, command: 'recordAppraisalComplaint', input: given }, async tx => {
      const { evaluationId, receivedOn } = given;
      const opened = await this.guard.entry(tx, evaluationId);
      const { round, entry } = opened;
      const source = given.source === undefined ? undefined : cleanText(given.source);
      if (source === undefined) await this.guard.requireOfUnitOrHost(tx, 'appraisal.complain', opened);
      else await this.guard.requireAtHost(tx, 'appraisal.complain', round);
      requireInTime(round, receivedOn, tx.today, source);
      const complaint = { receivedOn, words: cleanText(given.words) };
      await insertComplaint(tx, { evaluationId, hostId: round.unitId, unitId: entry.unitId, ...complaint });
      await raiseEntry(tx, evaluationId);
      const object = { type: 'Evaluation', id: evaluationId };
      const after = { ...complaint, ...(source !== undefined && { source }) };
      await tx.audit({ action: 'evaluation.complaintRecorded', object, unitId: entry.unitId, after });
      return evaluationId;
    });
  }

  /** The result stays. @returns the entry */
  answer(
    actor: Actor,
    { id, expectedVersion }: { readonly id: Id; readonly expectedVersion: number },
    complaintId: Id,
    answer: string,
  ): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const { round, entry } = await this.guard.entry(tx, id);
      await this.guard.requireAtHost(tx, 'appraisal.decide', round);
      requireVersion(expectedVersion, entry.version);
      const complaint = await lockComplaint(tx, complaintId);
      if (complaint?.evaluationId !== id) throw ComplaintErrors.APPRAISAL_COMPLAINT_NOT_FOUND().at('complaintId');
      if (complaint.state !== 'RECEIVED') throw ComplaintErrors.APPRAISAL_COMPLAINT_ANSWERED().at('complaintId');
      await setAnswered(tx, complaintId, 'REJECTED', cleanText(answer));
      await raiseEntry(tx, id);
      const after = { complaint: 'REJECTED', answer: cleanText(answer) };
      await tx.audit({ action: 'evaluation.complaintAnswered', object: { type: 'Evaluation', id }, unitId: entry.unitId, after });
      return id;
    });
  }
}

/** @throws unless the round is closed, and the complaint came after it was closed and within the days that the round states */
function requireInTime({ closedOn, complaintDays }: RoundRow, receivedOn: LocalDate, today: LocalDate, source: string | undefined): void {
  if (closedOn === null) throw ComplaintErrors.APPRAISAL_COMPLAINT_OPEN().at('evaluationId');
  const lastDay = complaintDays === null ? today : addDays(closedOn, complaintDays);
  if (receivedOn < closedOn || receivedOn > today || receivedOn > lastDay)
    throw ComplaintErrors.APPRAISAL_COMPLAINT_DAY({ first: closedOn, last: lastDay < today ? lastDay : today }).at('receivedOn');
  if (ruledDay(receivedOn, today, source) > lastDay) throw ComplaintErrors.APPRAISAL_COMPLAINT_LATE({ last: lastDay }).at('source');
}
