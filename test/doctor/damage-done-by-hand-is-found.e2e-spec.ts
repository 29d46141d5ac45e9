import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { EventCounter } from '../../src/insight/statistics/kept/event-counter.js';
import { Doctor, type Diagnosis } from '../../src/platform/doctor/doctor.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { connect } from '../support/test-server.js';

let registry: TestRegistry;
let client: pg.Client;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  client = await connect(registry.database.where);
  const province = await units.establish({ name: 'Tỉnh A', kind: 'TINH', code: '90' });
  const commune = await units.establish({ name: 'Xã B', parentId: province, code: '90001' });
  await models.authority(province, province);
  const [first] = [
    await models.draft(commune, { title: 'Mô hình được công nhận' }),
    await models.draft(commune, { title: 'Mô hình nháp' }),
  ];
  for (const step of ['submitModels', 'receiveModels', 'openAppraisalOfModels']) await models.step(step, first);
  await models.step('recogniseModels', first, { decisionId: await models.decision(province), level: 'COMMUNE' });
  // Otherwise the next round would count a model while it is damaged.
  await registry.registry.app.get(EventCounter).countAll();
});
afterAll(async () => {
  await client.end();
  await registry.close();
});

const examine = (): Promise<Diagnosis[]> => registry.registry.app.get(Doctor).examine();

/**
 ** Changes rows directly in the database, with all constraints and triggers disabled, runs the doctor, and restores the rows:
 ** the doctor reads in a transaction of its own, so the damage has to be committed.
 */
async function broken(damage: string, undo: string, guards: { drop?: string; make?: string } = {}): Promise<Record<string, string>> {
  const tables = [
    'emulation_model',
    'model_step',
    'recognition',
    'unit',
    'unit_span',
    'unit_succession',
    'audit_entry',
    'audit_seal',
    'decision',
    'role_grant',
  ];
  const triggers = (how: 'disable' | 'enable'): string => tables.map(table => `alter table ${table} ${how} trigger user;`).join(' ');
  await client.query(`${triggers('disable')} ${guards.drop ?? ''}; ${damage}; ${triggers('enable')}`);
  try {
    // What is kept for statistics differs from damaged rows, too: `numbers-of-today-are-kept` has that check.
    const found = (await examine()).filter(({ check }) => !check.startsWith('statistics.kept'));
    return Object.fromEntries(found.map(({ check, cases }) => [check, cases[0]!.vi]));
  } finally {
    await client.query(`${triggers('disable')} ${undo}; ${guards.make ?? ''}; ${triggers('enable')}`);
  }
}

it('there are no findings before and none after', async () => {
  expect(await examine()).toEqual([]);
  const found = await broken(
    `update emulation_model set file_state = 'RECEIVED' where title = 'Mô hình nháp'`,
    `update emulation_model set file_state = 'DRAFT' where title = 'Mô hình nháp'`,
  );
  expect(found).toEqual({
    'models.copyTheirLatestRegistration': expect.stringMatching(/“Mô hình nháp”: trạng thái, nơi giữ, đợt hoặc nguồn khác/),
  });
  expect(await examine()).toEqual([]);
});

describe('models', () => {
  it('a step against the lifecycle, and one dated before its predecessor', async () => {
    const [leap, back] = [
      `update model_step set from_state = 'DRAFT' where action = 'openAppraisal'`,
      `update model_step set from_state = 'RECEIVED' where action = 'openAppraisal'`,
    ];
    expect(await broken(leap, back)).toEqual({
      'models.stepsFollowTheLifecycle': expect.stringContaining(
        'bước “Đưa vào thẩm định” từ “bản nháp” đến “đang thẩm định” không đúng quy trình (trước đó là “đã tiếp nhận”)',
      ),
    });
    const found = await broken(
      `update model_step set on_day = on_day - 400 where action = 'receive'`,
      `update model_step set on_day = on_day + 400 where action = 'receive'`,
    );
    expect(found['models.stepsInTheOrderOfTime']).toContain('bước “Tiếp nhận”');
  });

  it('a recognition without its decision', async () => {
    expect(
      await broken(
        `create table gone as select * from recognition; delete from recognition`,
        `insert into recognition select * from gone; drop table gone`,
      ),
    ).toEqual({
      'models.recognitionsRestOnDecisions': expect.stringContaining('“Mô hình được công nhận”'),
      // Past the triggers, the day that orders lists is not that of the recognition, either.
      'models.copyTheirLatestRegistration': expect.stringContaining('“Mô hình được công nhận”'),
    });
  });

  it('a code that would be assigned again', async () => {
    expect(await broken(`update model_code_counter set last = last - 1`, `update model_code_counter set last = last + 1`)).toEqual({
      'models.codesAreNeverGivenTwice': expect.stringContaining('bộ đếm (1) sẽ cấp lại'),
    });
  });

  it('a recognised model in the trash', async () => {
    expect(
      await broken(
        `update emulation_model set trashed_at = now() where file_state = 'RECOGNISED'`,
        `update emulation_model set trashed_at = null`,
      ),
    ).toHaveProperty(['models.twoLevels']);
  });
});

