import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unitsReorganise } from '../../src/app/commands/units.commands.js';
import { readSettings } from '../../src/platform/config/settings.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { JULY, givenLists, successionsFile, unitsFile } from './given-lists.js';
import { DAY, givenSuccessions } from './given-successions.js';

let registry: TestRegistry;
const { units, models, heirsOf, modelsAt, correct, undo, isSound } = givenSuccessions(() => registry);
const { importMarch, check, reorganise } = givenLists(() => registry);

const [OLD, NEW] = ['2025-06-30', '2026-01-01'];
const on = (name: string, day: string): Promise<string> => units.find(name, day);
const correctedNotes = (notes: readonly { code: string; vi: string }[]): string[] =>
  notes.filter(({ code }) => code.startsWith('LIST_SUCCESSION')).map(({ vi }) => vi);
/** The event of the report, as clients know it. */
const eventOf = async (kind = 'REORGANISATION'): Promise<any> => {
  const { unitEvents } = await registry.as.reader.get('{ unitEvents(first: 1) { nodes { id kind effective summary { effect count } } } }');
  expect(unitEvents.nodes[0].kind).toBe(kind);
  return unitEvents.nodes[0];
};

beforeEach(async () => {
  registry = await openTestRegistry();
  expect(await importMarch()).toMatchObject({ outcome: 'APPLIED' });
  registry.setClock('2025-04-01T01:00:00Z');
  await models.draft(await on('A', OLD));
  registry.setClock(undefined);
});
afterEach(() => registry.close());

