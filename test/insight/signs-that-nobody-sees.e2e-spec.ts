import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registrySchema } from '../../src/app/schema.js';
import { PlainSigns1700000000035 } from '../../src/app/migrations/1700000000035-plain-signs.js';
import { dataSourceFor } from '../../src/platform/database/connection.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { Doctor } from '../../src/platform/doctor/doctor.js';
import { SIGN_KINDS, withPlainSigns } from '../../src/shared/signs.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { testDatabase } from '../support/test-server.js';

const SIGNS = SIGN_KINDS.flatMap(({ ranges }) => ranges.flat()).map(code => String.fromCodePoint(code));

describe('what was stored with a sign that nobody sees', () => {
  let registry: TestRegistry;
  let id: { unit: string; model: string };
  beforeAll(async () => {
    registry = await openTestRegistry({ example: true });
    const [unit] = await registry.registry.source.query(
      `select unit_id as id from unit_span where kind = 'XA' and upper_inf(validity) limit 1`,
    );
    const [model] = await registry.registry.source.query(`select id from emulation_model limit 1`);
    await registry.registry.source.query(
      `insert into movement (id, name, launcher_id, recorded_on, period, version) values (gen_random_uuid(), 'x', $1, '2026-01-01', daterange('2026-01-01', null), 1)`,
      [unit.id],
    );
    await registry.registry.source.query(`insert into theme (id, name) values (gen_random_uuid(), 'x')`);
    id = { unit: unit.id, model: model.id };
    // A theme that drafts alone have would be entered in the dictionary.
    await registry.registry.source.query('update theme set listed = true');
    // Names of units are changed by events alone.
    await registry.registry.source.query('alter table unit_span disable trigger user');
  });
  afterAll(() => registry.close());

  it.each([...new Set(SIGNS)].map(sign => [`U+${sign.codePointAt(0)!.toString(16)}`, sign]))(
    '(%s) is found by what is seen, and the other way round',
    async (_, sign) => {
      const { source } = registry.registry;
      const hidden = `Việc Minh${sign} Hoạ`;
      const seen = withPlainSigns(hidden);
      const query = `query ($text: String!) {
      movements(filter: { text: $text }) { totalCount } themes(filter: { text: $text }) { totalCount }
      models(filter: { text: $text }) { totalCount } units(filter: { text: $text }) { totalCount }
      search(filter: { text: $text }) { totalCount }
    }`;
      for (const [stored, asked] of [
        [hidden, seen],
        [seen, hidden],
      ]) {
        await source.query(`update movement set name = $1 where launcher_id = $2`, [stored, id.unit]);
        await source.query(`update theme set name = $1 where name like '%x' or name like 'Việc Minh%'`, [stored]);
        await source.query(`update emulation_model set title = $1 where id = $2`, [stored, id.model]);
        await source.query(`update unit_span set name = $1 where unit_id = $2 and upper_inf(validity)`, [stored, id.unit]);
        const found = await registry.as.everyRole.get(query, { text: asked });
        expect(found).toEqual({
          movements: { totalCount: 1 },
          themes: { totalCount: 1 },
          models: { totalCount: 1 },
          units: { totalCount: 1 },
          search: { totalCount: 2 },
        });
        const { addTheme } = await registry.as.everyRole.get(
          `mutation ($name: String!) { addTheme(input: { name: $name }) { userErrors { code } } }`,
          { name: asked },
        );
        expect(addTheme.userErrors).toEqual([{ code: 'THEME_TAKEN' }]);
      }
    },
  );
});

it('a code that is asked for with such signs is found', async () => {
  const registry = await openTestRegistry({ example: true });
  try {
    for (const field of ['units', 'models', 'sectors']) {
      const { all } = await registry.as.everyRole.get(`{ all: ${field}(first: 50) { nodes { code } } }`);
      const { code } = all.nodes.find((node: { code: string | null }) => node.code !== null);
      const { found } = await registry.as.everyRole.get(
        `query ($code: String!) { found: ${field}(filter: { code: $code }) { nodes { code } } }`,
        {
          code: `\u202a${code}\u200b\u202c `,
        },
      );
      expect(found.nodes).toEqual([{ code }]);
    }
  } finally {
    await registry.close();
  }
});

describe('a registry of an earlier version with rows that differ only in such signs', () => {
  it('migrates with all of them, the doctor names them, and no further one is taken', async () => {
    const database = await testDatabase('empty');
    try {
      const source = await dataSourceFor(database.where, registrySchema).initialize();
      await migrate(source);
      const later = (registrySchema.migrations as readonly { name: string }[]).map(({ name }) => name);
      for (let n = later.length; n > later.indexOf(PlainSigns1700000000035.name); n--) await source.undoLastMigration();
      const names = ['Mô hình khéo', 'Mô hình\u200b khéo', 'Mô \u202dhình khéo', 'Mô hình khé\u00ado'];
      for (const name of names) await source.query(`insert into theme (id, name) values (gen_random_uuid(), $1)`, [name]);
      await migrate(source);
      expect((await source.query(`select name from theme order by name collate "C"`)).map(({ name }: { name: string }) => name)).toEqual(
        names.toSorted(),
      );
      await source.destroy();

      const registry = await openTestRegistry({ beside: database });
      try {
        const found = await registry.registry.app.get(Doctor).examine();
        expect(found.map(({ check, count }) => [check, count]).toSorted()).toEqual([
          ['sectors.themesDiffer', 1],
          ['text.plainSigns', 3],
          ['text.twins', 3],
        ]);
        for (const name of names) {
          const { addTheme } = await registry.as.everyRole.get(
            `mutation ($name: String!) { addTheme(input: { name: $name }) { userErrors { code } } }`,
            { name },
          );
          expect(addTheme.userErrors).toEqual([{ code: 'THEME_TAKEN' }]);
        }
      } finally {
        await registry.close();
      }
    } finally {
      await database.drop();
    }
  }, 60_000);
});
