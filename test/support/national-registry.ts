import type pg from 'pg';
import { givenUnits } from './given-units.js';
import { connect } from './test-server.js';
import type { TestRegistry } from './test-registry.js';

/** As many as Việt Nam had before and after 1 July 2025, and some thousand models. */
const SHAPE = { provinces: 34, formerProvinces: 29, districts: 696, formerCommunes: 10_035, communes: 3_321, bodies: 3_321, models: 4_000 };

const SYLLABLES = 'Quế,Hòa,Bình,Tân,Phú,Đông,Sơn,Hải,Minh,An,Long,Thanh,Lập,Hiệp,Xuân,Mỹ'.split(',');
const TITLES = [
  'Mô hình tự quản',
  'Dân vận khéo ở cơ sở',
  'Giúp nhau làm giàu',
  'Cải cách TTHC',
  'Tiếp dân, đối thoại',
  'Quế Sơn sạch đẹp',
];

const triggers = (how: 'disable' | 'enable'): string =>
  ['unit', 'unit_span', 'unit_succession', 'emulation_model'].map(table => `alter table ${table} ${how} trigger user`).join('; ');

/**
 * Fills an empty registry with a country of national shape in seconds, past the commands: provinces that live on and provinces that passed into them,
 * districts that ended without successor, communes that ended wholly or in parts, today's communes with a body in each, and models of all of these.
 */
