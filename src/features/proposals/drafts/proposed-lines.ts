import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { Problems } from '../../../platform/errors/domain-error.js';
import { Scopes } from '../../../platform/views/scopes.js';
import { newId, type Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import type { CommendationForm } from '../../commendations/forms/forms.js';
import { refuseOddLine } from '../../commendations/grants/grants.service.js';
import { Recipients } from '../../commendations/grants/recipients.js';
import { appraisalRoundView } from '../../evaluations/rounds/appraisal-round.view.js';
import { ProposalErrors } from '../proposal.errors.js';
import { resultRound, resultsOfRound, type ResultRound } from '../proposal.finder.js';
import type { ItemRow } from '../proposal.store.js';
import { CONSIDERED, conditionsOf } from '../standards/standards.js';
import type { GivenItem } from './given-proposal.js';

const NOT_SAID = { unitId: null, personId: null, name: null, post: null, unitName: null, count: null, periodFrom: null, periodTo: null };

/** Makes the lines of proposals: of the results of a round, or of what a person enters. */
@Injectable()
export class ProposedLines {
  constructor(
    private readonly scopes: Scopes,
    private readonly recipients: Recipients,
  ) {}

  /** The round whose results are proposed. @throws PROPOSAL_ROUND_UNKNOWN, PROPOSAL_ROUND_OPEN */
  async round(tx: Tx, id: Id): Promise<ResultRound> {
    const round = (await this.scopes.sees(tx, appraisalRoundView, id)) ? await resultRound(tx.query, id) : undefined;
    if (!round) throw ProposalErrors.PROPOSAL_ROUND_UNKNOWN({ id }).at('roundId');
    if (round.closedOn === null) throw ProposalErrors.PROPOSAL_ROUND_OPEN({ round: round.name }).at('roundId');
    return round;
  }

  /** The results of a closed round as lines. @param ids `null`: all that have a rank. */
  async ofResults(
    tx: Tx,
    roundId: Id,
    { form, ids, round }: { readonly form: CommendationForm; readonly ids: readonly Id[] | null; readonly round: ResultRound },
    problems: Problems,
  ): Promise<GivenItem[]> {
    const results = await resultsOfRound(tx.query, roundId, tx.today);
    const wanted = ids === null ? results.filter(({ rank }) => rank !== null).map(({ id }) => id) : ids;
    return wanted.flatMap((id, index) => {
      const at = ids === null ? ['roundId'] : ['evaluationIds', index];
      const result = results.find(one => one.id === id);
      if (!result) problems.add(ProposalErrors.PROPOSAL_ENTRY_UNKNOWN({ id }).at(...at));
      else if (result.undecided) problems.add(ProposalErrors.PROPOSAL_ENTRY_UNDECIDED({ number: result.number }).at(...at));
      if (!result || result.undecided) return [];
      const { kind, modelId, unitId, grade, rank } = result;
      const came = [grade, rank === null ? null : `xếp hạng ${rank}`].filter(Boolean).join(', ');
      const basis = `Đợt thẩm định “${round.name}”${came === '' ? '' : `: ${came}`}`;
      const met: Record<string, string> = conditionsOf(form).includes(CONSIDERED) ? { [CONSIDERED]: basis } : {};
      return [{ ...NOT_SAID, form, kind, modelId, evaluationId: id, unitId: modelId === null ? unitId : null, reason: basis, met }];
    });
  }

  /** The rows of the lines, with every recipient as of today. */
  async rowsOf(tx: Tx, proposalId: Id, given: readonly GivenItem[], problems: Problems): Promise<ItemRow[]> {
    if (given.length === 0) problems.add(ProposalErrors.PROPOSAL_WITHOUT_ITEMS().at('items'));
    const rows: ItemRow[] = [];
    for (const [index, item] of given.entries()) {
      const at = (field: string): readonly (string | number)[] => ['items', index, field];
      refuseOddLine(item, problems, at);
      refuseUnknownConditions(item, problems, at);
      await this.recipients.checkEvaluation(tx, item, tx.today, problems, at);
      const { statedCount, ...recipient } = await this.recipients.resolve(tx, item, { day: tx.today, mustLive: true }, problems, at);
      const { form, kind, evaluationId, periodFrom, periodTo } = item;
      const met = Object.fromEntries(Object.entries(item.met).map(([code, basis]) => [code, cleanText(basis)]));
      rows.push({
        ...recipient,
        id: newId(),
        proposalId,
        number: index + 1,
        form,
        kind,
        evaluationId,
        periodFrom,
        periodTo,
        met,
        count: statedCount,
        reason: cleanText(item.reason),
        commendationId: null,
        leftOutReason: null,
      });
    }
    return rows;
  }
}

function refuseUnknownConditions({ form, met }: GivenItem, problems: Problems, at: (field: string) => readonly (string | number)[]): void {
  const known = conditionsOf(form);
  for (const code of Object.keys(met))
    if (!known.includes(code))
      problems.add(ProposalErrors.PROPOSAL_CONDITION_UNKNOWN({ code, form, known: known.join(', ') || '–' }).at(...at('met')));
}
