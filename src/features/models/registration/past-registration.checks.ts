import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { Problems } from '../../../platform/errors/domain-error.js';
import type { LocalDate, PartialDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import { DecisionsReader, issuedAfter, type DecisionRecord } from '../../decisions/decisions.reader.js';
import type { RecognitionLevel } from '../../sectors/recognition-level.js';
import { UnitsReader } from '../../units/units.reader.js';
import { ModelErrors } from '../model.errors.js';
import { RegistrationErrors } from './registration.errors.js';
import { isEnded, type ModelState } from '../model-states.js';
import { RecognitionRuleChecks } from '../steps/recognition-rule.checks.js';
import { stepDay, type StepDay } from '../steps/step-day.js';
import { latestOf } from './registration.store.js';

/** What a paper says of a registration. */
export interface GivenPast {
  /** `null`: the paper does not say. */
  readonly state: ModelState | null;
  readonly on: PartialDate;
  readonly level: RecognitionLevel | null;
  /** `null`: none is known. */
  readonly decisionId: Id | null;
  readonly deviationReason: string | null;
}

interface PastModel {
  readonly id: Id;
  readonly unitId: Id;
}

/** The rules of a registration that is entered from a paper. */
@Injectable()
export class PastRegistrationChecks {
  constructor(
    private readonly units: UnitsReader,
    private readonly decisions: DecisionsReader,
    private readonly recognitionRule: RecognitionRuleChecks,
  ) {}

  /** @returns the day, and why a recognition differs from its rule. */
  async check(
    tx: Tx,
    model: PastModel,
    given: GivenPast,
    problems: Problems,
  ): Promise<{ readonly day: StepDay; readonly deviationReason: string | null }> {
    const day = this.checkDay(tx, given.on, problems);
    await this.checkUnit(tx, model, day.day, problems);
    if (given.state === 'REVOKED') problems.add(ModelErrors.MODEL_PAST_NEEDS_STEP().at('state'));
    const latest = await latestOf(tx, model.id);
    // It would hide the registration that is under way.
    if (latest.source === null && !isEnded(latest.state) && day.day >= latest.openedOn)
      problems.add(RegistrationErrors.MODEL_REGISTRATION_OPEN());
    return { day, deviationReason: await this.checkRecognition(tx, model, given, day.day, problems) };
  }

  checkDay(tx: Tx, on: PartialDate, problems: Problems): StepDay {
    const day = stepDay(on, tx.today);
    if (day.earliest > tx.today) problems.add(ModelErrors.MODEL_STEP_IN_FUTURE({ date: day.earliest }).at('on'));
    return day;
  }

  async checkUnit(tx: Tx, { unitId }: Pick<PastModel, 'unitId'>, day: LocalDate, problems: Problems): Promise<void> {
    const [unit] = await this.units.onDay(tx, [unitId], day);
    if (!unit!.inForce) problems.add(ModelErrors.MODEL_UNIT_NOT_IN_FORCE({ unit: unit!.fullName, date: day }));
  }

  private async checkRecognition(
    tx: Tx,
    { unitId }: PastModel,
    { state, level, decisionId, deviationReason }: GivenPast,
    day: LocalDate,
    problems: Problems,
  ): Promise<string | null> {
    const decision = decisionId === null ? undefined : await this.decisions.decisionIn(tx, decisionId);
    if (decisionId !== null) checkDecision(decision, decisionId, day, problems);
    if (state !== 'RECOGNISED') return null;
    if (level === null) {
      problems.add(ModelErrors.MODEL_NEEDS_LEVEL().at('level'));
      return null;
    }
    const reason = deviationReason === null ? null : cleanText(deviationReason);
    return this.recognitionRule.check(tx, { unitId, holderId: null }, { level, day, decision, deviationReason: reason }, problems);
  }
}

function checkDecision(decision: DecisionRecord | undefined, id: Id, day: LocalDate, problems: Problems): void {
  if (!decision) problems.add(ModelErrors.MODEL_DECISION_UNKNOWN({ id }).at('decisionId'));
  else if (issuedAfter(decision, day)) problems.add(ModelErrors.MODEL_DECISION_LATER({ date: decision.issued! }).at('decisionId'));
}
