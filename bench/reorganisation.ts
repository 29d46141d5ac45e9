import pg from 'pg';
import { withRegistry } from '../src/app/commands/command.js';
import { UnitLists } from '../src/features/units/lists/unit-lists.service.js';
import { UnitEventsService } from '../src/features/units/unit-events.service.js';
import { systemActor } from '../src/platform/access/actor.js';
import { readSettings } from '../src/platform/config/settings.js';
import { openBenchDatabase } from './bench.database.js';

/**
 * `npm run reorganisation`: what a reorganisation like that of 1 July 2025 costs where models stand (MODELS, 100,000 unless it says otherwise): all districts
 * end, three communes each become one. Goal: previewed and applied in a minute, and undone exactly, in
 * no more time than a statement may take. The trail of both stays in the data of the bench.
 */
const MODELS = Number(process.env.MODELS ?? 100_000);
const GOAL_S = 60;
/** As long as a server lets a statement run. */
const GOAL_OF_UNDO_S = 15;
const DATE = '2026-07-01';
const MERGED = 3;
const actor = systemActor('bench');

interface Commune {
  readonly code: string;
  readonly name: string;
  readonly province: string;
}

const { server, dataDir } = await openBenchDatabase(MODELS, false);
const client = new pg.Client({ ...server.address });
await client.connect();

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const started = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - started) / 1_000 };
}

/** All that is kept of units, in short. */
async function sums(): Promise<string> {
  const { rows } = await client.query<{ sums: string }>(
    `select concat((select md5(string_agg(u::text, '' order by id)) from unit u), (select md5(string_agg(s::text, '' order by id)) from unit_span s),
                   (select md5(string_agg(c::text, '' order by id)) from unit_succession c), (select md5(string_agg(p::text, '' order by p::text)) from unit_place p)) as sums`,
  );
  return rows[0]!.sums;
}

const csv = (name: string, columns: readonly string[], rows: readonly (readonly string[])[]): { name: string; content: Buffer } => ({
  name,
  content: Buffer.from([columns, ...rows].map(row => row.join(',')).join('\n')),
});

/** The list after the reorganisation, and what each commune passes into. */
async function lists(): Promise<{ units: { name: string; content: Buffer }; successions: { name: string; content: Buffer } }> {
  const provinces = await client.query<{ code: string; name: string }>(
    `select code, name from unit_span where kind = 'TINH' order by code`,
  );
  const communes = await client.query<Commune>(
    `select c.code, c.name, p.code as province from unit_span c join unit_span d on d.unit_id = c.parent_id join unit_span p on p.unit_id = d.parent_id
      where c.kind = 'XA' order by p.code, d.code, c.code`,
  );
  const after = provinces.rows.map(({ code, name }) => [code, name, 'Tỉnh', '']);
  const passing: string[][] = [];
  let [into, left, province] = [['', ''], 0, ''];
  for (const commune of communes.rows) {
    if (left === 0 || commune.province !== province) {
      [into, left, province] = [[String(20_000 + after.length), `Mới ${after.length}`], MERGED, commune.province];
      after.push([...into, 'Xã', province]);
    }
    passing.push([commune.code, `Xã ${commune.name}`, into[0]!, `Xã ${into[1]!}`, 'full']);
    left--;
  }
  return {
    units: csv('sau.csv', ['code', 'name', 'type', 'parent_code'], after),
    successions: csv('ke-thua.csv', ['old_code', 'old_name', 'new_code', 'new_name', 'extent'], passing),
  };
}

try {
  const input = { date: DATE, ...(await lists()) };
  const before = await sums();
  await withRegistry(readSettings({ DATA_DIR: dataDir, EXAMPLE: 'off' }), async ({ app }) => {
    const [unitLists, events] = [app.get(UnitLists), app.get(UnitEventsService)];
    const preview = await timed(() => unitLists.checkReorganisation(actor, input));
    if (preview.result.outcome !== 'READY') throw new Error(JSON.stringify(preview.result.problems.slice(0, 5)));
    const applied = await timed(() => unitLists.reorganise(actor, input));
    const undone = await timed(() => events.undo(actor, applied.result.eventId!, { expectedVersion: 1, reason: 'Đo' }));
    // The least that PostgreSQL takes to write the rows of that many units.
    const floor = await timed(() =>
      client.query(`create temporary table floor as select * from unit_span; insert into floor select * from floor`),
    );
    const both = preview.seconds + applied.seconds;
    console.log(
      `${MODELS} models: previewed in ${preview.seconds.toFixed(1)} s, applied in ${applied.seconds.toFixed(1)} s, undone in ${undone.seconds.toFixed(1)} s`,
    );
    console.log(`(${JSON.stringify(applied.result.counts)}; all spans written twice by hand: ${floor.seconds.toFixed(2)} s)`);
    console.log(`${both <= GOAL_S ? 'met' : 'MISSED'}   previewed and applied in at most ${GOAL_S} s`);
    const isSame = (await sums()) === before;
    console.log(`${isSame ? 'met' : 'MISSED'}   undone exactly`);
    console.log(`${undone.seconds <= GOAL_OF_UNDO_S ? 'met' : 'MISSED'}   undone in at most ${GOAL_OF_UNDO_S} s`);
    if (both > GOAL_S || undone.seconds > GOAL_OF_UNDO_S || !isSame) process.exitCode = 1;
  });
} finally {
  await client.end();
  await server.release();
}
