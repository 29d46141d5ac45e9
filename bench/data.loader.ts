import type { Client } from 'pg';
import { CRITERIA_VERSION, loadRanking, ROUNDS, type RankingRound } from './data.ranking.js';
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
  'recognition',
  'evaluation',
  'score_sheet',
  'appraisal_assignment',
  'commendation',
  'decision',
];

/** Names in turn: units of the same place never share one. */
const nameOf = (parameter: string): string => {
  const n = SYLLABLES.length;
  return `(${parameter})[1 + i % ${n}] || ' ' || (${parameter})[1 + i / ${n} % ${n}]`;
};
const word = (parameter: string, n: number, salt: number): string => `(${parameter})[1 + ${pick(n, salt)}]`;

/** Fills an empty registry. Checks and triggers are passed over; indexes are made afterwards. @param rounds that rank communes. */
export async function loadData(client: Client, models: number, rounds: readonly RankingRound[] = ROUNDS): Promise<void> {
  await client.query(`set maintenance_work_mem = '512MB'`);
  await client.query(`begin`);
  await client.query(`set local session_replication_role = replica`);
  await client.query(`truncate unit, emulation_model cascade`);
  await client.query(`truncate counted_event, event_count, counted_place, counted_day, uncounted_model`);
  const indexes = await dropIndexes(client);
  await loadUnits(client);
  await loadModels(client, models);
  await loadSteps(client, models);
  await loadRecognitions(client, models);
  await keepWhatTriggersKeep(client);
  await loadRanking(client, rounds);
  await loadResults(client, CRITERIA_VERSION, models);
  for (const index of indexes) await client.query(index);
  await client.query(`commit`);
  for (const table of TABLES) await client.query(`vacuum (analyze) ${table}`);
  await client.query(`checkpoint`);
}

/** What commands and triggers keep in tables of their own; the counts of events are `recountAll`'s. */
async function keepWhatTriggersKeep(client: Client): Promise<void> {
  await client.query(`insert into unit_place select * from unit_places_of(array(select id from unit))`);
  await keepWords(client, 'unit_span');
  await keepWords(client, 'emulation_model');
  await client.query(
    `insert into model_code_counter (prefix, year, last)
     select p.parts[1], p.parts[2]::int, max(p.parts[3]::int) from (select string_to_array(code, '-') as parts from emulation_model) p group by 1, 2`,
  );
}

/** Search knows the words of the names in these rows. @param condition in SQL; without one, all rows of the table. */
export const keepWords = (client: Client, table: string, condition = 'true'): Promise<unknown> =>
  client.query(
    `insert into search_word (word)
     select distinct w.word from ${table} n cross join lateral unnest(string_to_array(translate(n.words, '|;', ''), ' ')) w (word)
      where ${condition} and w.word <> '' and not exists (select from search_word k where k.word = w.word)`,
  );

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
              ${kind === 'UBND' ? `'UBND xã ' || ` : ''}${nameOf('$1::text[]')}, '${kind}', ${code},
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

/** Communes and organisations carry models; one in five belongs to one of those before it, which belongs to none. */
async function loadModels(client: Client, models: number): Promise<void> {
  const carrier = unitId(`1 + ${PROVINCES + DISTRICTS} + ${pick(COMMUNES + ORGANISATIONS, 11)}`);
  const above = `(i - 1 - ${pick(9, 13)})`;
  const parent = `case when i > 20 and ${pick(5, 12)} = 0 and ${pick(5, 12, above)} <> 0 then ${modelId(`${above}::int`)} end`;
  await client.query(
    `insert into emulation_model (id, title, unit_id, parent_id, subject_kind, attested_on, source, recorded_at, code, sector_id, file_state, running_state, state_since, on_paper, recognised_on, changed_at)
     select ${modelId('i')},
            concat_ws(' ', ${word('$1::text[]', OPENINGS.length, 21)}, ${word('$2::text[]', DEEDS.length, 22)}, ${word('$3::text[]', MANNERS.length, 23)},
              case when i % ${RARE.every} = 7 then $5 end,
              ${word('$4::text[]', SYLLABLES.length, 24)} || ' ' || ${word('$4::text[]', SYLLABLES.length, 25)}, case when ${pick(3, 26)} = 0 then ${pick(40, 27)} + 1 end),
            ${carrier}, ${parent}, (array['COLLECTIVE', 'COLLECTIVE', 'COLLECTIVE', 'INDIVIDUAL', 'HOUSEHOLD'])[1 + ${pick(5, 28)}],
            a.attested, 'Sổ đăng ký', timestamptz '2025-01-01' + i * interval '1 second',
            'DV-' || (2010 + ${pick(16, 30)}) || '-' || lpad(i::text, 7, '0'),
            ('01920000-0000-7000-8000-00000000000' || (1 + ${pick(4, 31)}))::uuid,
            ${stateOf}, 'ACTIVE', f.since, ${life} = ${PAST}, case when ${stateOf} = 'RECOGNISED' then f.since end,
            timestamptz '2025-01-01' + i * interval '1 second'
       from generate_series(1, $6::int) i
      cross join lateral (select date '2010-01-01' + ${pick(5_700, 29)}::int as attested) a
      cross join lateral (select a.attested + ${daysOfLife} as since) f`,
    [OPENINGS, DEEDS, MANNERS, SYLLABLES, RARE.phrase, models],
  );
  // One registration of each model, under the model's own id.
  await client.query(
    `insert into registration (id, model_id, opened_on, file_state, state_since, source, latest)
     select id, id, attested_on, file_state, state_since, case when on_paper then source end, true from emulation_model`,
  );
}

