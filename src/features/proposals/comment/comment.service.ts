import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { ruledDay } from '../../../shared/stated-day.js';
import { cleanText } from '../../../shared/text.js';
import { CalendarReader } from '../../calendar/calendar.reader.js';
import { ProposalErrors } from '../proposal.errors.js';
import { ProposalGuard, type SeenProposal } from '../proposal-guard.js';
import type { ClearanceResult } from '../proposal.kinds.js';
import { changeProposal, keepContent, type ProposalRow } from '../proposal.store.js';
import { clearanceOf, insertClearance, insertObjection, keepAnswer, keepClearance, objectionOf } from './comment.store.js';

interface PublicPeriod {
  readonly first: LocalDate | null;
  readonly days: number;
  /** The paper that shows an earlier first day. */
  readonly source: string | null;
}

/** What others say of a proposal before it is decided: the public, by objections, and agencies that are asked. */
@Injectable()
export class CommentService {
  constructor(
    private readonly db: Database,
    private readonly guard: ProposalGuard,
    private readonly calendar: CalendarReader,
  ) {}

  /**
   * Objections are taken from the first day on, until the number of working days after it is over. While it is public, opening it again counts from the same
   * first day, and for no fewer days: nobody who was promised time loses it.
   */
  openPublic(actor: Actor, seen: SeenProposal, { first, days, source: given }: PublicPeriod): Promise<Id> {
    return this.change(actor, seen, 'madePublic', async (tx, proposal) => {
      const source = given === null ? null : cleanText(given);
      const from = firstDay(tx, proposal, first, days);
      if (from !== proposal.commentFrom && from < ruledDay(from, tx.today, source))
        throw ProposalErrors.PROPOSAL_COMMENT_FROM_EARLIER({ date: from }).at('source');
      const comment = { commentFrom: from, commentDays: days, commentTo: (await this.calendar.after(from, days)).to };
      await changeProposal(tx, proposal, comment);
      return { ...comment, ...(source !== null && { source }) };
    });
  }

  /** The years of the period whose movable holidays nobody has entered: then its last day can be wrong. */
  async yearsNotEntered(first: LocalDate | null, days: number): Promise<readonly number[]> {
    return (await this.calendar.after(first ?? this.db.today(), days)).missingYears;
  }

  recordObjection(actor: Actor, seen: SeenProposal, received: LocalDate | null, words: string): Promise<Id> {
    return this.change(actor, seen, 'objected', async (tx, proposal) => {
      const receivedOn = received ?? tx.today;
      refuseFuture(tx, receivedOn, 'receivedOn');
      const { commentFrom, commentTo } = proposal;
      if (commentFrom === null || receivedOn < commentFrom || receivedOn > commentTo!)
        throw ProposalErrors.PROPOSAL_COMMENT_CLOSED().at('receivedOn');
      await insertObjection(tx, proposal.id, receivedOn, cleanText(words));
      await changeProposal(tx, proposal, {});
      return { receivedOn };
    });
  }

  answerObjection(actor: Actor, seen: SeenProposal, objectionId: Id, answered: LocalDate | null, answer: string): Promise<Id> {
    return this.change(actor, seen, 'objectionAnswered', async (tx, proposal) => {
      const objection = await objectionOf(tx, proposal.id, objectionId);
      if (!objection) throw ProposalErrors.PROPOSAL_PART_NOT_FOUND();
      const answeredOn = this.answeredOn(tx, answered, objection.receivedOn, objection.answeredOn);
      await keepAnswer(tx, objectionId, { answeredOn, answer: cleanText(answer) });
      await changeProposal(tx, proposal, {});
      return { answeredOn };
    });
  }

  askClearance(actor: Actor, seen: SeenProposal, given: string, asked: LocalDate | null): Promise<Id> {
    return this.change(actor, seen, 'clearanceAsked', async (tx, proposal) => {
      const [agency, askedOn] = [cleanText(given), asked ?? tx.today];
      refuseFuture(tx, askedOn, 'askedOn');
      await insertClearance(tx, proposal.id, agency, askedOn);
      await changeProposal(tx, proposal, {});
      await keepContent(tx, proposal.id);
      return { agency, askedOn };
    });
  }

  answerClearance(
    actor: Actor,
    seen: SeenProposal,
    given: {
      readonly clearanceId: Id;
      readonly answeredOn: LocalDate | null;
      readonly result: ClearanceResult;
      readonly words: string | null;
    },
  ): Promise<Id> {
    return this.change(actor, seen, 'clearanceAnswered', async (tx, proposal) => {
      const { clearanceId, result } = given;
      const clearance = await clearanceOf(tx, proposal.id, clearanceId);
      if (!clearance) throw ProposalErrors.PROPOSAL_PART_NOT_FOUND();
      const answeredOn = this.answeredOn(tx, given.answeredOn, clearance.askedOn, clearance.answeredOn);
      const words = given.words === null ? null : cleanText(given.words);
      await keepClearance(tx, clearanceId, { answeredOn, result, words });
      await changeProposal(tx, proposal, {});
      await keepContent(tx, proposal.id);
      return { agency: clearance.agency, answeredOn };
    });
  }

  private answeredOn(tx: Tx, given: LocalDate | null, asked: LocalDate, before: LocalDate | null): LocalDate {
    if (before !== null) throw ProposalErrors.PROPOSAL_ANSWERED_ALREADY();
    const day = given ?? tx.today;
    refuseFuture(tx, day, 'answeredOn');
    if (day < asked) throw ProposalErrors.PROPOSAL_ANSWERED_EARLIER({ date: day, asked }).at('answeredOn');
    return day;
  }

  /** @param work returns what the trail says: never the words of an objection or of an agency, which can name people. */
  private change(actor: Actor, seen: SeenProposal, done: string, work: (tx: Tx, proposal: ProposalRow) => Promise<object>): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const proposal = await this.guard.writing(tx, seen);
      const { id, proposerId: unitId } = proposal;
      const after = await work(tx, proposal);
      await tx.audit({ action: `proposal.${done}`, object: { type: 'Proposal', id }, unitId, after });
      return id;
    });
  }
}

function refuseFuture(tx: Tx, date: LocalDate, field: string): void {
  if (date > tx.today) throw ProposalErrors.PROPOSAL_DAY_IN_FUTURE({ date }).at(field);
}

function firstDay(tx: Tx, { commentFrom, commentDays, commentTo }: ProposalRow, first: LocalDate | null, days: number): LocalDate {
  if (commentFrom === null || commentFrom > tx.today) return first ?? tx.today;
  const isOver = commentTo! < tx.today;
  if (first !== null && (isOver ? first <= commentTo! : first !== commentFrom))
    throw ProposalErrors.PROPOSAL_COMMENT_BEGUN({ first: commentFrom, last: commentTo! }).at('from');
  if (isOver) return first ?? tx.today;
  if (days < commentDays!) throw ProposalErrors.PROPOSAL_COMMENT_SHORTENED({ days, promised: commentDays! }).at('days');
  return commentFrom;
}
