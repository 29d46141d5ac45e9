import type { Client } from 'pg';
import { CRITERIA_VERSION, loadRanking } from './data.ranking.js';
import { loadResults } from './data.results.js';
import { COMMUNES, DISTRICTS, ORGANISATIONS, PROVINCES, modelId, pick, stepId, unitId } from './data.shape.js';
import { DEEDS, MANNERS, OPENINGS, RARE, SYLLABLES } from './data.words.js';

const TABLES = [
  'unit',
  'unit_span',
  'unit_place',
  'emulation_model',
  'registration',
  'model_step',
  'evaluation',
  'score_sheet',
  'appraisal_assignment',
  'commendation',
  'decision',
];

const word = (parameter: string, n: number, salt: number): string => `(${parameter})[1 + ${pick(n, salt)}]`;

/** Fills an empty registry. Checks and triggers are passed over; indexes are made afterwards. */
export async function loadData(client: Client, models: number): Promise<void> {
  await client.query(`set maintenance_work_mem = '512MB'`);
  await client.query(`begin`);
  await client.query(`set local session_replication_role = replica`);
  await client.query(`truncate unit, emulation_model cascade`);
  await client.query(`truncate counted_event, event_count, counted_place, counted_day, uncounted_model`);
  const indexes = await dropIndexes(client);
  await loadUnits(client);
  // Kept by triggers otherwise.
  await client.query(`insert into unit_place select * from unit_places_of(array(select id from unit))`);
  await loadModels(client, models);
  await loadSteps(client, models);
  await loadRanking(client);
  await loadResults(client, CRITERIA_VERSION, models);
  for (const index of indexes) await client.query(index);
  await client.query(`commit`);
  for (const table of TABLES) await client.query(`vacuum (analyze) ${table}`);
  await client.query(`checkpoint`);
}

async function dropIndexes(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
       from pg_index i where i.indrelid = any($1::regclass[]) and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    [TABLES],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}

async function loadUnits(client: Client): Promise<void> {
  const last = PROVINCES + DISTRICTS + COMMUNES + ORGANISATIONS;
  await client.query(
    `insert into unit (id, line, validity) select ${unitId('i')}, case when i <= $1 then 'TERRITORY' else 'STATE' end, '[1976-01-01,)' from generate_series(1, $2::int) i`,
    [PROVINCES + DISTRICTS + COMMUNES, last],
  );
  const span = (
    from: number,
    count: number,
    kind: string,
    above: { column: string; from: number; count: number } | undefined,
    code: string,
  ): Promise<unknown> =>
    client.query(
      `insert into unit_span (id, unit_id, validity, name, kind, code, parent_id, territory_id)
       select ('0192' || lpad(to_hex(i), 8, '0') || '70008000000000000000')::uuid, ${unitId('i')}, '[1976-01-01,)',
              ${kind === 'UBND' ? `'UBND xã ' || ` : ''}${word('$1::text[]', SYLLABLES.length, 1)} || ' ' || ${word('$1::text[]', SYLLABLES.length, 2)}, '${kind}', ${code},
              ${above?.column === 'parent_id' ? unitId(`${above.from} + i % ${above.count}`) : 'null'}, ${above?.column === 'territory_id' ? unitId(`${above.from} + i % ${above.count}`) : 'null'}
         from generate_series(${from}, ${from + count - 1}) i`,
      [SYLLABLES],
    );
  const [province, district, commune, organisation] = [1, 1 + PROVINCES, 1 + PROVINCES + DISTRICTS, 1 + PROVINCES + DISTRICTS + COMMUNES];
  await span(province, PROVINCES, 'TINH', undefined, `lpad(i::text, 2, '0')`);
  await span(district, DISTRICTS, 'HUYEN', { column: 'parent_id', from: province, count: PROVINCES }, `lpad(i::text, 3, '0')`);
  await span(commune, COMMUNES, 'XA', { column: 'parent_id', from: district, count: DISTRICTS }, `lpad(i::text, 5, '0')`);
  await span(organisation, ORGANISATIONS, 'UBND', { column: 'territory_id', from: commune, count: COMMUNES }, 'null');
}

