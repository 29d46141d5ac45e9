import type { ObjectState } from '../../../platform/audit/object-version.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { LocalDate } from '../../../shared/dates.js';
import { newId, type Id } from '../../../shared/ids.js';
import { ModelFormEntity } from '../emulation-model.entity.js';
import { FORM_ITEMS, type ModelFormTexts } from '../content/model-form.js';
import type { ModelState } from '../model-states.js';
import { RegistrationEntity } from './registration.entity.js';

/** The columns of a registration that a step changes. */
export interface FileMove {
  readonly fileState: ModelState;
  readonly stateSince: LocalDate;
  readonly holderId: Id | null;
}

export type NewRegistration = Pick<RegistrationEntity, 'modelId' | 'roundId' | 'openedOn' | 'fileState' | 'stateSince' | 'source'>;

/** Inserts the first registration of a new model, whose row has its state already. @returns its id. */
export async function insertFirstRegistration(tx: Tx, given: NewRegistration): Promise<Id> {
  const id = newId();
  await tx.manager.insert(RegistrationEntity, { ...given, id, holderId: null, latest: true, submittedId: null });
  return id;
}

/** Inserts another registration. The one that was opened last becomes the model's latest. The caller has locked the model's row. @returns its id. */
export async function insertRegistration(tx: Tx, given: NewRegistration): Promise<Id> {
  const id = newId();
  await tx.manager.insert(RegistrationEntity, { ...given, id, holderId: null, latest: false, submittedId: null });
  await markLatest(tx, given.modelId);
  return id;
}

/** Deletes a registration of which nothing is left but its form. */
export async function deleteRegistration(tx: Tx, modelId: Id, id: Id): Promise<void> {
  await tx.manager.delete(ModelFormEntity, { registrationId: id });
  await tx.manager.delete(RegistrationEntity, { id });
  await markLatest(tx, modelId);
}

/** Changes where a file is, and the copy in the model if it is the latest registration. */
export async function moveRegistration(tx: Tx, modelId: Id, id: Id, move: FileMove | Pick<RegistrationEntity, 'roundId'>): Promise<void> {
  await tx.manager.update(RegistrationEntity, { id }, move);
  await copyLatest(tx, modelId);
}

async function markLatest(tx: Tx, modelId: Id): Promise<void> {
  await tx.query(`update registration set latest = false where model_id = $1 and latest`, [modelId]);
  await tx.query(
    `update registration set latest = true
      where id = (select id from registration where model_id = $1 order by opened_on desc, id desc limit 1)`,
    [modelId],
  );
  await copyLatest(tx, modelId);
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

/** Replaces the form of the registration. A form without any text is no row. */
export async function writeForm(tx: Tx, registrationId: Id, form: ModelFormTexts): Promise<void> {
  await tx.manager.delete(ModelFormEntity, { registrationId });
  if (FORM_ITEMS.some(item => form[item] !== null)) await tx.manager.insert(ModelFormEntity, { registrationId, ...form });
}

export async function latestRegistration(tx: Tx, modelId: Id): Promise<Id> {
  const [row] = await tx.query<{ id: Id }>(`select id from registration where model_id = $1 and latest`, [modelId]);
  return row!.id;
}

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

export const setSubmitted = (tx: Tx, id: Id, submittedId: Id): Promise<unknown> =>
  tx.manager.update(RegistrationEntity, { id }, { submittedId });
