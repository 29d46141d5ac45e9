import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { Problems } from '../../../platform/errors/domain-error.js';
import type { LocalDate } from '../../../shared/dates.js';
import { Scopes } from '../../../platform/views/scopes.js';
import { appraisalRoundView } from '../../evaluations/rounds/appraisal-round.view.js';
import { GrantConditions, type ConditionedLine, type GrantConditionsSource } from '../../commendations/grants/grant-conditions.port.js';
import { ProposalErrors } from '../proposal.errors.js';
import { resultInWords } from './round-words.js';
import { lockQuotasOf, lockRoundsOf, unnamedResults } from './quota.finder.js';

/** Answers a port of commendations: no more is granted from the results of a round than its quotas allow. */
@Injectable()
export class QuotaConditions implements OnModuleInit, GrantConditionsSource {
  readonly name = 'quotas';
  readonly counts = true;

  constructor(
    private readonly conditions: GrantConditions,
    private readonly scopes: Scopes,
  ) {}

  onModuleInit(): void {
    this.conditions.register(this);
  }

  async check(tx: Tx, given: readonly ConditionedLine[], day: LocalDate, problems: Problems): Promise<void> {
    const lines = given.flatMap(({ given: { evaluationId, form, kind, count } }, index) =>
      evaluationId === null ? [] : [{ evaluationId, form, kind, count: count ?? 1, index }],
    );
    await lockRoundsOf(tx, given, day);
    await this.refuseUnnamed(tx, given, day, problems);
    if (lines.length === 0) return;
    for (const { lines: takers, granted, most, ...quota } of await lockQuotasOf(tx, lines)) {
      const asked = takers.map(place => lines[place]!);
      const adds = asked.reduce((sum, { count }) => sum + count, 0);
      if (granted + adds <= most) continue;
      const { form, kind, block, basis } = quota;
      const params = { form, kind, block: block || '–', most, granted, given: adds, basis };
      problems.add(ProposalErrors.COMMENDATION_QUOTA_EXCEEDED(params).at('recipients', asked[0]!.index, 'form'));
    }
  }

  /** A line about what has a result in a round is bound by its quota, whatever it names. */
  private async refuseUnnamed(tx: Tx, given: readonly ConditionedLine[], day: LocalDate, problems: Problems): Promise<void> {
    const lines = [...given.entries()].filter(([, line]) => line.given.evaluationId === null && !line.grantedBefore);
    if (lines.length === 0) return;
    const found = await unnamedResults(
      tx,
      lines.map(([, line]) => line),
      day,
    );
    for (const { line, roundId, round, number } of found) {
      const result = resultInWords((await this.scopes.sees(tx, appraisalRoundView, roundId)) ? { round, number } : null);
      problems.add(ProposalErrors.COMMENDATION_RESULT_NOT_NAMED({ result }).at('recipients', lines[line]![0], 'evaluationId'));
    }
  }
}
