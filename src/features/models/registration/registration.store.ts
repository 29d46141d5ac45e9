import type { ObjectState } from '../../../platform/audit/object-version.js';
import { sql } from '../../../platform/database/sql.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { LocalDate } from '../../../shared/dates.js';
import { newId, type Id } from '../../../shared/ids.js';
import { ModelFormEntity } from '../emulation-model.entity.js';
import { FORM_ITEMS } from '../../movements/form-items.js';
import { listThemes } from '../../sectors/theme.store.js';
import type { RecognitionLevel } from '../../sectors/recognition-level.js';
import { formOf, type ModelFormTexts } from '../content/model-form.js';
import type { ModelState } from '../model-states.js';
import type { StepDay } from '../steps/step-day.js';
import { RegistrationEntity } from './registration.entity.js';

/** The columns of a registration that a step changes. */
export interface FileMove {
  /** `null`: not known. */
  readonly fileState: ModelState | null;
  readonly stateSince: LocalDate;
  readonly holderId: Id | null;
}

export type NewRegistration = Pick<
  RegistrationEntity,
  'modelId' | 'roundId' | 'openedOn' | 'openedGiven' | 'fileState' | 'stateSince' | 'source'
>;

/** Inserts the first registration of a new model, whose row has its state already. @returns its id. */
export async function insertFirstRegistration(tx: Tx, given: NewRegistration): Promise<Id> {
  const id = newId();
  await tx.insert(RegistrationEntity, { ...given, id, holderId: null, latest: true });
  return id;
}

/** Inserts another registration. The one that was opened last becomes the model's latest. The caller has locked the model's row. @returns its id. */
export async function insertRegistration(tx: Tx, given: NewRegistration): Promise<Id> {
  const id = newId();
  await tx.manager.insert(RegistrationEntity, { ...given, id, holderId: null, latest: false });
  await markLatest(tx, given.modelId);
  return id;
}

/** Deletes a registration of which nothing is left but its form. */
export async function deleteRegistration(tx: Tx, modelId: Id, id: Id): Promise<void> {
  await deleteForm(tx, id);
  await tx.manager.delete(RegistrationEntity, { id });
  await markLatest(tx, modelId);
}

/**
 * Changes where a file is, and the copy in the model if it is the latest registration.
 * @param raised by how much the model's version is raised, in the same change of its row.
 */
export const moveRegistration = (tx: Tx, modelId: Id, id: Id, move: FileMove, raised: 0 | 1 = 0): Promise<void> =>
  tx.change(
    {
      file: `update registration set file_state = $3, state_since = $4::date, holder_id = $5 where id = $2 returning latest`,
      model: `update emulation_model m
        set version = version + $6, file_state = case when latest then $3 else m.file_state end,
            state_since = case when latest then $4::date else m.state_since end, holder_id = case when latest then $5 else m.holder_id end
       from file_written where m.id = $1 and (latest or $6 > 0)`,
    },
    [modelId, id, move.fileState, move.stateSince, move.holderId, raised],
  );

/** The themes of a model that has left its draft, or that is known from a paper, are in the dictionary. */
export const listThemesOf = (tx: Tx, modelId: Id): Promise<void> =>
  listThemes(
    tx,
    sql`select mt.theme_id from emulation_model_theme mt where mt.model_id = $1
          and exists (select from registration r where r.model_id = $1 and r.file_state is distinct from 'DRAFT')`,
    [modelId],
  );

async function markLatest(tx: Tx, modelId: Id): Promise<void> {
  await tx.query(`update registration set latest = false where model_id = $1 and latest`, [modelId]);
  await tx.query(
    `update registration set latest = true
      where id = (select id from registration where model_id = $1 order by opened_on desc, id desc limit 1)`,
    [modelId],
  );
  await copyLatest(tx, modelId);
  await listThemesOf(tx, modelId);
}

/** Copies state, holder and round of the latest registration to the model's row: lists are read by unit and state together. */
async function copyLatest(tx: Tx, modelId: Id): Promise<void> {
  await tx.query(
    `update emulation_model m
        set file_state = r.file_state, state_since = r.state_since, holder_id = r.holder_id, round_id = r.round_id, on_paper = r.source is not null
       from registration r where m.id = $1 and r.model_id = m.id and r.latest`,
    [modelId],
  );
}

/** Writes the form of a registration that has none. A form without any text is no row. */
export async function insertForm(tx: Tx, registrationId: Id, form: ModelFormTexts): Promise<void> {
  if (FORM_ITEMS.some(item => form[item] !== null)) await tx.insert(ModelFormEntity, { registrationId, ...form });
}

/** Deletes the form, for another one. */
export const deleteForm = (tx: Tx, registrationId: Id): Promise<void> =>
  tx.write(`delete from model_form where registration_id = $1`, [registrationId]);

/** The columns of a registration that commands check. */
export interface RegistrationRecord {
  readonly id: Id;
  readonly openedOn: LocalDate;
  /** `null`: not known. */
  readonly state: ModelState | null;
  /** The paper that it is known from; `null`: it was made in the registry. */
  readonly source: string | null;
  readonly latest: boolean;
}

