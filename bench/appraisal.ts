import pg from 'pg';
import { withRegistry } from '../src/app/commands/command.js';
import { evaluationChecks } from '../src/features/evaluations/evaluation.checks.js';
import { inputsOfRound, roundOf } from '../src/features/evaluations/evaluation.store.js';
import { ResultsService } from '../src/features/evaluations/results/results.service.js';
import { resultsOf } from '../src/features/evaluations/results/round-result.js';
import { VersionContents } from '../src/features/evaluations/version-contents.js';
import { systemActor } from '../src/platform/access/actor.js';
import { readSettings } from '../src/platform/config/settings.js';
import { Database } from '../src/platform/database/database.js';
import { openBenchDatabase } from './bench.database.js';
import { CRITERIA, JUDGES, ROUNDS } from './data.ranking.js';
import { roundId } from './data.shape.js';

/**
 * `npm run appraisal`: what a large round costs: its totals from nothing (goal: two seconds for ten thousand entries), closing it, and opening it again,
 * in a round and in one of a tenth. The first pass warms the program up and is not shown.
 */
const MODELS = 10_000;
const GOAL_MS = 2_000;
const REPEATS = 3;
const actor = systemActor('bench');

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const { server, dataDir } = await openBenchDatabase(MODELS, false);
const seconds = (ms: number): string => `${(ms / 1_000).toFixed(2)} s`.padStart(9);
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

try {
  const client = new pg.Client({ ...server.address });
  await client.connect();
  const { rows } = await client.query<{ id: string }>(ROUNDS.map(({ row }) => `select ${roundId(row)} as id`).join(' union all '));
  await client.end();
  await withRegistry(readSettings({ DATA_DIR: dataDir, EXAMPLE: 'off' }), async ({ app }) => {
    const [db, results, contents] = [app.get(Database), app.get(ResultsService), app.get(VersionContents)];

    const version = async (id: string): Promise<number> => (await roundOf(db.rows, id))!.version;
    const totals = async (id: string): Promise<void> => {
      const round = (await roundOf(db.rows, id))!;
      const content = await contents.of(db.rows, round.criteriaVersionId);
      const inputs = await inputsOfRound(db.rows, id);
      resultsOf(content, { rule: round, outstandingBlocks: round.outstandingBlocks }, inputs);
    };
    const measured: Readonly<Record<string, (id: string) => Promise<unknown>>> = {
      'totals from nothing': totals,
      'opening again': async id => results.reopen(actor, { id, expectedVersion: await version(id) }, 'Đo', null),
      closing: async id => results.close(actor, { id, expectedVersion: await version(id) }, null),
    };
    const taken = new Map<string, number[]>();
    for (let pass = 0; pass <= REPEATS; pass++)
      for (const [name, work] of Object.entries(measured))
        for (const [i, { entries }] of ROUNDS.entries()) {
          const ms = await timed(() => work(rows[i]!.id));
          const key = `${name} ${entries}`;
          if (pass > 0) taken.set(key, [...(taken.get(key) ?? []), ms]);
        }
    for (const name of Object.keys(measured)) {
      const [large, small] = ROUNDS.map(({ entries }) => median(taken.get(`${name} ${entries}`)!)) as [number, number];
      console.log(
        `${name.padEnd(20)} ${ROUNDS[0].entries} entries × ${JUDGES} × ${CRITERIA}: ${seconds(large)}; a tenth: ${seconds(small)}; growth ${(large / small).toFixed(1)}×`,
      );
      if (name === 'totals from nothing')
        console.log(`${large <= GOAL_MS ? 'met' : 'MISSED'}   totals of a round in at most ${seconds(GOAL_MS)}`);
    }
    const doctor = await timed(async () => {
      for (const check of evaluationChecks) {
        const found = await check.examine(db.rows);
        if (found) console.log(`${check.name}: ${found.cases[0]!.en}`);
      }
    });
    console.log(`the checks of the doctor ${seconds(doctor)}`);
  });
} finally {
  await server.release();
}
