import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RecordKinds } from '../../platform/records/record-kinds.js';
import type { CommendationEntity } from './commendation.entity.js';
import { CommendationGuard } from './commendation-guard.js';
import { CommendationErrors } from './commendation.errors.js';
import { commendationView } from './commendation.view.js';
import { GrantedMoney } from './money/granted-money.js';

/** Declares what of this chapter can be removed: a commendation that was entered by mistake, while no name of its list was added. */
@Injectable()
export class CommendationRecords implements OnModuleInit {
  constructor(
    private readonly kinds: RecordKinds,
    private readonly money: GrantedMoney,
    private readonly guard: CommendationGuard,
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
      },
    ]);
  }
}
