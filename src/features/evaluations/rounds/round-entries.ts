import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { DomainError, Refusal, type Problems } from '../../../platform/errors/domain-error.js';
import { Scopes } from '../../../platform/views/scopes.js';
import type { Id } from '../../../shared/ids.js';
import type { StoredVersion } from '../../criteria/version.store.js';
import { registrationView } from '../../models/registration/registration.view.js';
import { ModelStepsService } from '../../models/steps/model-steps.service.js';
import { UnitErrors } from '../../units/unit.errors.js';
import { UnitsReader } from '../../units/units.reader.js';
import { candidates, lockCandidates, receivedIn, type Candidate } from '../entries.finder.js';
import { EvaluationErrors } from '../evaluation.errors.js';
import { againstCandidate } from './round-applicability.js';
import type { GivenRound } from './given-round.js';

/** What enters a round. */
export interface Entrant {
  readonly unitId: Id;
  readonly modelId: Id | null;
  readonly registrationId: Id | null;
}

/** Brings registrations or units into a round. A received registration comes under appraisal by the ordinary step, with its rights and its rules. */
@Injectable()
export class RoundEntries {
  constructor(
    private readonly scopes: Scopes,
    private readonly units: UnitsReader,
    private readonly steps: ModelStepsService,
  ) {}

  /** @param problems gets what is wrong, by path */
  async entrants(tx: Tx, version: StoredVersion, given: GivenRound, problems: Problems): Promise<Entrant[]> {
    const entrants =
      version.set.graded === 'UNIT_YEAR' ? await this.unitsIn(tx, given, problems) : await this.models(tx, version, given, problems);
    if (entrants.length === 0 && !problems.any) problems.add(EvaluationErrors.APPRAISAL_NO_ENTRY().at('registrationIds'));
    return entrants;
  }

  private async unitsIn(tx: Tx, { unitIds }: GivenRound, problems: Problems): Promise<Entrant[]> {
    const units = await this.units.onDay(tx, unitIds, tx.today);
    unitIds.forEach((id, i) => {
      if (!units[i]) problems.add(UnitErrors.UNIT_NOT_FOUND({ id }).at('unitIds', i));
      if (unitIds.indexOf(id) !== i) problems.add(EvaluationErrors.APPRAISAL_ENTRY_TWICE().at('unitIds', i));
    });
    return unitIds.map(unitId => ({ unitId, modelId: null, registrationId: null }));
  }

  private async models(
    tx: Tx,
    version: StoredVersion,
    { registrationIds, registrationRoundId }: GivenRound,
    problems: Problems,
  ): Promise<Entrant[]> {
    const received =
      registrationRoundId === null ? [] : (await receivedIn(tx.query, registrationRoundId)).filter(id => !registrationIds.includes(id));
    const ids = [...registrationIds, ...received];
    await lockCandidates(tx, ids);
    const found = await candidates(tx.query, ids);
    const entrants: Entrant[] = [];
    for (const [i, registrationId] of ids.entries()) {
      const path = i < registrationIds.length ? ['registrationIds', i] : ['registrationRoundId'];
      const candidate = found[i];
      if (!candidate || !(await this.scopes.sees(tx, registrationView, registrationId))) {
        // Of a whole registration round, what the caller does not see is not named.
        if (i < registrationIds.length) problems.add(EvaluationErrors.APPRAISAL_REGISTRATION_NOT_FOUND({ id: registrationId }).at(...path));
        continue;
      }
      if (ids.indexOf(registrationId) !== i) problems.add(EvaluationErrors.APPRAISAL_ENTRY_TWICE().at(...path));
      else
        for (const problem of [...againstCandidate(version, candidate), ...(await this.moved(tx, candidate))])
          problems.add(problem.at(...path));
      entrants.push({ unitId: candidate.unitId, modelId: candidate.modelId, registrationId });
    }
    return entrants;
  }

  /** One that is under appraisal already, by the step alone, enters as it is. @returns why it cannot enter */
  private async moved(tx: Tx, { modelId, registrationId, state }: Candidate): Promise<readonly DomainError[]> {
    if (state === 'UNDER_APPRAISAL') return [];
    try {
      await this.steps.stepIn(tx, { action: 'openAppraisal', models: [{ id: modelId, registrationId }] });
      return [];
    } catch (error) {
      if (error instanceof Refusal) return error.errors;
      if (error instanceof DomainError) return [error];
      throw error;
    }
  }
}
