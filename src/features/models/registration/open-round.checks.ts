import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { Problems } from '../../../platform/errors/domain-error.js';
import type { Id } from '../../../shared/ids.js';
import { MovementsReader } from '../../movements/movements.reader.js';
import { ModelErrors } from '../model.errors.js';

/** Whether a unit may begin a registration in a round today. */
@Injectable()
export class OpenRoundChecks {
  constructor(private readonly movements: MovementsReader) {}

  async check(tx: Tx, { roundId, unitId }: { readonly roundId: Id | null; readonly unitId: Id }, problems: Problems): Promise<void> {
    if (roundId === null) return;
    const [window] = await this.movements.openDaysFor(tx.query, [{ roundId, unitId }], tx.today);
    if (!window) problems.add(ModelErrors.MODEL_OUTSIDE_ROUND().at('roundId'));
    else if (tx.today < window.opensOn) problems.add(ModelErrors.MODEL_BEFORE_OPENING({ date: window.opensOn }).at('roundId'));
    else if (tx.today > window.closesOn) problems.add(ModelErrors.MODEL_AFTER_DEADLINE({ date: window.closesOn }).at('roundId'));
  }
}
