import type { Tx } from '../../../platform/database/tx.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import type { SectorsReader } from '../../sectors/sectors.reader.js';
import { EmulationModelEntity } from '../emulation-model.entity.js';
import type { ModelState } from '../model-states.js';
import { CONTENT_COLUMNS, fromColumns, type ContentColumns, type ModelContent } from './model-content.js';
import { FORM_ITEMS } from '../../movements/form-items.js';
import { formOf, type ModelFormTexts } from './model-form.js';

export interface StoredContent {
  readonly content: ModelContent;
  readonly version: number;
  /** Of the latest registration; `null`: not known. */
  readonly state: ModelState | null;
  readonly attestedOn: LocalDate;
  /** In the trash, or merged into another. */
  readonly gone: boolean;
}

const OTHER_COLUMNS = ['version', 'fileState', 'attestedOn', 'trashedAt', 'mergedIntoId'] as const;

interface Row extends ContentColumns, ModelFormTexts, Pick<EmulationModelEntity, (typeof OTHER_COLUMNS)[number]> {
  readonly jointOwnerIds: readonly Id[];
  readonly themeIds: readonly Id[];
}

/** The same for all: put together once, its digest is looked up quickly. */
let statement: string | undefined;
const statementOf = (tx: Tx): string =>
  `select ${tx.columnsOf(EmulationModelEntity, 'm', [...CONTENT_COLUMNS, ...OTHER_COLUMNS])}, ${FORM_ITEMS.map(item => `f.${item}`).join(', ')},
          array(select j.unit_id::text from emulation_model_joint_owner j where j.model_id = m.id order by j.unit_id) as "jointOwnerIds",
          array(select mt.theme_id::text from emulation_model_theme mt where mt.model_id = m.id) as "themeIds"
     from emulation_model m join registration r on r.model_id = m.id and r.latest left join model_form f on f.registration_id = r.id where m.id = $1`;

/** Reads the content of a model whose row the caller has locked by a statement before: one that waited for the lock would see older rows of other tables. */
export async function contentOf(tx: Tx, sectors: SectorsReader, id: Id): Promise<StoredContent | undefined> {
  const [row] = await tx.query<Row>((statement ??= statementOf(tx)), [id]);
  if (!row) return undefined;
  const { jointOwnerIds, version, fileState: state, attestedOn, trashedAt, mergedIntoId } = row;
  const themes = await sectors.themeNamesIn(tx, row.themeIds);
  const content = { ...fromColumns(row), jointOwnerIds, themes, form: formOf(item => row[item]) };
  return { content, version, state, attestedOn, gone: trashedAt !== null || mergedIntoId !== null };
}

/** Whether there are models under this one. */
export const hasChildren = async (tx: Tx, id: Id): Promise<boolean> =>
  (await tx.query(`select from emulation_model where parent_id = $1 limit 1`, [id])).length > 0;
