import { fromGlobalId, newId, toGlobalId } from '../src/shared/ids.js';
import { dayInVietnam } from '../src/shared/dates.js';
import type { Ask } from './floor.answers.js';

/**
 * The rows of a command, written without the registry: one statement, which is one transaction. It checks no right and no rule; it writes what the registry writes, in
 * every table: the model, its registration and step, the entry of the trail and its place in the queue to be sealed, the key with the answer.
 */
type Write = (ask: Ask, variables: { readonly input: Readonly<Record<string, unknown>> }) => Promise<string>;

const KEY = `key as (insert into idempotency_key (actor, key, request_hash, at, answer) values ('TOKEN:floor', $1::text, encode(sha256(convert_to($2::text, 'UTF8')), 'hex'), now(), to_jsonb($3::text)))`;

const trail = (action: string, unit: string, before: string, after: string): string =>
  `entry as (insert into audit_entry (id, at, actor_kind, actor_name, request_id, action, object_type, object_id, before, after, unit_id)
     select $4::uuid, now(), 'TOKEN', 'floor', $5::text, '${action}', 'EmulationModel', $6::uuid, ${before}, ${after}, ${unit} returning id),
   pending as (insert into audit_pending (entry_id) select id from entry)`;

const ENTER = `with ${KEY},
  unit as (select s.code from unit_span s where s.unit_id = $7::uuid and s.validity @> $8::date),
  counter as (
    insert into model_code_counter as c (prefix, year, last) select code, extract(year from $8::date), 1 from unit
    on conflict (prefix, year) do update set last = c.last + 1 returning prefix || '-' || year || '-' || lpad(last::text, 3, '0') as code),
  model as (
    insert into emulation_model (id, title, unit_id, subject_kind, place, attested_on, source, recorded_at, code, file_state, state_since, on_paper)
    select $6::uuid, $9::text, $7::uuid, 'COLLECTIVE', $10::text, $8::date, $11::text, now(), code, 'RECEIVED', $8::date, true from counter returning code),
  registration as (
    insert into registration (id, model_id, opened_on, file_state, state_since, source, latest) values ($12::uuid, $6::uuid, $8::date, 'RECEIVED', $8::date, $11::text, true)),
  step as (
    insert into model_step (id, model_id, registration_id, lifecycle, action, to_state, on_day, at, actor_name)
    values ($13::uuid, $6::uuid, $12::uuid, 'FILE', 'recordPast', 'RECEIVED', $8::date, now(), 'floor')),
  ${trail('model.recordedPast', '$7::uuid', 'null', '$14::jsonb')}
  select code from model`;

const STEP = `with ${KEY},
  model as (
    update emulation_model m set file_state = 'SUBMITTED', state_since = $7::date, holder_id = province.parent_id, version = version + 1
      from unit_span commune join unit_span province on province.unit_id = commune.parent_id
     where m.id = $6::uuid and m.file_state = 'DRAFT' and commune.unit_id = m.unit_id returning m.*),
  registration as (
    update registration r set file_state = 'SUBMITTED', state_since = $7::date, holder_id = m.holder_id from model m
     where r.model_id = m.id and r.latest returning r.id),
  content as (
    select jsonb_build_object('title', m.title, 'kind', m.kind, 'subjectKind', m.subject_kind, 'unitId', m.unit_id, 'place', m.place, 'themes', '[]'::jsonb)
           || to_jsonb(f) - 'registration_id' as given
      from model m cross join registration r left join model_form f on f.registration_id = r.id),
  snapshot as (
    insert into content_snapshot (id, model_id, digest, content, taken_at)
    select $8::uuid, $6::uuid, encode(sha256(convert_to(given::text, 'UTF8')), 'hex'), given, now() from content),
  step as (
    insert into model_step (id, model_id, registration_id, lifecycle, action, from_state, to_state, on_day, at, actor_name, unit_id, content_id)
    select $9::uuid, $6::uuid, r.id, 'FILE', 'submit', 'DRAFT', 'SUBMITTED', $7::date, now(), 'floor', m.holder_id, $8::uuid from model m cross join registration r),
  ${trail('model.submit', '(select unit_id from model)', `'{"state": "DRAFT"}'`, '$10::jsonb')}
  select file_state from model`;

const rowId = (id: string): string => fromGlobalId(id)!.id;
const today = (): string => dayInVietnam(new Date());

/** The commands of the bench, by the name of their document. */
export const WRITES: Readonly<Record<string, Write>> = {
  enter: async (ask, { input }) => {
    const { idempotencyKey, unitId, title, attestedOn, source, place } = input as Record<string, string>;
    const [id, unit] = [newId(), rowId(unitId!)];
    const after = { title, unitId: unit, subjectKind: 'COLLECTIVE', kind: 'MODEL', place, state: 'RECEIVED', attestedOn, source };
    const common = [idempotencyKey, JSON.stringify(input), id, newId(), newId(), id];
    const values = [...common, unit, attestedOn, title, place, source, newId(), newId(), JSON.stringify(after)];
    const [row] = await ask('enter', ENTER, values);
    return `{"recordPast":{"model":{"id":"${toGlobalId('EmulationModel', id)}","code":${JSON.stringify(row![0])}},"userErrors":[]}}`;
  },
  step: async (ask, { input }) => {
    const [{ id: model }] = input.models as [{ id: string }];
    const id = rowId(model);
    const common = [input.idempotencyKey, JSON.stringify(input), id, newId(), newId(), id];
    const after = JSON.stringify({ state: 'SUBMITTED', on: today(), decisionId: null, level: null });
    const [row] = await ask('step', STEP, [...common, today(), newId(), newId(), after]);
    return `{"submitModels":{"rows":[{"model":{"id":"${model}","state":${JSON.stringify(row![0])}},"userErrors":[]}],"userErrors":[]}}`;
  },
};
