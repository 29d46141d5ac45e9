import type { Tx } from '../../../platform/database/tx.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { EmulationModelEntity } from '../emulation-model.entity.js';
import type { ModelState } from '../model-states.js';
import { CONTENT_COLUMNS, fromColumns, type ModelContent } from './model-content.js';
import { FORM_ITEMS, formOf, type ModelFormTexts } from './model-form.js';

export interface StoredContent {
  readonly content: ModelContent;
  readonly version: number;
  readonly state: ModelState;
  readonly attestedOn: LocalDate;
  /** In the trash, or merged into another. */
  readonly gone: boolean;
}

interface Parts extends ModelFormTexts {
  readonly jointOwnerIds: readonly Id[];
  readonly themes: readonly string[];
}

const OTHER_COLUMNS = { version: true, fileState: true, attestedOn: true, trashedAt: true, mergedIntoId: true } as const;

/**
 * What a model says now, locked against other writers until the transaction ends. Its parts are read once the lock is held: the statement that
 * waited for it would still see those of before.
 */
export async function lockContent(tx: Tx, id: Id): Promise<StoredContent | undefined> {
  const row = await tx.manager.findOne(EmulationModelEntity, {
    where: { id },
    select: { ...CONTENT_COLUMNS, ...OTHER_COLUMNS },
    lock: { mode: 'pessimistic_write' },
  });
  if (!row) return undefined;
  const [parts] = await tx.query<Parts>(
    `select array(select j.unit_id::text from emulation_model_joint_owner j where j.model_id = m.id order by j.unit_id) as "jointOwnerIds",
            array(select t.name from emulation_model_theme mt join theme t on t.id = mt.theme_id where mt.model_id = m.id order by t.name) as themes,
            ${FORM_ITEMS.map(item => `f.${item}`).join(', ')}
       from emulation_model m left join model_form f on f.model_id = m.id where m.id = $1`,
    [id],
  );
  const { jointOwnerIds, themes, ...form } = parts!;
  const { version, fileState: state, attestedOn, trashedAt, mergedIntoId } = row;
  const content = { ...fromColumns(row), jointOwnerIds, themes, form: formOf(item => form[item]) };
  return { content, version, state, attestedOn, gone: trashedAt !== null || mergedIntoId !== null };
}
