import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { DomainError } from '../../../platform/errors/domain-error.js';
import type { Caller } from '../../../platform/views/scopes.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import {
  DecisionEffects,
  type CarriedRecords,
  type DecisionEffectsSource,
  type FallenDecision,
  type TakenBackRevocation,
} from '../../decisions/decision-effects.port.js';
import type { GivenDecision } from '../../decisions/decision.store.js';
import { CommendationErrors } from '../commendation.errors.js';
import { GrantDraftsService, linesOf } from '../grants/grant-drafts.service.js';
import { draftOf } from '../grants/grant-draft.store.js';
import { RevocationsService } from '../revocations/revocations.service.js';

/** Answers a port of decisions: what is granted by one, what its draft would grant, and what falls with it. */
@Injectable()
export class CommendationDecisionEffects implements OnModuleInit, DecisionEffectsSource {
  readonly name = 'commendations';

  constructor(
    private readonly effects: DecisionEffects,
    private readonly drafts: GrantDraftsService,
    private readonly revocations: RevocationsService,
  ) {}

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

  async carriedBy({ query }: Caller, decisionId: Id): Promise<CarriedRecords> {
    const granted = await query<{ name: string | null; count: number | null }>(
      `select coalesce(name, reason) as name, count from commendation where decision_id = $1 and revoked_on is null order by id`,
      [decisionId],
    );
    const drafted = (await draftOf(query, decisionId))?.recipients ?? [];
    const names = [...granted.map(({ name }) => name), ...drafted.map(({ name, reason }) => name ?? reason)];
    return {
      label: { vi: 'khen thưởng', en: 'commendations' },
      count: granted.reduce((sum, { count }) => sum + (count ?? 1), 0) + drafted.reduce((sum, { count }) => sum + (count ?? 1), 0),
      names: names.filter(name => name !== null).slice(0, 20),
      effect: {
        vi: 'bị thu hồi; phải thu hồi bằng, giấy khen và tiền thưởng',
        en: 'are revoked; certificates and money have to be recovered',
      },
    };
  }

  async draftedFor(query: QueryRows, decisionId: Id): Promise<readonly string[]> {
    const draft = await draftOf(query, decisionId);
    return draft ? linesOf(draft) : [];
  }

  /** Power and money follow from day and issuer, so neither is corrected under what was granted. */
  async refusalOf(tx: Tx, decisionId: Id, before: GivenDecision, after: GivenDecision): Promise<DomainError | undefined> {
    if (before.issuedOn === after.issuedOn && before.issuerId === after.issuerId) return undefined;
    const granted = await tx.query(`select from commendation where decision_id = $1 and not from_paper and revoked_on is null limit 1`, [
      decisionId,
    ]);
    const field = before.issuerId === after.issuerId ? 'issuedOn' : 'issuerId';
    return granted.length > 0 ? CommendationErrors.COMMENDATION_RESTS_ON_DECISION().at(field) : undefined;
  }

  carryOut(tx: Tx, decisionId: Id): Promise<void> {
    return this.drafts.carryOut(tx, decisionId);
  }

  fall(tx: Tx, decisionId: Id, fallen: FallenDecision): Promise<void> {
    return this.revocations.fall(tx, decisionId, fallen);
  }

  standAgain(tx: Tx, decisionId: Id, { mistake }: TakenBackRevocation): Promise<void> {
    return this.revocations.standAgain(tx, decisionId, mistake);
  }
}
