import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Rights } from '../../../platform/access/rights.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { DomainError, Problems } from '../../../platform/errors/domain-error.js';
import type { LocalDate } from '../../../shared/dates.js';
import { newId, type Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import type { GivenDecision } from '../../decisions/decision.store.js';
import { newCertificateCode } from '../certificates/certificate-code.js';
import { CommendationErrors } from '../commendation.errors.js';
import { NEW_ROW, insertCommendation, type CommendationRow } from '../commendation.store.js';
import { authorityFor } from '../forms/authority.js';
import { formFacts } from '../forms/forms.js';
import { governingLaw, type GoverningLaw } from '../forms/governing-law.js';
import { commendingLevel } from '../forms/issuers.js';
import { RulesReader, type IssuerOnDay } from '../forms/rules.reader.js';
import { amountOf, type MoneyBasis } from '../money/award-money.js';
import { GrantedMoney, type CheckedReward } from '../money/granted-money.js';
import { lockTitles } from '../money/title.store.js';
import { isTitle } from '../money/titles.js';
import { GrantingDecisions, type GrantingDecision } from './granting-decisions.js';
import { periodOf, type DraftedGrant, type GivenReward } from './given-recipients.js';
import { Recipients } from './recipients.js';

/** What a leader grants by one decision. */
export interface GivenGrant extends DraftedGrant {
  readonly decisionId: Id | null;
  /** Entered with the commendations where it is not in the registry yet. */
  readonly decision: GivenDecision | null;
  readonly presentedOn: LocalDate | null;
}

/** The decision, and its new commendations in the order of the lines. */
export interface Granted {
  readonly decisionId: Id;
  readonly ids: readonly Id[];
}

/** Grants commendations by a decision of the body that has the power. */
@Injectable()
export class GrantsService {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
    private readonly decisions: GrantingDecisions,
    private readonly rules: RulesReader,
    private readonly recipients: Recipients,
    private readonly money: GrantedMoney,
  ) {}

  /** @throws Refusal with all problems; then nothing is written. */
  grant(actor: Actor, given: GivenGrant, idempotencyKey?: string | null): Promise<Granted> {
    return this.db.once(actor, { key: idempotencyKey, command: 'grantCommendations', input: given }, tx => this.grantIn(tx, given));
  }

  /** The same within the caller’s transaction. */
  async grantIn(tx: Tx, given: GivenGrant): Promise<Granted> {
    const decision = await this.decisions.find(tx, given);
    await this.rights.require(tx, 'commendation.grant', decision.issuerId);
    const problems = new Problems();
    const law = await this.law(tx, given, decision, problems);
    const issuer = (await this.rules.issuer(tx.query, decision.issuerId, decision.issuedOn))!;
    const { presentedOn } = given;
    if (presentedOn !== null && presentedOn < decision.issuedOn)
      problems.add(
        CommendationErrors.COMMENDATION_PRESENTED_BEFORE_DECISION({ presented: presentedOn, date: decision.issuedOn }).at('presentedOn'),
      );
    if (presentedOn !== null && presentedOn > tx.today)
      problems.add(CommendationErrors.COMMENDATION_DAY_IN_FUTURE({ date: presentedOn }).at('presentedOn'));
    const checked = await this.check(tx, given.recipients, issuer, decision.issuedOn, problems);
    await lockTitles(
      tx,
      checked.filter(({ given: { form } }) => isTitle(form)).map(({ recipient }) => recipient),
    );
    await this.recipients.checkConditions(tx, checked, decision.issuedOn, problems);
    problems.refuseIfAny();
    const money = await this.money.ofRewards(tx, checked, issuer, decision);
    const rows = checked.map((reward, index) => this.rowOf(tx, reward, { given, decision, law: law!, issuer, basis: money[index]! }));
    for (const [index, row] of rows.entries()) await this.write(tx, row, index, problems);
    problems.refuseIfAny();
    return { decisionId: decision.id, ids: rows.map(({ id }) => id) };
  }

  private async law(tx: Tx, given: GivenGrant, { issuedOn }: GrantingDecision, problems: Problems): Promise<GoverningLaw | undefined> {
    const { receivedOn, newerLawReason } = given;
    if (receivedOn !== null && receivedOn > issuedOn)
      problems.add(CommendationErrors.COMMENDATION_RECEIVED_AFTER_DECISION({ received: receivedOn, date: issuedOn }).at('receivedOn'));
    const laws = await this.rules.laws(tx.query);
    const found = governingLaw(laws, { decidedOn: issuedOn, receivedOn, newerChosen: newerLawReason !== null });
    if (found === 'UNKNOWN') problems.add(CommendationErrors.COMMENDATION_LAW_UNKNOWN({ date: issuedOn }).at('decisionId'));
    else if (found === 'RECEIVED_NEEDED')
      problems.add(CommendationErrors.COMMENDATION_RECEIVED_NEEDED({ date: issuedOn }).at('receivedOn'));
    else if (found === 'NOTHING_TO_CHOOSE') problems.add(CommendationErrors.COMMENDATION_NOTHING_TO_CHOOSE().at('newerLawReason'));
    else return found;
    return undefined;
  }

  private async check(
    tx: Tx,
    given: readonly GivenReward[],
    issuer: IssuerOnDay,
    day: LocalDate,
    problems: Problems,
  ): Promise<CheckedReward[]> {
    const powers = await this.rules.authorities(tx.query, [...new Set(given.map(({ form }) => form))]);
    const checked: CheckedReward[] = [];
    for (const [index, reward] of given.entries()) {
      const at = (field: string): readonly (string | number)[] => ['recipients', index, field];
      const power = authorityFor(reward.form, issuer, day, powers);
      if (power instanceof DomainError) problems.add(power.at(...at('form')));
      refuseOddLine(reward, problems, at);
      await this.recipients.checkEvaluation(tx, reward, day, problems, at);
      const recipient = await this.recipients.resolve(tx, reward, { day, mustLive: true }, problems, at);
      checked.push({ id: newId(), given: reward, recipient, issuerClass: power instanceof DomainError ? null : power.issuerClass });
    }
    return checked;
  }

  private rowOf(
    tx: Tx,
    { id, given, recipient, issuerClass }: CheckedReward,
    more: {
      readonly given: GivenGrant;
      readonly decision: GrantingDecision;
      readonly law: GoverningLaw;
      readonly issuer: IssuerOnDay;
      readonly basis: MoneyBasis;
    },
  ): CommendationRow {
    const { decision, law, issuer, basis } = more;
    const chosen = law.reason === 'CHOSEN';
    return {
      ...NEW_ROW,
      ...recipient,
      id,
      form: given.form,
      recipientKind: given.kind,
      level: commendingLevel(issuer),
      decisionId: decision.id,
      issuerId: decision.issuerId,
      issuerClass,
      fromPaper: false,
      presentedOn: more.given.presentedOn,
      evaluationId: given.evaluationId,
      count: recipient.statedCount ?? 1,
      reason: cleanText(given.reason),
      period: periodOf(given),
      receivedOn: more.given.receivedOn,
      lawAct: law.act,
      lawReason: law.reason,
      lawVerified: law.verified,
      chosenBy: chosen ? tx.actor.name : null,
      chosenReason: chosen ? cleanText(more.given.newerLawReason!) : null,
      amount: amountOf(basis),
      money: basis,
      certificateCode: recipient.statedCount === null ? newCertificateCode() : null,
      recordedOn: tx.today,
    };
  }

  private async write(tx: Tx, row: CommendationRow, index: number, problems: Problems): Promise<void> {
    if (!(await insertCommendation(tx, row))) {
      problems.add((await this.decisions.givenAlready(tx, row)).at('recipients', index, 'form'));
      return;
    }
    // How the money came about can name what the reader of the trail does not see, and the formula says it. Who chose the law is who acted.
    const { id, issuerId: unitId, certificateCode: _, money: __, chosenBy: ___, ...after } = row;
    await tx.audit({ action: 'commendation.granted', object: { type: 'Commendation', id }, unitId, after: said(after) });
  }
}

/** What was entered or decided, without what is not known. */
const said = (row: object): object => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== false));

/** What is wrong with a line whatever the day and the issuer. */
export function refuseOddLine(reward: GivenReward, problems: Problems, at: (field: string) => readonly (string | number)[]): void {
  const { form, kind, periodFrom, periodTo } = reward;
  if (!formFacts(form).for.includes(kind))
    problems.add(CommendationErrors.COMMENDATION_NOT_FOR_KIND({ form, kinds: formFacts(form).for }).at(...at('kind')));
  if (periodFrom !== null && periodTo !== null && periodTo < periodFrom)
    problems.add(CommendationErrors.COMMENDATION_PERIOD_BACKWARDS({ first: periodFrom, last: periodTo }).at(...at('periodTo')));
}
