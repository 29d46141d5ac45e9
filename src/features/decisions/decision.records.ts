import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { Problems } from '../../platform/errors/domain-error.js';
import { RecordKinds } from '../../platform/records/record-kinds.js';
import { RecordErrors } from '../../platform/records/record.errors.js';
import type { RecordRow } from '../../platform/records/record-kind.js';
import type { LocalDate } from '../../shared/dates.js';
import { DecisionEffects } from './decision-effects.port.js';
import type { GivenDecision } from './decision.store.js';
import { DecisionErrors } from './decision.errors.js';
import { decisionView } from './decision.view.js';

const NUMBER_AND_DAY = { value: 'number, issuedOn', vi: 'cả số lẫn ngày ban hành', en: 'both the number and the day of issue' };

/** Declares decisions as records that can be removed and merged. */
@Injectable()
export class DecisionRecords implements OnModuleInit {
  constructor(
    private readonly kinds: RecordKinds,
    private readonly effects: DecisionEffects,
  ) {}

  onModuleInit(): void {
    this.kinds.register([
      {
        type: 'Decision',
        table: 'decision',
        seenBy: decisionView,
        notFound: DecisionErrors.DECISION_NOT_FOUND,
        trail: 'decision',
        action: 'decision.correct',
        unit: 'issuerId',
        parts: {
          decision_scan: { vi: 'bản quét', en: 'scans' },
          commendation_draft: { vi: 'dự thảo khen thưởng', en: 'drafted commendations' },
        },
        merging: {
          // What rests on one in force must not come to rest on a draft, nor on one that was revoked.
          agree: { issuerId: { vi: 'cơ quan ban hành', en: 'the issuer' }, state: { vi: 'trạng thái', en: 'the state' } },
          check: (tx, kept, doubled, problems) => this.check(tx, kept, doubled, problems),
        },
      },
    ]);
  }

  /**
   * One paper entered twice has a misprint in its number or in its day, since two papers of one number, kind and year are refused on entry. A paper
   * that has another number and another day is another paper. What is not known contradicts nothing.
   */
  private async check(tx: Tx, kept: RecordRow, doubled: RecordRow, problems: Problems): Promise<void> {
    if (!sameOrUnknown(kept.compared, doubled.compared) && !mayBeOneDay(kept, doubled))
      problems.add(RecordErrors.RECORDS_DIFFER({ type: 'Decision', what: NUMBER_AND_DAY }).at('intoId'));
    await this.effects.refuseChange(tx, doubled.id, contentOf(doubled), contentOf(kept));
    const effect = await this.effects.earliestOf(tx.query, doubled.id);
    const earliest = kept.issuedFrom as LocalDate | null;
    if (effect !== null && earliest !== null && earliest > effect)
      problems.add(DecisionErrors.DECISION_AFTER_EFFECT({ date: effect }).at('intoId'));
  }
}

/** What rests on the doubled one will rest on the kept one, as if the former were corrected to say what the latter says. */
const contentOf = ({ issued, ...row }: RecordRow): GivenDecision => ({ ...row, issuedOn: issued }) as unknown as GivenDecision;

const sameOrUnknown = (one: unknown, other: unknown): boolean => one === other || one === null || other === null;

/** Whether the last day that the one date of issue can mean comes before the first that the other can mean. */
const isBefore = (one: RecordRow, other: RecordRow): boolean => {
  const [latest, earliest] = [one.issuedBy as LocalDate | null, other.issuedFrom as LocalDate | null];
  return latest !== null && earliest !== null && latest < earliest;
};

const mayBeOneDay = (one: RecordRow, other: RecordRow): boolean => !isBefore(one, other) && !isBefore(other, one);
