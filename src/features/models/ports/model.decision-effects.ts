import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { QueryRows } from '../../../platform/database/query-rows.js';
import { Rights } from '../../../platform/access/rights.js';
import { sql } from '../../../platform/database/sql.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Scopes, type Caller } from '../../../platform/views/scopes.js';
import { parsePartialDate, type LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import {
  DecisionEffects,
  type CarriedRecords,
  type DecisionEffectsSource,
  type FallenDecision,
  type TakenBackRevocation,
} from '../../decisions/decision-effects.port.js';
import { modelView } from '../model.view.js';
import { lockModel } from '../model.store.js';
import { ModelStepsService } from '../steps/model-steps.service.js';
import { TakenBackStepsService } from '../steps/taken-back-steps.service.js';

/** Answers a port of decisions: what of models rests on one (steps, facts, recognitions), and what becomes of it. */
@Injectable()
export class ModelDecisionEffects implements OnModuleInit, DecisionEffectsSource {
  readonly name = 'models';

  constructor(
    private readonly effects: DecisionEffects,
    private readonly steps: ModelStepsService,
    private readonly takenBack: TakenBackStepsService,
    private readonly scopes: Scopes,
    private readonly rights: Rights,
  ) {}

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

  async carriedBy({ actor, query }: Caller, decisionId: Id): Promise<CarriedRecords> {
    const visibility = await this.scopes.visibility(actor, modelView, sql`m`, 2);
    const models = await query<{ title: string; isSeen: boolean }>(
      sql`select m.title, ${visibility?.condition ?? sql`true`} as "isSeen" from recognition r join emulation_model m on m.id = r.model_id
        where r.decision_id = $1 and r.revoked_on is null order by m.title collate vi_natural, m.id`,
      [decisionId, ...(visibility ? [visibility.value] : [])],
    );
    const seen = models.filter(({ isSeen }) => isSeen);
    return {
      label: { vi: 'công nhận mô hình', en: 'recognitions of models' },
      count: models.length,
      names: seen.slice(0, 20).map(({ title }) => title),
      effect: {
        vi: 'bị thu hồi theo quyết định thu hồi; mô hình không còn là mô hình được công nhận',
        en: 'are revoked by the revoking decision; the models are no longer recognised',
      },
    };
  }

  /** Each recognition is revoked by the step that would revoke it alone, with its rules and its entry in the trail. */
  async fall(tx: Tx, decisionId: Id, { on, reason, byId }: FallenDecision): Promise<void> {
    const recognitions = await tx.query<{ id: Id; registrationId: Id }>(
      `select model_id as id, registration_id as "registrationId" from recognition where decision_id = $1 and revoked_on is null order by model_id, id`,
      [decisionId],
    );
    await this.requireSight(tx, recognitions);
    for (const model of recognitions)
      await this.steps.stepIn(tx, { action: 'revoke', models: [model], on: parsePartialDate(on)!, reason, decisionId: byId ?? undefined });
  }

  /** The revocation of each recognition that fell is taken back as a step, while it is the last one. */
  async standAgain(tx: Tx, decisionId: Id, { on, byId, reason, mistake }: TakenBackRevocation): Promise<void> {
    const fallen = await tx.query<{ id: Id; registrationId: Id }>(
      `select r.model_id as id, r.registration_id as "registrationId" from recognition r
        where r.decision_id = $1 and r.revoked_on = $2 and r.revoked_by_id is not distinct from $3::uuid
          and exists (select from model_step s where s.registration_id = r.registration_id and s.action = 'revoke' and s.reason = $4)
        order by r.model_id, r.id`,
      [decisionId, on, byId, reason],
    );
    await this.requireSight(tx, fallen);
    for (const { id, registrationId } of fallen) {
      // Each raises the version of its model, which may have been recognised more than once.
      const { version } = (await lockModel(tx, id))!;
      const given = { lifecycle: 'FILE', registrationId, action: 'revoke', reason: mistake } as const;
      await this.takenBack.takeBackIn(tx, { id, expectedVersion: version }, given);
    }
  }

  /** A decision about models of which the actor does not see each is one of the whole registry. @throws OUT_OF_REACH, which names no model */
  private async requireSight(tx: Tx, models: readonly { readonly id: Id }[]): Promise<void> {
    for (const { id } of models) if (!(await this.scopes.sees(tx, modelView, id))) return this.rights.require(tx, 'decision.revoke', null);
  }
}