const COLUMNS = sql`id, opened_on as "openedOn", file_state as state, source, latest`;

/** The latest registration of the model, whose row the caller has locked. */
export async function latestOf(tx: Tx, modelId: Id): Promise<RegistrationRecord> {
  const [row] = await tx.query<RegistrationRecord>(`select ${COLUMNS} from registration where model_id = $1 and latest`, [modelId]);
  return row!;
}

/** @returns `undefined` where the registration is not one of the model. */
export async function registrationOf(tx: Tx, modelId: Id, id: Id): Promise<RegistrationRecord | undefined> {
  const [row] = await tx.query<RegistrationRecord>(`select ${COLUMNS} from registration where model_id = $1 and id = $2`, [modelId, id]);
  return row;
}

/** The form of the registration. */
export async function formOfRegistration(tx: Tx, id: Id): Promise<ModelFormTexts> {
  const row = await tx.manager.findOneBy(ModelFormEntity, { registrationId: id });
  return formOf(item => row?.[item] ?? null);
}

/** By what a model is known: the paper, its day, and the first steps that were entered from it. */
export interface Attestation {
  readonly registrationId: Id;
  readonly day: LocalDate;
  readonly given: string | null;
  readonly source: string;
  readonly onPaper: boolean;
  /** The last day on which it stays before every other step and registration; `null`: there is none. */
  readonly lastDay: LocalDate | null;
  /** Of the state that the paper says, with the recognition; `null`: none. */
  readonly decisionId: Id | null;
  readonly level: RecognitionLevel | null;
  readonly ownerIds: readonly Id[];
  readonly sectorId: Id | null;
}

/** The running, if the paper by which the model `m` is known says it. */
const RUNNING_IN_PAPER = sql`s.registration_id is null and s.on_day = m.attested_on`;

export async function attestationOf(tx: Tx, modelId: Id): Promise<Attestation> {
  const [row] = await tx.query<Attestation>(
    `select r.id as "registrationId", m.attested_on as day, m.attested_given as given, m.source, r.source is not null as "onPaper",
            (select min(day) from (
               select s.on_day from model_step s where s.model_id = m.id
                  and not (s.action = 'recordPast' and (s.registration_id = r.id or ${RUNNING_IN_PAPER}))
               union all
               select o.opened_on - (o.id < r.id)::int from registration o where o.model_id = m.id and o.id <> r.id) later (day)) as "lastDay",
            s.decision_id as "decisionId", c.level, m.sector_id as "sectorId",
            array(select m.unit_id::text union all select j.unit_id::text from emulation_model_joint_owner j where j.model_id = m.id) as "ownerIds"
       from emulation_model m join registration r on r.model_id = m.id
       left join model_step s on s.registration_id = r.id and s.action = 'recordPast'
       left join recognition c on c.registration_id = r.id and s.to_state = 'RECOGNISED'
      where m.id = $1 order by r.opened_on, r.id limit 1`,
    [modelId],
  );
  return row!;
}

/** Moves the first registration, and the steps that were entered from its paper, to the day. The model still has its former day. */
export async function moveAttestation(
  tx: Tx,
  modelId: Id,
  { registrationId }: Attestation,
  { day, given }: StepDay,
  source: string,
): Promise<void> {
  await tx.query(
    `update model_step s set on_day = $3, on_given = $4 from emulation_model m
      where m.id = $1 and s.model_id = m.id and s.action = 'recordPast' and (s.registration_id = $2 or ${RUNNING_IN_PAPER})`,
    [modelId, registrationId, day, given],
  );
  await tx.query(
    `update recognition set recognised_on = $2, recognised_given = $3 where registration_id = $1 and exists (
      select from model_step s where s.registration_id = $1 and s.action = 'recordPast' and s.to_state = 'RECOGNISED')`,
    [registrationId, day, given],
  );
  await tx.query(
    `update registration r set opened_on = $2, opened_given = $3, source = $4, state_since = greatest($2,
        (select max(s.on_day) from model_step s where s.registration_id = r.id)) where r.id = $1`,
    [registrationId, day, given, source],
  );
  await markLatest(tx, modelId);
}

/** Whether the model has one registration only. */
export const isOnly = async (tx: Tx, modelId: Id): Promise<boolean> =>
  (await tx.query(`select from registration where model_id = $1 limit 2`, [modelId])).length === 1;

/** Keeps the content as it is now. Equal contents of a model are one row, so the digest says whether anything has changed since. @returns its id. */
export async function keepContent(tx: Tx, modelId: Id, content: ObjectState): Promise<Id> {
  const [row] = await tx.query<{ id: Id }>(
    `insert into content_snapshot (id, model_id, digest, content, taken_at)
     select $1, $2, encode(sha256(convert_to(given::text, 'UTF8')), 'hex'), given, $4 from (select $3::jsonb as given) c
     on conflict (model_id, digest) do update set model_id = excluded.model_id returning id`,
    [newId(), modelId, JSON.stringify(content), tx.now],
  );
  return row!.id;
}
