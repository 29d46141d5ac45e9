import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Rights } from '../../../platform/access/rights.js';
import { Database } from '../../../platform/database/database.js';
import { requireVersion } from '../../../platform/database/expected-version.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Problems } from '../../../platform/errors/domain-error.js';
import { Scopes } from '../../../platform/views/scopes.js';
import { newId, type Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import { EvaluationErrors } from '../../evaluations/evaluation.errors.js';
import { lockRound, raiseRound } from '../../evaluations/evaluation.store.js';
import { appraisalRoundView } from '../../evaluations/rounds/appraisal-round.view.js';
import { ProposalErrors } from '../proposal.errors.js';
import { knownOn } from './known-quotas.js';
import { usedQuotas } from './quota.finder.js';
import { quotasOf, replaceQuotas, type QuotaRow } from './quota.store.js';

export interface GivenQuotas {
  readonly roundId: Id;
  readonly expectedVersion: number;
  /** The act whose quotas are taken for the blocks; `null`: those of `lines`. */
  readonly act: string | null;
  readonly lines: readonly QuotaRow[];
}

/** Sets how many may be granted from the results of a round. */
@Injectable()
export class QuotasService {
  constructor(
    private readonly db: Database,
    private readonly scopes: Scopes,
    private readonly rights: Rights,
  ) {}

  /** Replaces all quotas of the round. @throws Refusal: none is set below what was granted from it. */
  set(actor: Actor, given: GivenQuotas): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const { roundId: id } = given;
      if (!(await this.scopes.sees(tx, appraisalRoundView, id))) throw EvaluationErrors.APPRAISAL_ROUND_NOT_FOUND({ id });
      const round = await lockRound(tx, id, 'update');
      await this.rights.require(tx, 'appraisal.manage', round.unitId);
      requireVersion(given.expectedVersion, round.version);
      const lines = linesOf(tx, given);
      const before = await quotasOf(tx, id);
      if (isDeepStrictEqual(inOrder(before), inOrder(lines))) return tx.unchanged(id);
      await replaceQuotas(
        tx,
        id,
        lines.map(line => ({ ...line, id: newId() })),
      );
      const problems = new Problems();
      for (const { form, kind, block, most, granted } of await usedQuotas(tx, id))
        if (granted > most)
          problems.add(ProposalErrors.COMMENDATION_QUOTA_BELOW_GRANTED({ form, kind, block: block || '–', most, granted }).at('lines'));
      problems.refuseIfAny();
      await raiseRound(tx, id);
      const entry = { unitId: round.unitId, before: { quotas: before }, after: { quotas: lines } };
      await tx.audit({ action: 'appraisalRound.quotasSet', object: { type: 'AppraisalRound', id }, ...entry });
      return id;
    });
  }
}

const keyOf = ({ block, form, kind }: QuotaRow): string => [block, form, kind].join('\n');
const inOrder = (rows: readonly QuotaRow[]): QuotaRow[] => rows.map(row => ({ ...row })).toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));

function linesOf(tx: Tx, { act, lines }: GivenQuotas): QuotaRow[] {
  const known = act === null ? [] : knownOn(tx.today).filter(rule => rule.act === act);
  if (act !== null && known.length === 0) throw ProposalErrors.COMMENDATION_QUOTA_ACT_UNKNOWN({ act, date: tx.today }).at('act');
  const taken = known.flatMap(({ form, block, collectives, individuals }): QuotaRow[] => [
    { block, form, kind: 'COLLECTIVE', most: collectives, basis: act! },
    { block, form, kind: 'INDIVIDUAL', most: individuals, basis: act! },
  ]);
  const all = [
    ...taken,
    ...lines.map(line => ({ ...line, block: line.block === '' ? '' : cleanText(line.block), basis: cleanText(line.basis) })),
  ];
  const twice = all.find((line, index) => all.findIndex(other => keyOf(other) === keyOf(line)) !== index);
  if (twice) {
    const { form, kind, block } = twice;
    throw ProposalErrors.COMMENDATION_QUOTA_TWICE({ form, kind, block: block || '–' }).at('lines');
  }
  return all;
}
