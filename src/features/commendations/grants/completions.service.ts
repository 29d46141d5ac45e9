import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Problems } from '../../../platform/errors/domain-error.js';
import { newId, type Id } from '../../../shared/ids.js';
import { newCertificateCode } from '../certificates/certificate-code.js';
import type { CommendationEntity } from '../commendation.entity.js';
import { CommendationErrors } from '../commendation.errors.js';
import { CommendationGuard, type SeenCommendation } from '../commendation-guard.js';
import { changeCommendation, deleteCommendation, insertCommendation, NEW_ROW, type CommendationRow } from '../commendation.store.js';
import { dayOf } from '../commendation-day.js';
import { GrantedMoney } from '../money/granted-money.js';
import { lockTitles } from '../money/title.store.js';
import { isTitle, periodAsGiven } from '../money/titles.js';
import type { ConditionedLine } from './grant-conditions.port.js';
import { GrantingDecisions } from './granting-decisions.js';
import type { GivenRecipient } from './given-recipients.js';
import { Recipients } from './recipients.js';

/** A recipient of a list, named later. */
export type GivenName = Omit<GivenRecipient, 'kind' | 'modelId'>;

export interface Completed {
  /** The aggregated commendation. */
  readonly list: Id;
  /** The commendations of those who were named, in the order of their names. */
  readonly named: readonly Id[];
}

/** Names the recipients of a commendation whose paper gives only their number. Together they stay as many as the paper states. */
@Injectable()
export class CompletionsService {
  constructor(
    private readonly db: Database,
    private readonly guard: CommendationGuard,
    private readonly recipients: Recipients,
    private readonly decisions: GrantingDecisions,
    private readonly money: GrantedMoney,
  ) {}

  /** @throws COMMENDATION_BEYOND_COUNT where the paper states fewer. */
  complete(actor: Actor, seen: SeenCommendation, names: readonly GivenName[]): Promise<Completed> {
    return this.db.tx(actor, async tx => {
      // The titles of those who are named now are locked once it is known who they are; those named before are paid as they were.
      const list = await this.guard.require(tx, 'commendation.complete', seen, async () => []);
      this.guard.refuseRevoked(list);
      if (list.statedCount === null) throw CommendationErrors.COMMENDATION_NOT_AGGREGATED();
      const left = list.count!;
      if (names.length > left)
        throw CommendationErrors.COMMENDATION_BEYOND_COUNT({ given: names.length, left, stated: list.statedCount }).at('recipients');
      const rows = await this.rowsOf(tx, list, names);
      await changeCommendation(tx, list, { count: left - names.length });
      for (const [index, row] of rows.entries()) {
        if (!(await insertCommendation(tx, row))) throw (await this.decisions.givenAlready(tx, row)).at('recipients', index, 'name');
      }
      await this.money.payAnew(tx, rows);
      await tx.audit({
        action: 'commendation.completed',
        object: { type: 'Commendation', id: list.id },
        unitId: list.placeId,
        before: { count: left },
        after: { count: left - names.length, recipients: rows.map(({ name, post, unitName }) => ({ name, post, unitName })) },
      });
      return { list: list.id, named: rows.map(({ id }) => id) };
    });
  }

  /** Takes one name of a list back: the number of those without a name is again what it was. @returns the aggregated commendation */
  takeBack(actor: Actor, seen: SeenCommendation & { readonly reason: string }): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const part = await this.guard.require(tx, 'commendation.complete', seen);
      if (part.partOfId === null) throw CommendationErrors.COMMENDATION_NOT_AGGREGATED();
      this.guard.refuseRevoked(part);
      const list = await this.guard.lock(tx, part.partOfId);
      await deleteCommendation(tx, part.id);
      await changeCommendation(tx, list, { count: list.count! + 1 });
      await this.money.payAnew(tx, [part]);
      await tx.audit({
        action: 'commendation.completionTakenBack',
        object: { type: 'Commendation', id: list.id },
        unitId: list.placeId,
        before: { count: list.count, name: part.name },
        after: { count: list.count! + 1 },
        reason: seen.reason,
      });
      return list.id;
    });
  }

  /** What the list says of all of them, with the name of each. */
  private async rowsOf(tx: Tx, list: CommendationEntity, names: readonly GivenName[]): Promise<CommendationRow[]> {
    const problems = new Problems();
    const { recipientKey: _, achievementKey: __, placeId: ____, decidedBy: _____, listedOn: ______, ...common } = list;
    const day = (await dayOf(tx, list)) ?? tx.today;
    const rows: CommendationRow[] = [];
    for (const [index, name] of names.entries()) {
      const at = (field: string): readonly (string | number)[] => ['recipients', index, field];
      const given = { ...name, kind: list.recipientKind ?? 'COLLECTIVE', modelId: null, unitId: name.unitId ?? list.unitId, count: null };
      const { modelId: ___, ...recipient } = await this.recipients.resolve(tx, given, { day, mustLive: !list.fromPaper }, problems, at);
      rows.push({
        ...NEW_ROW,
        ...common,
        ...recipient,
        id: newId(),
        count: 1,
        statedCount: null,
        partOfId: list.id,
        certificateCode: list.fromPaper ? null : newCertificateCode(),
        recordedOn: tx.today,
        version: 1,
      });
    }
    if (list.form !== null && isTitle(list.form)) await lockTitles(tx, rows);
    if (!list.fromPaper) await this.recipients.checkConditions(tx, rows.map(lineOf), day, problems);
    problems.refuseIfAny();
    return rows;
  }
}

/** A name of a list as a line of its decision. From quotas the list has taken its place already. */
const lineOf = (row: CommendationRow): ConditionedLine => ({
  given: {
    ...row,
    form: row.form!,
    kind: row.recipientKind!,
    evaluationId: null,
    reason: row.reason!,
    periodFrom: periodAsGiven(row.period)?.from ?? null,
    periodTo: periodAsGiven(row.period)?.to ?? null,
  },
  recipient: row,
  grantedBefore: row.evaluationId !== null,
});
