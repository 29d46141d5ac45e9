import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { Problems } from '../../../platform/errors/domain-error.js';
import { Scopes } from '../../../platform/views/scopes.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { cleanText, foldText } from '../../../shared/text.js';
import { evaluationView } from '../../evaluations/evaluation.view.js';
import { modelView } from '../../models/model.view.js';
import { personView } from '../../people/person.view.js';
import { CommendationErrors } from '../commendation.errors.js';
import type { GivenRecipient, GivenReward, Recipient } from './given-recipients.js';
import { GrantConditions, type ConditionedLine } from './grant-conditions.port.js';
import { rewardedModel, rewardedPerson, roundOfEvaluation, unitOnDay, type RewardedModel } from './recipients.finder.js';

type At = (field: string) => readonly (string | number)[];
const clean = (text: string | null): string | null => (text === null ? null : cleanText(text));

/** Resolves who is commended: what is not given follows from the model, the person and the unit, as they were on the day. */
@Injectable()
export class Recipients {
  constructor(
    private readonly scopes: Scopes,
    private readonly conditions: GrantConditions,
  ) {}

  /**
   * @param day of the decision; what a paper does not date is taken as of the day of entry.
   * @param mustLive whether the unit has to be in force on that day.
   */
  async resolve(
    tx: Tx,
    given: GivenRecipient & { readonly count?: number | null },
    { day, mustLive }: { readonly day: LocalDate; readonly mustLive: boolean },
    problems: Problems,
    at: At,
  ): Promise<Recipient> {
    const model = given.modelId === null ? undefined : await this.model(tx, given.modelId, problems, at);
    const counted = given.count !== null && given.count !== undefined;
    const personId = given.personId ?? (counted || given.kind === 'COLLECTIVE' ? null : await this.personOf(tx, model, given.name, day));
    const person = personId === null ? undefined : await this.person(tx, personId, day, problems, at);
    const unitId = given.unitId ?? person?.unitId ?? model?.unitId ?? null;
    const unit = unitId === null ? undefined : await unitOnDay(tx.query, unitId, day);
    if (unitId !== null && !unit) problems.add(CommendationErrors.COMMENDATION_UNIT_UNKNOWN({ id: unitId }).at(...at('unitId')));
    if (unit && !unit.inForce && mustLive)
      problems.add(CommendationErrors.COMMENDATION_UNIT_ENDED({ unit: unit.name, date: day }).at(...at('unitId')));
    const name = clean(given.name) ?? person?.name ?? null;
    if (counted && (name !== null || personId !== null))
      problems.add(CommendationErrors.COMMENDATION_NAMED_AND_COUNTED().at(...at('count')));
    else if (!counted) this.requireNamed(given, name, unitId, problems, at);
    const isUnitItself = name === null && given.kind === 'COLLECTIVE' && !counted;
    return {
      modelId: given.modelId,
      unitId,
      personId,
      name: name ?? (isUnitItself ? (unit?.name ?? null) : null),
      post: clean(given.post) ?? person?.post ?? null,
      unitName: clean(given.unitName) ?? (isUnitItself ? null : (unit?.name ?? null)),
      statedCount: counted ? given.count! : null,
    };
  }

  /** What keeps recipients from being granted on the day: asked of the chapters above. */
  checkConditions(tx: Tx, lines: readonly ConditionedLine[], day: LocalDate, problems: Problems): Promise<void> {
    return this.conditions.check(tx, lines, day, problems);
  }

  /** The result that a commendation rests on is that of a round closed by the day. */
  async checkEvaluation(
    tx: Tx,
    { evaluationId }: Pick<GivenReward, 'evaluationId'>,
    day: LocalDate,
    problems: Problems,
    at: At,
  ): Promise<void> {
    if (evaluationId === null) return;
    const found = (await this.scopes.sees(tx, evaluationView, evaluationId)) ? await roundOfEvaluation(tx.query, evaluationId) : undefined;
    if (!found) problems.add(CommendationErrors.COMMENDATION_EVALUATION_UNKNOWN({ id: evaluationId }).at(...at('evaluationId')));
    else if (found.closedOn === null || found.closedOn > day)
      problems.add(CommendationErrors.COMMENDATION_BEFORE_ROUND_CLOSED({ round: found.round, date: day }).at(...at('evaluationId')));
  }

  private requireNamed(given: GivenRecipient, name: string | null, unitId: Id | null, problems: Problems, at: At): void {
    if (given.kind === 'HOUSEHOLD' && name === null) problems.add(CommendationErrors.COMMENDATION_HOUSEHOLD_NEEDS_HEAD().at(...at('name')));
    else if (name === null && (given.kind === 'INDIVIDUAL' || unitId === null))
      problems.add(CommendationErrors.COMMENDATION_NEEDS_RECIPIENT().at(...at('name')));
  }

  private async model(tx: Tx, id: Id, problems: Problems, at: At): Promise<Awaited<ReturnType<typeof rewardedModel>>> {
    const model = (await this.scopes.sees(tx, modelView, id)) ? await rewardedModel(tx.query, id) : undefined;
    if (!model) problems.add(CommendationErrors.COMMENDATION_MODEL_UNKNOWN({ id }).at(...at('modelId')));
    return model;
  }

  /** The person whom the model is about, unless a line names somebody else: the same name is the same person, so that nobody is rewarded twice. */
  private async personOf(tx: Tx, model: RewardedModel | undefined, name: string | null, day: LocalDate): Promise<Id | null> {
    if (!model || model.personId === null || name === null) return model?.personId ?? null;
    const person = await rewardedPerson(tx.query, model.personId, day);
    return person && foldText(person.name) === foldText(name) ? model.personId : null;
  }

  private async person(tx: Tx, id: Id, day: LocalDate, problems: Problems, at: At): Promise<Awaited<ReturnType<typeof rewardedPerson>>> {
    const person = (await this.scopes.sees(tx, personView, id)) ? await rewardedPerson(tx.query, id, day) : undefined;
    if (!person) problems.add(CommendationErrors.COMMENDATION_PERSON_UNKNOWN({ id }).at(...at('personId')));
    return person;
  }
}
