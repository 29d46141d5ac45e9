import { sql } from '../../platform/database/sql.js';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { Visibility } from '../../platform/views/scopes.js';
import type { LocalDate } from '../../shared/dates.js';
import { newId, type Id } from '../../shared/ids.js';
import { SectorsReader } from '../sectors/sectors.reader.js';
import { SectorsService } from '../sectors/sectors.service.js';
import { fullName, type UnitKind } from '../units/unit-kinds.js';
import { unitOn } from '../units/unit-sql.js';
import { EmulationModelEntity, ModelFormEntity } from './emulation-model.entity.js';
import { codePrefix } from './registration/model-code.js';
import { toColumns, type ModelContent } from './content/model-content.js';
import { lockContent, type StoredContent } from './content/model-content.reader.js';
import { FORM_ITEMS } from './content/model-form.js';
import type { ModelState, RunningState } from './model-states.js';
import { insertStep } from './steps/model-step.store.js';

/** The columns of a model that commands check. */
export interface LockedModel {
  readonly title: string;
  readonly version: number;
  readonly unitId: Id;
  readonly parentId: Id | null;
  readonly state: ModelState;
  readonly running: RunningState | null;
  readonly attestedOn: LocalDate;
  readonly trashed: boolean;
  readonly mergedIntoId: Id | null;
  /** In the trash, or merged into another. */
  readonly gone: boolean;
}

/**
 * Locks the model's row until the transaction ends. Rows of other tables are read by later statements: one that waited for the lock would see
 * them as they were before. A command that will write locks for `update` first: two transactions that both raise a shared lock block each other.
 */
export async function lockModel(tx: Tx, id: Id, lock: 'update' | 'share' = 'update'): Promise<LockedModel | undefined> {
  const [model] = await tx.query<LockedModel>(
    `select title, version, unit_id as "unitId", parent_id as "parentId", file_state as state, running_state as running, attested_on as "attestedOn",
            trashed_at is not null as trashed, merged_into_id as "mergedIntoId", trashed_at is not null or merged_into_id is not null as gone
       from emulation_model where id = $1 for ${lock}`,
    [id],
  );
  return model;
}

export const raiseVersion = (tx: Tx, id: Id): Promise<unknown> =>
  tx.query(`update emulation_model set version = version + 1 where id = $1`, [id]);

/** The units that a model lies with: its own, and the authority that holds its file. */
export interface ModelPlace {
  readonly unitId: Id;
  readonly holderId: Id | null;
}

/** Locks the row for reading. @param visibility of the actor, with its value as parameter 2. @returns `undefined` if the actor does not see the model. */
export async function placeOf(tx: Tx, id: Id, visibility: Visibility | undefined): Promise<ModelPlace | undefined> {
  const [place] = await tx.query<ModelPlace>(
    `select m.unit_id as "unitId", m.holder_id as "holderId" from emulation_model m
      where m.id = $1 ${visibility ? sql`and ${visibility.condition}` : sql``} for share of m`,
    visibility ? [id, visibility.value] : [id],
  );
  return place;
}

/** The state in which a model enters the registry. */
export interface Entry {
  readonly action: 'recordPast' | 'draft';
  readonly state: ModelState;
  readonly running: RunningState | null;
  readonly on: LocalDate;
  readonly source: string;
  readonly roundId: Id | null;
}

/** Writes models with the rows of their content. */
@Injectable()
export class ModelStore {
  constructor(
    private readonly sectors: SectorsService,
    private readonly sectorsReader: SectorsReader,
  ) {}

  /** Reads a model's content and locks the model's row until the transaction ends. */
  lockContent(tx: Tx, id: Id): Promise<StoredContent | undefined> {
    return lockContent(tx, this.sectorsReader, id);
  }

  /** The content with its themes under the names that they have already: “an sinh” is the theme “An sinh”. */
  async withKnownThemes(tx: Tx, content: ModelContent): Promise<ModelContent> {
    return { ...content, themes: await this.sectorsReader.knownThemeNamesIn(tx, content.themes) };
  }

  async insert(tx: Tx, content: ModelContent, entry: Entry): Promise<{ id: Id; code: string }> {
    const id = newId();
    const code = await this.codeFor(tx, content.unitId, entry.on);
    await tx.manager.insert(EmulationModelEntity, {
      ...toColumns(content),
      id,
      code,
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
      await insertStep(tx, { modelId: id, lifecycle, action: entry.action, toState: state, onDay: entry.on });
    }
    return { id, code };
  }

  async update(tx: Tx, id: Id, content: ModelContent): Promise<void> {
    await tx.manager.update(EmulationModelEntity, { id }, { ...toColumns(content), version: () => 'version + 1' });
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

/** The next code of the prefix and year: short enough to say aloud, and never given twice, not even after its model is in the trash. */
async function nextModelCode(tx: Tx, prefix: string, year: number): Promise<string> {
  const [row] = await tx.query<{ last: number }>(
    `insert into model_code_counter as c (prefix, year, last) values ($1, $2, 1)
     on conflict (prefix, year) do update set last = c.last + 1 returning last`,
    [prefix, year],
  );
  return `${prefix}-${year}-${String(row!.last).padStart(3, '0')}`;
}
