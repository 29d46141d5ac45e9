import { sql } from '../../platform/database/sql.js';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { Visibility } from '../../platform/views/scopes.js';
import type { LocalDate } from '../../shared/dates.js';
import { newId, type Id } from '../../shared/ids.js';
import { SectorsReader } from '../sectors/sectors.reader.js';
import { SectorsService } from '../sectors/sectors.service.js';
import type { UnitOnDay } from '../units/units.reader.js';
import { EmulationModelEntity } from './emulation-model.entity.js';
import { codePrefix } from './registration/model-code.js';
import { deleteForm, insertFirstRegistration, insertForm, latestOf, listThemesOf } from './registration/registration.store.js';
import { toColumns, type ModelContent } from './content/model-content.js';
import { contentOf, type StoredContent } from './content/model-content.reader.js';
import type { ModelState, RunningState } from './model-states.js';
import { ModelOrigins } from './ports/model-origins.port.js';
import { insertStep } from './steps/model-step.store.js';
import type { StepDay } from './steps/step-day.js';

/** The columns of a model that commands check. */
export interface LockedModel {
  readonly title: string;
  readonly version: number;
  readonly unitId: Id;
  readonly parentId: Id | null;
  /** Of the latest registration; `null`: not known. */
  readonly state: ModelState | null;
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

export const raiseVersion = (tx: Tx, id: Id): Promise<void> =>
  tx.write(`update emulation_model set version = version + 1 where id = $1`, [id]);

/** The units that a model lies with: its own, and the authority that holds the file of the registration. */
export interface ModelPlace {
  readonly unitId: Id;
  readonly holderId: Id | null;
  readonly state: ModelState | null;
}

/**
 * Locks the model's row for reading.
 * @param registrationId of the file that is meant; absent: of the latest registration.
 * @param visibility of the actor, with its value as parameter 3.
 * @returns `undefined` if the actor does not see the model, or if the registration is not one of its.
 */
export async function placeOf(
  tx: Tx,
  id: Id,
  registrationId: Id | undefined,
  visibility: Visibility | undefined,
): Promise<ModelPlace | undefined> {
  const [place] = await tx.query<ModelPlace>(
    `select m.unit_id as "unitId", r.holder_id as "holderId", r.file_state as state
       from emulation_model m join registration r on r.model_id = m.id
      where m.id = $1 and case when $2::uuid is null then r.latest else r.id = $2 end
        ${visibility ? sql`and ${visibility.condition}` : sql``} for share of m`,
    [id, registrationId ?? null, ...(visibility ? [visibility.value] : [])],
  );
  return place;
}

/** The state in which a model enters the registry. */
export interface Entry {
  readonly action: 'recordPast' | 'draft';
  /** `null`: the paper does not say. */
  readonly state: ModelState | null;
  readonly running: RunningState | null;
  readonly on: LocalDate;
  /** The day as the paper gives it, where that is less than a day. */
  readonly given: string | null;
  /** The paper; `null`: a draft. */
  readonly source: string | null;
  readonly roundId: Id | null;
}

/** The source of a model that is not known from a paper. */
const DRAFTED_HERE = 'Đăng ký trên hệ thống';

/** Writes models with the rows of their content. */
@Injectable()
export class ModelStore {
  constructor(
    private readonly sectors: SectorsService,
    private readonly sectorsReader: SectorsReader,
    private readonly origins: ModelOrigins,
  ) {}

  /** Reads the content of a model whose row the caller has locked. */
  contentOf(tx: Tx, id: Id): Promise<StoredContent | undefined> {
    return contentOf(tx, this.sectorsReader, id);
  }

  /** Reads a model's content and locks the model's row until the transaction ends. */
  async lockContent(tx: Tx, id: Id): Promise<StoredContent | undefined> {
    const [, stored] = await Promise.all([lockModel(tx, id), this.contentOf(tx, id)]);
    return stored;
  }

  /** The content with its themes under the names that they have already: “an sinh” is the theme “An sinh”. */
  async withKnownThemes(tx: Tx, content: ModelContent): Promise<ModelContent> {
    return { ...content, themes: await this.sectorsReader.knownThemeNamesIn(tx, content.themes) };
  }

