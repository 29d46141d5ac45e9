import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import { requireVersion } from '../../../platform/database/expected-version.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Problems } from '../../../platform/errors/domain-error.js';
import { addDays, type LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import type { SeenModel } from '../changed-model.inputs.js';
import { ModelErrors } from '../model.errors.js';
import { RegistrationErrors } from './registration.errors.js';
import { ModelRights } from '../model-rights.js';
import { lockModel, type LockedModel } from '../model.store.js';
import { formerTitles, removeFormerTitle, writeTitle } from './model-names.store.js';

/**
 * Renaming is not correcting: a model that is renamed from a day on keeps its earlier title for the days before. A title that was entered wrongly is
 * corrected by `editModel`, for all days that it counts.
 */
@Injectable()
export class ModelNamesService {
  constructor(
    private readonly db: Database,
    private readonly rights: ModelRights,
  ) {}

  rename(actor: Actor, seen: SeenModel, given: { readonly title: string; readonly from: LocalDate; readonly reason: string }): Promise<Id> {
    return this.change(actor, seen, async (tx, model, problems) => {
      const { from } = given;
      const title = cleanText(given.title);
      const since = (await formerTitles(tx, seen.id))[0]?.lastDay;
      const first = since === undefined ? addDays(model.attestedOn, 1) : addDays(since, 2);
      if (from > tx.today) problems.add(RegistrationErrors.MODEL_RENAMED_IN_FUTURE({ date: from }).at('from'));
      else if (from < first) problems.add(RegistrationErrors.MODEL_TITLE_SINCE({ date: addDays(first, -1) }).at('from'));
      if (title === model.title) problems.add(RegistrationErrors.MODEL_SAME_TITLE().at('title'));
      problems.refuseIfAny();
      const reason = cleanText(given.reason);
      await writeTitle(tx, seen.id, { title, from, former: model.title, reason });
      const change = { before: { title: model.title }, after: { title, from } };
      await tx.audit({ action: 'model.renamed', object: { type: 'EmulationModel', id: seen.id }, unitId: model.unitId, ...change, reason });
    });
  }

  /** Takes the last renaming back, if it was a mistake: the earlier title counts on. */
  undoRename(actor: Actor, seen: SeenModel, reason: string): Promise<Id> {
    return this.change(actor, seen, async (tx, model, problems) => {
      const [last, before] = await formerTitles(tx, seen.id);
      if (!last) throw RegistrationErrors.MODEL_NOT_RENAMED();
      problems.refuseIfAny();
      await removeFormerTitle(tx, seen.id, last, before ? addDays(before.lastDay, 1) : null);
      const change = { before: { title: model.title, from: addDays(last.lastDay, 1) }, after: { title: last.title } };
      const object = { type: 'EmulationModel', id: seen.id };
      await tx.audit({ action: 'model.renameUndone', object, unitId: model.unitId, ...change, reason: cleanText(reason) });
    });
  }

  private change(
    actor: Actor,
    { id, expectedVersion }: SeenModel,
    work: (tx: Tx, model: LockedModel, problems: Problems) => Promise<void>,
  ): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const model = await lockModel(tx, id);
      if (!model) throw ModelErrors.MODEL_NOT_FOUND({ id });
      await this.rights.requireEdit(tx, id);
      requireVersion(expectedVersion, model.version);
      const problems = new Problems();
      if (model.gone) problems.add(ModelErrors.MODEL_IN_TRASH());
      await work(tx, model, problems);
      return id;
    });
  }
}
