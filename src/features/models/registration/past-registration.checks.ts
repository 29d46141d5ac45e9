import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { Problems } from '../../../platform/errors/domain-error.js';
import type { LocalDate, PartialDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import { DecisionsReader } from '../../decisions/decisions.reader.js';
import { checkDecision } from '../decision-basis.checks.js';
import { MovementsReader } from '../../movements/movements.reader.js';
import { levelFacts, type RecognitionLevel } from '../../sectors/recognition-level.js';
import { UnitsReader } from '../../units/units.reader.js';
import { ModelErrors } from '../model.errors.js';
import { RegistrationErrors } from './registration.errors.js';
import { isEnded, type ModelState } from '../model-states.js';
import { RecognitionErrors } from '../steps/recognition.errors.js';
import { RecognitionRuleChecks } from '../steps/recognition-rule.checks.js';
import { stepDay, type StepDay } from '../steps/step-day.js';
import { attestationOf, latestOf, type Attestation } from './registration.store.js';

/** What a paper says of a registration. */
export interface GivenPast {
  /** `null`: the paper does not say. */
  readonly state: ModelState | null;
  readonly on: PartialDate;
  readonly level: RecognitionLevel | null;
  /** `null`: none is known. */
  readonly decisionId: Id | null;
  readonly deviationReason: string | null;
  /** `null`: none is known. */
  readonly roundId: Id | null;
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
    private readonly movements: MovementsReader,
  ) {}

  /** @returns the day, and why a recognition differs from its rule. */
  async check(
    tx: Tx,
    model: PastModel,
    given: GivenPast,
    problems: Problems,
  ): Promise<{ readonly day: StepDay; readonly deviationReason: string | null }> {
    const day = this.checkDay(tx, given.on, problems);
    const known = await attestationOf(tx, model.id);
    if (day.day < known.day) await this.checkUnits(tx, known.ownerIds, day.day, problems);
    else await this.checkUnit(tx, model, day.day, problems);
    await this.checkRound(tx, model, given.roundId, day.day, problems);
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

  checkUnit(tx: Tx, { unitId }: Pick<PastModel, 'unitId'>, day: LocalDate, problems: Problems): Promise<void> {
    return this.checkUnits(tx, [unitId], day, problems);
  }

  /** What a unit began goes on under its whole successor, so this may also register again today. */
  async checkUnitGoesOn(tx: Tx, { unitId }: Pick<PastModel, 'unitId'>, problems: Problems): Promise<void> {
    if ((await this.units.successorOn(tx, unitId, tx.today)) !== null) return;
    const [unit] = await this.units.onDay(tx, [unitId], tx.today);
    problems.add(ModelErrors.MODEL_UNIT_ENDED({ unit: unit!.fullName, date: tx.today }));
  }

  /** What the first paper says agrees with the day that it is corrected to: its units, and the decision and level of its recognition. */
  async checkAttested(
    tx: Tx,
    { ownerIds, decisionId, level }: Pick<Attestation, 'ownerIds' | 'decisionId' | 'level'>,
    day: LocalDate,
    problems: Problems,
  ): Promise<void> {
    await this.checkUnits(tx, ownerIds, day, problems);
    if (decisionId !== null) checkDecision(await this.decisions.decisionIn(tx, decisionId), decisionId, day, problems);
    const lastDay = level === null ? undefined : levelFacts(level).lastDay;
    if (lastDay !== undefined && day > lastDay) problems.add(RecognitionErrors.RECOGNITION_LEVEL_OVER({ level: level!, date: lastDay }));
  }

  /** The units of a model are in force on the day of its first paper, and its own on the day of every registration. */
  private async checkUnits(tx: Tx, unitIds: readonly Id[], day: LocalDate, problems: Problems): Promise<void> {
    for (const unit of await this.units.onDay(tx, unitIds, day))
      if (!unit!.inForce) problems.add(ModelErrors.MODEL_UNIT_NOT_IN_FORCE({ unit: unit!.fullName, date: day }));
  }

  /** The round was one for the unit, on its day nearest to that of the paper, which is often long after the deadline, but never before the opening. */
  private async checkRound(tx: Tx, { unitId }: PastModel, roundId: Id | null, day: LocalDate, problems: Problems): Promise<void> {
    const round = roundId === null ? undefined : await this.movements.roundIn(tx, roundId);
    if (roundId === null) return;
    const on = round && (day > round.closesOn ? round.closesOn : day < round.opensOn ? round.opensOn : day);
    if (!on || !(await this.movements.lastDayFor(tx, roundId, unitId, on))) problems.add(ModelErrors.MODEL_OUTSIDE_ROUND().at('roundId'));
    else if (day < round.opensOn) problems.add(ModelErrors.MODEL_BEFORE_OPENING({ date: round.opensOn }).at('on'));
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