describe('units', () => {
  it('a cycle on any date', async () => {
    const found = await broken(
      `update unit_span set parent_id = (select unit_id from unit_span where name = 'Xã B') where name = 'Tỉnh A'`,
      `update unit_span set parent_id = null where name = 'Tỉnh A'`,
    );
    expect(found).toEqual({
      'units.level': expect.stringContaining('không phải đơn vị cấp trên'),
      'units.noCircle': expect.stringMatching(/“(Tỉnh A|Xã B)” trực thuộc chính nó \(từ 1\/1\/2000\)/),
      // The triggers that keep the places of units are disabled, too.
      'units.placesKept': expect.stringContaining('“Tỉnh A”'),
    });
  });

  it('a succession to a unit that was not in force on its day', async () => {
    const damage = `update unit set validity = daterange('2000-01-01', '2024-12-31'), ends = '2024-12-30' where id = (select unit_id from unit_span where name = 'Xã B');
       insert into unit_succession (id, predecessor_id, successor_id, whole, effective, effective_on, event_id)
       select gen_random_uuid(), p.unit_id, c.unit_id, false, '2025-07-01', '2025-07-01', (select id from unit_event limit 1)
         from unit_span p, unit_span c where p.name = 'Tỉnh A' and c.name = 'Xã B'`;
    const found = await broken(
      damage,
      `delete from unit_succession; update unit set validity = daterange('2000-01-01', null), ends = null where ends is not null`,
    );
    expect(found['units.successionCloses']).toContain('“Tỉnh A”');
  });

  it('an administrative unit that works for a territory', async () => {
    const found = await broken(
      `insert into served_territory (id, body_id, territory_id, validity, basis)
       select gen_random_uuid(), a.unit_id, b.unit_id, '[2001-01-01,)', 'Thử' from unit_span a, unit_span b where a.name = 'Tỉnh A' and b.name = 'Xã B'`,
      `delete from served_territory`,
    );
    expect(found).toEqual({ 'units.organisationsServeTerritories': expect.stringContaining('“Tỉnh A” được ghi phụ trách “Xã B”') });
  });

  it('a stored place that the history does not give', async () => {
    const found = await broken(
      `update unit_place set validity = '[2001-01-01,)' where unit_id = (select unit_id from unit_span where name = 'Xã B')`,
      `update unit_place set validity = '[2000-01-01,)' where unit_id = (select unit_id from unit_span where name = 'Xã B')`,
    );
    expect(found).toEqual({ 'units.placesKept': expect.stringContaining('Nơi quy về đã lưu của “Xã B”') });
  });

  it('two names at the same time, a code of two units, a name outside the validity', async () => {
    const guards = {
      drop: `alter table unit_span drop constraint unit_span_no_overlap, drop constraint unit_code_taken`,
      make: `alter table unit_span
        add constraint unit_span_no_overlap exclude using gist (unit_id with =, validity with &&) deferrable initially immediate,
        add constraint unit_code_taken exclude using gist (code with =, validity with &&) where (code is not null) deferrable initially immediate`,
    };
    const double = `insert into unit_span (id, unit_id, validity, name, kind, code)
      select gen_random_uuid(), unit_id, '[2010-01-01,2011-01-01)', 'Xã A', kind, '90' from unit_span where name = 'Xã B'`;
    const found = await broken(double, `delete from unit_span where name = 'Xã A'`, guards);
    expect(found).toEqual({
      'units.noOverlap': expect.stringContaining('có hai tên hoặc hai nơi trực thuộc cùng lúc (từ 1/1/2010 đến 31/12/2010)'),
      'units.codeOnce': 'Mã 90 được dùng cho hai đơn vị cùng lúc (từ 1/1/2010 đến 31/12/2010)',
    });
    expect(
      await broken(
        `update unit set validity = '[2005-01-01,)' where id = (select unit_id from unit_span where name = 'Tỉnh A')`,
        `update unit set validity = '[2000-01-01,)' where id = (select unit_id from unit_span where name = 'Tỉnh A')`,
      ),
    ).toMatchObject({
      'units.withinLife': expect.stringContaining('Tỉnh A'),
      'units.placeInForce': expect.stringContaining('“Xã B” trực thuộc “Tỉnh A”'),
    });
  });
});

