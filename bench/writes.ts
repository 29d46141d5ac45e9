import type { Client } from 'pg';
import { newId, toGlobalId } from '../src/shared/ids.js';
import { COMMUNES, DISTRICTS, PROVINCES, unitId } from './data.shape.js';
import { DEEDS, MANNERS } from './data.words.js';
import { keepWords } from './data.loader.js';
import { bodyOf, documentOf } from './documents.js';

/** A command, sent each time with another input. */
export interface WriteQuestion {
  readonly name: string;
  /** Bodies for one way of answering, each of which is sent once. */
  bodies(): readonly string[];
  /** The tables that it writes: the floor and the registry must add as many rows to each. */
  readonly tables: readonly string[];
}

/** Their names, which are those of their documents. */
export const WRITES: readonly string[] = ['enter', 'step'];

/** By this place the models of an earlier run are known, and deleted. */
export const BENCH_PLACE = 'Thử tốc độ ghi';
/** Enough for each way of answering in a run. */
const INPUTS = 15_000;

const FORM_ITEMS = ['situation', 'aims', 'approach', 'audience', 'forces', 'resources', 'schedule', 'outputs', 'sustainability'];

/** What people do all day: a model is entered from a paper, and a draft is submitted. @param inputs of each command, for one way of answering. */
export async function writeQuestions(client: Client, inputs = INPUTS): Promise<WriteQuestion[]> {
  await deleteEarlier(client);
  const units = await client.query<{ id: string }>(`select ${unitId('i')} as id from generate_series($1::int, $2::int) i`, [
    1 + PROVINCES + DISTRICTS,
    PROVINCES + DISTRICTS + COMMUNES,
  ]);
  const communes = units.rows.map(({ id }) => toGlobalId('Unit', id));
  const drafts = await insertDrafts(client, 2 * inputs);
  const numbers = (): number[] => Array.from({ length: inputs }, (_, i) => i);
  return [
    {
      name: 'enter',
      tables: ['emulation_model', 'registration', 'model_step', 'audit_entry', 'idempotency_key'],
      bodies: () =>
        numbers().map(i => {
          const title = `${DEEDS[i % DEEDS.length]} ${MANNERS[i % MANNERS.length]} ${i}`;
          const paper = { attestedOn: `2024-0${1 + (i % 9)}-15`, source: `Báo cáo số ${i}/BC-UBND`, place: BENCH_PLACE };
          return body('enter', { title, unitId: communes[(i * 7) % communes.length], subjectKind: 'COLLECTIVE', ...paper });
        }),
    },
    {
      name: 'step',
      tables: ['content_snapshot', 'model_step', 'audit_entry', 'idempotency_key'],
      bodies: () => drafts.splice(0, inputs).map(id => body('step', { models: [{ id: toGlobalId('EmulationModel', id) }] })),
    },
  ];
}

const body = (document: string, input: object): string => bodyOf(documentOf(document), { input: { ...input, idempotencyKey: newId() } });

export async function rowsOf(client: Client, { tables }: WriteQuestion): Promise<number[]> {
  const counts = tables.map(table => `(select count(*)::int from ${table})`).join(', ');
  const { rows } = await client.query<number[]>({ text: `select ${counts}`, rowMode: 'array' });
  return rows[0]!;
}

async function deleteEarlier(client: Client): Promise<void> {
  await client.query(`begin`);
  await client.query(`set local session_replication_role = replica`);
  await client.query(
    `create temporary table earlier on commit drop as select id from emulation_model where place = $1`.replace('$1', `'${BENCH_PLACE}'`),
  );
  await client.query(`delete from model_form f using registration r join earlier e on e.id = r.model_id where f.registration_id = r.id`);
  // What was counted of them is counted anew.
  await client.query(`insert into uncounted_model (model_id) select id from earlier`);
  for (const table of ['model_step', 'registration', 'content_snapshot']) {
    await client.query(`delete from ${table} t using earlier e where t.model_id = e.id`);
  }
  await client.query(`delete from emulation_model m using earlier e where m.id = e.id`);
  await client.query(`commit`);
}

/** Drafts of communes, each with a whole form; provinces receive them. */
async function insertDrafts(client: Client, count: number): Promise<string[]> {
  await client.query(
    `insert into receiving_authority (id, unit_id, line, receiver_id, level, validity, basis)
     select gen_random_uuid(), ${unitId('i')}, 'TERRITORY', ${unitId('i')}, 'PROVINCE', '[2000-01-01,)', 'bench' from generate_series(1, ${PROVINCES}) i
     on conflict do nothing`,
  );
  const ids = Array.from({ length: count }, () => newId());
  // As the registry makes them: two steps of one day are in the order of their ids.
  const steps = Array.from({ length: 2 * count }, () => newId());
  await client.query(`begin`);
  await client.query(`set local session_replication_role = replica`);
  await client.query(`set local time zone 'Asia/Ho_Chi_Minh'`); // the registry's day is current_date
  await client.query(
    `insert into emulation_model (id, title, unit_id, subject_kind, place, attested_on, source, recorded_at, code, file_state, running_state, state_since, on_paper, changed_at)
     select id, 'Mô hình chờ nộp ' || i, ${unitId(`1 + ${PROVINCES + DISTRICTS} + i % ${COMMUNES}`)}, 'COLLECTIVE', $2, current_date, 'Đăng ký trên hệ thống',
            now(), 'NHAP-' || extract(year from current_date) || '-' || i, 'DRAFT', 'PLANNED', current_date, false, now()
       from unnest($1::uuid[]) with ordinality d (id, i)`,
    [ids, BENCH_PLACE],
  );
  await client.query(
    `insert into registration (id, model_id, opened_on, file_state, state_since, latest) select id, id, current_date, 'DRAFT', current_date, true from unnest($1::uuid[]) id`,
    [ids],
  );
  await client.query(
    `insert into model_form (registration_id, ${FORM_ITEMS.join(', ')}) select id, ${FORM_ITEMS.map(item => `repeat('${item} ', 20)`).join(', ')} from unnest($1::uuid[]) id`,
    [ids],
  );
  await client.query(
    `insert into model_step (id, model_id, registration_id, lifecycle, action, to_state, on_day, at, actor_name)
     select step, id, case lifecycle when 'FILE' then id end, lifecycle, 'draft', state, current_date, now(), 'bench'
       from (values ('FILE', 'DRAFT', 0), ('RUNNING', 'PLANNED', 1)) begun (lifecycle, state, part)
      cross join unnest($1::uuid[]) with ordinality model (id, i)
       join unnest($2::uuid[]) with ordinality steps (step, j) on j = 2 * i - part`,
    [ids, steps],
  );
  await client.query(
    `insert into model_code_counter (prefix, year, last) values ('NHAP', extract(year from current_date), $1)
     on conflict (prefix, year) do update set last = greatest(model_code_counter.last, excluded.last)`,
    [count],
  );
  await keepWords(client, 'emulation_model', `n.place = '${BENCH_PLACE}'`);
  await client.query(`insert into uncounted_model (model_id) select unnest($1::uuid[])`, [ids]);
  await client.query(`commit`);
  for (const table of ['emulation_model', 'registration', 'model_step', 'model_form', 'content_snapshot'])
    await client.query(`vacuum (analyze) ${table}`);
  return ids;
}
