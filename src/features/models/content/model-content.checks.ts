import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { Problems } from '../../../platform/errors/domain-error.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { PersonRights } from '../../people/person-rights.js';
import { SectorsReader } from '../../sectors/sectors.reader.js';
import { UnitErrors } from '../../units/unit.errors.js';
import { UnitsReader, type UnitOnDay } from '../../units/units.reader.js';
import { ModelOrigins } from '../ports/model-origins.port.js';
import { refuseLateStart } from './model-dates.reader.js';
import type { ModelContent } from './model-content.js';
import { ModelErrors } from '../model.errors.js';
import { ModelRights } from '../model-rights.js';
import { lockModel } from '../model.store.js';
import { hasChildren } from './model-content.reader.js';

/** The model that is changed, with the other models it refers to. */
type ModelBefore = Pick<ModelContent, 'parentId' | 'copyOfId'> & { readonly id: Id };

/** The rules of a model's content, for every command that writes it. */
@Injectable()
export class ModelContentChecks {
  constructor(
    private readonly units: UnitsReader,
    private readonly rights: ModelRights,
    private readonly people: PersonRights,
    private readonly sectors: SectorsReader,
    private readonly origins: ModelOrigins,
  ) {}

  /** @param before the model as it is, for a change of one. @returns its unit on the day; `undefined`: there is none, which is one of the problems. */
  async check(
    tx: Tx,
    content: ModelContent,
    day: LocalDate,
    problems: Problems,
    before: ModelBefore | null = null,
  ): Promise<UnitOnDay | undefined> {
    const unit = await this.checkOwners(tx, content, day, problems);
    await this.checkParent(tx, content.parentId, before, problems);
    await this.checkPerson(tx, content, problems);
    const { unitId, copyOfId: originId, starts, endsOn, sectorId } = content;
    const origin = { id: before?.id ?? null, unitId, originId, before: before?.copyOfId ?? null, starts };
    await this.origins.known.check(tx, origin, problems);
    if (starts !== null && endsOn !== null && endsOn < (starts.earliest ?? starts.latest)) {
      problems.add(ModelErrors.MODEL_ENDS_BEFORE_IT_STARTS().at('endsOn'));
    }
    await refuseLateStart(tx, before?.id ?? null, starts, problems);
    const sector = sectorId === null ? null : await this.sectors.sectorIn(tx, sectorId);
    if (sector === undefined) problems.add(ModelErrors.MODEL_SECTOR_UNKNOWN({ id: sectorId! }).at('sectorId'));
    // A sector that is founded later may order models of the past; one that has ended orders no new ones.
    else if (sector && sector.lastDay !== null && sector.lastDay < day)
      problems.add(ModelErrors.MODEL_SECTOR_ENDED({ sector: sector.name, date: sector.lastDay }).at('sectorId'));
    return unit;
  }

  private async checkOwners(
    tx: Tx,
    { unitId, jointOwnerIds }: ModelContent,
    day: LocalDate,
    problems: Problems,
  ): Promise<UnitOnDay | undefined> {
    const owners = [unitId, ...jointOwnerIds];
    const found = await this.units.onDay(tx, owners, day);
    found.forEach((unit, i) => {
      const path = i === 0 ? ['unitId'] : ['jointOwnerIds', i - 1];
      if (!unit) problems.add(UnitErrors.UNIT_NOT_FOUND({ id: owners[i]! }).at(...path));
      else if (owners.indexOf(owners[i]!) < i) problems.add(ModelErrors.MODEL_OWNER_DOUBLED({ unit: unit.fullName }).at(...path));
      else if (!unit.inForce) problems.add(ModelErrors.MODEL_UNIT_NOT_IN_FORCE({ unit: unit.fullName, date: day }).at(...path));
    });
    return found[0];
  }

  /** There are two levels: a theme model has models under it, and those have none. This also excludes circles. */
  private async checkParent(tx: Tx, parentId: Id | null, before: ModelBefore | null, problems: Problems): Promise<void> {
    if (parentId === null) return;
    const id = before?.id ?? null;
    const parent = await lockModel(tx, parentId, 'share');
    if (!parent || parent.gone || !(await this.mayReferTo(tx, parentId, before?.parentId)))
      problems.add(ModelErrors.MODEL_PARENT_UNKNOWN({ id: parentId }).at('parentId'));
    else if (parentId === id) problems.add(ModelErrors.MODEL_OWN_PARENT().at('parentId'));
    else if (parent.parentId !== null) problems.add(ModelErrors.MODEL_PARENT_HAS_PARENT({ title: parent.title }).at('parentId'));
    if (id !== null && (await hasChildren(tx, id))) {
      problems.add(ModelErrors.MODEL_HAS_CHILDREN().at('parentId'));
    }
  }

  /** A reference that the model has already may remain, even if the actor does not see its target. */
  private async mayReferTo(tx: Tx, model: Id, present: Id | null | undefined): Promise<boolean> {
    return model === present || this.rights.seesIn(tx, model);
  }

  private async checkPerson(tx: Tx, { personId, subjectKind }: ModelContent, problems: Problems): Promise<void> {
    if (personId === null) return;
    if (subjectKind === 'COLLECTIVE') problems.add(ModelErrors.MODEL_OF_A_COLLECTIVE().at('personId'));
    // Who sees a model sees its person, so this never refuses the person that the model has already.
    if (!(await this.people.seesIn(tx, personId))) problems.add(ModelErrors.MODEL_PERSON_UNKNOWN({ id: personId }).at('personId'));
  }
}
