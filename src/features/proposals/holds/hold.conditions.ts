import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { Problems } from '../../../platform/errors/domain-error.js';
import type { LocalDate } from '../../../shared/dates.js';
import { GrantConditions, type ConditionedLine, type GrantConditionsSource } from '../../commendations/grants/grant-conditions.port.js';
import { ProposalErrors } from '../proposal.errors.js';
import { heldLines, lockHolds } from './hold.store.js';

/** Answers a port of commendations: who is held is not granted. Why is said to nobody here. */
@Injectable()
export class HoldConditions implements OnModuleInit, GrantConditionsSource {
  readonly name = 'holds';
  readonly counts = false;

  constructor(private readonly conditions: GrantConditions) {}

  onModuleInit(): void {
    this.conditions.register(this);
  }

  /** Held on the day of the decision: one that was issued before, and is entered later, remains as it was made. */
  async check(tx: Tx, lines: readonly ConditionedLine[], day: LocalDate, problems: Problems): Promise<void> {
    await lockHolds(tx, 'shared');
    const told = new Set<number>();
    for (const { line, recipient, reviewOn } of await heldLines(tx, lines, day)) {
      if (told.has(line)) continue;
      told.add(line);
      problems.add(ProposalErrors.COMMENDATION_HELD({ recipient, review: reviewOn }).at('recipients', line, 'name'));
    }
  }
}
