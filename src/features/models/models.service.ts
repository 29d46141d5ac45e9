import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { Problems } from '../../platform/errors/domain-error.js';
import type { LocalDate } from '../../shared/dates.js';
import { newId, type Id } from '../../shared/ids.js';
import { cleanText } from '../../shared/text.js';
import { SectorsService } from '../sectors/sectors.service.js';
import { UnitErrors } from '../units/unit.errors.js';
import { UnitsReader } from '../units/units.reader.js';
import { EmulationModelEntity } from './emulation-model.entity.js';
import { ModelErrors } from './model.errors.js';
import type { SubjectKind } from './model.graphql.js';

/** What a paper says of a model. */
export interface PastModel {
  readonly title: string;
  readonly unitId: Id;
  readonly jointOwnerIds: readonly Id[];
  readonly parentId: Id | null;
  readonly subjectKind: SubjectKind;
  readonly place: string | null;
  readonly themes: readonly string[];
  readonly attestedOn: LocalDate;
  readonly source: string;
}

/** What is done with models. Every path (API, example) comes through here. */
@Injectable()
export class ModelsService {
  constructor(
    private readonly db: Database,
    private readonly units: UnitsReader,
    private readonly sectors: SectorsService,
  ) {}

  /** Enters a model from a paper. @throws Refusal with everything that is wrong at once; then nothing is written. */
  recordPast(actor: Actor, given: PastModel, idempotencyKey?: string | null): Promise<Id> {
    return this.db.once(actor, { key: idempotencyKey, command: 'recordPast', input: given }, tx => this.recordPastIn(tx, given));
  }

  /** The same within the caller's transaction. */
  async recordPastIn(tx: Tx, given: PastModel): Promise<Id> {
    const problems = new Problems();
    if (given.attestedOn > tx.today) problems.add(ModelErrors.MODEL_ATTESTED_IN_FUTURE({ date: given.attestedOn }).at('attestedOn'));
    await this.checkOwners(tx, given, problems);
    await this.checkParent(tx, given.parentId, problems);
    problems.refuseIfAny();

    const id = newId();
    const title = cleanText(given.title);
    const place = given.place === null ? null : cleanText(given.place);
    const source = cleanText(given.source);
    const { unitId, parentId, subjectKind, attestedOn } = given;
    const row = { id, title, unitId, parentId, subjectKind, place, attestedOn, source, recordedAt: tx.now };
    await tx.manager.insert(EmulationModelEntity, row);
    await tx.query(`insert into emulation_model_joint_owner (model_id, unit_id) select $1, owner from unnest($2::uuid[]) owner`, [
      id,
      given.jointOwnerIds,
    ]);
    const themes = new Set<Id>();
    for (const theme of given.themes) themes.add(await this.sectors.themeIn(tx, theme));
    await tx.query(`insert into emulation_model_theme (model_id, theme_id) select $1, theme from unnest($2::uuid[]) theme`, [
      id,
      [...themes],
    ]);
    await tx.audit({
      action: 'model.recordedPast',
      object: { type: 'EmulationModel', id },
      after: { ...given, title, place, source },
    });
    return id;
  }

  private async checkOwners(tx: Tx, { unitId, jointOwnerIds, attestedOn }: PastModel, problems: Problems): Promise<void> {
    const owners = [unitId, ...jointOwnerIds];
    const found = await this.units.onDay(tx, owners, attestedOn);
    found.forEach((unit, i) => {
      const path = i === 0 ? ['unitId'] : ['jointOwnerIds', i - 1];
      if (!unit) problems.add(UnitErrors.UNIT_NOT_FOUND({ id: owners[i]! }).at(...path));
      else if (owners.indexOf(owners[i]!) < i) problems.add(ModelErrors.MODEL_OWNER_DOUBLED({ unit: unit.fullName }).at(...path));
      else if (!unit.inForce) problems.add(ModelErrors.MODEL_UNIT_NOT_IN_FORCE({ unit: unit.fullName, date: attestedOn }).at(...path));
    });
  }

  private async checkParent(tx: Tx, parentId: Id | null, problems: Problems): Promise<void> {
    if (parentId === null) return;
    const [parent] = await tx.query<{ title: string; parentId: Id | null }>(
      `select title, parent_id as "parentId" from emulation_model where id = $1 for share`,
      [parentId],
    );
    if (!parent) problems.add(ModelErrors.MODEL_PARENT_UNKNOWN({ id: parentId }).at('parentId'));
    else if (parent.parentId !== null) problems.add(ModelErrors.MODEL_PARENT_HAS_PARENT({ title: parent.title }).at('parentId'));
  }
}
