import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Rights } from '../../../platform/access/rights.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Problems } from '../../../platform/errors/domain-error.js';
import type { LocalDate } from '../../../shared/dates.js';
import { newId, type Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import type { RecognitionLevel } from '../../sectors/recognition-level.js';
import type { SubjectKind } from '../../sectors/subject-kind.js';
import { CommendationErrors } from '../commendation.errors.js';
import { NEW_ROW, insertCommendation, type CommendationRow } from '../commendation.store.js';
import { formFacts, type CommendationForm } from '../forms/forms.js';
import { commendingLevel } from '../forms/issuers.js';
import { RulesReader } from '../forms/rules.reader.js';
import { PastDecisions } from './past-decisions.js';
import { periodOf, type GivenRecipient } from './given-recipients.js';
import { Recipients } from './recipients.js';

/** A commendation as a paper of the past states it. `null`: the paper does not say. */
export interface GivenPastCommendation extends Omit<GivenRecipient, 'kind'> {
  readonly form: CommendationForm | null;
  readonly kind: SubjectKind | null;
  readonly decisionId: Id | null;
  readonly issuerId: Id | null;
  readonly level: RecognitionLevel | null;
  readonly presentedOn: LocalDate | null;
  readonly on: LocalDate | null;
  readonly count: number | null;
  readonly reason: string | null;
  readonly periodFrom: LocalDate | null;
  readonly periodTo: LocalDate | null;
  readonly amount: number | null;
  readonly source: string;
}

/** Enters commendations from papers of the past: what the paper does not say stays not known, its power and its money among it. */
@Injectable()
export class PastCommendationsService {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
    private readonly rules: RulesReader,
    private readonly recipients: Recipients,
    private readonly decisions: PastDecisions,
  ) {}

  /** @throws Refusal with all problems; then nothing is written. */
  record(actor: Actor, given: GivenPastCommendation, idempotencyKey?: string | null): Promise<Id> {
    return this.db.once(actor, { key: idempotencyKey, command: 'recordPastCommendation', input: given }, tx => this.recordIn(tx, given));
  }

  /** The same within the caller’s transaction. */
  async recordIn(tx: Tx, given: GivenPastCommendation): Promise<Id> {
    const problems = new Problems();
    const { issuerId, day } = await this.decisions.issuerOf(tx, given, problems);
    const kind = given.kind ?? 'COLLECTIVE';
    const isNamed = given.count === null && namesSomebody(given);
    const resolved = await this.recipients.resolve(
      tx,
      { ...given, kind, count: isNamed ? null : (given.count ?? 1) },
      { day, mustLive: false },
      problems,
      at,
    );
    await this.requireRight(tx, [issuerId, resolved.unitId]);
    this.refuseOddDays(tx, given, problems);
    if (given.form !== null && given.kind !== null && !formFacts(given.form).for.includes(given.kind))
      problems.add(CommendationErrors.COMMENDATION_NOT_FOR_KIND({ form: given.form, kinds: formFacts(given.form).for }).at('kind'));
    problems.refuseIfAny();
    const issuer = issuerId === null ? undefined : await this.rules.issuer(tx.query, issuerId, day);
    const row: CommendationRow = {
      ...NEW_ROW,
      ...resolved,
      id: newId(),
      form: given.form,
      recipientKind: given.kind,
      level: given.level ?? (issuer ? commendingLevel(issuer) : null),
      decisionId: given.decisionId,
      issuerId,
      fromPaper: true,
      source: cleanText(given.source),
      presentedOn: given.presentedOn,
      onDay: given.on,
      count: isNamed ? 1 : given.count,
      statedCount: isNamed ? null : given.count,
      reason: given.reason === null ? null : cleanText(given.reason),
      period: periodOf(given),
      amount: given.amount,
      recordedOn: tx.today,
    };
    if (!(await insertCommendation(tx, row))) throw await this.decisions.givenAlready(tx, row);
    const { id, ...after } = row;
    await tx.audit({
      action: 'commendation.recorded',
      object: { type: 'Commendation', id },
      unitId: issuerId ?? row.unitId,
      after: Object.fromEntries(Object.entries(after).filter(([, value]) => value !== null && value !== false)),
    });
    return id;
  }

  /** At the issuer or at the unit of the recipient; in the whole registry where neither is known. */
  private requireRight(tx: Tx, units: readonly (Id | null)[]): Promise<void> {
    const known = units.filter(id => id !== null);
    return known.length > 0
      ? this.rights.requireOneOf(tx, 'commendation.record', known)
      : this.rights.require(tx, 'commendation.record', null);
  }

  private refuseOddDays(tx: Tx, { presentedOn, on, periodFrom, periodTo }: GivenPastCommendation, problems: Problems): void {
    for (const [field, day] of [
      ['presentedOn', presentedOn],
      ['on', on],
    ] as const)
      if (day !== null && day > tx.today) problems.add(CommendationErrors.COMMENDATION_DAY_IN_FUTURE({ date: day }).at(field));
    if (periodFrom !== null && periodTo !== null && periodTo < periodFrom)
      problems.add(CommendationErrors.COMMENDATION_PERIOD_BACKWARDS({ first: periodFrom, last: periodTo }).at('periodTo'));
  }
}

/** The path of a field of the input. */
const at = (field: string): readonly string[] => [field];

/** A model names a recipient where the kind says which of its unit and its person is meant. */
const namesSomebody = ({ name, personId, unitId, modelId, kind }: GivenPastCommendation): boolean =>
  name !== null || personId !== null || unitId !== null || (modelId !== null && kind !== null);
