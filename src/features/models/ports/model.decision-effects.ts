import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { DecisionEffects, type DecisionEffectsSource } from '../../decisions/decision-effects.port.js';

/** Answers a port of decisions: the first day on which a model's step (recognised, declined, revoked) or fact rests on a decision. */
@Injectable()
export class ModelDecisionEffects implements OnModuleInit, DecisionEffectsSource {
  readonly name = 'models';

  constructor(private readonly effects: DecisionEffects) {}

  onModuleInit(): void {
    this.effects.register(this);
  }

  async earliestEffectOf(query: QueryRows, decisionId: Id): Promise<LocalDate | null> {
    const [row] = await query<{ day: LocalDate | null }>(
      `select min(on_day) as day from (
         select on_day from model_step where decision_id = $1 union all select on_day from model_fact where decision_id = $1) effect`,
      [decisionId],
    );
    return row!.day;
  }
}