describe('a corrected list of the same day', () => {
  it('shows what stands and what it says, then mends it; the models of the commune are found at the right one', async () => {
    const office = await units.establish({ name: 'UBND xã A', line: 'STATE', kind: 'UBND', territoryId: await on('A', OLD) });
    expect(await reorganise(['A>X', 'B>Y', 'C>Z'])).toMatchObject({ outcome: 'APPLIED' });
    const [A, X, Y, city] = [await on('A', OLD), await on('X', NEW), await on('Y', NEW), await on('Đà Nẵng', NEW)];
    expect([await modelsAt(X), await modelsAt(Y), await modelsAt(city)]).toEqual([['Xã A'], [], ['Xã A']]);
    const before = await units.rows();

    const checked = await check(['A>Y', 'B>Y', 'C>Z']);
    expect(checked).toMatchObject({ outcome: 'READY', problems: [], counts: { corrected: 1, recorded: 2, leftAlone: 0 } });
    expect(correctedNotes(checked.notes)).toEqual([
      'Kế thừa của “Xã A” ngày 1/7/2025: sổ ghi “Xã X” (toàn bộ); danh mục ghi “Xã Y” (toàn bộ). Áp dụng danh mục thì sổ được đính chính theo danh mục.',
    ]);
    expect(checked.dependents).toMatchObject([{ count: 1 }]);
    expect(await units.rows()).toBe(before);

    expect(await reorganise(['A>Y', 'B>Y', 'C>Z'])).toMatchObject({ outcome: 'APPLIED', counts: { corrected: 1 } });
    expect([await modelsAt(X), await modelsAt(Y), await modelsAt(city)]).toEqual([[], ['Xã A'], ['Xã A']]);
    const { unit } = await registry.as.reader
      .get('query ($A: ID!, $office: ID!) { unit(id: $A) { successors { date act } } office: unit(id: $office) { territory { name } } }', {
        A,
        office,
      })
      .then((data: any) => ({ unit: [data.unit.successors, data.office.territory.name] }));
    expect(unit).toEqual([[{ date: DAY, act: '1659/NQ' }], 'Y']);
    await isSound();
    expect(await reorganise(['A>Y', 'B>Y', 'C>Z'])).toMatchObject({ outcome: 'UNCHANGED', notes: [] });

    const event = await eventOf();
    expect(event).toMatchObject({
      effective: DAY,
      summary: [
        { effect: 'SUCCESSION_CORRECTED', count: 1 },
        { effect: 'TAKEN_ALONG', count: 1 },
      ],
    });
    expect(await undo(event.id)).toEqual([]);
    expect(await units.rows()).toBe(before);
    await isSound();
  });

  it.each<[string, string[], string[], string[]]>([
    ['divides what was recorded as a whole', ['A>X'], ['A/X', 'A/Y'], ['Xã X (part)', 'Xã Y (part)']],
    ['makes a whole of what was recorded in parts', ['A/X', 'A/Y'], ['A>Y'], ['Xã Y']],
    ['adds a successor that was missing', ['A/X', 'A/Y'], ['A/X', 'A/Y', 'A/Z'], ['Xã X (part)', 'Xã Y (part)', 'Xã Z (part)']],
    ['removes a successor too many', ['A/X', 'A/Y', 'A/Z'], ['A/X', 'A/Z'], ['Xã X (part)', 'Xã Z (part)']],
  ])('%s', async (_, wrong, right, heirs) => {
    const others = ['B>Y', 'C>Z'];
    await reorganise([...wrong, ...others]);
    const before = await units.rows();
    expect(await reorganise([...right, ...others])).toMatchObject({ outcome: 'APPLIED', counts: { corrected: 1, established: 0 } });
    expect(await heirsOf(await on('A', OLD))).toEqual(heirs);
    await isSound();
    expect(await reorganise([...right, ...others])).toMatchObject({ outcome: 'UNCHANGED' });
    expect(await undo((await eventOf()).id)).toEqual([]);
    expect(await units.rows()).toBe(before);
  });

  it('takes back the successor of a district that it has no row for, and gives one to a district that ended without', async () => {
    const others = ['A>X', 'B>Y', 'C>Z'];
    const district = await on('Quế Sơn', OLD);
    await reorganise(['509>X', ...others]);
    expect(await heirsOf(district)).toEqual(['Xã X']);
    expect(await reorganise(others)).toMatchObject({ outcome: 'APPLIED', counts: { corrected: 1 } });
    expect(await heirsOf(district)).toEqual([]);
    expect(await reorganise(['509/X', '509/Y', ...others])).toMatchObject({ outcome: 'APPLIED', counts: { corrected: 1 } });
    expect(await heirsOf(district)).toEqual(['Xã X (part)', 'Xã Y (part)']);
    await isSound();
  });

  it('establishes the new unit that the first list did not have, and notes the one that it no longer has', async () => {
    const wrong = [...JULY.slice(0, 3), '00029,Xã Z9,Xã,48'];
    const z9 = { july: wrong };
    expect(await reorganise(['A>X', 'B>Y', 'C>Y'], z9)).toMatchObject({ outcome: 'APPLIED' });
    const corrected = await reorganise(['A>X', 'B>Y', 'C>Z']);
    expect(corrected).toMatchObject({ outcome: 'APPLIED', counts: { established: 1, corrected: 1, notListed: 1 } });
    expect(corrected.notes.map(({ code }) => code).toSorted()).toEqual(['LIST_SUCCESSION_CORRECTED', 'LIST_UNIT_NOT_LISTED']);
    expect(await heirsOf(await on('C', OLD))).toEqual(['Xã Z']);
    const again = await reorganise(['A>X', 'B>Y', 'C>Z']);
    expect(again).toMatchObject({ outcome: 'DIFFERS', problems: [], counts: { notListed: 1 } });
    expect(again.notes.map(({ vi }) => vi)[0]).toContain('“Xã Z9” (mã 00029)');
  });

  it('passes one commune to another that went on, and does not end that one', async () => {
    const staying = { july: [...JULY, '00011,Xã B,Xã,48'] };
    const B = await on('B', OLD);
    await reorganise(['A>X', 'B>B', 'C>Z'], staying);
    expect(await reorganise(['A>B', 'B>B', 'C>Z'], staying)).toMatchObject({
      outcome: 'APPLIED',
      counts: { corrected: 1, established: 0 },
    });
    expect(await heirsOf(await on('A', OLD))).toEqual(['Xã B']);
    expect(await on('B', NEW)).toBe(B);
    expect(await modelsAt(B)).toEqual(['Xã A']);
    await isSound();
  });
});

