import { sql } from '../../platform/database/sql.js';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { LocalDate } from '../../shared/dates.js';
import { newId, type Id } from '../../shared/ids.js';
import { SectorsService } from '../sectors/sectors.service.js';
import { fullName, type UnitKind } from '../units/unit-kinds.js';
import { unitOn } from '../units/unit-sql.js';
import { EmulationModelEntity, ModelFormEntity } from './emulation-model.entity.js';
import { codePrefix, nextModelCode } from './model-code.js';
import { FORM_ITEMS, type ModelContent } from './model-content.js';
import type { ModelState, RunningState } from './model-states.js';

/** How a model enters the registry. */
export interface Entry {
  readonly action: 'recordPast' | 'draft';
  readonly state: ModelState;
  readonly running: RunningState | null;
  readonly on: LocalDate;
  readonly source: string;
  readonly roundId: Id | null;
}

/** Writes a model with everything that belongs to it. */
@Injectable()
export class ModelStore {
  constructor(private readonly sectors: SectorsService) {}

  async insert(tx: Tx, content: ModelContent, entry: Entry): Promise<{ id: Id; code: string }> {
    const id = newId();
    const code = await this.codeFor(tx, content.unitId, entry.on);
    const { title, unitId, personId, parentId, copyOfId, kind, subjectKind, sectorId, place, starts, endsOn } = content;
    await tx.manager.insert(EmulationModelEntity, {
      id,
      code,
      title,
      unitId,
      parentId,
      personId,
      copyOfId,
      kind,
      subjectKind,
      sectorId,
      place,
      endsOn,
      starts: starts?.text ?? null,
      attestedOn: entry.on,
      source: entry.source,
      roundId: entry.roundId,
      fileState: entry.state,
      stateSince: entry.on,
      runningState: entry.running,
      recordedAt: tx.now,
    });
    await this.writeParts(tx, id, content);
    for (const [lifecycle, state] of [
      ['FILE', entry.state],
      ['RUNNING', entry.running],
    ] as const) {
      if (state === null) continue;
      await tx.query(
        `insert into model_step (id, model_id, lifecycle, action, to_state, on_day, at, actor_name) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [newId(), id, lifecycle, entry.action, state, entry.on, tx.now, tx.actor.name],
      );
    }
    return { id, code };
  }

  async update(tx: Tx, id: Id, content: ModelContent): Promise<void> {
    const { title, unitId, personId, parentId, copyOfId, kind, subjectKind, sectorId, place, starts, endsOn } = content;
    await tx.manager.update(
      EmulationModelEntity,
      { id },
      {
        title,
        unitId,
        parentId,
        personId,
        copyOfId,
        kind,
        subjectKind,
        sectorId,
        place,
        endsOn,
        starts: starts?.text ?? null,
        version: () => 'version + 1',
      },
    );
    await tx.query(`delete from emulation_model_joint_owner where model_id = $1`, [id]);
    await tx.query(`delete from emulation_model_theme where model_id = $1`, [id]);
    await tx.query(`delete from model_form where model_id = $1`, [id]);
    await this.writeParts(tx, id, content);
  }

  private async writeParts(tx: Tx, id: Id, { jointOwnerIds, themes, form }: ModelContent): Promise<void> {
    await tx.query(`insert into emulation_model_joint_owner (model_id, unit_id) select $1, owner from unnest($2::uuid[]) owner`, [
      id,
      jointOwnerIds,
    ]);
    const themeIds = new Set<Id>();
    for (const theme of themes) themeIds.add(await this.sectors.themeIn(tx, theme));
    await tx.query(`insert into emulation_model_theme (model_id, theme_id) select $1, theme from unnest($2::uuid[]) theme`, [
      id,
      [...themeIds],
    ]);
    if (FORM_ITEMS.some(item => form[item] !== null)) await tx.manager.insert(ModelFormEntity, { modelId: id, ...form });
  }

  private async codeFor(tx: Tx, unitId: Id, day: LocalDate): Promise<string> {
    const [unit] = await tx.query<{ code: string | null; kind: UnitKind; name: string }>(
      `select t.code, t.kind, t.name from ${unitOn(sql`t`, sql`$1::uuid`, sql`$2::date`)}`,
      [unitId, day],
    );
    return nextModelCode(tx, codePrefix(unit!.code, fullName(unit!.kind, unit!.name)), Number(day.slice(0, 4)));
  }
}