/** Communes and organisations carry models; one in five stands under another of the same unit's neighbourhood. */
async function loadModels(client: Client, models: number): Promise<void> {
  const carrier = unitId(`1 + ${PROVINCES + DISTRICTS} + ${pick(COMMUNES + ORGANISATIONS, 11)}`);
  const parent = `case when ${pick(5, 12)} = 0 and i > 10 then ${modelId(`(i - 1 - ${pick(9, 13)})::int`)} end`;
  await client.query(
    `insert into emulation_model (id, title, unit_id, parent_id, subject_kind, attested_on, source, recorded_at, code, sector_id, file_state, running_state, state_since, on_paper, changed_at)
     select ${modelId('i')},
            concat_ws(' ', ${word('$1::text[]', OPENINGS.length, 21)}, ${word('$2::text[]', DEEDS.length, 22)}, ${word('$3::text[]', MANNERS.length, 23)},
              case when i % ${RARE.every} = 7 then $5 end,
              ${word('$4::text[]', SYLLABLES.length, 24)} || ' ' || ${word('$4::text[]', SYLLABLES.length, 25)}, case when ${pick(3, 26)} = 0 then ${pick(40, 27)} + 1 end),
            ${carrier}, ${parent}, (array['COLLECTIVE', 'COLLECTIVE', 'COLLECTIVE', 'INDIVIDUAL', 'HOUSEHOLD'])[1 + ${pick(5, 28)}],
            date '2010-01-01' + ${pick(5_700, 29)}::int, 'Sổ đăng ký', timestamptz '2025-01-01' + i * interval '1 second',
            'DV-' || (2010 + ${pick(16, 30)}) || '-' || lpad(i::text, 7, '0'),
            ('01920000-0000-7000-8000-00000000000' || (1 + ${pick(4, 31)}))::uuid,
            ${state('FILE', 'i')}, 'ACTIVE', date '2010-01-01' + ${pick(5_700, 29)}::int + ${daysOfLife('i')}, false,
            timestamptz '2025-01-01' + i * interval '1 second'
       from generate_series(1, $6::int) i`,
    [OPENINGS, DEEDS, MANNERS, SYLLABLES, RARE.phrase, models],
  );
  // One registration of each model, under the model's own id.
  await client.query(
    `insert into registration (id, model_id, opened_on, file_state, state_since, latest)
     select id, id, attested_on, file_state, state_since, true from emulation_model`,
  );
}

/** How far a file has come; a few are returned or withdrawn. */
const LIVES = [
  ['RECEIVED'],
  ['SUBMITTED', 'RECEIVED'],
  ['SUBMITTED', 'RETURNED'],
  ['SUBMITTED', 'RECEIVED', 'UNDER_APPRAISAL'],
  ['SUBMITTED', 'RECEIVED', 'UNDER_APPRAISAL', 'RECOGNISED'],
  ['SUBMITTED', 'RECEIVED', 'UNDER_APPRAISAL', 'RECOGNISED'],
  ['SUBMITTED', 'RECEIVED', 'UNDER_APPRAISAL', 'NOT_RECOGNISED'],
];
const ACTIONS: Readonly<Record<string, string>> = {
  SUBMITTED: 'submit',
  RETURNED: 'return',
  RECEIVED: 'receive',
  UNDER_APPRAISAL: 'appraise',
  RECOGNISED: 'recognise',
  NOT_RECOGNISED: 'decline',
};
const LIFE_SALT = 41;
const state = (_life: string, row: string): string =>
  `(array[${LIVES.map(life => `'${life.at(-1)!}'`).join(', ')}])[1 + ${pick(LIVES.length, LIFE_SALT, row)}]`;

/** From the day it is attested to its last step. */
const daysOfLife = (row: string): string =>
  `(array[${LIVES.map(life => (life.length - 1) * 20).join(', ')}])[1 + ${pick(LIVES.length, LIFE_SALT, row)}]`;

async function loadSteps(client: Client, models: number): Promise<void> {
  const steps = LIVES.flatMap((life, l) => life.map((to, s) => ({ life: l, step: s, action: ACTIONS[to], from: life[s - 1] ?? null, to })));
  await client.query(
    `insert into model_step (id, model_id, registration_id, lifecycle, action, from_state, to_state, on_day, at, actor_name, unit_id)
     select ${stepId('i', 's.step')}, m.id, m.id, 'FILE', s.action, s."from", s."to", m.attested_on + (s.step * 20)::int, m.recorded_at, 'bench', m.unit_id
       from generate_series(1, $1::int) i join emulation_model m on m.id = ${modelId('i')}
       join jsonb_to_recordset($2::jsonb) s (life int, step int, action text, "from" text, "to" text) on s.life = ${pick(LIVES.length, LIFE_SALT)}
     union all
     select ${stepId('i', '9')}, m.id, null, 'RUNNING', 'start', null, 'ACTIVE', m.attested_on, m.recorded_at, 'bench', m.unit_id
       from generate_series(1, $1::int) i join emulation_model m on m.id = ${modelId('i')}`,
    [models, JSON.stringify(steps)],
  );
}