describe('a list does not mend', () => {
  it('what a later event rests on: it is refused with its row, and names the event', async () => {
    const office = await units.establish({ name: 'UBND xã A', line: 'STATE', kind: 'UBND', territoryId: await on('A', OLD) });
    await reorganise(['A>X', 'B>Y', 'C>Z']);
    await units.apply({ effective: '2026-02-01', changes: [{ dissolve: { unitId: office } }], act: { number: '5/QĐ' } });
    const before = await units.rows();
    for (const run of [check, reorganise]) {
      const report = await run(['B>Y', 'A>Y', 'C>Z']);
      expect(report).toMatchObject({
        outcome: 'REFUSED',
        eventId: null,
        problems: [{ code: 'UNIT_SUCCESSION_RESTED_ON', file: 'successions.csv', row: 4, column: 'old_code' }],
      });
      expect(report.problems[0]!.vi).toContain('biến động “5/QĐ, 2026-02-01” (UBND xã A)');
    }
    expect(await units.rows()).toBe(before);
  });

  it('what a person entered or corrected, unless a person confirms the code', async () => {
    await reorganise(['A>X', 'B>Y', 'C>Z']);
    const A = await on('A', OLD);
    expect((await correct(A, [[await on('Y', NEW), true]])).userErrors).toEqual([]);
    const before = await units.rows();
    const kept = await reorganise(['A>X', 'B>Y', 'C>Z']);
    expect(kept).toMatchObject({ outcome: 'DIFFERS', problems: [], counts: { leftAlone: 1, corrected: 0 } });
    expect(correctedNotes(kept.notes)).toEqual([
      'Kế thừa của “Xã A” ngày 1/7/2025: sổ ghi “Xã Y” (toàn bộ); danh mục ghi “Xã X” (toàn bộ). Giữ theo sổ, vì điều này do người dùng nhập bằng biến động riêng. Nếu danh mục đúng, hãy áp dụng lại và xác nhận mã cũ “00010” (correctedCodes hoặc --correct), hoặc đính chính bằng correctSuccession.',
    ]);
    expect(await units.rows()).toBe(before);
    expect(await reorganise(['A>X', 'B>Y', 'C>Z'], { corrected: ['00010'] })).toMatchObject({
      outcome: 'APPLIED',
      counts: { corrected: 1 },
    });
    expect(await heirsOf(A)).toEqual(['Xã X']);
    await isSound();
  });
});

/** The server of the tests is reached by its socket. */
const urlOf = ({
  user,
  password,
  host,
  port,
  database,
}: Record<'user' | 'password' | 'host' | 'database', string> & { port: number }): string =>
  `postgres://${user}:${encodeURIComponent(password)}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;

it('the command of the server checks and mends, and says in the end what the registry keeps', async () => {
  await reorganise(['A>X', 'B>Y', 'C>Z']);
  const { where } = registry.database;
  const url = 'url' in where ? where.url : urlOf(where);
  const settings = { ...readSettings({ DATABASE_URL: url }), allowUnsafeFsync: true };
  const folder = await mkdtemp(join(tmpdir(), 'dvk-lists-'));
  const paths = { units: join(folder, 'units.csv'), successions: join(folder, 'successions.csv') };
  await writeFile(paths.units, unitsFile(...JULY).content);
  const run = async (rows: string[], more: Record<string, string | boolean> = {}): Promise<{ printed: string; output: string }> => {
    await writeFile(paths.successions, successionsFile(...rows).content);
    const lines: string[] = [];
    const print = ({ vi }: { vi: string }): number => lines.push(vi);
    const { output, failed } = await unitsReorganise.run({ settings, options: { date: DAY, ...paths, ...more }, files: [], print });
    expect(failed).toBe(false);
    return { printed: lines.join('\n'), output: output.vi };
  };
  try {
    const checked = await run(['A>Y', 'B>Y', 'C>Z'], { check: true });
    expect(checked.printed).toContain('sổ ghi “Xã X” (toàn bộ); danh mục ghi “Xã Y” (toàn bộ)');
    expect(checked.output).toMatch(/Có thể áp dụng[^]*đơn vị được đính chính kế thừa: 1/);
    expect((await run(['A>Y', 'B>Y', 'C>Z'])).output).toContain('Đã áp dụng.');
    expect((await run(['A>Y', 'B>Y', 'C>Z'])).output).toContain('Không có gì thay đổi');
    expect(await heirsOf(await on('A', OLD))).toEqual(['Xã Y']);
    await correct(await on('A', OLD), [[await on('Z', NEW), true]]);
    expect((await run(['A>Y', 'B>Y', 'C>Z'])).output).toContain('sổ đăng ký khác danh mục');
    expect((await run(['A>Y', 'B>Y', 'C>Z'], { correct: '00010' })).output).toContain('Đã áp dụng.');
    expect(await heirsOf(await on('A', OLD))).toEqual(['Xã Y']);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
