import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { DecisionEffects, type DecisionEffectsSource } from '../../decisions/decision-effects.port.js';

/** Answers a port of decisions: the first day of what rests on one, which is when a commendation was handed over or revoked by it. */
@Injectable()
export class CommendationDecisionEffects implements OnModuleInit, DecisionEffectsSource {
  readonly name = 'commendations';

  constructor(private readonly effects: DecisionEffects) {}

  onModuleInit(): void {
    this.effects.register(this);
  }

  async earliestEffectOf(query: QueryRows, decisionId: Id): Promise<LocalDate | null> {
    const [row] = await query<{ day: LocalDate | null }>(
      `select min(day) as day from (
         select presented_on as day from commendation where decision_id = $1 union all select revoked_on from commendation where revoked_by_id = $1) effect`,
      [decisionId],
    );
    return row!.day;
  }
}