  /** @param unit the model's unit as of the day of the entry. */
  async insert(tx: Tx, unit: UnitOnDay, content: ModelContent, entry: Entry): Promise<{ id: Id; code: string }> {
    const id = newId();
    const code = await nextModelCode(tx, codePrefix(unit), Number(entry.on.slice(0, 4)));
    const { action, state, running, on, given, source, roundId } = entry;
    await tx.insert(EmulationModelEntity, {
      ...toColumns(content),
      roundId,
      id,
      code,
      attestedOn: on,
      attestedGiven: given,
      source: source ?? DRAFTED_HERE,
      fileState: state,
      stateSince: on,
      onPaper: source !== null,
      runningState: running,
      recordedAt: tx.now,
    });
    const registrationId = await insertFirstRegistration(tx, {
      modelId: id,
      roundId,
      openedOn: on,
      openedGiven: given,
      fileState: state,
      stateSince: on,
      source,
    });
    await this.writeParts(tx, id, registrationId, content);
    const { unitId, copyOfId: originId } = content;
    if (originId !== null) await this.origins.known.declare(tx, id, { unitId, originId, before: null });
    const step = { modelId: id, action, onDay: on, onGiven: given };
    if (state !== null) await insertStep(tx, { ...step, registrationId, lifecycle: 'FILE', toState: state });
    if (running !== null) await insertStep(tx, { ...step, lifecycle: 'RUNNING', toState: running });
    return { id, code };
  }

  async update(tx: Tx, id: Id, content: ModelContent): Promise<void> {
    const [declared] = await tx.query<{ before: Id | null }>(`select copy_of_id as before from emulation_model where id = $1`, [id]);
    await this.origins.known.declare(tx, id, { unitId: content.unitId, originId: content.copyOfId, before: declared!.before });
    await tx.manager.update(EmulationModelEntity, { id }, { ...toColumns(content), version: () => 'version + 1' });
    await tx.write(`delete from emulation_model_joint_owner where model_id = $1`, [id]);
    await tx.write(`delete from emulation_model_theme where model_id = $1`, [id]);
    const latest = await latestOf(tx, id);
    await deleteForm(tx, latest.id);
    await this.writeParts(tx, id, latest.id, content);
  }

  /** Sets the day on which a paper shows that the model exists, and the paper. */
  async attest(tx: Tx, id: Id, { day, given }: StepDay, source: string): Promise<void> {
    await tx.manager.update(EmulationModelEntity, { id }, { attestedOn: day, attestedGiven: given, source });
  }

  /** The model is known by its first registration again, after an earlier one was deleted; unless a step that an earlier paper proves remains. */
  async attestByFirst(tx: Tx, id: Id): Promise<void> {
    await tx.query(
      `update emulation_model m set attested_on = r.opened_on, attested_given = r.opened_given, source = coalesce(r.source, $2)
         from (select * from registration where model_id = $1 order by opened_on, id limit 1) r
        where m.id = $1 and not exists (select from model_step s where s.model_id = m.id and s.on_day < r.opened_on)`,
      [id, DRAFTED_HERE],
    );
  }

  /** The content that has tables of its own, where there is none of it yet. */
  private async writeParts(tx: Tx, id: Id, registrationId: Id, { jointOwnerIds, themes, form }: ModelContent): Promise<void> {
    if (jointOwnerIds.length > 0) {
      const owners = [id, jointOwnerIds];
      await tx.write(`insert into emulation_model_joint_owner (model_id, unit_id) select $1, owner from unnest($2::uuid[]) owner`, owners);
    }
    const themeIds = new Set<Id>();
    for (const theme of themes) themeIds.add(await this.sectors.themeIn(tx, theme));
    if (themeIds.size > 0) {
      const chosen = [id, [...themeIds]];
      await tx.write(`insert into emulation_model_theme (model_id, theme_id) select $1, theme from unnest($2::uuid[]) theme`, chosen);
      await listThemesOf(tx, id);
    }
    await insertForm(tx, registrationId, form);
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
