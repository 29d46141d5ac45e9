import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { Problems } from '../../../platform/errors/domain-error.js';
import type { LocalDate } from '../../../shared/dates.js';
import { GrantConditions, type ConditionedLine, type GrantConditionsSource } from '../../commendations/grants/grant-conditions.port.js';
import { ProposalErrors } from '../proposal.errors.js';
import { lockQuotasOf, unnamedResults } from './quota.finder.js';

/** Answers a port of commendations: no more is granted from the results of a round than its quotas allow. */
@Injectable()
export class QuotaConditions implements OnModuleInit, GrantConditionsSource {
  readonly name = 'quotas';
  readonly counts = true;

  constructor(private readonly conditions: GrantConditions) {}

  onModuleInit(): void {
    this.conditions.register(this);
    // What was granted by the rules, and was revoked, stands again whatever it names.
    this.conditions.register({ name: 'results', counts: false, check: refuseUnnamed });
  }

  async check(tx: Tx, given: readonly ConditionedLine[], _day: LocalDate, problems: Problems): Promise<void> {
    const lines = given.flatMap(({ given: { evaluationId, form, kind, count } }, index) =>
      evaluationId === null ? [] : [{ evaluationId, form, kind, count: count ?? 1, index }],
    );
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
}

/** A line about a model of a round is bound by its quota, whatever it names. */
async function refuseUnnamed(tx: Tx, given: readonly ConditionedLine[], _day: LocalDate, problems: Problems): Promise<void> {
  const lines = given.flatMap(({ given: { evaluationId, modelId, form, kind, periodFrom } }, index) =>
    evaluationId === null && modelId !== null ? [{ modelId, form, kind, periodFrom, index }] : [],
  );
  if (lines.length === 0) return;
  for (const { line, round, number } of await unnamedResults(tx, lines))
    problems.add(ProposalErrors.COMMENDATION_RESULT_NOT_NAMED({ round, number }).at('recipients', lines[line]!.index, 'evaluationId'));
}
