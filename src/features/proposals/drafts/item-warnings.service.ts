import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import type { Notice } from '../../../platform/graphql/mutation.js';
import type { Id } from '../../../shared/ids.js';
import { CommendationErrors } from '../../commendations/commendation.errors.js';
import { UnitWarnings } from '../../commendations/grants/unit-warnings.service.js';
import { grantedLines, itemsWithoutUnit } from '../proposal.finder.js';

/** Warns of lines that name somebody without a unit, as grants do: no unit would have them in its list. */
@Injectable()
export class ItemWarnings {
  constructor(
    private readonly db: Database,
    private readonly units: UnitWarnings,
  ) {}

  /** @param given how many lines were entered: the last of the proposal. */
  async of(proposalId: Id, given: number): Promise<Notice[]> {
    const found = await itemsWithoutUnit(this.db.rows, proposalId, given);
    return found.map(({ index, name }) => ({
      warning: CommendationErrors.COMMENDATION_WITHOUT_UNIT({ name }).at('items', index, 'unitId'),
      ids: [],
    }));
  }

  /** The same of what a proposal was decided with, at its lines. */
  async ofDecided(proposalId: Id): Promise<Notice[]> {
    const lines = await grantedLines(this.db.rows, proposalId);
    return this.units.of(
      lines.map(({ commendationId }) => commendationId),
      index => ['items', lines[index]!.number - 1, 'unitId'],
    );
  }
}
