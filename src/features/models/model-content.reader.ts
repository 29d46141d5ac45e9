import type { Tx } from '../../platform/database/tx.js';
import { parsePartialDate, type LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { FORM_ITEMS, type FormItem, type ModelContent, type ModelFormTexts, type ModelKind, type SubjectKind } from './model-content.js';
import type { ModelState } from './model-states.js';

export interface StoredContent {
  readonly content: ModelContent;
  readonly version: number;
  readonly state: ModelState;
  readonly attestedOn: LocalDate;
  /** In the trash, or merged into another. */
  readonly gone: boolean;
}

interface Row extends Record<FormItem, string | null> {
  readonly title: string;
  readonly kind: ModelKind;
  readonly subjectKind: SubjectKind;
  readonly unitId: Id;
  readonly parentId: Id | null;
  readonly personId: Id | null;
  readonly copyOfId: Id | null;
  readonly sectorId: Id | null;
  readonly place: string | null;
  readonly starts: string | null;
  readonly endsOn: LocalDate | null;
  readonly owners: Id[];
  readonly themes: string[];
  readonly version: number;
  readonly state: ModelState;
  readonly attestedOn: LocalDate;
  readonly gone: boolean;
}

/** What a model says now, held against other writers until the transaction ends. */
export async function contentOf(tx: Tx, id: Id): Promise<StoredContent | undefined> {
  await tx.query(`select from emulation_model where id = $1 for update`, [id]);
  const [row] = await tx.query<Row>(
    `select m.title, m.kind, m.subject_kind as "subjectKind", m.unit_id as "unitId", m.parent_id as "parentId", m.person_id as "personId", m.copy_of_id as "copyOfId", m.sector_id as "sectorId", m.place,
            m.starts, m.ends_on as "endsOn", m.version, m.file_state as state, m.attested_on as "attestedOn",
            m.trashed_at is not null or m.merged_into_id is not null as gone,
            array(select j.unit_id::text from emulation_model_joint_owner j where j.model_id = m.id order by j.unit_id) as owners,
            array(select t.name from emulation_model_theme mt join theme t on t.id = mt.theme_id where mt.model_id = m.id order by t.name) as themes,
            ${FORM_ITEMS.map(item => `f.${item}`).join(', ')}
       from emulation_model m left join model_form f on f.model_id = m.id where m.id = $1`,
    [id],
  );
  if (!row) return undefined;
  const { version, state, attestedOn, gone, owners, starts, ...said } = row;
  const form = Object.fromEntries(FORM_ITEMS.map(item => [item, row[item]])) as ModelFormTexts;
  const { title, kind, subjectKind, unitId, personId, parentId, copyOfId, sectorId, place, endsOn, themes } = said;
  const content = {
    title,
    kind,
    subjectKind,
    unitId,
    personId,
    parentId,
    copyOfId,
    sectorId,
    place,
    endsOn,
    themes,
    form,
    jointOwnerIds: owners,
  };
  return { content: { ...content, starts: starts === null ? null : parsePartialDate(starts)! }, version, state, attestedOn, gone };
}
