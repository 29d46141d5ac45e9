import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import type { Path } from '../../../platform/errors/domain-error.js';
import type { Notice } from '../../../platform/graphql/mutation.js';
import type { Id } from '../../../shared/ids.js';
import { CommendationErrors } from '../commendation.errors.js';
import { withoutUnit } from './recipients.finder.js';

/** Warns of recipients without a unit: no unit has them in its list. */
@Injectable()
export class UnitWarnings {
  constructor(private readonly db: Database) {}

  /** @param at where the input names the unit of the recipient with this index */
  async of(ids: readonly Id[], at: (index: number) => Path): Promise<Notice[]> {
    const found = await withoutUnit(this.db.rows, ids);
    return found.map(({ index, name }) => ({ warning: CommendationErrors.COMMENDATION_WITHOUT_UNIT({ name }).at(...at(index)), ids: [] }));
  }
}
