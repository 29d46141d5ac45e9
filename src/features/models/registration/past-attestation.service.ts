import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import { requireVersion } from '../../../platform/database/expected-version.js';
import { Problems } from '../../../platform/errors/domain-error.js';
import type { PartialDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import type { SeenModel } from '../changed-model.inputs.js';
import { ModelErrors } from '../model.errors.js';
import { RegistrationErrors } from './registration.errors.js';
import { SectorsReader } from '../../sectors/sectors.reader.js';
import { ModelRights } from '../model-rights.js';
import { ModelStore, lockModel, raiseVersion } from '../model.store.js';
import { stepDay } from '../steps/step-day.js';
import { PastRegistrationChecks } from './past-registration.checks.js';
import { attestationOf, moveAttestation } from './registration.store.js';

/** Corrects the day and the paper by which a model of the past is known. */
@Injectable()
export class PastAttestationService {
  constructor(
    private readonly db: Database,
    private readonly store: ModelStore,
    private readonly checks: PastRegistrationChecks,
    private readonly rights: ModelRights,
    private readonly sectors: SectorsReader,
  ) {}

  correct(
    actor: Actor,
    { id, expectedVersion }: SeenModel,
    given: { readonly attestedOn: PartialDate | undefined; readonly source: string | undefined; readonly reason: string },
  ): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const model = await lockModel(tx, id);
      if (!model) throw ModelErrors.MODEL_NOT_FOUND({ id });
      await this.rights.require(tx, 'record', id);
      requireVersion(expectedVersion, model.version);
      const known = await attestationOf(tx, id);
      const problems = new Problems();
      if (model.gone) problems.add(ModelErrors.MODEL_IN_TRASH());
      if (!known.onPaper) problems.add(RegistrationErrors.MODEL_NOT_FROM_PAPER());
      const day = given.attestedOn ? stepDay(given.attestedOn, tx.today) : { day: known.day, earliest: known.day, given: known.given };
      const source = given.source === undefined ? known.source : cleanText(given.source);
      if (day.earliest > tx.today) problems.add(ModelErrors.MODEL_ATTESTED_IN_FUTURE({ date: day.earliest }).at('attestedOn'));
      if (known.lastDay !== null && day.day > known.lastDay)
        problems.add(RegistrationErrors.MODEL_STEPS_BEFORE_DAY({ date: known.lastDay }).at('attestedOn'));
      await this.checks.checkAttested(tx, known, day.day, problems);
      const sector = known.sectorId === null ? undefined : await this.sectors.sectorIn(tx, known.sectorId);
      if (sector && sector.lastDay !== null && sector.lastDay < day.day)
        problems.add(ModelErrors.MODEL_SECTOR_ENDED({ sector: sector.name, date: sector.lastDay }).at('attestedOn'));
      problems.refuseIfAny();
      const before = { attestedOn: known.given ?? known.day, source: known.source };
      const after = { attestedOn: day.given ?? day.day, source };
      if (before.attestedOn === after.attestedOn && before.source === after.source) return tx.unchanged(id);
      await moveAttestation(tx, id, known, day, source);
      await this.store.attest(tx, id, day, source);
      await raiseVersion(tx, id);
      const object = { type: 'EmulationModel', id };
      await tx.audit({
        action: 'model.attestationCorrected',
        object,
        unitId: model.unitId,
        before,
        after,
        reason: cleanText(given.reason),
      });
      return id;
    });
  }
}