export async function fillNationally(registry: TestRegistry): Promise<void> {
  const units = givenUnits(() => registry);
  await units.establish({ name: 'Tỉnh Mẫu', kind: 'TINH' });
  const templates = await modelTemplates(registry, await units.find('Tỉnh Mẫu', '2001-01-01'));
  const client = await connect(registry.database.where);
  try {
    await client.query(triggers('disable'));
    await fillUnits(client);
    await copyModels(client, templates);
    // The words that search knows are written by a trigger.
    await client.query(`insert into search_word (word)
      select distinct w.word from (select words from emulation_model union all select words from unit_span) n
       cross join lateral unnest(string_to_array(translate(n.words, '|;', ''), ' ')) w (word) where w.word <> ''`);
    // So are the places of units.
    await client.query('insert into unit_place select * from unit_places_of(array(select id from unit)) on conflict do nothing');
    await client.query(triggers('enable'));
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

/** The id of the unit of this number; a model's begins with another letter. */
const idOf = (number: string, letter = 'a'): string =>
  `('${letter}' || lpad(to_hex(${number}), 7, '0') || '-0000-7000-8000-000000000000')::uuid`;

const FIRST = (() => {
  const province = 1;
  const formerProvince = province + SHAPE.provinces;
  const district = formerProvince + SHAPE.formerProvinces;
  const formerCommune = district + SHAPE.districts;
  const commune = formerCommune + SHAPE.formerCommunes;
  const body = commune + SHAPE.communes;
  return { province, formerProvince, district, formerCommune, commune, body, end: body + SHAPE.bodies };
})();
const OLD = '[1976-01-01,2025-07-01)';
const NEW = '[2025-07-01,)';
const ALWAYS = '[1976-01-01,)';

async function fillUnits(client: pg.Client): Promise<void> {
  const name = `($1::text[])[1 + i % ${SYLLABLES.length}] || ' ' || ($1::text[])[1 + (i / ${SYLLABLES.length}) % ${SYLLABLES.length}]`;
  const add = async (
    from: number,
    count: number,
    kind: string,
    validity: string,
    parent: string,
    territory = 'null::uuid',
  ): Promise<void> => {
    const rows = `generate_series(${from}, ${from + count - 1}) i`;
    const line = kind === 'UBND' ? 'STATE' : 'TERRITORY';
    await client.query(
      `insert into unit (id, line, validity, ends) select ${idOf('i')}, '${line}', '${validity}', ${validity === OLD ? `'2025-06-30'` : 'null'} from ${rows}`,
    );
    await client.query(
      `insert into unit_span (id, unit_id, validity, name, kind, code, parent_id, territory_id)
       select ${idOf('i', 'b')}, ${idOf('i')}, '${validity}', ${kind === 'UBND' ? `'UBND ' || ` : ''}${name}, '${kind}',
              ${kind === 'UBND' ? 'null' : `lpad(i::text, 5, '0')`}, ${parent}, ${territory} from ${rows}`,
      [SYLLABLES],
    );
  };
  const oneOf = (first: number, count: number): string => idOf(`${first} + i % ${count}`);
  await add(FIRST.province, SHAPE.provinces, 'TINH', ALWAYS, 'null::uuid');
  await add(FIRST.formerProvince, SHAPE.formerProvinces, 'TINH', OLD, 'null::uuid');
  await add(FIRST.district, SHAPE.districts, 'HUYEN', OLD, oneOf(FIRST.province, SHAPE.provinces + SHAPE.formerProvinces));
  await add(FIRST.formerCommune, SHAPE.formerCommunes, 'XA', OLD, oneOf(FIRST.district, SHAPE.districts));
  await add(FIRST.commune, SHAPE.communes, 'XA', NEW, oneOf(FIRST.province, SHAPE.provinces));
  await add(FIRST.body, SHAPE.bodies, 'UBND', NEW, 'null::uuid', oneOf(FIRST.commune, SHAPE.communes));
  const succeed = (from: number, count: number, into: string, whole: string, salt: number): Promise<unknown> =>
    client.query(
      `insert into unit_succession (id, predecessor_id, successor_id, whole, effective, effective_on, event_id)
       select ${idOf(`i + ${salt * 100_000}`, 'c')}, ${idOf('i')}, ${into}, whole, '2025-07-01', '2025-07-01', (select id from unit_event limit 1)
         from generate_series(${from}, ${from + count - 1}) i cross join lateral (select ${whole} as whole) w
        where ${salt === 2 ? 'not whole' : 'true'}`,
    );
  await succeed(FIRST.formerProvince, SHAPE.formerProvinces, oneOf(FIRST.province, SHAPE.provinces), 'true', 1);
  await succeed(FIRST.formerCommune, SHAPE.formerCommunes, oneOf(FIRST.commune, SHAPE.communes), 'i % 10 > 0', 1);
  // Every tenth commune was divided: it has a second successor.
  await succeed(FIRST.formerCommune, SHAPE.formerCommunes, oneOf(FIRST.commune + 1, SHAPE.communes - 1), 'i % 10 > 0', 2);
}

/** Models made by commands, one of each shape: the others are copies with their own id, title, code and unit. */
async function modelTemplates({ as }: TestRegistry, unitId: string): Promise<number> {
  const send = async (mutation: string, type: string, input: object): Promise<void> => {
    const answer = await as.everyRole.get(`mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { code field } } }`, {
      input,
    });
    if (answer[mutation].userErrors.length > 0) throw new Error(JSON.stringify(answer));
  };
  const past = { attestedOn: '2024-05-01', source: 'Sổ cũ', unitId };
  await send('recordPast', 'RecordPastInput', { ...past, title: 'Mẫu 1', subjectKind: 'COLLECTIVE' });
  await send('recordPast', 'RecordPastInput', { ...past, title: 'Mẫu 2', subjectKind: 'HOUSEHOLD' });
  await send('draftModel', 'DraftModelInput', { title: 'Mẫu 3', subjectKind: 'INDIVIDUAL', unitId });
  return 3;
}

async function copyModels(client: pg.Client, templates: number): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select column_name as name from information_schema.columns
      where table_name = 'emulation_model' and table_schema = 'public' and is_generated = 'NEVER'`,
  );
  const own = new Set(['id', 'title', 'code', 'unit_id', 'sector_id']);
  const others = rows.map(({ name }) => name).filter(name => !own.has(name));
  await client.query(
    `insert into emulation_model (id, title, code, unit_id, sector_id, ${others.join(', ')})
     select ${idOf('i', 'd')}, ($1::text[])[1 + i % ${TITLES.length}] || ' ' || i, 'QG-2025-' || i, ${idOf(`1 + (i * 7919) % ${FIRST.end - 1}`)},
            (select id from sector order by id offset i % 4 limit 1), ${others.map(name => `m.${name}`).join(', ')}
       from generate_series(1, ${SHAPE.models}) i
       join (select *, row_number() over (order by id) as n from emulation_model) m on m.n = 1 + i % ${templates}`,
    [TITLES],
  );
}
