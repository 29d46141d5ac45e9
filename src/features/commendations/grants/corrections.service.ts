import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Problems } from '../../../platform/errors/domain-error.js';
import { changed, type Change } from '../../../shared/change.js';
import type { Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import type { CommendationEntity } from '../commendation.entity.js';
import { CommendationErrors } from '../commendation.errors.js';
import { CommendationGuard, type SeenCommendation } from '../commendation-guard.js';
import { changeCommendation } from '../commendation.store.js';
import { dayOf } from '../commendation-day.js';
import { GrantedMoney } from '../money/granted-money.js';
import type { TitledRecipient } from '../money/title.finder.js';
import { titledBy } from '../money/title.store.js';

/** What can be misprinted of a commendation and is neither who decided nor what was decided. */
type Printed = Pick<CommendationEntity, 'name' | 'post' | 'unitName' | 'presentedOn' | 'source'>;

const clean = (text: string | null): string | null => (text === null ? null : cleanText(text));

/** Corrects misprints. Who was rewarded for what, by whom and in which form, is removed and entered again. */
@Injectable()
export class CorrectionsService {
  constructor(
    private readonly db: Database,
    private readonly guard: CommendationGuard,
    private readonly money: GrantedMoney,
  ) {}

  correct(actor: Actor, seen: SeenCommendation & { readonly reason: string }, changes: Change<Printed>): Promise<Id> {
    return this.db.tx(actor, async tx => {
      // A title may then be one of somebody else's: the money of both recipients is found anew.
      const both = async (): Promise<TitledRecipient[]> => {
        const titled = await titledBy(tx, seen.id);
        return [...titled, ...titled.map(recipient => ({ ...recipient, name: clean(changes.name ?? recipient.name) }))];
      };
      const row = await this.guard.require(tx, 'commendation.record', seen, both);
      const { name, post, unitName, presentedOn, source } = row;
      const before = { name, post, unitName, presentedOn, source };
      const after = changed<Printed>(before, changes);
      const corrected = {
        ...after,
        name: clean(after.name),
        post: clean(after.post),
        unitName: clean(after.unitName),
        source: clean(after.source),
      };
      if (isDeepStrictEqual(corrected, before)) return tx.unchanged(row.id);
      await this.check(tx, row, corrected);
      await changeCommendation(tx, row, corrected);
      await this.money.payAnew(tx, [row, { ...row, ...corrected }]);
      const entry = { before, after: corrected, unitId: row.placeId, reason: cleanText(seen.reason) };
      await tx.audit({ action: 'commendation.corrected', object: { type: 'Commendation', id: row.id }, ...entry });
      return row.id;
    });
  }

  /** Decides what is paid for a title for whose time another decision paid a lower one: the rules do not say. */
  decideMoney(actor: Actor, seen: SeenCommendation & { readonly reason: string }, amount: number): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const row = await this.guard.require(tx, 'commendation.grant', seen);
      this.guard.refuseRevoked(row);
      const { money } = row;
      if (money?.is !== 'PAID_BEFORE' && money?.is !== 'DECIDED') throw CommendationErrors.COMMENDATION_MONEY_NOT_OPEN();
      const { paid, title, alone } = money;
      if (amount > alone.amount) throw CommendationErrors.COMMENDATION_MONEY_ABOVE_RULE({ amount, most: alone.amount }).at('amount');
      const reason = cleanText(seen.reason);
      const before = money.is === 'DECIDED' ? money.before : money.amount;
      const basis = { is: 'DECIDED', paid, title, alone, before, amount, reason, by: tx.actor.name } as const;
      await changeCommendation(tx, row, { amount, money: basis });
      const entry = { before: { amount: row.amount }, after: { amount }, unitId: row.placeId, reason };
      await tx.audit({ action: 'commendation.moneyDecided', object: { type: 'Commendation', id: row.id }, ...entry });
      return row.id;
    });
  }

  private async check(tx: Tx, row: CommendationEntity, { name, presentedOn, source }: Printed): Promise<void> {
    const problems = new Problems();
    if (name !== null && row.statedCount !== null) problems.add(CommendationErrors.COMMENDATION_NAMED_AND_COUNTED().at('name'));
    if (source !== null && !row.fromPaper) problems.add(CommendationErrors.COMMENDATION_NOT_OF_A_PAPER().at('source'));
    if (presentedOn !== null && presentedOn > tx.today)
      problems.add(CommendationErrors.COMMENDATION_DAY_IN_FUTURE({ date: presentedOn }).at('presentedOn'));
    const decided = await dayOf(tx, { ...row, presentedOn: null, onDay: null });
    if (presentedOn !== null && decided !== null && presentedOn < decided)
      problems.add(CommendationErrors.COMMENDATION_PRESENTED_BEFORE_DECISION({ presented: presentedOn, date: decided }).at('presentedOn'));
    problems.refuseIfAny();
  }
}
