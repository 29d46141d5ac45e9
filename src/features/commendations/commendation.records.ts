import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { MergedIds } from '../../platform/records/record-kind.js';
import { RecordKinds } from '../../platform/records/record-kinds.js';
import type { Id } from '../../shared/ids.js';
import { DecisionsReader } from '../decisions/decisions.reader.js';
import type { CommendationEntity } from './commendation.entity.js';
import { CommendationGuard } from './commendation-guard.js';
import { CommendationErrors } from './commendation.errors.js';
import { commendationView } from './commendation.view.js';
import { GrantedMoney } from './money/granted-money.js';
import type { TitledRecipient } from './money/title.finder.js';
import { lockTitles, titledByDecision } from './money/title.store.js';

/**
 * Declares what of this chapter can be removed: a commendation that was entered by mistake, while no name of its list was added. Where people or decisions are
 * merged, the money of titles is what it would be had there been one record from the start.
 */
@Injectable()
export class CommendationRecords implements OnModuleInit {
  constructor(
    private readonly kinds: RecordKinds,
    private readonly money: GrantedMoney,
    private readonly guard: CommendationGuard,
    private readonly decisions: DecisionsReader,
  ) {}

  onModuleInit(): void {
    this.kinds.register([
      {
        type: 'Commendation',
        table: 'commendation',
        seenBy: commendationView,
        notFound: CommendationErrors.COMMENDATION_NOT_FOUND,
        trail: 'commendation',
        action: 'commendation.remove',
        unit: 'placeId',
        lockedFirst: (tx, id) => this.guard.lockFirst(tx, id),
        afterRemoval: (tx, removed) => this.money.payAnew(tx, [removed as unknown as CommendationEntity]),
        lockedBeforeMerge: (tx, merged) => this.lockTitlesOf(tx, merged),
        afterMerge: (tx, merged) => this.payMerged(tx, merged),
      },
    ]);
  }

  /** Two records of one person have the titles of one, and two records of one decision gave theirs at one time. */
  private async lockTitlesOf(tx: Tx, { type, keptId, doubledId }: MergedIds): Promise<void> {
    const ids = [keptId, doubledId].toSorted();
    if (type === 'Person') await lockTitles(tx, ids.map(ofPerson));
    if (type !== 'Decision') return;
    for (const id of ids) await this.decisions.decisionIn(tx, id, 'update');
    await lockTitles(tx, (await Promise.all(ids.map(id => titledByDecision(tx, id)))).flat());
  }

  private async payMerged(tx: Tx, { type, keptId }: MergedIds): Promise<void> {
    if (type === 'Person') await this.money.payTitlesOf(tx, [ofPerson(keptId)]);
    if (type === 'Decision') await this.money.payTitlesOf(tx, await titledByDecision(tx, keptId));
  }
}

const ofPerson = (personId: Id): TitledRecipient => ({ personId, unitId: null, name: null });