it('a delegation that exceeds its grant', async () => {
  const account = (name: string): string =>
    `insert into account (id, name, display_name, created_at) values (gen_random_uuid(), '${name}', 'Cán bộ', now());`;
  const grant = (holder: string, role: string, from: string): string =>
    `insert into role_grant (id, account_id, role, validity, reason, given_by, given_at, delegated_from)
     select gen_random_uuid(), id, '${role}', '[2024-01-01,2024-02-01)', 'Thử', 'x', now(), ${from} from account where name = '${holder}';`;
  const own = `(select id from account where name in ('truong', 'pho'))`;
  const handedOn = grant('pho', 'leader', `(select id from role_grant where account_id in ${own})`);
  const undo = `delete from role_grant where delegated_from is not null; delete from role_grant where account_id in ${own};
    delete from account where name in ('truong', 'pho')`;
  expect(await broken(`${account('truong')} ${account('pho')} ${grant('truong', 'unitHead', 'null::uuid')} ${handedOn}`, undo)).toEqual({
    'grants.handedOnWithinTheGrant': expect.stringContaining('Quyền của lãnh đạo uỷ quyền cho “pho”'),
  });
});

describe('the database', () => {
  it('a row that refers to a missing row', async () => {
    const found = await broken(
      `insert into recognition (id, model_id, registration_id, decision_id, level, recognised_on)
       select gen_random_uuid(), gen_random_uuid(), (select id from registration limit 1), id, 'COMMUNE', '2024-01-01' from decision`,
      `delete from recognition where model_id not in (select id from emulation_model)`,
      {
        drop: `alter table recognition drop constraint recognition_model_fk`,
        make: `alter table recognition add constraint recognition_model_fk foreign key (model_id) references emulation_model`,
      },
    );
    // The foreign key is gone, so only the checks by name can find it.
    expect(found).toEqual({});
    const again = await broken(
      `insert into recognition (id, model_id, registration_id, decision_id, level, recognised_on)
       select gen_random_uuid(), gen_random_uuid(), (select id from registration limit 1), id, 'COMMUNE', '2024-01-01' from decision;
       alter table recognition add constraint recognition_model_fk foreign key (model_id) references emulation_model not valid`,
      `delete from recognition where model_id not in (select id from emulation_model); alter table recognition validate constraint recognition_model_fk`,
      { drop: `alter table recognition drop constraint recognition_model_fk` },
    );
    expect(again).toMatchObject({
      'database.foreignRows': '1 dòng trỏ tới dòng không còn (recognition_model_fk)',
      'database.guards': expect.stringContaining('recognition_model_fk'),
    });
  });

  it('a disabled trigger, and a word that search does not know', async () => {
    await client.query(`alter table unit disable trigger unit_kept; delete from search_word where word = 'nhap'`);
    expect(Object.fromEntries((await examine()).map(({ check, cases }) => [check, cases[0]!.vi]))).toEqual({
      'database.guards': expect.stringContaining('unit_kept'),
      'search.wordsKnown': 'Từ “nhap” có trong tên nhưng tìm kiếm chưa biết',
    });
    await client.query(`alter table unit enable trigger unit_kept; insert into search_word (word) values ('nhap')`);
    expect(await examine()).toEqual([]);
  });

  it('an altered audit trail', async () => {
    const found = await broken(
      `update audit_entry set reason = 'khác' where action = 'model.recognise'`,
      `update audit_entry set reason = null where action = 'model.recognise'`,
    );
    expect(found).toEqual({ 'audit.chain': expect.stringMatching(/không còn nguyên từ dòng \d+ \(dòng bị sửa\)/) });
    expect(await examine()).toEqual([]);
  });
});