/** How far a file has come; a few are returned. The first was entered from a paper of the past, the others as drafts. */
const LIVES = [
  ['RECEIVED'],
  ['DRAFT', 'SUBMITTED', 'RECEIVED'],
  ['DRAFT', 'SUBMITTED', 'RETURNED'],
  ['DRAFT', 'SUBMITTED', 'RECEIVED', 'UNDER_APPRAISAL'],
  ['DRAFT', 'SUBMITTED', 'RECEIVED', 'UNDER_APPRAISAL', 'RECOGNISED'],
  ['DRAFT', 'SUBMITTED', 'RECEIVED', 'UNDER_APPRAISAL', 'RECOGNISED'],
  ['DRAFT', 'SUBMITTED', 'RECEIVED', 'UNDER_APPRAISAL', 'NOT_RECOGNISED'],
];
const PAST = 0;
const ACTIONS: Readonly<Record<string, string>> = {
  DRAFT: 'draft',
  SUBMITTED: 'submit',
  RETURNED: 'return',
  RECEIVED: 'receive',
  UNDER_APPRAISAL: 'openAppraisal',
  RECOGNISED: 'recognise',
  NOT_RECOGNISED: 'decline',
};
const actionOf = (life: number, state: string): string => (life === PAST ? 'recordPast' : ACTIONS[state]!);
const DAYS_OF_STEP = 20;

/** Of the model `i`: which of `LIVES` it has, its present state, and how many days after it was attested this began. */
const life = pick(LIVES.length, 41);
const stateOf = `(array[${LIVES.map(one => `'${one.at(-1)!}'`).join(', ')}])[1 + ${life}]`;
const daysOfLife = `(array[${LIVES.map(one => (one.length - 1) * DAYS_OF_STEP).join(', ')}])[1 + ${life}]`;

async function loadSteps(client: Client, models: number): Promise<void> {
  const steps = LIVES.flatMap((states, l) =>
    states.map((to, s) => ({ life: l, step: s, action: actionOf(l, to), from: states[s - 1] ?? null, to })),
  );
  await client.query(
    `insert into model_step (id, model_id, registration_id, lifecycle, action, from_state, to_state, on_day, at, actor_name, unit_id)
     select ${stepId('i', 's.step')}, m.id, m.id, 'FILE', s.action, s."from", s."to", m.attested_on + (s.step * ${DAYS_OF_STEP})::int, m.recorded_at, 'bench', m.unit_id
       from generate_series(1, $1::int) i join emulation_model m on m.id = ${modelId('i')}
       join jsonb_to_recordset($2::jsonb) s (life int, step int, action text, "from" text, "to" text) on s.life = ${life}
     union all
     select ${stepId('i', '9')}, m.id, null, 'RUNNING', case when m.on_paper then 'recordPast' else 'draft' end, null, 'ACTIVE', m.attested_on, m.recorded_at, 'bench', m.unit_id
       from generate_series(1, $1::int) i join emulation_model m on m.id = ${modelId('i')}`,
    [models, JSON.stringify(steps)],
  );
}

/** One recognition, from a paper, of each model that is recognised, under the model's own id. */
async function loadRecognitions(client: Client, models: number): Promise<void> {
  await client.query(
    `insert into recognition (id, model_id, registration_id, source, level, recognised_on)
     select m.id, m.id, m.id, m.source, (array['COMMUNE', 'COMMUNE', 'DISTRICT', 'PROVINCE'])[1 + ${pick(4, 42)}], m.recognised_on
       from generate_series(1, $1::int) i join emulation_model m on m.id = ${modelId('i')} where m.recognised_on is not null`,
    [models],
  );
}
